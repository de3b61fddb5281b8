// Holds titles in the form in which they are searched.

/// Many titles folded once, so that what is typed is looked for in all of them at every key.
package struct FoldedTitles: Equatable, Sendable {
  /// The folded titles, one behind the other, and where each ends.
  private var scalars: [Unicode.Scalar] = []
  private var ends: [Int] = []

  /// Folds titles.
  package init(_ titles: some Sequence<String>) {
    for title in titles {
      FoldedText.fold(title.unicodeScalars, to: &scalars)
      ends.append(scalars.count)
    }
  }

  /// Which titles a text stands in, whatever its width, case and kana; all of them where there is nothing to find.
  package func holding(_ text: String) -> [Bool] {
    var wanted: [Unicode.Scalar] = []
    FoldedText.fold(text.unicodeScalars, to: &wanted)
    guard let first = wanted.first else { return Array(repeating: true, count: ends.count) }
    return scalars.withUnsafeBufferPointer { all in
      var start = 0
      return ends.map { end in
        defer { start = end }
        return FoldedTitles.holds(all[start..<end], wanted, first)
      }
    }
  }

  private static func holds(
    _ title: Slice<UnsafeBufferPointer<Unicode.Scalar>>, _ wanted: [Unicode.Scalar], _ first: Unicode.Scalar
  ) -> Bool {
    var place = title.startIndex
    while place + wanted.count <= title.endIndex {
      let end = place + wanted.count
      if title[place] == first, title[place..<end].elementsEqual(wanted),
        end == title.endIndex || !FoldedText.isMark(title[end])
      {
        return true
      }
      place += 1
    }
    return false
  }
}
