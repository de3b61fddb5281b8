// Holds what undo and redo need: the steps of one sheet's edits.

/// One step of undo: the edits of one field that belong together, and where the cursor was.
package struct EditStep: Equatable, Sendable {
  package let field: EntryField
  /// The edits in the order in which they were made.
  package var edits: [FieldEdit]
  /// The cursor before the first and behind the last edit, in UTF-8 bytes of the field's content.
  package let cursorBefore: Int
  package var cursorAfter: Int
  /// When single characters were last typed, in milliseconds; nil when the step is closed.
  package var typedAt: Int?
}

/// The steps of one sheet; steps of different fields do not touch each other and can be undone apart.
package struct EditHistory: Equatable, Sendable {
  private(set) var done: [EditStep] = []
  private(set) var undone: [EditStep] = []

  /// How long a pause between two typed characters may be within one step, in milliseconds.
  static let pause = 1000

  /// Adds an edit, to the last step when it carries on the same typing, otherwise as a step of its own.
  package mutating func add(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) {
    undone.removeAll { $0.field == edit.field }
    if let typedAt, let last = done.last, last.field == edit.field, last.cursorAfter == cursorBefore,
      let before = last.typedAt, typedAt - before <= EditHistory.pause
    {
      done[done.count - 1].edits.append(edit)
      done[done.count - 1].cursorAfter = cursorAfter
      done[done.count - 1].typedAt = typedAt
    } else {
      done.append(
        EditStep(
          field: edit.field, edits: [edit], cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt))
    }
  }

  /// Forgets the steps of a field whose text changed elsewhere.
  package mutating func forget(_ field: EntryField) {
    done.removeAll { $0.field == field }
    undone.removeAll { $0.field == field }
  }

  /// Ends the running step, so that what is typed next is undone apart.
  package mutating func close() {
    if !done.isEmpty { done[done.count - 1].typedAt = nil }
  }

  /// Takes the last step back, of one field or of any; nil when there is none.
  package mutating func undo(in field: EntryField?) -> EditStep? {
    guard let index = done.lastIndex(where: { field == nil || $0.field == field }) else { return nil }
    var step = done.remove(at: index)
    step.typedAt = nil
    undone.append(step)
    return step
  }

  /// Brings the last undone step back; nil when there is none.
  package mutating func redo(in field: EntryField?) -> EditStep? {
    guard let index = undone.lastIndex(where: { field == nil || $0.field == field }) else { return nil }
    let step = undone.remove(at: index)
    done.append(step)
    return step
  }
}
