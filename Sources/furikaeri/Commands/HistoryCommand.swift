// Holds `history`: who changed what in a sheet, and when.

import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage

struct HistoryCommand {
  let folder: String
  let item: Int

  func run() throws(StorageError) -> Int32 {
    var isFound = false
    var problems: [String] = []
    for book in try LibraryFolder.load(folder) {
      guard case .readable(let stored) = book,
        let entry = stored.entries.first(where: { number(of: $0) == item })
      else { continue }
      isFound = true
      let history = try stored.folder.history(of: entry.fileName)
      Output.result("\(Wording.bookLine(stored.header, path: stored.folder.path)) \(entry.fileName)")
      if history.entries.isEmpty { Output.result(Wording.noHistory) }
      for entry in history.entries { show(entry) }
      if history.unreadable > 0 { problems.append(Wording.unreadableHistory(entry.fileName, history.unreadable)) }
    }
    for problem in problems { Output.message(problem) }
    guard isFound else {
      Output.message(Wording.noSuchItem(item, folder))
      return ExitStatus.unreadable
    }
    return problems.isEmpty ? ExitStatus.done : ExitStatus.unreadable
  }

  private func number(of entry: BookEntry) -> Int? {
    entry.stored?.sheet.number ?? BookFinding.number(inName: entry.fileName)
  }

  private func show(_ entry: HistoryEntry) {
    Output.result("")
    Output.result("\(LocalTime.text(of: entry.when))  \(entry.who)")
    for change in entry.changes {
      for line in change.lines { Output.result("  " + line) }
    }
  }
}
