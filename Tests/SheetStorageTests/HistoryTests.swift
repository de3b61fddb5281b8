import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("The history of a sheet")
struct HistoryTests {
  private static let name = "item-01.json"
  private static let file = "history/item-01.jsonl"

  /// A book whose only sheet was saved with each of some texts.
  private func book(saving texts: String...) throws -> TemporaryFolder {
    let folder = try Sample.book(1...1)
    for text in texts { try save(text, in: folder) }
    return folder
  }

  @discardableResult
  private func save(_ text: String, in folder: TemporaryFolder) throws -> BookFolder.Written {
    let book = BookFolder(path: folder.path, author: Author(name: "山田"))
    let base = try book.loadSheet(HistoryTests.name)
    var sheet = base.sheet
    sheet.selfEvaluation.results = LongText(text)
    return try book.write(try sheet.validated(), over: base)
  }

  private func history(_ folder: TemporaryFolder) throws -> SheetHistory {
    try BookFolder(path: folder.path).history(of: HistoryTests.name)
  }

  /// What each save that took place wrote.
  private func texts(_ folder: TemporaryFolder) throws -> [String] {
    try history(folder).entries.map { entry in
      guard case .array(let lines)? = entry.changes.first?.after else { return "" }
      return lines.map { if case .string(let line) = $0 { line } else { "" } }.joined(separator: "\n")
    }
  }

  private func lines(_ folder: TemporaryFolder) throws -> [String] {
    try folder.text(HistoryTests.file).split(separator: "\n").map(String.init)
  }

  private func put(_ lines: [String], in folder: TemporaryFolder) throws {
    try folder.write(lines.map { $0 + "\n" }.joined(), to: HistoryTests.file)
  }

  // MARK: What was saved stays

  @Test("A sheet that was put back and saved anew keeps the line of the save before, and the history says so")
  func putBack() throws {
    let folder = try book(saving: "一")
    let first = try folder.read(HistoryTests.name)
    try save("二", in: folder)
    try folder.write(first, to: HistoryTests.name)
    try save("三", in: folder)
    #expect(try texts(folder) == ["一", "二", "三"])
    let told = try history(folder).told
    #expect(told.map(\.changeBefore) == [nil, nil, .putBack(toSaveOf: told[0].entry.when)])
    #expect(try history(folder).check.findings.isEmpty)
  }

  @Test("Put back to the time before the first save, or changed by another program: the next save tells which")
  func changedOtherwise() throws {
    let folder = try Sample.book(1...1)
    let before = try folder.read(HistoryTests.name)
    try save("一", in: folder)
    try folder.write(before, to: HistoryTests.name)
    try save("二", in: folder)
    try folder.write(try folder.text(HistoryTests.name).replacingOccurrences(of: "二", with: "別"), to: HistoryTests.name)
    try save("三", in: folder)
    let told = try history(folder).told
    #expect(told.map(\.changeBefore) == [nil, .putBackBefore(saveOf: told[0].entry.when), .unknown])
    #expect(try texts(folder) == ["一", "二", "三"])
  }

  @Test("A line that was left open is told once the sheet holds what it tells of, and the next save ends it")
  func openAndDone() throws {
    let folder = try book(saving: "一", "二")
    let text = try folder.text(HistoryTests.file)
    for cut in [1, 2] {
      try folder.write(String(text.dropLast(cut)), to: HistoryTests.file)
      #expect(try texts(folder) == ["一", "二"] && history(folder).unreadable == 0, "\(cut)")
      #expect(try history(folder).check.findings.isEmpty, "\(cut)")
    }
    try save("三", in: folder)
    #expect(try folder.text(HistoryTests.file).hasPrefix(text))
    #expect(try texts(folder) == ["一", "二", "三"])
  }

  @Test("A line that was left open before its save is never told as a save, and never removed")
  func openAndNotDone() throws {
    let folder = try book(saving: "一")
    let first = try folder.read(HistoryTests.name)
    try save("二", in: folder)
    let text = String(try folder.text(HistoryTests.file).dropLast(2))
    try folder.write(text, to: HistoryTests.file)
    try folder.write(first, to: HistoryTests.name)
    #expect(try texts(folder) == ["一"])
    try save("三", in: folder)
    #expect(try texts(folder) == ["一", "三"])
    #expect(try folder.text(HistoryTests.file).hasPrefix(text + ",\"interrupted\":true}\n"))
    #expect(try history(folder).told.map(\.isInterrupted) == [false, true, false])
    #expect(try history(folder).unreadable == 0 && history(folder).check.findings.isEmpty)
  }

  @Test("A part of a line goes where the lines before it explain the sheet, and stays where they do not")
  func partOfALine() throws {
    let folder = try book(saving: "一", "二")
    let whole = try folder.text(HistoryTests.file)
    try folder.write(whole + String(try lines(folder)[1].prefix(60)), to: HistoryTests.file)
    #expect(try texts(folder) == ["一", "二"] && history(folder).unreadable == 0)
    try save("三", in: folder)
    #expect(try texts(folder) == ["一", "二", "三"] && history(folder).unreadable == 0)
    let damaged = String(try folder.text(HistoryTests.file).dropLast(40))
    try folder.write(damaged, to: HistoryTests.file)
    try save("四", in: folder)
    #expect(try folder.text(HistoryTests.file).hasPrefix(damaged + "\n"))
    #expect(try texts(folder) == ["一", "二", "四"] && history(folder).unreadable == 1)
  }

  @Test("What changed among ten thousand keys is found at once, byte by byte, with what it was before")
  func manyChanges() throws {
    func document(_ last: String) -> JSONValue {
      let keys = (1...9_999).map { "k\($0)" } + [last]
      return .object([
        JSONMember(key: "x", value: .object(keys.map { JSONMember(key: $0, value: .string($0)) }))
      ])
    }
    let (seconds, _) = ProcessorTime.seconds {
      let changes = HistoryCodec.changes(from: document("é"), to: document("e\u{301}"))
      #expect(changes.map { Array($0.key.utf8) } == [Array("x.e\u{301}".utf8), Array("x.é".utf8)])
      let entry = HistoryEntry(when: "", who: "", changes: changes, from: "a", to: "b")
      #expect(HistoryCodec.decode(HistoryCodec.begun(entry) + HistoryCodec.done) == entry)
    }
    #expect(seconds < 5)
  }

  // MARK: Whether all of it is there

  @Test("A whole history has no findings; one line is checked for each that stood before it")
  func whole() throws {
    let folder = try book(saving: "一", "二", "三")
    let check = try history(folder).check
    #expect(check.findings.isEmpty && check.remarks.isEmpty)
    #expect(try lines(folder)[0].contains("\"previous\":null"))
    #expect(try lines(folder)[1].contains("\"previous\":\"\(SHA256.hexadecimal(lines(folder)[0].utf8))\""))
  }

  @Test("A line that is gone, changed, moved, damaged or cut short is named")
  func notWhole() throws {
    let folder = try book(saving: "一", "二", "三", "四")
    let all = try lines(folder)
    let times = try history(folder).entries.map(\.when)
    func findings(_ lines: [String]) throws -> [HistoryCheck.Finding] {
      try put(lines, in: folder)
      return try history(folder).check.findings
    }
    /// A line by its number in the file, and by which of the saves it tells of.
    func line(_ number: Int, of save: Int) -> HistoryCheck.Line {
      HistoryCheck.Line(number: number, when: times[save])
    }
    let rewritten = all[1].replacingOccurrences(of: "[\"二\"]", with: "[\"ニセ\"]")
    let unchained = all[2].replacingOccurrences(of: "previous", with: "earlier")
    let nothing = HistoryCheck.Line(number: 3, when: nil)
    #expect(try findings(all).isEmpty)
    #expect(try findings(Array(all[1...])).first == .missing(before: line(1, of: 1)))
    #expect(try findings([all[0], all[2], all[3]]) == [.missing(before: line(2, of: 2))])
    #expect(try findings([all[0], rewritten, all[2], all[3]]) == [.changed(line(2, of: 1))])
    #expect(try findings([all[0], all[2], all[1], all[3]]) == [.outOfOrder(line(2, of: 2))])
    #expect(try findings([all[0], all[1], "{", all[3]]) == [.unreadable(nothing)])
    #expect(try findings([all[0], all[1], unchained, all[3]]).first == .notChained(line(3, of: 2)))
    #expect(try findings(Array(all[..<3])) == [.sheetIsUnknown])
    try folder.write([all[0], all[1], String(all[3].prefix(50))].joined(separator: "\n"), to: HistoryTests.file)
    #expect(try history(folder).check.findings == [.cutShort(nothing), .sheetIsUnknown])
  }

  @Test("A sheet that is put back is no finding and is said; one that was changed otherwise is a finding")
  func sheet() throws {
    let folder = try Sample.book(1...1)
    let before = try folder.read(HistoryTests.name)
    try save("一", in: folder)
    let first = try folder.read(HistoryTests.name)
    try save("二", in: folder)
    let when = try history(folder).entries.map(\.when)
    try folder.write(first, to: HistoryTests.name)
    #expect(try history(folder).check.remarks == [.sheetIsPutBack(toSaveOf: when[0])])
    try folder.write(before, to: HistoryTests.name)
    #expect(try history(folder).check.remarks == [.sheetIsPutBackBefore(saveOf: when[0])])
    try folder.write(first + [0x0A], to: HistoryTests.name)
    #expect(try history(folder).check.findings == [.sheetIsUnknown])
  }

  @Test("Lines of a program that did not chain them are told as such and are no finding")
  func unchained() throws {
    let folder = try book(saving: "一", "二")
    let old = try lines(folder).map { line in
      line.replacing(try Regex("\"previous\":(null|\"[0-9a-f]*\"),"), with: "")
    }
    try put(old, in: folder)
    #expect(try texts(folder) == ["一", "二"] && history(folder).check.findings.isEmpty)
    try save("三", in: folder)
    #expect(try history(folder).check.findings.isEmpty && history(folder).check.remarks == [.unchained(2)])
    try put([old[0]] + (try lines(folder)[2...]), in: folder)
    #expect(try history(folder).check.findings.count == 1)
  }

  // MARK: Histories that are none

  @Test(
    "A history that is a sparse terabyte, or one endless line: the save goes through at once and says why",
    arguments: [1 << 40, 20 * 1024 * 1024])
  func endless(size: off_t) throws {
    let folder = try book(saving: "一")
    #expect(truncate(folder.path + "/" + HistoryTests.file, size) == 0)
    try folder.write(try folder.read(HistoryTests.name), to: ".item-01.json.0123456789ab.tmp")
    let (seconds, written) = try ProcessorTime.seconds { try save("二", in: folder) }
    #expect(written.historyError?.code == EFBIG)
    #expect(try BookFolder(path: folder.path).loadSheet(HistoryTests.name).sheet.selfEvaluation.results == "二")
    #expect(try folder.leftovers().isEmpty)
    #expect(seconds < 2)
    if size > HistoryFile.largest {
      let path = try OpenFolder(folder.path).path(of: HistoryTests.file)
      #expect(throws: StorageError.tooLarge(path: path, bytes: Int(size), limit: HistoryFile.largest)) {
        try history(folder)
      }
    } else {
      #expect(try history(folder).entries.count == 1)
    }
  }

  @Test(
    "A history of more lines than saves can have written is refused at once", arguments: ["{\n", "{\"a\":1}\n", "\n"])
  func dense(line: String) throws {
    let folder = try book(saving: "一")
    try folder.write(
      try folder.text(HistoryTests.file) + String(repeating: line, count: 3_000_000), to: HistoryTests.file)
    let (seconds, _) = ProcessorTime.seconds { #expect(throws: StorageError.self) { try history(folder) } }
    #expect(seconds < 2)
  }

  @Test("The last save is read from the end of the file, however much stands before it")
  func lastSave() throws {
    let folder = try book(saving: "一", "二", "三")
    func last() throws -> String? {
      try BookFolder(path: folder.path).lastSave(of: HistoryTests.name).map { "\($0.changes.map(\.after))" }
    }
    let expected = try history(folder).entries.last.map { "\($0.changes.map(\.after))" }
    #expect(try last() == expected && expected?.contains("三") == true)
    let text = try folder.text(HistoryTests.file)
    try folder.write(String(repeating: "{\"a\":1}\n", count: 3_000_000) + text, to: HistoryTests.file)
    let (seconds, found) = try ProcessorTime.seconds { try last() }
    #expect(found == expected && seconds < 2)
    let long = String(repeating: "x", count: 200_000) + "\n"
    try folder.write(text + long, to: HistoryTests.file)
    #expect(try last() == expected, "the last lines tell nothing: more is read")
    try FileManager.default.removeItem(atPath: folder.path + "/history")
    #expect(try last() == nil)
  }
}
