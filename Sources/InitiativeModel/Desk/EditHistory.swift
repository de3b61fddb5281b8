// Holds what undo and redo need: the steps of one sheet's edits.

/// One step of undo: an edit of one field, and where the cursor was.
package struct EditStep: Equatable, Sendable {
  /// The edit; running typing is one that grows.
  package fileprivate(set) var edit: FieldEdit
  /// The cursor before and behind it, in UTF-8 bytes of the field's content.
  package let cursorBefore: Int
  package var cursorAfter: Int
  /// The number of the larger step that it is a part of, which is undone as one; nil for a step of its own.
  package var whole: Int?
  /// When single characters were last typed, in milliseconds; nil when the step is closed.
  package var typedAt: Int?

  /// The field that it is an edit of.
  package var field: EntryField { edit.field }

  /// What its texts take, in bytes.
  fileprivate var size: Int { edit.removed.utf8.count + edit.inserted.utf8.count }
}

/// The steps of one sheet; steps of different fields do not touch each other and can be undone apart.
///
/// The oldest are forgotten where there are very many, or their texts are very large, so that an editor that is open all
/// day does not grow.
package struct EditHistory: Equatable, Sendable {
  private(set) var done: [EditStep] = []
  private(set) var undone: [EditStep] = []
  /// The number of the last step that went over several fields.
  private var lastWhole = 0

  /// How long a pause between two typed characters may be within one step, in milliseconds.
  static let pause = 1000
  /// How many steps can be taken back at the most, and how many bytes their texts have together; the latest one can be
  /// taken back however large it is.
  static let mostSteps = 1000
  static let mostBytes = 4 * 1024 * 1024

  /// Adds an edit, to the last step when it carries on the same typing, otherwise as a step of its own.
  package mutating func add(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) {
    undone.removeAll { $0.field == edit.field }
    if let typedAt, isCarriedOn(by: edit, cursorBefore: cursorBefore, typedAt: typedAt) {
      done[done.count - 1].edit.carryOn(edit.inserted)
      done[done.count - 1].cursorAfter = cursorAfter
      done[done.count - 1].typedAt = typedAt
    } else {
      done.append(EditStep(edit: edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt))
      forgetOldest()
    }
  }

  /// Whether an edit carries on the typing of the last step.
  private func isCarriedOn(by edit: FieldEdit, cursorBefore: Int, typedAt: Int) -> Bool {
    guard let last = done.last, let before = last.typedAt, typedAt - before <= EditHistory.pause else { return false }
    return last.cursorAfter == cursorBefore && last.edit.isCarriedOn(by: edit)
  }

  /// Adds edits of several fields, of each field one; `asOne` makes them one step.
  package mutating func add(_ edits: [FieldEdit], asOne: Bool) {
    if asOne { lastWhole += 1 }
    for edit in edits {
      undone.removeAll { $0.field == edit.field }
      done.append(
        EditStep(
          edit: edit, cursorBefore: edit.offset + edit.removed.utf8.count,
          cursorAfter: edit.offset + edit.inserted.utf8.count, whole: asOne ? lastWhole : nil))
    }
    forgetOldest()
  }

  /// Forgets the oldest steps beyond what is kept; a step over several fields goes whole.
  private mutating func forgetOldest() {
    guard var first = done.indices.last else { return }
    func isWithNext(_ place: Int) -> Bool { done[place].whole != nil && done[place].whole == done[place + 1].whole }
    while first > 0, isWithNext(first - 1) { first -= 1 }
    var bytes = done[first...].reduce(0) { $0 + $1.size }
    while first > 0, done.count - first < EditHistory.mostSteps {
      bytes += done[first - 1].size
      guard bytes <= EditHistory.mostBytes else { break }
      first -= 1
    }
    while first > 0, first < done.count - 1, isWithNext(first - 1) { first += 1 }
    done.removeFirst(first)
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
