// Holds the text that is being written: the buffer, the cursor, the selection and what part is on screen.

import InitiativeModel
import Terminal

/// One long-text field opened for writing.
struct TextArea: Equatable, Sendable {
  /// The field whose text this is.
  let field: EntryField
  private(set) var buffer: TextBuffer
  private(set) var cursor: TextPosition
  /// Where the selection began; nil without one.
  private(set) var anchor: TextPosition?
  /// The first row of the wrapped text that is on screen.
  private(set) var topRow = 0
  /// The sheet's targets as they stand above the text.
  var targets = ComposedTargets()
  /// The column that moving up and down keeps to.
  private var goalColumn: Int?
  /// Whether a cursor between two rows of one paragraph stands at the end of the first.
  private var prefersRowEnd = false

  /// Opens a text with the cursor behind its last character; `wrapWidth` in columns.
  init(field: EntryField, text: String, wrapWidth: Int, widths: DisplayWidths) {
    self.field = field
    buffer = TextBuffer(text, wrapWidth: wrapWidth, widths: widths)
    cursor = buffer.end
  }

  /// The columns that the text has; beside it stands the plan where there is room.
  static func columns(_ size: ScreenSize) -> Int { size.columns >= FormState.wide ? size.columns / 2 : size.columns }

  /// The columns at which the text is wrapped; one more stays free for the cursor.
  static func wrapWidth(_ size: ScreenSize) -> Int { max(2, columns(size) - 3) }

  /// The selected range, or nil when nothing is selected.
  var selection: Range<TextPosition>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// The selected text, or nil.
  var selectedText: String? { selection.map { buffer.text(in: $0) } }

  /// The cursor's place in UTF-8 bytes.
  var cursorByte: Int { buffer.byteOffset(of: cursor) }

  // MARK: Changes

  /// The edit that puts `text` where the selection or the cursor is; nil when it would change nothing.
  func insertion(of text: String) -> FieldEdit? {
    guard !text.isEmpty || selection != nil else { return nil }
    guard let range = selection else {
      return FieldEdit(field: field, offset: buffer.byteOffset(of: cursor), removed: "", inserted: text)
    }
    let removed = buffer.text(in: range)
    return FieldEdit(field: field, offset: buffer.byteOffset(of: range.lowerBound), removed: removed, inserted: text)
  }

  /// The edit that takes out what stands between the cursor and another place; nil when that is nothing.
  func removal(to place: TextPosition) -> FieldEdit? {
    let range = min(place, cursor)..<max(place, cursor)
    guard !range.isEmpty else { return nil }
    return FieldEdit(
      field: field, offset: buffer.byteOffset(of: range.lowerBound), removed: buffer.text(in: range), inserted: "")
  }

  /// Follows an edit of the field's text and puts the cursor at a byte of the new text.
  mutating func apply(_ edit: FieldEdit, cursorByte: Int) {
    buffer.replace(bytes: edit.offset..<(edit.offset + edit.removed.utf8.count), with: edit.inserted)
    cursor = buffer.position(atByte: cursorByte)
    anchor = nil
    goalColumn = nil
    prefersRowEnd = false
  }

  // MARK: Moving

  /// Puts the cursor at a place; with `selecting` the selection grows or shrinks to it.
  mutating func move(to place: TextPosition, selecting: Bool = false, keepingGoal: Bool = false, rowEnd: Bool = false) {
    if selecting { anchor = anchor ?? cursor } else { anchor = nil }
    cursor = place
    if !keepingGoal { goalColumn = nil }
    prefersRowEnd = rowEnd
  }

  /// Selects the whole text.
  mutating func selectAll() {
    anchor = .start
    cursor = buffer.end
  }

  /// The place one grapheme before the cursor.
  var placeBefore: TextPosition {
    if cursor.offset > 0 { return TextPosition(paragraph: cursor.paragraph, offset: cursor.offset - 1) }
    guard cursor.paragraph > 0 else { return cursor }
    let previous = cursor.paragraph - 1
    return TextPosition(paragraph: previous, offset: buffer.paragraphs[previous].characters.count)
  }

  /// The place one grapheme behind the cursor.
  var placeBehind: TextPosition {
    if cursor.offset < buffer.paragraphs[cursor.paragraph].characters.count {
      return TextPosition(paragraph: cursor.paragraph, offset: cursor.offset + 1)
    }
    guard cursor.paragraph + 1 < buffer.paragraphs.count else { return cursor }
    return TextPosition(paragraph: cursor.paragraph + 1, offset: 0)
  }

  /// Moves by rows of the wrapped text, keeping to the display column; true when there was somewhere to go.
  @discardableResult
  mutating func moveRows(_ count: Int, selecting: Bool = false) -> Bool {
    let here = screenPlace
    let target = min(max(0, here.row + count), rowCount - 1)
    guard target != here.row else { return false }
    let goal = goalColumn ?? here.column
    let (place, atEnd) = self.place(row: target, column: goal)
    move(to: place, selecting: selecting, keepingGoal: true, rowEnd: atEnd)
    goalColumn = goal
    return true
  }

  /// Moves to the start of the cursor's row.
  mutating func moveToRowStart(selecting: Bool) {
    let (paragraph, line) = lineAtRow(screenPlace.row)
    move(to: TextPosition(paragraph: paragraph, offset: line.range.lowerBound), selecting: selecting)
  }

  /// Moves to the end of the cursor's row.
  mutating func moveToRowEnd(selecting: Bool) {
    let (paragraph, line) = lineAtRow(screenPlace.row)
    move(
      to: TextPosition(paragraph: paragraph, offset: line.range.upperBound), selecting: selecting,
      rowEnd: !line.endsParagraph)
  }

  // MARK: Rows of the wrapped text

  /// How many rows the wrapped text has, at least one.
  var rowCount: Int { buffer.rowCount(of: buffer.paragraphs.indices) }

  /// Where the cursor stands in the wrapped text: row and display column, both from 0.
  var screenPlace: ScreenPosition {
    var row = buffer.rowCount(of: 0..<cursor.paragraph)
    let paragraph = buffer.paragraphs[cursor.paragraph]
    for (index, line) in paragraph.lines.enumerated() {
      let isLast = index == paragraph.lines.count - 1
      let ends = cursor.offset < line.range.upperBound || (cursor.offset == line.range.upperBound && prefersRowEnd)
      if ends || isLast {
        let before = paragraph.characters[line.range.lowerBound..<max(line.range.lowerBound, cursor.offset)]
        return ScreenPosition(row: row, column: columns(of: before))
      }
      row += 1
    }
    return ScreenPosition(row: row, column: 0)
  }

  /// The paragraph and line that make up a row; the last row for any number beyond.
  func lineAtRow(_ row: Int) -> (paragraph: Int, line: WrappedLine) {
    let (paragraph, line) = linePlace(atRow: row)
    return (paragraph, buffer.paragraphs[paragraph].lines[line])
  }

  /// The same by its places: that of the paragraph, and that of the line in it.
  func linePlace(atRow row: Int) -> (paragraph: Int, line: Int) {
    var left = row
    for index in buffer.paragraphs.indices {
      let count = buffer.paragraphs[index].lines.count
      if left < count { return (index, max(0, left)) }
      left -= count
    }
    let last = buffer.paragraphs.count - 1
    return (last, buffer.paragraphs[last].lines.count - 1)
  }

  /// Lays the text out for a window and scrolls so that the cursor is inside it.
  mutating func fit(wrapWidth: Int, rows: Int, widths: DisplayWidths) {
    buffer.layOut(wrapWidth: wrapWidth, widths: widths)
    let row = screenPlace.row
    topRow = min(topRow, max(0, rowCount - 1))
    if row < topRow { topRow = row }
    if row >= topRow + max(1, rows) { topRow = row - max(1, rows) + 1 }
  }

  /// The place at a display column of a row, and whether it stands at the end of a row that goes on.
  func place(row: Int, column: Int) -> (TextPosition, atRowEnd: Bool) {
    let (paragraph, line) = lineAtRow(row)
    let characters = buffer.paragraphs[paragraph].characters
    var offset = line.range.lowerBound
    var reached = 0
    while offset < line.range.upperBound {
      let width = columns(of: characters[offset...offset])
      if reached + width > column { break }
      reached += width
      offset += 1
    }
    let atEnd = offset == line.range.upperBound && !line.endsParagraph
    return (TextPosition(paragraph: paragraph, offset: offset), atEnd)
  }

  /// Scrolls by rows; a cursor that would leave the window of so many rows stays at its edge.
  mutating func scroll(by rows: Int, window: Int) {
    topRow = min(max(0, topRow + rows), max(0, rowCount - max(1, window)))
    let row = screenPlace.row
    moveRows(min(max(row, topRow), topRow + max(1, window) - 1) - row)
  }

  private func columns(of characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + buffer.widths.columns(ofVisible: $1) }
  }
}
