// Holds what the keys do while it is asked what becomes of fields that two people changed.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// A key of the question: Enter does what is chosen for each field, Esc lets both texts stand.
  mutating func answerConflict(_ key: Key, _ conflict: Conflict) -> [Effect] {
    var conflict = conflict
    switch key.name {
    case .enter: return finish(conflict)
    case .escape, .function(3):
      overlay = nil
      return []
    case .down: conflict.choose(conflict.chosen + 1)
    case .tab: conflict.choose(conflict.chosen + (key.modifiers.contains(.shift) ? -1 : 1))
    case .up: conflict.choose(conflict.chosen - 1)
    case .right: turn(&conflict, by: 1)
    case .left: turn(&conflict, by: -1)
    case .pageDown: conflict.top = ConflictScreen.content(conflict).scrolled(byPages: 1, size, widths)
    case .pageUp: conflict.top = ConflictScreen.content(conflict).scrolled(byPages: -1, size, widths)
    case .character, .backspace, .delete, .insert, .home, .end, .function: break
    }
    overlay = .conflict(conflict)
    return []
  }

  /// Typed blanks and digits change the chosen field's answer, other text goes to the text beneath, and both texts stand.
  ///
  /// While a text is being written the question comes up by itself, in the middle of a word: then all of it is text.
  mutating func typeInConflict(_ text: String, _ conflict: Conflict, at time: Int) -> [Effect] {
    var conflict = conflict
    let answers = conflict.fields[conflict.chosen].answers
    let digits = [["1", "１"], ["2", "２"], ["3", "３"]]
    if isWriting {
      return passOn(.typed(text), at: time)
    } else if text == " " || text == "\u{3000}" {
      turn(&conflict, by: 1)
    } else if let place = digits.firstIndex(where: { $0.contains(text) }), place < answers.count {
      conflict.fields[conflict.chosen].answer = answers[place]
    } else {
      return passOn(.typed(text), at: time)
    }
    overlay = .conflict(conflict)
    return []
  }

  private func turn(_ conflict: inout Conflict, by count: Int) {
    let field = conflict.fields[conflict.chosen]
    conflict.fields[conflict.chosen].answer = field.answers.element(count, behind: field.answer)
  }

  /// Puts the chosen texts into their fields, as edits that can be undone.
  private mutating func finish(_ conflict: Conflict) -> [Effect] {
    overlay = nil
    guard selected == conflict.sheet else { return [] }
    var effects: [Effect] = []
    for field in conflict.fields where field.answer != .both {
      let wanted = field.answer == .ours ? field.ours : field.theirs
      let now = currentSheet?.edited.content(of: field.field) ?? ""
      guard now == field.merged else { continue }
      guard let edit = FieldEdit(field: field.field, from: now, to: wanted) else { continue }
      effects += make(edit, cursorBefore: edit.offset, cursorAfter: wanted.utf8.count, typedAt: nil)
    }
    say(Wording.conflictAnswered)
    fitToScreen()
    return effects
  }
}
