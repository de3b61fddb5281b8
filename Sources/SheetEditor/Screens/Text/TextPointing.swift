// Holds what a mouse does in 本文.

import InitiativeModel
import Terminal

extension TextArea {
  /// A press sets the cursor, a second one selects the word, dragging selects, the wheel scrolls.
  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect] {
    if case .wheel(let rows) = pointer.action {
      let window = bodyRows(editor.size) - 1
      editor.moveCursor { $0.scroll(by: rows, window: window) }
      return []
    }
    guard let body = pointer.held(TextSpot.self) else { return [] }
    switch pointer.action {
    case .press(count: 2): editor.moveCursor { $0.selectWord(at: pointer.place, in: body) }
    case .press: editor.moveCursor { $0.move(to: pointer.place, in: body, selecting: false) }
    case .drag: editor.moveCursor { $0.move(to: pointer.place, in: body, selecting: true) }
    case .release, .wheel: break
    }
    return []
  }

  /// Puts the cursor at a place of the screen; beyond the text's rows the one that comes next is scrolled to.
  private mutating func move(to place: ScreenPosition, in body: Spot, selecting: Bool) {
    let row = min(max(place.row, body.rows.lowerBound - 1), body.rows.upperBound) - body.rows.lowerBound
    let column = max(0, place.column - body.columns.lowerBound - 1)
    let (target, isRowEnd) = self.place(row: min(max(0, topRow + row), rowCount - 1), column: column)
    move(to: target, selecting: selecting, rowEnd: isRowEnd)
  }

  /// Selects the word at a place of the screen, as moving by words tells them apart.
  private mutating func selectWord(at place: ScreenPosition, in body: Spot) {
    move(to: place, in: body, selecting: false)
    let characters = buffer.paragraphs[cursor.paragraph].characters
    guard !characters.isEmpty else { return }
    if cursor.offset < characters.count { move(to: placeBehind) }
    move(to: wordBefore)
    var end = cursor.offset < characters.count ? wordBehind : cursor
    while end.offset > cursor.offset + 1, characters[end.offset - 1].isWhitespace { end.offset -= 1 }
    move(to: end, selecting: true)
  }
}
