// Holds `history`: who changed what in a sheet, and when; whether all of it is there.

import Glibc
import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import SheetWording

struct HistoryCommand: ProgramCommand {
  let folder: String
  let item: Int
  /// Whether the history is checked instead of told.
  let verifies: Bool

  init(_ words: CommandWords) throws(UsageError) {
    folder = try words.required(words.argument, "FOLDER")
    item = try words.required(words.item, "--item N")
    verifies = words.has("--verify")
  }

  func run() throws(StorageError) -> Int32 {
    var isFound = false
    var problems: [String] = []
    var unread: [String] = []
    var isWhole = true
    for book in OpenLibrary.inOrder(try LibraryFolder.load(folder), by: \.header) {
      switch book {
      case .unreadable(_, let error): unread.append(Wording.sentence(error))
      case .readable(let stored):
        guard let entry = stored.entries.first(where: { number(of: $0) == item }) else { continue }
        isFound = true
        do {
          let history = try stored.folder.history(of: entry.fileName)
          Output.result("\(Wording.bookLine(stored.header, path: stored.folder.path)) \(entry.fileName)")
          if verifies {
            isWhole = report(history) && isWhole
            if case .unreadable(_, .unmerged(let path, let file)) = entry {
              problems.append(Wording.sentence(.unmerged(path: path, file)))
            }
          } else {
            let settings = (try? BookPlan(path: stored.folder.path).settings()) ?? []
            tell(history, stored.reviews[entry.fileName]?.marks ?? [], settings)
            if history.hasMergeMarkers { Output.message(Wording.mergeMarkersInHistory(entry.fileName)) }
            if history.unreadable > 0 { problems.append(Wording.unreadableHistory(entry.fileName, history.unreadable)) }
          }
        } catch {
          problems.append(Wording.sentence(ofHistory: error))
        }
      }
    }
    if !isFound { problems += unread + [Wording.noSuchItem(item, folder)] }
    for problem in problems { Output.message(problem) }
    guard problems.isEmpty else { return ExitStatus.unreadable }
    return isWhole ? ExitStatus.done : ExitStatus.findings
  }

  private func number(of entry: BookEntry) -> Int? {
    entry.stored?.sheet.number ?? BookFinding.number(inName: entry.fileName)
  }

  // MARK: Telling

  private func tell(
    _ history: SheetHistory, _ marks: [ReviewMark], _ settings: [(entry: HistoryEntry, isOpen: Bool)]
  ) {
    let replies = marks.flatMap { mark in mark.replies.map { told($0, to: mark) } }
    let events =
      history.told.map { told($0) } + marks.map { told($0) } + replies
      + settings.map { told($0.entry, planIsOpen: $0.isOpen) }
    if events.isEmpty { Output.result(Wording.noHistory) }
    let ordered = events.enumerated().sorted { ($0.element.when, $0.offset) < ($1.element.when, $1.offset) }
    for (_, event) in ordered {
      Output.result("")
      for line in event.lines { Output.result(line) }
    }
  }

  private func told(_ told: SheetHistory.Told) -> (when: String, lines: [String]) {
    var lines = ["\(LocalTime.text(of: told.entry.when))  \(told.entry.who)"]
    if let change = told.changeBefore { lines.append("  " + Wording.sentence(change)) }
    if told.isInterrupted { lines.append("  " + Wording.interruptedSave) }
    return (told.entry.when, lines + told.entry.changes.flatMap(\.lines).map { "  " + $0 })
  }

  /// The fixing or opening of the book's plan, between the saves.
  private func told(_ entry: HistoryEntry, planIsOpen: Bool) -> (when: String, lines: [String]) {
    (entry.when, ["\(LocalTime.text(of: entry.when))  \(entry.who)", "  " + Wording.planWasSet(isOpen: planIsOpen)])
  }

  /// A supervisor's mark, between the saves.
  private func told(_ mark: ReviewMark) -> (when: String, lines: [String]) {
    let place = mark.places.isEmpty ? "" : " (" + Wording.places(of: mark) + ")"
    let head = "\(LocalTime.text(of: mark.when))  \(mark.who)"
    let decision = "  \(mark.period.printedName): \(mark.decision.rawValue)\(place)"
    return (mark.when, [head, decision] + mark.comment.lines.map { "    " + $0 })
  }

  /// A reply to a supervisor's comment.
  private func told(_ reply: ReviewReply, to mark: ReviewMark) -> (when: String, lines: [String]) {
    let head = "\(LocalTime.text(of: reply.when))  \(reply.who)"
    let about = "  \(mark.period.printedName): \(Wording.replyTo(mark, by: reply.side))"
    return (reply.when, [head, about] + reply.comment.lines.map { "    " + $0 })
  }

  // MARK: Checking

  /// Says whether all of the history is there; whether it is.
  private func report(_ history: SheetHistory) -> Bool {
    let findings = history.check.findings
    for finding in findings { Output.result("  ! " + Wording.sentence(finding)) }
    for remark in history.check.remarks { Output.result("  " + Wording.sentence(remark)) }
    if !findings.isEmpty {
      Output.result("  " + Wording.historyIsNotWhole(findings.count))
    } else {
      let saves = history.entries.count
      Output.result("  " + (saves == 0 ? Wording.noHistory : Wording.historyIsWhole(saves: saves)))
    }
    return findings.isEmpty
  }
}

extension HistoryCommand {
  static let name = "history"
  static let usage = "FOLDER --item N [--verify]"
  static let summary = "項目の保存の履歴(誰が、いつ、何を変えたか)。そろっているかも調べられる"
  static let help = """
    項目の保存の履歴を、古いものから順に表示します。- は消えた行、+ は加わった行です。
    綴りの計画をいつ誰が確定したか、開き直したかも、あわせて表示します。
    名前は環境変数 FURIKAERI_USER、なければログイン名です。
    --verify は、履歴の行が欠けたり書き換えられたりしていないかを調べます。そろっていなければ 1 で終わります。
    """
}
