import Foundation
import InitiativeModel
import SheetExchange
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("export")
struct ExportTests {
  private static let data = packageFolder + "/Data"

  private func run(_ words: String..., environment: [String: String] = [:]) throws -> ProgramRun {
    try ProgramRun(["export"] + words, environment: environment)
  }

  /// Replaces a part of a file in a copy of the shipped books.
  private func change(_ folder: TemporaryFolder, _ name: String, _ part: String, _ other: String) throws {
    let text = try folder.text("Data/\(name)")
    #expect(text.contains(part))
    try folder.write(text.replacingOccurrences(of: part, with: other), to: "Data/\(name)")
  }

  @Test("A library goes out whole in every format, to standard output or to a file, and both are the same")
  func formats() throws {
    let folder = try TemporaryFolder()
    for format in ExportFormat.allCases where format != .xlsx {
      let run = try run(Self.data, "--format", format.rawValue)
      #expect(run.status == 0, "\(format)")
      #expect(
        run.errors.contains("furikaeri import では戻せません") == format.comesBack && run.errors.isEmpty != format.comesBack)
      #expect(run.output.contains("歳出の削減") && run.output.contains("未収金対策の強化"))
      let path = "\(folder.path)/out.\(format.rawValue)"
      let written = try self.run(Self.data, "--format", format.rawValue, "--output", path)
      #expect(written.status == 0 && written.errors == run.errors)
      #expect(written.output == "\(path) に2綴り28項目を書き出しました。\n")
      #expect(try folder.text("out.\(format.rawValue)") == run.output)
    }
  }

  @Test("A workbook needs a file, and is one")
  func workbook() throws {
    let none = try run(Self.data, "--format", "xlsx")
    #expect(none.status == 2 && none.errors.contains("--output 天王寺区.xlsx"))
    let folder = try TemporaryFolder()
    let run = try run(Self.data, "--format", "xlsx", "--output", folder.path + "/様式.xlsx")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("様式.xlsx").starts(with: [0x50, 0x4B]))
    let wrong = try self.run(Self.data, "--format", "xlsx", "--output", folder.path + "/item-01.json")
    #expect(wrong.status == 3 && wrong.errors.contains("綴りのファイルの名前"))
  }

  @Test("Where the temporary files of a workbook find no room, one sentence says so and nothing is written")
  func workbookWithoutRoom() throws {
    let folder = try copyOfData()
    let line = String(repeating: "同じ文です。", count: 800)
    try change(folder, "tennoji-2019/item-01.json", "\"annualActions\": [", "\"annualActions\": [\n\"\(line)\",")
    try folder.write("旧", to: "様式.xlsx")
    // The worksheet's XML is larger than a file may be, the workbook is not.
    let limited = ["/bin/sh", "-c", "trap '' XFSZ; ulimit -f 24; exec \"$@\"", "sh"]
    let run = try ProgramRun(
      [
        "export", folder.path + "/Data/tennoji-2019", "--item", "1", "--format", "xlsx", "--output",
        folder.path + "/様式.xlsx",
      ], through: limited)
    #expect(run.status == 3 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("furikaeri: Excelブックを作れませんでした"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try folder.text("様式.xlsx") == "旧" && folder.names().sorted() == ["Data", "様式.xlsx"])
  }

  @Test("What show and the text say stays whole in a pipe: no line is wrapped")
  func text() throws {
    let book = Self.data + "/tennoji-2019"
    for run in [try run(book, "--format", "text"), try ProgramRun(["show", book])] {
      for stored in try BookFolder(path: book).load().sheets {
        for line in stored.sheet.plan.policyAndTargets.lines { #expect(run.output.contains("\n  \(line)\n")) }
      }
      #expect(run.output.split(separator: "\n").contains { $0.count > 60 })
    }
  }

  @Test("On a terminal show wraps its lines as wide as that is")
  func wrapped() throws {
    let book = Self.data + "/tennoji-2019"
    let words = "\(ProgramRun.path) show \(book) --item 12"
    let run = try Child.run(
      ["/usr/bin/script", "-qec", "stty cols 40; \(words)", "/dev/null"], input: [],
      environment: ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"])
    let lines = run.1.split(separator: "\r\n")
    #expect(lines.count > 20 && lines.allSatisfy { $0.count <= 40 }, "\(run.1)")
  }

  @Test("One item of each book, by its number")
  func item() throws {
    let run = try run(Self.data, "--format", "text", "--item", "2")
    #expect(run.status == 0 && run.output.components(separatedBy: "取組項目 2 【").count == 3)
    #expect(!run.output.contains("取組項目 1 【"))
    let none = try self.run(Self.data, "--format", "html", "--item", "99")
    #expect(none.status == 3 && none.output.isEmpty && none.errors.contains("項目99がありません"))
  }

  @Test("One item of all wards, by its title; who has none of it is told, and near titles where nobody has")
  func itemTitle() throws {
    let folder = try copyOfData()
    try change(folder, "unnamed-ward-2019/book.json", "\"ward\": \"\"", "\"ward\": \"北区\"")
    let run = try run(folder.path + "/Data", "--format", "text", "--item-title", "未収金対策ノ強化")
    #expect(run.status == 0 && run.errors.isEmpty)
    let wards = run.output.split(separator: "\n").filter { $0.contains("年度(") }.map { $0.prefix(3) }
    #expect(wards == ["北区 ", "天王寺"])
    let some = try self.run(folder.path + "/Data", "--format", "html", "--item-title", "災害")
    #expect(some.status == 0 && some.errors.contains("項目がない綴り: 北区 令和元年度"))
    let several = try self.run(folder.path + "/Data", "--format", "json", "--item-title", "地縁型団体")
    #expect(several.status == 0 && several.errors.contains("題名は3種類あり"))
    let none = try self.run(folder.path + "/Data", "--format", "html", "--item-title", "未集金対策")
    #expect(none.status == 2 && none.output.isEmpty && none.errors.contains("近い題名: 「未収金対策の強化」"))
    #expect(none.errors.split(separator: "\n").count == 1)
  }

  @Test("What cannot be read is named, the rest is written, and the status says so; nothing at all writes nothing")
  func unreadable() throws {
    let folder = try copyOfData()
    try folder.write("{", to: "Data/tennoji-2019/item-02.json")
    let run = try run(folder.path + "/Data", "--format", "text", "--output", folder.path + "/a.txt")
    #expect(run.status == 3 && run.errors.contains("item-02.json") && run.errors.split(separator: "\n").count == 1)
    #expect(try folder.text("a.txt").components(separatedBy: "取組項目 ").count == 28)
    let one = try self.run(folder.path + "/Data/tennoji-2019", "--format", "text", "--item", "2")
    #expect(one.status == 3 && one.output.isEmpty)
    try folder.write("旧", to: "b.txt")
    let none = try self.run(folder.path + "/none", "--format", "text", "--output", folder.path + "/b.txt")
    #expect(none.status == 3)
    #expect(try folder.text("b.txt") == "旧")
  }

  @Test("A file that cannot be written is told in one sentence, and nothing is changed")
  func output() throws {
    let folder = try copyOfData()
    let sheet = folder.path + "/Data/tennoji-2019/item-01.json"
    let before = try folder.read("Data/tennoji-2019/item-01.json")
    try folder.write("旧", to: "old.html")
    #expect(symlink("old.html", folder.path + "/link") == 0)
    let cases = [
      (folder.path, "普通のファイルではない"), (folder.path + "/", "普通のファイルではない"), (folder.path + "/link", "普通のファイルではない"),
      ("/dev/full", "普通のファイルではない"), (folder.path + "/none/a.html", "書き出し先のフォルダー"), (sheet, "綴りのファイルの名前"),
      (folder.path + "/old.html/a", "書き出し先のフォルダー"),
    ]
    for (path, words) in cases {
      let run = try run(Self.data, "--format", "html", "--output", path)
      #expect(run.status == 3 && run.output.isEmpty && run.errors.contains(words), "\(path) \(run.errors)")
      #expect(run.errors.split(separator: "\n").count == 1)
    }
    #expect(try folder.read("Data/tennoji-2019/item-01.json") == before)
    #expect(try folder.text("old.html") == "旧")
    let small = try ProgramRun(
      ["export", Self.data, "--format", "html", "--output", folder.path + "/old.html"],
      through: ["/bin/sh", "-c", "ulimit -f 8; exec \"$@\"", "sh"])
    #expect(small.status == 3 && small.errors.contains("大きさの上限"))
    #expect(try folder.text("old.html") == "旧" && folder.names() == ["Data", "link", "old.html"])
  }

  @Test("Drafts are told, and what goes out is what is saved")
  func drafts() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    let stored = try BookFolder(path: book).loadSheet("item-05.json")
    let store = DraftStore(book: book, stateHome: folder.path + "/state", home: nil)
    _ = store.journal(for: stored, sheet: stored.sheet)
      .append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "書きかけ"))
    let environment = ["XDG_STATE_HOME": folder.path + "/state"]
    let run = try run(folder.path + "/Data", "--format", "text", environment: environment)
    #expect(run.status == 0 && !run.output.contains("書きかけ"))
    #expect(run.errors == "furikaeri: 保存していない下書きがあります(天王寺区 令和元年度 項目5)。書き出したのは保存済みの内容です。\n")
    #expect(try self.run(book, "--format", "text", "--item", "4", environment: environment).errors.isEmpty)
  }

  // MARK: 公開用チェック

  @Test("Special characters are listed by sheet, field and count with what is written for them, and found is 1")
  func checkSpecial() throws {
    let folder = try copyOfData()
    let name = "tennoji-2019/item-01.json"
    try change(folder, name, "\"issuesAndImprovements\": []", "\"issuesAndImprovements\": [\"㈱と㈱、ｶﾞ、髙\u{200B}\"]")
    let run = try run(folder.path + "/Data/tennoji-2019", "--check-special", "--item", "1")
    #expect(run.status == 1 && run.errors.isEmpty)
    let place = "\(folder.path)/Data/\(name) 項目1"
    let lines = ReviewPeriod.allCases.flatMap { period in
      [
        "「㈱」U+3231 機種依存文字 2字 → 「(株)」", "「ｶﾞ」U+FF76 U+FF9E 半角カナ 1字 → 「ガ」",
        "「髙」U+9AD9 機種依存文字 1字 → 置き換えなし(そのまま書き出します)", "U+200B 見えない文字 1字 → 取り除く",
      ].map { "\(place) \(period.printedName) 課題と改善策: \($0)\n" }
    }
    #expect(run.output == lines.joined() + "1項目を確認: 4種類10字(--replace-special で8字を置き換えて書き出せます)\n")
    let clean = try self.run(Self.data + "/tennoji-2019", "--check-special", "--item", "2")
    #expect(clean.status == 0 && clean.output == "1項目を確認: 機種依存文字、半角カナ、見えない文字、外字はありません。\n")
  }

  @Test("They are replaced in what goes out on request, never in the sheet")
  func replaceSpecial() throws {
    let folder = try copyOfData()
    let name = "tennoji-2019/item-01.json"
    try change(folder, name, "\"歳出の削減\"", "\"㈱歳出\"")
    try change(folder, name, "\"issuesAndImprovements\": []", "\"issuesAndImprovements\": [\"120㎡、髙、①\"]")
    let before = try folder.read("Data/\(name)")
    let book = folder.path + "/Data/tennoji-2019"
    for format in ["html", "text", "csv", "json", "markdown"] {
      let back = ["html", "text"].contains(format) ? "" : "置き換えた項目は、このファイルを取り込むときに"
      let run = try run(book, "--format", format, "--item", "1", "--replace-special")
      #expect(run.status == 0 && run.errors.contains("書き出した中で3字を置き換えました。綴りは変えていません。" + (back.isEmpty ? "\n" : back)))
      #expect(run.output.contains("(株)歳出") && run.output.contains("120平方メートル、髙、①"), "\(format)")
      #expect(!run.output.contains("㈱") && !run.output.contains("㎡"))
      let plain = try self.run(book, "--format", format, "--item", "1")
      #expect(plain.errors.isEmpty && plain.output.contains("㈱歳出") && plain.output.contains("120㎡、髙、①"))
    }
    #expect(try folder.read("Data/\(name)") == before)
  }

  @Test("The list of special characters is no export: the two are not asked for together")
  func together() throws {
    for words in [["--format", "html"], ["--output", "x"], ["--replace-special"]] {
      let run = try ProgramRun(["export", Self.data, "--check-special"] + words)
      #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("一緒に指定できません"))
    }
  }
}
