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
      let events = history.entries.map { told($0) } + (stored.reviews[entry.fileName]?.marks ?? []).map { told($0) }
      if events.isEmpty { Output.result(Wording.noHistory) }
      for (_, lines) in events.sorted(by: { $0.when < $1.when }) {
        Output.result("")
        for line in lines { Output.result(line) }
      }
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

  private func told(_ entry: HistoryEntry) -> (when: String, lines: [String]) {
    let lines = entry.changes.flatMap(\.lines).map { "  " + $0 }
    return (entry.when, ["\(LocalTime.text(of: entry.when))  \(entry.who)"] + lines)
  }

  /// A supervisor's mark, between the saves.
  private func told(_ mark: ReviewMark) -> (when: String, lines: [String]) {
    let place = mark.place.map { " (" + Wording.name($0) + ")" } ?? ""
    let head = "\(LocalTime.text(of: mark.when))  \(mark.who)"
    let decision = "  \(mark.period.printedName): \(mark.decision.rawValue)\(place)"
    return (mark.when, [head, decision] + mark.comment.lines.map { "    " + $0 })
  }
}
