// Holds text that is only read, laid out in rows: which part of which text stands where, and in which order it is read.

import Terminal

/// A part of a text that stands on one row.
struct ReadPiece: Equatable, Sendable {
  /// Where it stands: over the whole width, or in one of two columns, of which the left is read first.
  enum Side: Equatable, Sendable {
    case whole, left, right
  }

  /// The graphemes as they are stored; their places are those in the paragraph.
  let characters: ArraySlice<Character>
  /// Whether the paragraph ends here.
  let endsParagraph: Bool
  /// The first column.
  var column = 0
  var side = Side.whole
  /// What the text is, where it begins here; empty where nothing names it, nil where the text goes on.
  var label: String?
}

/// A place between two graphemes of what is read.
struct ReadPosition: Hashable, Comparable, Sendable {
  /// The piece, counted from 0 in the order in which they are read.
  var piece = 0
  /// How many graphemes of the piece stand before the place.
  var offset = 0

  static func < (left: ReadPosition, right: ReadPosition) -> Bool {
    (left.piece, left.offset) < (right.piece, right.offset)
  }
}

/// Texts laid out in rows for reading; a row without pieces is a heading or blank.
struct ReadText: Equatable, Sendable {
  /// A piece and its row.
  struct Placed: Equatable, Sendable {
    let piece: ReadPiece
    let row: Int
  }

  /// The pieces in the order in which they are read: of two columns all of the left one, then all of the right one.
  private(set) var pieces: [Placed] = []
  /// For each row its pieces, from left to right.
  private var places: [[Int]]
  let widths: DisplayWidths

  var rowCount: Int { places.count }

  init(_ rows: [[ReadPiece]], widths: DisplayWidths) {
    self.widths = widths
    places = Array(repeating: [], count: rows.count)
    var right: [Placed] = []
    for (row, found) in rows.enumerated() {
      if !found.contains(where: { $0.side != .whole }) {
        pieces += right
        right = []
      }
      for piece in found {
        if piece.side == .right { right.append(Placed(piece: piece, row: row)) } else { add(piece, row) }
      }
    }
    pieces += right
    for (index, placed) in pieces.enumerated() { places[placed.row].append(index) }
  }

  private mutating func add(_ piece: ReadPiece, _ row: Int) { pieces.append(Placed(piece: piece, row: row)) }

  // MARK: Places

  /// The place behind the last grapheme; the start where there is none.
  var end: ReadPosition {
    pieces.last.map { ReadPosition(piece: pieces.count - 1, offset: $0.piece.characters.count) } ?? ReadPosition()
  }

  /// The row of a place.
  func row(of place: ReadPosition) -> Int { pieces.indices.contains(place.piece) ? pieces[place.piece].row : 0 }

  /// The column of a place.
  func column(of place: ReadPosition) -> Int {
    guard pieces.indices.contains(place.piece) else { return 0 }
    let piece = pieces[place.piece].piece
    return piece.characters.prefix(place.offset).reduce(piece.column) { $0 + widths.columns(ofVisible: $1) }
  }

  /// The place one grapheme on; the end of a row that its paragraph goes on behind is the start of the next.
  func place(behind place: ReadPosition) -> ReadPosition {
    guard pieces.indices.contains(place.piece) else { return place }
    let piece = pieces[place.piece].piece
    let last = piece.characters.count - (piece.endsParagraph ? 0 : 1)
    if place.offset < last { return ReadPosition(piece: place.piece, offset: place.offset + 1) }
    return place.piece + 1 < pieces.count ? ReadPosition(piece: place.piece + 1) : end
  }

  /// The place one grapheme back.
  func place(before place: ReadPosition) -> ReadPosition {
    if place.offset > 0 { return ReadPosition(piece: place.piece, offset: place.offset - 1) }
    guard place.piece > 0 else { return place }
    let piece = pieces[place.piece - 1].piece
    return ReadPosition(piece: place.piece - 1, offset: max(0, piece.characters.count - (piece.endsParagraph ? 0 : 1)))
  }

  /// The place of a row that is nearest to a column; nil where the row has no text, or none on the side of the columns
  /// from which somebody comes.
  func place(row: Int, column: Int, from side: ReadPiece.Side = .whole) -> ReadPosition? {
    guard places.indices.contains(row) else { return nil }
    let found = places[row].filter { place in
      let other = pieces[place].piece.side
      return side == .whole || other == .whole || other == side
    }
    guard let index = found.last(where: { pieces[$0].piece.column <= column }) ?? found.first else { return nil }
    let piece = pieces[index].piece
    var reached = piece.column
    let most = piece.characters.count - (piece.endsParagraph || piece.characters.isEmpty ? 0 : 1)
    var offset = 0
    for character in piece.characters.prefix(most) {
      reached += widths.columns(ofVisible: character)
      if reached > column { break }
      offset += 1
    }
    return ReadPosition(piece: index, offset: offset)
  }

  /// The nearest row with text, from a row on; nil where none follows.
  func place(from row: Int, by step: Int, column: Int, side: ReadPiece.Side) -> ReadPosition? {
    var row = row
    while places.indices.contains(row) {
      if let place = place(row: row, column: column, from: side) { return place }
      row += step
    }
    return nil
  }

  /// Whether a row has text.
  func hasText(_ row: Int) -> Bool { places.indices.contains(row) && !places[row].isEmpty }

  // MARK: A place in another layout

  /// A place by what is written there: the how-manieth text, its paragraph, the graphemes before it.
  struct Address: Equatable, Sendable {
    let text: Int
    let paragraph: Int
    let offset: Int
  }

  /// How many texts there are.
  var textCount: Int { pieces.reduce(0) { $0 + ($1.piece.label == nil ? 0 : 1) } }

  func address(of place: ReadPosition) -> Address? {
    guard pieces.indices.contains(place.piece) else { return nil }
    var (text, paragraph) = (0, 0)
    for index in 0...place.piece {
      if pieces[index].piece.label != nil {
        text += 1
        paragraph = 0
      } else if pieces[index - 1].piece.endsParagraph {
        paragraph += 1
      }
    }
    return Address(
      text: text, paragraph: paragraph, offset: pieces[place.piece].piece.characters.startIndex + place.offset)
  }

  /// Where what stood at an address stands here; nil where there is no such paragraph.
  func place(of address: Address) -> ReadPosition? {
    var (text, paragraph) = (0, 0)
    var found: ReadPosition?
    for (index, placed) in pieces.enumerated() {
      if placed.piece.label != nil {
        text += 1
        paragraph = 0
      } else if pieces[index - 1].piece.endsParagraph {
        paragraph += 1
      }
      guard text == address.text, paragraph == address.paragraph else { continue }
      let range = placed.piece.characters.indices
      guard range.lowerBound <= address.offset else { break }
      found = ReadPosition(piece: index, offset: min(address.offset, range.upperBound) - range.lowerBound)
    }
    return found
  }

  // MARK: What is selected

  /// The text between two places as it is stored: rows of one paragraph are joined as they were.
  ///
  /// Where several texts are selected each begins on a line of its own, under its label; of one text the label is left
  /// out, and of a text that is selected from its middle on.
  func text(in range: Range<ReadPosition>) -> String {
    guard !range.isEmpty, pieces.indices.contains(range.upperBound.piece) else { return "" }
    var last = range.upperBound
    if last.offset == 0, last.piece > range.lowerBound.piece, pieces[last.piece].piece.label != nil,
      last != end
    {
      last = ReadPosition(piece: last.piece - 1, offset: pieces[last.piece - 1].piece.characters.count)
    }
    let first = range.lowerBound
    let isMany = pieces[first.piece...last.piece].dropFirst().contains { $0.piece.label != nil }
    var text = ""
    for index in first.piece...last.piece {
      let piece = pieces[index].piece
      let begins = piece.label != nil
      if index > first.piece, begins || pieces[index - 1].piece.endsParagraph { text += "\n" }
      if isMany, let label = piece.label, !label.isEmpty, index > first.piece || first.offset == 0 {
        text += label + "\n"
      }
      let to = index == last.piece ? last.offset : piece.characters.count
      let from = index == first.piece ? min(first.offset, to) : 0
      text += String(piece.characters.dropFirst(from).prefix(to - from))
    }
    return text
  }

  /// The columns of a row that are selected; one more where a line feed is.
  func columns(of range: Range<ReadPosition>, row: Int) -> [Range<Int>] {
    guard places.indices.contains(row) else { return [] }
    return places[row].compactMap { index in
      let piece = pieces[index].piece
      let count = piece.characters.count
      let start = max(range.lowerBound, ReadPosition(piece: index))
      let end = min(range.upperBound, ReadPosition(piece: index, offset: count))
      guard start <= end else { return nil }
      let feed = index < range.upperBound.piece && piece.endsParagraph ? 1 : 0
      let columns = column(of: start)..<(column(of: end) + feed)
      return columns.isEmpty ? nil : columns
    }
  }
}
