import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Programs killed while they save")
struct KilledSaveTests {
  private let probe = Child.built("FaultProbe")

  @Test("Killed before every call of a save: the sheet is whole, and the next save leaves nothing behind")
  func everyCall() throws {
    var number = 0
    var isSaved = false
    while !isSaved {
      number += 1
      let folder = try Sample.book(1...1)
      let old = try folder.read("item-01.json")
      let run = try Child.run([probe, "save", folder.path, String(number)])
      isSaved = run.output == "saved\n"
      #expect(isSaved || run.status == 128 + SIGKILL)
      let sheet = try BookFolder(path: folder.path).loadSheet("item-01.json")
      #expect(sheet.bytes == old || sheet.sheet.selfEvaluation.results == "新しい行", "call \(number)")
      let saves = sheet.bytes == old ? [] : ["probe"]
      #expect(try whoSaved(folder) == saves, "call \(number)")
      try expectSavable(folder, "call \(number)")
      #expect(try whoSaved(folder) == saves + ["next"], "call \(number)")
      #expect(try folder.bookNames() == ["book.json", "item-01.json"], "call \(number)")
    }
    #expect(number > 15)
  }

  @Test("Killed before every call of setting a mark: the marks are whole, and the next mark leaves nothing behind")
  func everyCallOfAMark() throws {
    func mark(_ comment: LongText) -> ReviewMark {
      ReviewMark(period: .midTerm, decision: .sentBack, comment: comment, who: "課長", when: "", contents: [:])
    }
    for hasMarks in [false, true] {
      var number = 0
      var isSet = false
      while !isSet {
        number += 1
        let folder = try Sample.book(1...1)
        let book = BookFolder(path: folder.path)
        if hasMarks { _ = try book.add(mark("前"), to: "item-01.json") }
        let run = try Child.run([probe, "mark", folder.path, String(number)])
        isSet = run.output == "marked\n"
        let before: [LongText] = hasMarks ? ["前"] : []
        let now = try book.reviews(of: "item-01.json").marks.map(\.comment)
        #expect(now == before || now == before + ["後"], "call \(number)")
        #expect(try book.add(mark("次"), to: "item-01.json").marks.map(\.comment) == now + ["次"], "call \(number)")
        #expect(try folder.names("reviews") == [".furikaeri", "item-01.json"], "call \(number)")
      }
      #expect(number > 8)
    }
  }

  @Test("Killed at random while saving again and again: no sheet is damaged, no acknowledged save is lost")
  func random() throws {
    let folder = try Sample.book(1...1)
    let output = try TemporaryFolder()
    var random = SeededGenerator(seed: 4)
    let rounds = LongRun.isOn ? 10_000 : 40
    var acknowledged = 0
    for round in 0..<rounds {
      let log = "\(output.path)/\(round)"
      let process = try Child.start(
        [probe, "loop", folder.path, String(round * 1_000_000)], ["/dev/null", log, "/dev/null"])
      var waited = 0
      while waited < 30_000, ((try? output.read(String(round))) ?? []).isEmpty {
        usleep(1000)
        waited += 1
      }
      usleep(UInt32.random(in: 0...60_000, using: &random))
      kill(process, SIGKILL)
      #expect(Child.wait(for: process) == 128 + SIGKILL)
      let numbers = (try? output.text(String(round)))?.split(separator: "\n").compactMap { Int($0) } ?? []
      acknowledged += numbers.count
      #expect(!numbers.isEmpty, "round \(round): nothing is saved any more")
      let lines = try BookFolder(path: folder.path).loadSheet("item-01.json").sheet.selfEvaluation.results.lines
      if let last = numbers.last {
        #expect(lines.last == String(last) || lines.suffix(2) == [String(last), String(last + 1)], "round \(round)")
      }
      try? FileManager.default.removeItem(atPath: log)
    }
    try expectSavable(folder, "at the end")
    #expect(try folder.bookNames() == ["book.json", "item-01.json"])
    let history = try BookFolder(path: folder.path).history(of: "item-01.json")
    #expect(history.unreadable == 0 && history.entries.count >= acknowledged)
    for (entry, next) in zip(history.entries, history.entries.dropFirst()) { #expect(entry.to == next.from) }
  }

  /// Who saved, as the history tells it; there is no line in it that cannot be read and nothing that is not explained.
  private func whoSaved(_ folder: TemporaryFolder) throws -> [String] {
    let history = try BookFolder(path: folder.path).history(of: "item-01.json")
    #expect(history.unreadable == 0 && history.told.allSatisfy { $0.changeBefore == nil })
    #expect(history.check.findings.isEmpty && history.check.remarks.isEmpty)
    return history.entries.map(\.who)
  }

  @Test("Killed before every call of a save, the sheet then put back: no line that was whole goes, no save is made up")
  func putBackAfterwards() throws {
    var number = 0
    var isSaved = false
    while !isSaved {
      number += 1
      let folder = try Sample.book(1...1)
      let old = try folder.read("item-01.json")
      try expectSavable(folder, "call \(number)")
      isSaved = try Child.run([probe, "save", folder.path, String(number)]).output == "saved\n"
      let took = try whoSaved(folder).contains("probe")
      let text = try folder.text("history/item-01.jsonl")
      let whole = text.prefix(upTo: text.lastIndex(of: "\n") ?? text.startIndex)
      try folder.write(old, to: "item-01.json")
      try expectSavable(folder, "call \(number)")
      #expect(try folder.text("history/item-01.jsonl").hasPrefix(whole), "call \(number)")
      let history = try BookFolder(path: folder.path).history(of: "item-01.json")
      let probes = history.told.filter { $0.entry.who == "probe" }
      #expect(probes.allSatisfy { took || $0.isInterrupted } && (!took || probes.count == 1), "call \(number)")
      #expect(history.entries.filter { $0.who == "next" }.count == 2, "call \(number)")
    }
  }

  /// Saves once more: nobody is kept out, what was left is cleared, and the history ends with this save.
  private func expectSavable(_ folder: TemporaryFolder, _ comment: Comment) throws {
    let book = BookFolder(path: folder.path, author: Author(name: "next"))
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred.toggle()
    let written = try book.write(try sheet.validated(), over: base)
    #expect(written.foreignCopies.isEmpty && written.historyError == nil, comment)
    #expect(try folder.leftovers().isEmpty, comment)
    let last = try book.history(of: "item-01.json").entries.last
    #expect(last?.who == "next" && last?.from == SHA256.hexadecimal(base.bytes), comment)
  }

  @Test("A version that was displaced and never looked at gets a name that people find")
  func displaced() throws {
    let folder = try Sample.book(1...1)
    try folder.write("誰かの版", to: ".item-01.json.0123456789ab.tmp")
    try folder.write("ほかのもの", to: ".item-01.json.short.tmp")
    #expect(BookFolder(path: folder.path, author: Author(name: "山田 y-1")).clearUp().count == 1)
    let copy = try #require(try folder.bookNames().first { $0.contains(".conflict-") })
    #expect(copy.hasPrefix("item-01.conflict-") && copy.hasSuffix(".json"))
    #expect(try folder.text(copy) == "誰かの版")
    #expect(try folder.leftovers() == [".item-01.json.short.tmp"])
  }
}
