import Foundation
import TestSupport
import Testing

@Suite("What goes out of the program")
struct OutputTests {
  /// Runs the program from a shell that redirects its descriptors.
  private func run(_ words: [String], _ redirection: String, input: [UInt8] = []) throws -> ProgramRun {
    try ProgramRun(words, input: input, through: ["/bin/sh", "-c", "exec \"$@\" \(redirection)", "sh"])
  }

  private static let data = packageFolder + "/Data"
  private static let book = data + "/tennoji-2019"

  // MARK: Output that cannot be written

  @Test(
    "A result that cannot be written is told in one sentence, and exits 3",
    arguments: [
      ["show", book], ["status", data], ["status", data, "--format", "json"], ["status", data, "--format", "csv"],
      ["status", data, "--format", "html"], ["check", data], ["check", data, "--format", "json"],
      ["history", book, "--item", "1"], ["recover", data], ["--help"], ["show", "--help"], ["--version"],
      ["export", data, "--format", "html"], ["export", data, "--format", "text"],
      ["export", book, "--check-special", "--item", "1"],
    ])
  func unwritable(words: [String]) throws {
    let full = try run(words, ">/dev/full")
    #expect(full.status == 3)
    #expect(full.errors.split(separator: "\n").count == 1 && full.errors.contains("ディスクがいっぱいです"))
    let closed = try run(words, ">&-")
    #expect(closed.status == 3)
    #expect(closed.errors.split(separator: "\n").count == 1 && closed.errors.contains("出力が閉じられています"))
    #expect(try run(words, ">&- 2>&-").status == 3)
    #expect(try run(words, "2>&-").status == 0)
  }

  @Test("Whoever reads the beginning only ends the program without a word, and the status says so")
  func brokenPipe() throws {
    let folder = try copyOfData()
    let lines = repeatElement("\"長い文の一行です\"", count: 20_000).joined(separator: ",")
    let text = try folder.text("Data/tennoji-2019/item-01.json")
    #expect(text.contains("\"results\": []"))
    try folder.write(
      text.replacingOccurrences(of: "\"results\": []", with: "\"results\": [\(lines)]"),
      to: "Data/tennoji-2019/item-01.json")
    let words = [ProgramRun.path, "show", folder.path + "/Data/tennoji-2019"]
    let piped = try Child.run(["/bin/sh", "-c", "{ \"$@\"; echo $? >&2; } | head -c 1", "sh"] + words)
    #expect(piped.errors == "3\n")
  }

  @Test("An import whose report cannot be written says that the book is made, and exits 3")
  func importedUnseen() throws {
    let folder = try TemporaryFolder()
    let words = ["import", "-", "--into", folder.path + "/book", "--year", "2019"]
    let input = Array(CommandTests.published.replacingOccurrences(of: "SIGN", with: "①").utf8)
    let run = try run(words, ">&-", input: input)
    #expect(run.status == 3)
    #expect(run.errors.contains("取り込みました") && run.errors.contains("書き出せませんでした"))
    #expect(try folder.bookNames("book") == ["book.json", "item-01.json"])
    #expect(try folder.text("book/item-01.json").hasPrefix("{\n  \"formatVersion\": 1"))
    #expect(try self.run(words, "<&-").status == 3)
  }

  // MARK: Characters that drive a terminal

  /// A copy of the books in which one sheet is full of characters that drive a terminal.
  private func hostile() throws -> TemporaryFolder {
    let folder = try copyOfData()
    let name = "Data/tennoji-2019/item-01.json"
    let evil = "\\u001b]0;x\\u0007\\u009b31m\\u202e\\u2066\\u007f\\u200b\\u2028\\udb40\\udc41"
    let text = try folder.text(name)
      .replacingOccurrences(of: "\"歳出の削減\"", with: "\"題\(evil)\"")
      .replacingOccurrences(of: "\"subtitle\": \"\"", with: "\"subtitle\": \"副\(evil)\"")
      .replacingOccurrences(of: "\"targetForecast\": \"①\"", with: "\"targetForecast\": \"②\"")
      .replacingOccurrences(of: "\"issuesAndImprovements\": []", with: "\"issuesAndImprovements\": [\"文\(evil)\"]")
    try folder.write(text, to: name)
    let header = "Data/tennoji-2019/book.json"
    try folder.write(
      try folder.text(header).replacingOccurrences(of: "天王寺区", with: "天\(evil)"), to: header)
    let line = """
      {"after":{"title":"後\(evil)"},"before":{"title":"前\(evil)"},"from":"a","to":"b",\
      "when":"2026-11-21T08:05:00Z","who":"人\(evil)"}

      """
    try folder.write(line, to: "Data/tennoji-2019/history/item-01.jsonl")
    try FileManager.default.moveItem(
      atPath: folder.path + "/Data/tennoji-2019", toPath: folder.path + "/Data/b\u{1B}[2J\u{202E}")
    try folder.write("{", to: "Data/b\u{1B}[2J\u{202E}/item-02.json")
    return folder
  }

  private func isDriving(_ scalar: Unicode.Scalar, in format: String) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x0D: format != "csv"
    case 0xFEFF: format != "csv"
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xE0000...0xE007F: true
    default: false
    }
  }

  @Test(
    "No command and no format lets a character out that drives a terminal, into a pipe neither",
    arguments: [
      ["show"], ["status"], ["status", "--format", "csv"], ["status", "--format", "json"],
      ["status", "--format", "html"], ["check"], ["check", "--format", "json"], ["history", "--item", "1"],
      ["recover"], ["export", "--format", "html"], ["export", "--format", "markdown"], ["export", "--format", "text"],
      ["export", "--format", "json"], ["export", "--format", "csv"], ["export", "--check-special"],
    ])
  func driving(words: [String]) throws {
    let folder = try hostile()
    let run = try ProgramRun([words[0], folder.path + "/Data"] + words.dropFirst())
    #expect(!run.output.isEmpty)
    let leaked = (run.output + run.errors).unicodeScalars.filter { isDriving($0, in: words.last ?? "") }
    #expect(leaked.isEmpty, "\(leaked.map { String($0.value, radix: 16) })")
  }

  @Test("JSON has hidden characters as \\uXXXX, and reads as the same text")
  func json() throws {
    let folder = try hostile()
    let run = try ProgramRun(["status", folder.path + "/Data", "--format", "json"])
    let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let books = try #require(value["books"] as? [[String: Any]])
    let titles = books.flatMap { ($0["sheets"] as? [[String: Any]] ?? []).compactMap { $0["title"] as? String } }
    let evil = "題\u{1B}]0;x\u{7}\u{9B}31m\u{202E}\u{2066}\u{7F}\u{200B}\u{2028}\u{E0041}"
    #expect(titles.contains { $0.unicodeScalars.elementsEqual(evil.unicodeScalars) })
  }
}
