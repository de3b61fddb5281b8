// Holds the reading of a choice from its printed cells, where answer and legend stand together.

import InitiativeModel

/// One line of a choice's legend, such as (i)実施見込み or ②:達成できない見込み.
struct ChoiceLegend: Equatable {
  /// The ways in which its sign is written, without brackets.
  private let signs: [[Unicode.Scalar]]
  private let label: [Unicode.Scalar]
  private let isRoman: Bool

  private static let table: [EntryField: [ChoiceLegend]] = Dictionary(
    uniqueKeysWithValues: EntryField.allCases.filter(\.isChoice).map { field in
      (field, field.options.enumerated().map { ChoiceLegend($1, number: $0 + 1) })
    })

  /// The two lines of a choice's legend.
  static func items(of field: EntryField) -> [ChoiceLegend] { table[field] ?? [] }

  private init(_ option: ChoiceOption, number: Int) {
    let bare = FormCell.squeeze(option.sign).filter { $0 != "(" && $0 != ")" }
    signs = [Array(bare.unicodeScalars), Array(String(number).unicodeScalars)]
    label = Array(option.label.unicodeScalars)
    isRoman = option.sign.hasPrefix("(")
  }

  /// Where the item that begins at a place ends; nil where none begins.
  func end(in text: SqueezedText, at start: Int) -> Int? {
    for sign in signs {
      var place = text.scalar(start) == "(" ? start + 1 : start
      guard text.has(sign, at: place) else { continue }
      place += sign.count
      if text.scalar(place) == ")" { place += 1 }
      if let colon = text.scalar(place), ":.・".unicodeScalars.contains(colon) { place += 1 }
      if text.has(label, at: place) { return place + label.count }
    }
    return nil
  }

  /// The first place at which the item stands, and whether a colon is missing that the form prints.
  func first(in text: SqueezedText) -> (range: Range<Int>, isBare: Bool)? {
    for start in 0..<text.count {
      guard let end = end(in: text, at: start) else { continue }
      let hasColon = text.scalars[start..<end].contains(":") || text.scalars[start..<end].contains(".")
      return (start..<end, !isRoman && !hasColon)
    }
    return nil
  }

  /// Whether a text is an answer's sign and nothing else; bare digits can be anything.
  static func isSign(_ text: String) -> Bool {
    text.utf8.count <= 12 && ChoiceOrdinal(typed: text) != nil
      && !text.unicodeScalars.allSatisfy { "12１２ ".unicodeScalars.contains($0) }
  }

  /// Whether each bracket of a squeezed sign closes; a stretch of a sign that is broken at a line's end has half of them.
  static func hasWholeBrackets(_ squeezed: String) -> Bool { squeezed.contains("(") == squeezed.contains(")") }

  /// The choice of a period whose signs are written as this one is.
  static func field(ofSign sign: String, in period: ReviewPeriod) -> EntryField? {
    let isRoman = FormCell.squeeze(sign).contains { "iI".contains($0) }
    return period.fields.first { $0.isChoice && ($0.options.first?.sign.hasPrefix("(") == true) == isRoman }
  }
}

/// What a choice's cells say.
struct ChoiceReading: Equatable {
  /// The answer; nil when there is only the legend.
  var answer: ChoiceOrdinal?
  /// Whether the legend is damaged so that the answer is a guess, or could not even be guessed.
  var isDamaged = false
  /// Whether different answers stand in it.
  var hasSeveral = false
  /// What is neither answer nor legend.
  var leftover = ""
  /// The legend as it stands there.
  var legend = ""
  /// The answer as it stands there.
  var sign = ""

  /// Reads the squeezed text of all cells of one question.
  ///
  /// The printed legend is ①:達成見込み②:達成できない見込み; what stands besides it is the answer. A legend without its
  /// colons has swallowed the answer's sign; (i)(ii) without words is what is left of answer and legend.
  init(_ squeezed: String, field: EntryField) {
    var text = SqueezedText(squeezed)
    let items = ChoiceLegend.items(of: field)
    var bare = 0
    var pairs = 0
    while !items.isEmpty {
      let found = items.compactMap { $0.first(in: text) }
      guard pairs == 0 || found.count == items.count else { break }
      for item in items.reversed() {
        guard let (range, isBare) = item.first(in: text) else { continue }
        if isBare { bare += 1 }
        legend += text.text(range)
        text = SqueezedText(text.text(0..<range.lowerBound) + text.text(range.upperBound..<text.count))
      }
      guard found.count == items.count, pairs < 8 else { break }
      pairs += 1
    }
    read(text, items, wasBare: bare == items.count * max(pairs, 1) && bare > 0, hadPair: pairs > 0, field)
  }

  private mutating func read(
    _ text: SqueezedText, _ items: [ChoiceLegend], wasBare: Bool, hadPair: Bool, _ field: EntryField
  ) {
    let rest = text.text(0..<text.count)
    if rest.isEmpty {
      isDamaged = wasBare && hadPair
    } else if rest == field.options.map({ FormCell.squeeze($0.sign) }).joined(), !hadPair, rest.hasPrefix("(") {
      isDamaged = true
      legend += rest
    } else if let ordinals = ChoiceReading.answers(in: rest) {
      sign = rest
      answer = Set(ordinals).count == 1 ? ordinals.first : nil
      hasSeveral = answer == nil
    } else if hadPair, let place = items.firstIndex(where: { $0.end(in: text, at: 0) == text.count }) {
      answer = ChoiceOrdinal(rawValue: place + 1)
      sign = rest
    } else {
      leftover = rest
    }
  }
}

extension ChoiceReading {
  /// The answers of signs that stand one behind the other; nil where anything else is among them.
  private static func answers(in squeezed: String) -> [ChoiceOrdinal]? {
    var signs: [String] = []
    for scalar in squeezed.unicodeScalars {
      let isCircled = ("①"..."⑳").contains(scalar)
      let isBehind = signs.last?.hasSuffix(")") == true && scalar != ":"
      if signs.isEmpty || scalar == "(" || isCircled || isBehind { signs.append("") }
      signs[signs.count - 1].unicodeScalars.append(scalar)
    }
    let isWhole =
      signs.count < 2
      ? !squeezed.hasPrefix("(") || squeezed.contains(")") : signs.allSatisfy(ChoiceLegend.hasWholeBrackets)
    let ordinals = signs.compactMap { ChoiceOrdinal(typed: $0) }
    return isWhole && ordinals.count == signs.count ? ordinals : nil
  }
}

/// A box in which a text, the answer and the legend of a choice without a label stand together.
struct LegendBox: Equatable {
  /// What stands before the answer.
  let text: String
  /// Answer and legend, squeezed.
  let choice: String

  /// Takes a cell apart where the legend begins; nil for a cell without the legend at its end.
  init?(_ cell: FormCell, field: EntryField) {
    let pieces = LinePieces(cell.text).pieces
    guard let last = pieces.last, last.token == .legend(field) else { return nil }
    let start = pieces.dropLast().lastIndex { $0.token != .sign }.map { $0 + 1 } ?? 0
    guard start <= 1, pieces.first?.token == nil || start == 0 else { return nil }
    text = start == 1 ? pieces[0].text : ""
    choice = FormCell.squeeze(pieces[start...].map(\.text).joined())
  }
}
