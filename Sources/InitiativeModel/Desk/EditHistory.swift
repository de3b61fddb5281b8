// Holds what undo and redo need: the steps of one sheet's edits.

/// One step of undo: the edits of one field that belong together, and where the cursor was.
package struct EditStep: Equatable, Sendable {
  package let field: EntryField
  /// The edits in the order in which they were made.
  package var edits: [FieldEdit]
  /// The cursor before the first and behind the last edit, in UTF-8 bytes of the field's content.
  package let cursorBefore: Int
  package var cursorAfter: Int
  /// The number of the larger step that it is a part of, which is undone as one; nil for a step of its own.
  package var whole: Int?
  /// When single characters were last typed, in milliseconds; nil when the step is closed.
  package var typedAt: Int?
}

/// The steps of one sheet; steps of different fields do not touch each other and can be undone apart.
package struct EditHistory: Equatable, Sendable {
  private(set) var done: [EditStep] = []
  private(set) var undone: [EditStep] = []
  /// The number of the last step that went over several fields.
  private var lastWhole = 0

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

  /// Adds edits of several fields, of each field one; `asOne` makes them one step.
  package mutating func add(_ edits: [FieldEdit], asOne: Bool) {
    if asOne { lastWhole += 1 }
    for edit in edits {
      undone.removeAll { $0.field == edit.field }
      done.append(
        EditStep(
          field: edit.field, edits: [edit], cursorBefore: edit.offset + edit.removed.utf8.count,
          cursorAfter: edit.offset + edit.inserted.utf8.count, whole: asOne ? lastWhole : nil))
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

  /// Takes the last step back, of one field or of any; none where there is none.
  ///
  /// A step over several fields concerns every field; what of it was written over since stays for later.
  package mutating func undo(in field: EntryField?) -> [EditStep] {
    EditHistory.take(from: &done, to: &undone, in: field)
  }

  /// Brings the last undone step back; none where there is none.
  package mutating func redo(in field: EntryField?) -> [EditStep] {
    EditHistory.take(from: &undone, to: &done, in: field)
  }

  /// Moves the last step that concerns a field from one row of steps to the other; of a step over several fields all
  /// parts that are the last of their field.
  private static func take(
    from steps: inout [EditStep], to others: inout [EditStep], in field: EntryField?
  ) -> [EditStep] {
    func isLast(_ index: Int) -> Bool { !steps[(index + 1)...].contains { $0.field == steps[index].field } }
    let concerned = steps.indices.last {
      field == nil || steps[$0].field == field || (steps[$0].whole != nil && isLast($0))
    }
    guard let concerned else { return [] }
    let whole = steps[concerned].whole
    let places = whole == nil ? [concerned] : steps.indices.filter { steps[$0].whole == whole && isLast($0) }
    var taken: [EditStep] = []
    for place in places.reversed() {
      var step = steps.remove(at: place)
      step.typedAt = nil
      taken.append(step)
    }
    others += taken
    return taken
  }
}
