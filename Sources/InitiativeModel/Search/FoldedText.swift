// Holds a text as searching compares it, with the way back to the text.

/// A text in which everything that people type for the same thing is the same.
///
/// Folded are full- and half-width forms, circled and Roman numbers and all other compatibility forms (NFKC), upper and
/// lower case, katakana and hiragana, 〜 and ～, － − and ‐: 2未達 finds ②未達, ｶﾞｲﾄﾞ finds がいど. か does not find が.
/// A folded text is only compared, never stored and never shown.
public struct FoldedText: Equatable, Sendable {
  /// The folded scalars.
  let scalars: [Unicode.Scalar]
  /// For each of them, the grapheme of the text that it comes from, counted from 0.
  let origins: [Int]

  /// Folds a text given as its graphemes.
  public init(_ graphemes: some Sequence<Character>) { self.init(all: Array(graphemes)) }

  private init(all graphemes: [Character]) {
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(graphemes.count)
    origins.reserveCapacity(graphemes.count)
    for (index, grapheme) in graphemes.enumerated() {
      let start = scalars.count
      FoldedText.fold(grapheme.unicodeScalars) { scalar in
        scalars.append(scalar)
        origins.append(index)
      }
      FoldedText.orderMarks(&scalars, from: start)
    }
    self.scalars = scalars
    self.origins = origins
  }

  /// The folded text itself, for telling whether two texts are the same.
  public var key: String { String(String.UnicodeScalarView(scalars)) }

  /// Whether there is nothing to compare.
  public var isEmpty: Bool { scalars.isEmpty }

  /// Where another text stands in this one, as ranges of graphemes, in order and without overlaps.
  ///
  /// A hit takes in whole graphemes, and neither begins nor ends between a letter and its marks.
  public func ranges(of wanted: FoldedText) -> [Range<Int>] {
    guard let first = wanted.scalars.first, wanted.scalars.count <= scalars.count else { return [] }
    var hits: [Range<Int>] = []
    var place = 0
    while place + wanted.scalars.count <= scalars.count {
      let end = place + wanted.scalars.count
      guard scalars[place] == first, scalars[place..<end].elementsEqual(wanted.scalars),
        end == scalars.count || !FoldedText.isMark(scalars[end])
      else {
        place += 1
        continue
      }
      let graphemes = origins[place]..<(origins[end - 1] + 1)
      if let last = hits.last, last.overlaps(graphemes) {
        hits[hits.count - 1] = last.lowerBound..<max(last.upperBound, graphemes.upperBound)
      } else {
        hits.append(graphemes)
      }
      place = end
    }
    return hits
  }

  // MARK: Folding a scalar

  /// Folds scalars without keeping where they come from.
  static func fold(_ text: some Sequence<Unicode.Scalar>, to scalars: inout [Unicode.Scalar]) {
    fold(text) { scalars.append($0) }
  }

  /// Folds scalars and hands each of what they become on.
  @inline(__always)
  static func fold(_ text: some Sequence<Unicode.Scalar>, _ take: (Unicode.Scalar) -> Void) {
    let common = CommonFoldings.all
    var rare: [Unicode.Scalar] = []
    for scalar in text {
      if (0x4E00...0x9FFF).contains(scalar.value) {
        take(scalar)
      } else if let place = CommonFoldings.place(of: scalar) {
        for folded in common.ends[place]..<common.ends[place + 1] { take(common.scalars[folded]) }
      } else {
        rare.removeAll(keepingCapacity: true)
        appendFolding(of: scalar, to: &rare)
        for folded in rare { take(folded) }
      }
    }
  }

  fileprivate static func appendFolding(of scalar: Unicode.Scalar, to scalars: inout [Unicode.Scalar]) {
    let value = scalar.value
    if let run = place(of: value, in: GeneratedFoldings.firsts), value <= GeneratedFoldings.lasts[run] {
      let step = UInt32(GeneratedDistances.steps[run])
      if step < 2 || (value - GeneratedFoldings.firsts[run]).isMultiple(of: step) {
        let folded = UInt32(truncatingIfNeeded: Int64(value) + Int64(GeneratedDistances.distances[run]))
        scalars.append(Unicode.Scalar(folded) ?? scalar)
        return
      }
    }
    guard let index = place(of: value, in: GeneratedExpanding.scalars), GeneratedExpanding.scalars[index] == value
    else { return scalars.append(scalar) }
    let start = index == 0 ? 0 : GeneratedExpanding.ends[index - 1]
    scalars += GeneratedExpansions.scalars[start..<GeneratedExpanding.ends[index]].compactMap { Unicode.Scalar($0) }
  }

  /// The place of the last number that is not greater than a value; nil before the first.
  private static func place(of value: UInt32, in numbers: [UInt32]) -> Int? {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// Puts marks that follow each other in the canonical order, so that the order of typing does not matter.
  private static func orderMarks(_ scalars: inout [Unicode.Scalar], from start: Int) {
    guard scalars.count - start > 2 else { return }
    for index in (start + 1)..<scalars.count {
      var place = index
      while place > start, isMark(scalars[place]), isMark(scalars[place - 1]),
        scalars[place].properties.canonicalCombiningClass < scalars[place - 1].properties.canonicalCombiningClass
      {
        scalars.swapAt(place, place - 1)
        place -= 1
      }
    }
  }
}

/// The foldings of the scalars of which nearly all text beside kanji consists, where they are found at once: Latin
/// letters and digits, kana with their punctuation, half- and full-width forms.
private struct CommonFoldings {
  /// Where the folding of each of them ends, a place behind its own; the first one begins at 0.
  let ends: [Int]
  let scalars: [Unicode.Scalar]

  static let all = CommonFoldings()

  private init() {
    var (ends, scalars): ([Int], [Unicode.Scalar]) = ([0], [])
    for block: UInt32 in [0x00, 0x3000, 0xFF00] {
      for value in block..<(block + 0x100) {
        if let scalar = Unicode.Scalar(value) { FoldedText.appendFolding(of: scalar, to: &scalars) }
        ends.append(scalars.count)
      }
    }
    (self.ends, self.scalars) = (ends, scalars)
  }

  /// The place of a scalar among them; nil where it is none.
  static func place(of scalar: Unicode.Scalar) -> Int? {
    switch scalar.value >> 8 {
    case 0x00: Int(scalar.value)
    case 0x30: Int(scalar.value - 0x3000) + 0x100
    case 0xFF: Int(scalar.value - 0xFF00) + 0x200
    default: nil
    }
  }
}
