import Foundation
import TestSupport
import Testing

@testable import furikaeri

@Suite("The command line")
struct CommandTests {
  private func run(_ words: String..., input: String = "") throws -> ProgramRun {
    try ProgramRun(words, input: Array(input.utf8))
  }

  private func item(_ folder: TemporaryFolder, _ number: Int) -> String {
    "Data/tennoji-2019/item-\(number < 10 ? "0" : "")\(number).json"
  }

  /// Replaces a part of a file in a copy of the shipped books.
  private func change(_ folder: TemporaryFolder, _ number: Int, _ part: String, _ other: String) throws {
    let text = try folder.text(item(folder, number))
    #expect(text.contains(part))
    try folder.write(text.replacingOccurrences(of: part, with: other), to: item(folder, number))
  }

  @Test("Help and version go to standard output and list every command that there is")
  func help() throws {
    let help = try run("--help")
    #expect(help.status == 0 && help.errors.isEmpty)
    for command in ProgramCommands.all {
      #expect(help.output.contains("furikaeri \(command.name)"))
      #expect(try run(command.name, "-h").output.hasPrefix("furikaeri \(command.name)"))
    }
    #expect(try run("--version").output.hasPrefix("furikaeri "))
  }

  @Test(
    "A wrong command line gives one sentence and exit 2",
    arguments: [
      ["review"], ["publish", "x"], ["export", "x"], ["--nonsense"], ["show"], ["import"], ["import", "x"],
      ["show", "a", "b"],
      ["check", "--for", "spring"], ["status", "--format", "xml"], ["edit", "--item", "0"], ["edit", "--item"],
      ["import", "x", "--into", "y", "--year", "昭和"], ["status", "--replace"],
    ])
  func usage(words: [String]) throws {
    let run = try ProgramRun(words)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("furikaeri: ") && run.errors.split(separator: "\n").count == 1)
  }

  @Test(
    "show, check, status and history name the wards in one order: the latest year first, then as the city orders them"
  )
  func oneOrder() throws {
    let folder = try copyOfData()
    for (name, ward, year) in [("a", "西成区", 2019), ("b", "北区", 2019), ("c", "都島区", 2018), ("d", "中央区", 2019)] {
      let text = try folder.text("Data/tennoji-2019/item-01.json")
      let header = try folder.text("Data/tennoji-2019/book.json").replacingOccurrences(of: "天王寺区", with: ward)
      try folder.write(header.replacingOccurrences(of: "2019", with: String(year)), to: "wards/\(name)/book.json")
      try folder.write(
        text.replacingOccurrences(of: "\"targetForecast\": \"①\"", with: "\"targetForecast\": \"②\""),
        to: "wards/\(name)/item-01.json")
    }
    let wards = ["北区", "中央区", "西成区", "都島区"]
    func order(_ output: String, _ names: [String]) -> [String] {
      names.compactMap { name in output.range(of: name).map { ($0.lowerBound, name) } }.sorted { $0.0 < $1.0 }.map(\.1)
    }
    for command in ["show", "status"] {
      #expect(order(try run(command, folder.path + "/wards").output, wards) == wards, "\(command)")
    }
    let paths = ["b", "d", "a", "c"].map { "wards/\($0)/" }
    #expect(order(try run("check", folder.path + "/wards").output, paths) == paths)
    #expect(order(try run("history", folder.path + "/wards", "--item", "1").output, wards) == wards)
  }

  @Test("The help says what the program is for, and that a plan is written until it is fixed")
  func helpIsTrue() throws {
    let help = try run("--help").output
    #expect(help.split(separator: "\n").first?.contains("計画を読みながら") == true)
    #expect(help.contains("計画を書く画面を開く(確定するまで)"))
  }

  @Test("The shipped books are clean and as printed: 19 and 9 sheets, one ②, one ③")
  func shippedBooks() throws {
    let check = try run("check", packageFolder + "/Data", "--format", "json")
    #expect(check.status == 0)
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(check.output.utf8)) as? [String: Any])
    #expect(findings["sheets"] as? Int == 28)
    #expect((findings["findings"] as? [[String: Any]])?.map { $0["rule"] as? String } == ["printed-requirement"])
    let status = try run("status", packageFolder + "/Data", "--format", "json")
    let books = try #require(try JSONSerialization.jsonObject(with: Data(status.output.utf8)) as? [String: Any])[
      "books"]
    let sheets = try #require((books as? [[String: Any]])?.map { $0["sheets"] as? [[String: Any]] ?? [] })
    #expect(sheets.map(\.count) == [19, 9])
    let forecasts = sheets[0].map { $0["midTermReview.targetForecast"] as? String }
    #expect(forecasts == Array(repeating: "①", count: 18) + ["②"])
    #expect(sheets[1].allSatisfy { $0["midTerm"] as? String == "未入力" })
  }

  @Test("A hand-made ② with a blank 課題と改善策 is reported and exits 1", arguments: ["", "　", "—", "ー", " \\n "])
  func brokenRule(blank: String) throws {
    let folder = try copyOfData()
    try change(folder, 3, "\"targetForecast\": \"①\"", "\"targetForecast\": \"②\"")
    try change(folder, 3, "\"issuesAndImprovements\": []", "\"issuesAndImprovements\": [\"\(blank)\"]")
    let check = try run("check", folder.path + "/Data")
    #expect(check.status == 1)
    #expect(check.output.contains("不備") && check.output.contains("item-03.json"))
    #expect(check.output.contains("中間振り返り 課題と改善策"))
  }

  @Test("check --for wants the period's fields, and says which are missing")
  func complete() throws {
    #expect(try run("check", packageFolder + "/Data/tennoji-2019", "--for", "midterm").status == 0)
    let final = try run("check", packageFolder + "/Data/tennoji-2019", "--for", "final")
    #expect(final.status == 1)
    #expect(final.output.contains("自己評価 当年度の取組実績及び目標の達成状況: 記入されていません"))
  }

  @Test("show prints one sheet or all, with the form's words")
  func show() throws {
    let one = try run("show", packageFolder + "/Data/tennoji-2019", "--item", "19")
    #expect(one.status == 0)
    #expect(one.output.contains("目標の達成見込み: ② 達成できない見込み"))
    #expect(one.output.contains("課題と改善策 ※左記が「②」の場合は必須"))
    #expect(try run("show", packageFolder + "/Data").output.components(separatedBy: "取組項目 ").count == 29)
    let none = try run("show", packageFolder + "/Data/tennoji-2019", "--item", "99")
    #expect(none.status == 3 && none.errors.contains("項目99"))
  }

  @Test("status as CSV opens in Excel: BOM, CR LF, no cell that becomes a formula")
  func csv() throws {
    let folder = try copyOfData()
    try change(folder, 1, "\"title\": \"歳出の削減\"", "\"title\": \"=1+1\\\"、\"")
    let csv = try run("status", folder.path + "/Data/tennoji-2019", "--format", "csv").output
    #expect(csv.hasPrefix("\u{FEFF}区,年度,番号"))
    #expect(csv.contains("\"'=1+1\"\"、\"") && csv.contains("\r\n"))
  }

  @Test("status tells who saved last, and what a deadline finds open; a day that is none is refused")
  func statusExtras() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/unnamed-ward-2019"
    let line =
      "{\"after\":{},\"before\":{},\"from\":\"a\",\"to\":\"b\",\"when\":\"2019-10-21T00:05:00Z\",\"who\":\"花子\"}\n"
    try folder.write(line, to: "Data/unnamed-ward-2019/history/item-02.jsonl")
    let text = try run("status", book, "--due", "2019-10-31").output
    #expect(text.contains("  締切 令和元年10月31日 を ") && text.contains("日過ぎ: 中間振り返りの残り9項目 (すべて)"))
    #expect(text.contains("花子 (項目2)"))
    #expect(
      try run("status", book, "--format", "csv", "--due", "令和元年10月31日").output.contains(",花子,0,確定,2019-10-31,中間振り返り,"))
    let wrong = try run("status", book, "--due", "2019-02-29")
    #expect(wrong.status == 2 && wrong.errors.contains("--due に「2019-02-29」は使えません"))
  }

  @Test("A broken file is named with its place, and the others are still shown; exit 3")
  func brokenFile() throws {
    let folder = try copyOfData()
    try folder.write("{\n  \"title\": ", to: item(folder, 2))
    for command in ["check", "status", "show"] {
      let run = try run(command, folder.path + "/Data/tennoji-2019")
      #expect(run.status == 3)
      #expect(run.errors.contains("item-02.json 2行目") && run.errors.contains("途中で終わっています"))
      #expect(run.output.contains("不備0件") || run.output.contains("効率的な区行政の運営の推進"))
    }
  }

  @Test("What is no folder, no book, or may not be read says so; exit 3")
  func noFolder() throws {
    let folder = try copyOfData()
    try folder.write("x", to: "file")
    try folder.write("x", to: "empty/readme")
    #expect(try run("check", folder.path + "/none").errors.contains("がありません"))
    #expect(try run("check", folder.path + "/file").errors.contains("フォルダーではありません"))
    #expect(try run("check", folder.path + "/empty").errors.contains("綴り"))
    for path in ["none", "file", "empty"] { #expect(try run("check", "\(folder.path)/\(path)").status == 3) }
    let unread = try asOrdinaryUser(["check", folder.path + "/Data"], folder) {
      chmod(folder.path + "/" + item(folder, 4), 0)
    }
    #expect(unread.status == 3)
    #expect(unread.errors.contains("item-04.json") && unread.errors.contains("許可がありません"))
  }

  /// Runs the program as a user whom file modes bind, whoever runs the tests.
  private func asOrdinaryUser(
    _ words: [String], _ folder: TemporaryFolder, _ prepare: () -> Int32
  ) throws -> ProgramRun {
    #expect(prepare() == 0)
    guard geteuid() == 0 else { return try ProgramRun(words) }
    let copy = folder.path + "/furikaeri"
    #expect(try Child.run(["cp", ProgramRun.path, copy], environment: ProcessInfo.processInfo.environment).status == 0)
    chmod(folder.path, 0o755)
    return try ProgramRun(
      words, program: copy,
      through: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"])
  }

  // MARK: Import

  static let published = """
    取組項目 1

    【見本】

    計画\t取組の方針・目標内容\t当年度の取組内容
    \t(目標) ・5件\t(取組の内容) ・行う

    中間振り返り\t取組内容の実施見込み\t(i) (i)実施見込み (ii)実施できない見込み\t課題と改善策 ※左記が「②」の場合は必須
    \t目標の達成見込み\tSIGN ①:達成見込み ②:達成できない見込み\t

    """

  private func published(_ sign: String) -> String {
    CommandTests.published.replacingOccurrences(of: "SIGN", with: sign)
  }

  @Test("An import makes a book; again it is refused without --replace, with it staff's entries stay")
  func importing() throws {
    let folder = try TemporaryFolder()
    let book = folder.path + "/new/book"
    let first = try run("import", "-", "--into", book, "--ward", "旭区", "--year", "R1", input: published("①"))
    #expect(first.status == 0 && first.output.contains("1項目"))
    #expect(try folder.bookNames("new/book") == ["book.json", "item-01.json"])
    let before = try folder.read("new/book/item-01.json")
    let again = try run("import", "-", "--into", book, "--year", "2019", input: published(""))
    #expect(again.status == 4 && again.errors.contains("--replace"))
    #expect(try folder.read("new/book/item-01.json") == before)
    let replaced = try run(
      "import", "-", "--into", book, "--year", "2019", "--ward", "旭区", "--replace", input: published(""))
    #expect(replaced.status == 0)
    #expect(try folder.read("new/book/item-01.json") == before)
  }

  @Test("An import cannot write ② with a blank 課題と改善策: the choice becomes a draft")
  func importedDraft() throws {
    let folder = try TemporaryFolder()
    let run = try ProgramRun(
      ["import", "-", "--into", folder.path + "/book", "--year", "2019"], input: Array(published("②").utf8),
      environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(run.status == 0)
    #expect(run.output.contains("②なのに課題と改善策が空"))
    #expect(try folder.text("book/item-01.json").contains("\"targetForecast\": null"))
    let status = try ProgramRun(
      ["status", folder.path + "/book"], environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(status.output.contains("② 不備"))
  }

  @Test("An import into a library makes a folder of the ward's name beside the others")
  func intoLibrary() throws {
    let folder = try copyOfData()
    let run = try run(
      "import", "-", "--into", folder.path + "/Data", "--ward", "旭区", "--year", "令和2", input: published("①"))
    #expect(run.status == 0)
    #expect(try folder.names("Data") == ["asahi-2020", "tennoji-2019", "unnamed-ward-2019"])
  }

  @Test(
    "What cannot be imported says why, and makes nothing",
    arguments: [("", "空です"), ("ただの文", "見出しがありません"), ("a\u{0}b", "文字のファイルではありません")])
  func notImported(input: String, reason: String) throws {
    let folder = try TemporaryFolder()
    let run = try run("import", "-", "--into", folder.path + "/book", "--year", "2019", input: input)
    #expect(run.status == 3 && run.errors.contains(reason))
    #expect(try folder.names().isEmpty)
    #expect(try self.run("import", folder.path + "/none", "--into", folder.path + "/book").status == 3)
  }

  @Test("A year that the text does not tell is asked for")
  func noYear() throws {
    let folder = try TemporaryFolder()
    let run = try run("import", "-", "--into", folder.path + "/book", input: published("①"))
    #expect(run.status == 2 && run.errors.contains("--year"))
    #expect(try folder.names().isEmpty)
  }

  @Test("Without a terminal the editor says so before anything is drawn; exit 2")
  func noTerminal() throws {
    let run = try ProgramRun([packageFolder + "/Data"], environment: ["TERM": "xterm-256color"])
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("端末が要ります"))
  }

  @Test("history tells who changed what; a line that is damaged is counted and the others are shown")
  func history() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    #expect(try ProgramRun(["history", book, "--item", "1"]).output.contains("まだ履歴がありません"))
    let line = """
      {"after":{"midTermReview.issuesAndImprovements":["新しい行"],"midTermReview.targetForecast":"②"},"before":\
      {"midTermReview.issuesAndImprovements":["古い行"],"midTermReview.targetForecast":null},"from":"a","to":"b",\
      "when":"2026-11-21T08:05:00Z","who":"山田"}
      """
    try folder.write(line + "\n{broken\n", to: "Data/tennoji-2019/history/item-01.jsonl")
    let run = try ProgramRun(["history", book, "--item", "1"], environment: ["TZ": "Asia/Tokyo"])
    #expect(run.output.contains("2026-11-21 17:05  山田"))
    #expect(run.output.contains("目標の達成見込み: (未入力) → ②"))
    #expect(run.output.contains("- 古い行") && run.output.contains("+ 新しい行"))
    #expect(run.status == 3 && run.errors.contains("1行が壊れていて"))
    #expect(try ProgramRun(["history", book, "--item", "99"]).status == 3)
    #expect(try ProgramRun(["history", book]).status == 2)
  }
}
