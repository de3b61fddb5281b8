// Holds an editor that is worked in for hours, with a model of what must be in the sheets.

import Foundation
import InitiativeModel
import SheetStorage
import TestSupport

/// One editor in a terminal, somebody else who saves into the same book, and what both wrote.
final class SoakedEditor {
  private let data: TemporaryFolder
  private let folder: String
  private let book: BookFolder
  private let terminal: PtyTerminal
  private var clock: ShiftedClock
  private var random = SeededGenerator(seed: 14)
  /// What the sheets must hold, by the number of the sheet.
  private var model: [Int: InitiativeSheet] = [:]
  private var sheet = 1
  private(set) var keys = 0
  private(set) var saves = 0
  private(set) var othersSaves = 0
  /// What did not happen in time.
  private(set) var trouble: [String] = []

  private static let sheets = 19

  init() throws {
    data = try copyOfData()
    folder = data.path + "/Data/tennoji-2019"
    book = BookFolder(path: folder, author: Author(name: "隣"))
    clock = try ShiftedClock()
    terminal = try PtyTerminal(
      [ProgramRun.path, folder, "--item", "1"],
      environment: clock.environment.merging(["XDG_STATE_HOME": data.path + "/state"]) { $1 })
    for number in 1...SoakedEditor.sheets {
      model[number] = try book.loadSheet(BookFolder.fileName(number)).sheet
    }
    if !terminal.sends("取組内容の実施見込み") { trouble.append("the form does not come") }
  }

  /// How long the machine slept in all, in seconds.
  var slept: Int64 { clock.slept }

  // MARK: Work

  /// Goes to the next sheet, writes into one of its texts and saves it.
  ///
  /// - Parameter length: how many keys it takes at the least.
  func work(_ length: Int) throws {
    let field: EntryField = Bool.random(using: &random) ? .results : .selfEvaluationIssues
    let end = keys + length
    // From the last field of the form two back to the other one; Ctrl-End goes behind the text.
    press("\u{1B}[F")
    for _ in 0..<(field == .results ? 2 : 0) { press("\u{1B}[Z") }
    press("\r")
    press("\u{1B}[1;5F")
    if text(field).unicodeScalars.count > 400 {
      press("\u{01}")
      press("\u{7F}")
      set("", field)
    }
    while keys < end { write(field) }
    if Int.random(in: 0..<4, using: &random) == 0 { othersSave(sheet) }
    save(field)
    press("\u{1B}OR")
    press("\u{1B}[6~")
    sheet = sheet % SoakedEditor.sheets + 1
    if sheet == 1 { for _ in 1..<SoakedEditor.sheets { press("\u{1B}[5~") } }
  }

  private func text(_ field: EntryField) -> String { model[sheet]?.text(of: field).string ?? "" }

  private func set(_ text: String, _ field: EntryField) { model[sheet]?.setText(LongText(text), of: field) }

  /// Types a character, or takes one back; or undoes some steps and does them again.
  private func write(_ field: EntryField) {
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<16 where !text(field).isEmpty:
      press("\u{7F}")
      set(String(text(field).unicodeScalars.dropLast()), field)
    case 16..<20:
      press("\r")
      set(text(field) + "\n", field)
    case 20..<22:
      for key in ["\u{1A}", "\u{1A}", "\u{19}", "\u{19}"] { press(key) }
    case 22..<24:
      for key in ["\u{1B}[H", "\u{1B}[A", "\u{1B}[1;5F"] { press(key) }
    default:
      let character = Unicode.Scalar(UInt32.random(in: 0x4E00...0x5E00, using: &random)).map(String.init) ?? "字"
      press(character)
      set(text(field) + character, field)
    }
  }

  /// Presses a key and waits until the screen follows it; one that changes nothing is waited for a moment.
  private func press(_ key: String) {
    terminal.forget()
    terminal.write(key)
    keys += 1
    let end = Date().addingTimeInterval(0.02)
    while terminal.sent == 0, Date() < end { usleep(100) }
  }

  /// Saves, and waits until the file holds what was written.
  ///
  /// What others saved meanwhile is taken over first, and then it wants the key once more.
  private func save(_ field: EntryField) {
    let (name, wanted) = (BookFolder.fileName(sheet), text(field))
    saves += 1
    for _ in 0..<60 {
      press("\u{13}")
      let isThere = Waiting.until(within: 1) {
        (try? self.book.loadSheet(name))?.sheet.text(of: field).string == wanted
      }
      if isThere { return }
    }
    trouble.append("after \(keys) keys \(name) does not hold what was saved")
  }

  // MARK: What happens around it

  /// Somebody else saves another field of a sheet, any one or the one that is open.
  func othersSave(_ number: Int? = nil) {
    let number = number ?? Int.random(in: 1...SoakedEditor.sheets, using: &random)
    do {
      let stored = try book.loadSheet(BookFolder.fileName(number))
      var changed = stored.sheet
      othersSaves += 1
      changed.setText(LongText("隣の\(othersSaves)"), of: .midTermIssues)
      _ = try book.write(try changed.validated(), over: stored)
      model[number]?.setText(changed.text(of: .midTermIssues), of: .midTermIssues)
    } catch {
      trouble.append("others cannot save: \(error)")
    }
  }

  /// The window gets another size.
  func resize() {
    let sizes: [(UInt16, UInt16)] = [(24, 80), (43, 132), (20, 60), (30, 100)]
    let (rows, columns) = sizes.randomElement(using: &random) ?? (24, 80)
    terminal.resize(rows: rows, columns: columns)
  }

  /// The machine sleeps for some seconds, and its time of day is not right when it wakes.
  func sleep(_ seconds: Int64) throws {
    kill(terminal.process, SIGSTOP)
    try clock.sleep(seconds)
    try clock.set(off: Int64.random(in: -7200...7200, using: &random))
    kill(terminal.process, SIGCONT)
  }

  // MARK: What is looked at

  /// The program's memory in KiB, its open descriptors, and the processor time that it took, in seconds.
  var use: (memory: Int, descriptors: Int, seconds: Double) {
    let folder = "/proc/\(terminal.process)"
    func words(_ name: String, _ isPart: (Substring) -> Bool) -> [Substring] {
      let text = (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
      return text.split(separator: "\n").first(where: isPart)?.split(separator: " ") ?? []
    }
    let memory = words("status") { $0.hasPrefix("VmRSS:") }
    let times = words("stat") { _ in true }
    let ticks = times.count > 14 ? (Double(times[13]) ?? 0) + (Double(times[14]) ?? 0) : 0
    let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/fd").count) ?? 0
    return (memory.count > 1 ? Int(memory[1]) ?? 0 : 0, descriptors, ticks / Double(sysconf(Int32(_SC_CLK_TCK))))
  }

  /// Leaves the editor; what is not as it must be.
  func leave() throws -> [String] {
    press("\u{1B}[21~")
    var wrong = trouble
    let status = terminal.ends()
    if status != 0 { wrong.append("it ended with \(String(describing: status))") }
    for number in 1...SoakedEditor.sheets {
      let name = BookFolder.fileName(number)
      if try book.loadSheet(name).sheet != model[number] { wrong.append("\(name) is not what was written") }
      let history = try ProgramRun(["history", folder, "--item", "\(number)", "--verify"])
      if history.status != 0 { wrong.append("\(name): \(history.output)\(history.errors)") }
    }
    let store = DraftStore(book: folder, stateHome: data.path + "/state", home: nil)
    for draft in store.drafts() { wrong.append("a draft of \(draft.fileName) is left") }
    return wrong
  }
}
