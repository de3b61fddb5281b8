// Holds `recover`: the drafts that nobody has open, with all that can be read of them.

import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage

struct RecoverCommand {
  let folder: String

  func run() throws(StorageError) -> Int32 {
    var count = 0
    for book in try LibraryFolder.load(folder) {
      let path: String
      var sheets: [StoredSheet] = []
      switch book {
      case .readable(let stored):
        path = stored.folder.path
        sheets = stored.sheets
      case .unreadable(let unread, _): path = unread
      }
      for draft in OpenLibrary.draftStore(path).drafts() {
        if count > 0 { Output.result("") }
        count += 1
        show(draft, path, sheets.first { $0.fileName == draft.fileName }?.sheet)
      }
    }
    Output.result(count == 0 ? Wording.noDrafts(folder) : "\n" + Wording.draftCount(count))
    return ExitStatus.done
  }

  private func show(_ draft: FoundDraft, _ book: String, _ saved: InitiativeSheet?) {
    Output.result("\(book)/\(draft.fileName)  \(LocalTime.text(of: draft.modified, "%Y-%m-%d %H:%M"))")
    Output.result("  " + Wording.draftPlace(draft.path))
    if saved == nil { Output.result("  ! " + Wording.draftWithoutSheet) }
    if !draft.isWhole { Output.result("  ! " + Wording.draftDamaged) }
    let lines = draft.lines(over: saved)
    for line in lines { Output.result("  " + line) }
    if lines.isEmpty { Output.result("  " + Wording.draftWithoutChange) }
  }
}

extension FoundDraft {
  /// What the draft changes in the saved sheet, or, where there is none, all that it holds.
  func lines(over saved: InitiativeSheet?) -> [String] {
    let base = saved ?? InitiativeSheet(number: 1, title: "")
    let ours = merged(with: base).sheet
    return EntryField.allCases.flatMap { field -> [String] in
      let before = saved == nil ? "" : base.content(of: field)
      let after = saved == nil ? contents[field] ?? "" : ours.content(of: field)
      return LongText(before) == LongText(after) ? [] : Wording.lines(ofChange: field, from: before, to: after)
    }
  }
}
