import Foundation
import TestSupport
import Testing

@testable import furikaeri

@Suite("Files that go to every limit of an import")
struct HostileImportTests {
  /// A file, by its name and what it holds, near what is taken of its kind.
  private static let files: [(name: String, head: String, part: String, bytes: Int, tail: String)] = [
    ("列.csv", "番号,題名", ",列", 3_000_000, "\n1,題\n"),
    ("見出し.csv", "番号,", "題名 ,", 3_000_000, "\n"),
    ("行.csv", "番号,副題\n1,\"", "長い行です\n", 4_000_000, "\"\n"),
    ("短い行.csv", "番号,副題\n1,\"", "'\n", 4_000_000, "\"\n"),
    ("空の欄.csv", "番号,題名\n", ",", 4_000_000, "\n"),
    ("逆斜線.md", "### 自己評価 課題と改善策\n", "\\", 4_000_000, "\n"),
    ("見出し.md", "", "### 自己評価 課題と改善策\n", 3_900_000, ""),
    ("値.json", "{\"books\":[0", ",0", 4_000_000, "]}"),
    ("深い.json", "", "{\"a\":", 4_000_000, ""),
    ("表.txt", "", "<table><tr><td>", 2_000_000, ""),
    ("広い欄.txt", "", "<td colspan=50 rowspan=50>あ", 2_000_000, ""),
    ("欄.txt", "", "<td>", 2_000_000, ""), ("縦線.txt", "", "|", 2_000_000, ""),
    ("取組項目.txt", "", "取組項目", 2_000_000, ""),
    ("一行.txt", "取組項目 1\n【題】\n", "あ", 2_000_000, ""),
  ]

  @Test(
    "Each is answered with one sentence that names it, within bounds of time and memory, and nothing is written",
    arguments: files.indices)
  func answered(index: Int) throws {
    let (name, head, part, bytes, tail) = HostileImportTests.files[index]
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    let before = try folder.text("Data/tennoji-2019/item-01.json")
    try folder.write(head + String(repeating: part, count: bytes / part.utf8.count) + tail, to: name)
    let run = try ProgramRun(
      ["import", folder.path + "/" + name, "--into", book], environment: ["XDG_STATE_HOME": folder.path + "/state"],
      through: ProgramRun.bounded())
    #expect((3...4).contains(run.status) && run.output.isEmpty, "\(name): \(run.status) \(run.output.prefix(200))")
    #expect(run.errors.contains(name) && run.errors.split(separator: "\n").count == 1, "\(run.errors.prefix(500))")
    #expect(try folder.text("Data/tennoji-2019/item-01.json") == before)
  }
}
