import Foundation
import TestSupport
import Testing

@testable import furikaeri

@Suite("Names that are not what they should be", .serialized)
struct NamesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  /// 天王寺 in CP932, in EUC-JP, and a byte that is in no character set.
  static let names: [[UInt8]] = [[0x93, 0x56, 0x89, 0xA4, 0x8E, 0x9B], [0xC5, 0xB7, 0xB2, 0xA6, 0xBB, 0xFB], [0xFF]]

  private func path(_ name: [UInt8], in place: String) -> [CChar] {
    (Array("\(folder.path)/\(place)/".utf8) + name).map { CChar(bitPattern: $0) } + [0]
  }

  /// Takes everything away again, which Foundation cannot do with such names.
  private func clear() throws { _ = try Child.run(["rm", "-rf", folder.path + "/Data"]) }

  @Test("A book in a folder whose name is no UTF-8 is named as one that cannot be read; exit 3", arguments: names)
  func undecodableBook(name: [UInt8]) throws {
    defer { try? clear() }
    #expect(rename(folder.path + "/Data/tennoji-2019", path(name, in: "Data")) == 0)
    let last = try #require(name.last)
    let shown = "\\x" + String(last, radix: 16, uppercase: true)
    for command in ["status", "check", "show"] {
      let run = try ProgramRun([command, folder.path + "/Data"])
      #expect(run.status == 3)
      #expect(run.errors.contains(shown) && run.errors.contains("文字コードがUTF-8ではない"), "\(command): \(run.errors)")
      #expect(run.output.contains("unnamed-ward-2019") || run.output.contains("項目を点検") || command == "show")
    }
    let json = try ProgramRun(["check", folder.path + "/Data", "--format", "json"])
    #expect(json.output.contains("UTF-8ではない"))
    try FileManager.default.removeItem(atPath: folder.path + "/Data/unnamed-ward-2019")
    #expect(try ProgramRun(["status", folder.path + "/Data"]).status == 3)
  }

  @Test("Other folders and files with such names in a library are nothing to speak of")
  func undecodableOthers() throws {
    defer { try? clear() }
    #expect(mkdir(path([0xFF], in: "Data"), 0o755) == 0)
    close(creat(path([0xFE], in: "Data"), 0o644))
    let run = try ProgramRun(["check", folder.path + "/Data"])
    #expect(run.status == 0 && run.errors.isEmpty)
  }

  @Test("A file in a book with such a name is named by check and status")
  func undecodableFile() throws {
    defer { try? clear() }
    close(creat(path([0x93, 0x56, 0x2E], in: "Data/tennoji-2019"), 0o644))
    for command in ["check", "status"] {
      let run = try ProgramRun([command, folder.path + "/Data"])
      #expect(run.status == 0)
      #expect(run.output.contains("\\x93V. は名前の文字コードがUTF-8ではない"), "\(run.output)")
    }
  }

  @Test("An argument that is no UTF-8, and a folder that one stands in, say so in one sentence")
  func undecodableArgument() throws {
    defer { try? clear() }
    #expect(rename(folder.path + "/Data/tennoji-2019", path([0xFF], in: "Data")) == 0)
    let shell = "cd \"$2\" && exec \"$1\" check \"$(printf '\\377')\""
    let argument = try Child.run(["/bin/sh", "-c", shell, "sh", ProgramRun.path, folder.path + "/Data"])
    #expect(argument.status == 2 && argument.errors.contains("「\\xFF」は文字コードがUTF-8ではありません"))
    let inside = "cd \"$2/$(printf '\\377')\" && exec \"$1\" check ."
    let run = try Child.run(["/bin/sh", "-c", inside, "sh", ProgramRun.path, folder.path + "/Data"])
    #expect(run.status == 3 && run.errors.contains("\\xFF は名前の文字コードがUTF-8ではない"))
  }

  // MARK: Files that nobody reads, and second books

  @Test(
    "A file that looks like a sheet and that nobody reads is named, and what to do with it",
    arguments: [
      "item-05 (1).json", "item-05 のコピー.json", "item-05 - コピー.json", "コピー ～ item-05.json", "Copy of item-05.json",
      "item-05.json.bak", "item-05.json~", "item-5.json", "item-05.JSON", "item-05-PC01.json",
      "item-05.sync-conflict-20261121-080500-ABCDEFG.json", "item-05.conflict-0123456789ab.json", "book (1).json",
      "reviews/item-05 (1).json",
    ])
  func strays(name: String) throws {
    try folder.write(try folder.read("Data/tennoji-2019/item-05.json"), to: "Data/tennoji-2019/" + name)
    let check = try ProgramRun(["check", folder.path + "/Data"])
    #expect(check.status == 0)
    #expect(check.output.contains("参考 ") && check.output.contains("\(name) は") && check.output.contains("誰も読みません"))
    let json = try ProgramRun(["check", folder.path + "/Data", "--format", "json"])
    #expect(json.output.contains("\"rule\": \"stray-file\"") && json.output.contains("\"file\": \"\(name)\""))
    #expect(try ProgramRun(["status", folder.path + "/Data"]).output.contains("! \(name) は"))
  }

  @Test(
    "Files of other kinds are nothing to speak of",
    arguments: ["readme.txt", "会議のメモ.docx", "line-item-list.csv", ".item-01.swp"])
  func others(name: String) throws {
    try folder.write("", to: "Data/tennoji-2019/" + name)
    #expect(!(try ProgramRun(["check", folder.path + "/Data"]).output.contains(name)))
  }

  @Test("Two books of one ward and year block; wards without a name, and other years, do not")
  func sameBook() throws {
    let manager = FileManager.default
    try manager.copyItem(atPath: folder.path + "/Data/tennoji-2019", toPath: folder.path + "/Data/tennoji-2019 (1)")
    try manager.copyItem(atPath: folder.path + "/Data/unnamed-ward-2019", toPath: folder.path + "/Data/unnamed-2")
    let check = try ProgramRun(["check", folder.path + "/Data"])
    #expect(check.status == 1)
    #expect(check.output.contains("不備1件"))
    #expect(check.output.contains("天王寺区 2019年度(令和元年度)の綴りが2つあります"))
    #expect(check.output.contains("/Data/tennoji-2019、") && check.output.contains("/Data/tennoji-2019 (1)。"))
    #expect(try ProgramRun(["status", folder.path + "/Data"]).errors.contains("綴りが2つあります"))
    let other = try folder.text("Data/tennoji-2019/book.json").replacingOccurrences(of: "2019", with: "2020")
    try folder.write(other, to: "Data/tennoji-2019 (1)/book.json")
    #expect(try ProgramRun(["check", folder.path + "/Data"]).status == 0)
  }
}
