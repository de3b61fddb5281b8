// Holds a place in a long text: a paragraph and a number of graphemes into it.

/// A place between two graphemes of a text.
struct TextPosition: Hashable, Comparable, Sendable {
  /// The paragraph, counted from 0; paragraphs are what line feeds separate.
  var paragraph: Int
  /// How many graphemes of the paragraph stand before the place.
  var offset: Int

  static let start = TextPosition(paragraph: 0, offset: 0)

  static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.paragraph, left.offset) < (right.paragraph, right.offset)
  }
}
