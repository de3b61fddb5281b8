// Holds what the editor does for a plan that is still open: which fields are written, and the fixing of it.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Whether the plan of a sheet is written here, rather than its entries.
  func writesPlan(of id: SheetID) -> Bool { isPlanning && library.planIsOpen(of: id) }

  /// The fields of a sheet that are written here, in the form's order.
  func fields(of id: SheetID?) -> [EntryField] {
    id.map { writesPlan(of: $0) } ?? false ? EntryField.plan : EntryField.allCases
  }

  /// Whether the plan is what the screen is about: that of the open sheet, or of the book at the list's cursor.
  var isAtOpenPlan: Bool { openSheet.map { writesPlan(of: $0) } ?? (bookOfOpenPlan != nil) }

  /// Says of a sheet that is opened for its entries that its plan is still open, and how it is written; of one that is
  /// opened for its plan that this is fixed.
  mutating func tellOfOpenPlan(_ id: SheetID) {
    guard !isReviewing, message == nil, library.planIsOpen(of: id) != isPlanning else { return }
    say(isPlanning ? Wording.planIsFixed : Wording.planIsOpen)
  }

  /// Forgets the steps of a plan that was fixed meanwhile.
  mutating func forgetFixedPlan(of id: SheetID) {
    guard isPlanning, !writesPlan(of: id) else { return }
    withSheet(id) { sheet in for field in EntryField.plan { sheet.history.forget(field) } }
  }

  /// The book whose plan can be fixed here; nil where there is none.
  var bookOfOpenPlan: BookSection? {
    guard isPlanning, let book = currentBook, book.header?.planIsOpen == true else { return nil }
    return book
  }

  /// Asks whether the plan of the book at the cursor is to be fixed; where something of it is not saved, says what.
  mutating func askToFixPlan() {
    guard let book = bookOfOpenPlan else { return }
    let unsaved = library.sheets(of: book).filter { sheet in
      sheet.saving != nil || sheet.waitingDraftCount > 0
        || !EntryField.plan.allSatisfy { sheet.edited.agrees(with: sheet.saved, in: $0) }
    }
    guard unsaved.isEmpty else { return refuse(Wording.planIsUnsaved(unsaved.map(\.edited.number))) }
    show(QuestionPanel(.fixingPlan(book)))
  }

  /// Takes the word that a plan is fixed: a form of it shows the entries from here on.
  mutating func planWasFixed(_ path: String, _ header: BookHeader) {
    _ = library.take(.planFixed(path, header))
    say(Wording.planWasFixed(Wording.ward(header), header.fiscalYear.japaneseName))
    if let selected, let focus, !fields(of: selected).contains(focus) {
      open(FormState(focus: fields(of: selected)[0]))
    }
  }
}
