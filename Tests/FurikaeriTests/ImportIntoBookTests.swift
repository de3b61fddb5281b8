import InitiativeModel
import TestSupport
import Testing

@Suite("An import into a book that is there")
struct ImportIntoBookTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      {"fiscalYear": 2019, "formatVersion": 1, "note": "残る", "title": "区の取組一覧", "ward": "天王寺区"}
      """, to: "book/book.json")
    for (number, title) in [(1, "歳出の削減"), (2, "未収金対策の強化"), (3, "諸収入確保の推進")] {
      try folder.write(
        """
        {"formatVersion": 1, "number": \(number), "title": "\(title)", "subtitle": "", "starred": true,
         "plan": {"annualActions": ["今年の計画\(number)"], "policyAndTargets": ["方針\(number)"]},
         "midTermReview": {"implementationForecast": "(i)", "targetForecast": "①", "issuesAndImprovements": ["記入\(number)"]}}
        """, to: "book/item-0\(number).json")
    }
  }

  private var book: String { folder.path + "/book" }

  /// A published text with some sheets; a head stands above the first of them.
  private func text(_ titles: [(Int, String)], head: String = "", plan: String = "新しい方針") -> String {
    let table = "計画\t取組の方針・目標内容\t当年度の取組内容\n\t\(plan)\t新しい計画\n\n"
    return head + titles.map { "取組項目 \($0.0)\n\n【\($0.1)】\n\n\(table)" }.joined()
  }

  private func replace(_ text: String, _ options: String...) throws -> ProgramRun {
    try ProgramRun(["import", "-", "--into", book, "--replace"] + options, input: Array(text.utf8))
  }

  private func contents() throws -> [String] {
    try folder.bookNames("book").map { "\($0): \(try folder.text("book/\($0)"))" }
  }

  /// Expects a text to be refused with exit 4 and one sentence that says both, and the book to stay as it is.
  private func expectRefused(_ text: String, _ options: [String], _ words: [String]) throws {
    let before = try contents()
    let run = try ProgramRun(["import", "-", "--into", book, "--replace"] + options, input: Array(text.utf8))
    #expect(run.status == 4 && run.output.isEmpty)
    #expect(run.errors.split(separator: "\n").count == 1)
    for word in words { #expect(run.errors.contains(word), "\(word) in \(run.errors)") }
    #expect(try contents() == before)
  }

  private static let own = [(1, "歳出の削減"), (2, "未収金対策の強化"), (3, "諸収入確保の推進")]

  @Test("Another ward's text is refused, whether the text or the command line says so")
  func otherWard() throws {
    let said = text(Self.own, plan: "住吉区の窓口を直す")
    try expectRefused(said, ["--year", "2019"], ["天王寺区の綴り", "住吉区とあります"])
    try expectRefused(text(Self.own), ["--year", "2019", "--ward", "旭区"], ["天王寺区の綴り", "--ward は旭区"])
    let head = text(Self.own, head: "住吉区 令和元年度\n")
    try expectRefused(head, ["--year", "2019", "--ward", "天王寺区"], ["住吉区とあります"])
    try expectRefused(text(Self.own, plan: "住吉区と旭区で行う"), ["--year", "2019"], ["旭区、住吉区とあります"])
  }

  @Test("A ward that the text only mentions is no obstacle where the command line names the book's own")
  func mentionedWard() throws {
    let run = try replace(text(Self.own, plan: "阿倍野区とともに行う"), "--year", "2019", "--ward", "天王寺")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try replace(text(Self.own, plan: "旭区とともに天王寺区で行う"), "--year", "2019").status == 0)
  }

  @Test("Another year's text is refused, whether the text or the command line says so")
  func otherYear() throws {
    try expectRefused(text(Self.own, plan: "令和2年度に行う"), [], ["2019年度(令和元年度)の綴り", "2020年度(令和2年度)とあります"])
    try expectRefused(text(Self.own), ["--year", "R2"], ["2019年度(令和元年度)の綴り", "--year は2020年度"])
    try expectRefused(text(Self.own, head: "令和2年度\n"), ["--year", "2019"], ["令和2年度)とあります"])
    #expect(try replace(text(Self.own, plan: "令和2年度まで続ける"), "--year", "2019").status == 0)
  }

  @Test("Another numbering is refused with both titles; a reworded title and a part of the sheets are not")
  func otherNumbering() throws {
    let options = ["--year", "2019"]
    try expectRefused(text([(1, "未収金対策の強化"), (2, "職場環境づくり")]), options, ["項目1は「歳出の削減」", "「未収金対策の強化」"])
    try expectRefused(text([(1, "歳出の削減"), (2, "諸収入確保の推進")]), options, ["項目2は「未収金対策の強化」"])
    let run = try replace(text([(2, "未収金 対策のさらなる強化(区政編 改革の柱1 II-ア)"), (4, "防災")]), "--year", "2019")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.text("book/item-02.json").contains("さらなる強化"))
    #expect(try folder.text("book/item-01.json").contains("今年の計画1"))
  }

  @Test("The book's own header stands, and what the text has nothing for stays, and is told")
  func nothingPrinted() throws {
    let header = try folder.text("book/book.json")
    let run = try replace(text(Self.own, plan: ""), "--year", "2019")
    #expect(run.status == 0)
    #expect(try folder.text("book/book.json") == header)
    let sheet = try folder.text("book/item-01.json")
    #expect(sheet.contains("方針1") && sheet.contains("新しい計画") && sheet.contains("記入1"))
    #expect(sheet.contains("\"starred\": true"))
    #expect(run.output.contains("項目1 計画 取組の方針・目標内容: 取り込む文字にないため、綴りの内容を残しました"))
  }

  @Test("A ward that the book does not name yet is taken from the command line, its title stays")
  func unnamedWard() throws {
    let header = try folder.text("book/book.json").replacing("天王寺区", with: "")
    try folder.write(header, to: "book/book.json")
    #expect(try replace(text(Self.own, plan: "住吉区で"), "--year", "2019").status == 0)
    #expect(try folder.text("book/book.json") == header)
    #expect(try replace(text(Self.own), "--year", "2019", "--ward", "旭区").status == 0)
    let filled = try folder.text("book/book.json")
    #expect(filled.contains("旭区") && filled.contains("区の取組一覧") && filled.contains("残る"))
  }

  @Test("In a library the ward's book of the year is found whatever its folder is called")
  func library() throws {
    let run = try ProgramRun(
      ["import", "-", "--into", folder.path, "--ward", "天王寺区", "--year", "2019"],
      input: Array(text(Self.own).utf8))
    #expect(run.status == 4 && run.errors.contains("/book にはすでに綴りがあります"))
  }

  @Test("A file that stands in the way of one sheet keeps all of them from being written")
  func inTheWay() throws {
    let before = try contents()
    try folder.write("{", to: "book/item-04.json")
    let broken = try replace(text(Self.own + [(4, "防災")]), "--year", "2019")
    #expect(broken.status == 3 && broken.errors.contains("item-04.json") && broken.errors.contains("何も取り込んでいません"))
    try folder.write(try folder.read("book/item-01.json"), to: "book/item-04.json")
    let other = try replace(text(Self.own + [(4, "防災")]), "--year", "2019")
    #expect(other.status == 4 && other.errors.contains("item-04.json"))
    #expect(try contents().filter { !$0.hasPrefix("item-04") } == before)
  }

  @Test("A sheet that would not be read back keeps all of them from being written, with the limit, file and item")
  func tooLarge() throws {
    let rows = "\t文" + String(repeating: "\u{1}", count: 1_500_000) + "\t\n"
    let large = text([(1, "歳出の削減")]) + "取組項目 2\n\n【未収金対策の強化】\n計画\t取組の方針・目標内容\t当年度の取組内容\n" + rows
    let before = try contents()
    let run = try replace(large, "--year", "2019")
    #expect(run.status == 3 && run.output.isEmpty)
    for word in ["項目2", "item-02.json", "8MB", "何も取り込んでいません"] { #expect(run.errors.contains(word)) }
    #expect(try contents() == before)
    let new = try ProgramRun(
      ["import", "-", "--into", folder.path + "/new", "--year", "2019"], input: Array(large.utf8))
    #expect(new.status == 3 && new.errors.contains("8MB"))
    #expect(try folder.names() == ["book"])
  }
}

@Suite("An import that takes nothing in")
struct ImportLimitTests {
  @Test(
    "Rows, lines, headings and texts beyond all measure are refused with the limit, and nothing is made",
    arguments: [
      ("a\t", 5_000_000, "2MB"), ("| ", 5_000_000, "2MB"), ("a\t", 1_000_000, "20000欄"),
      ("a\n", 500_000, "20000行"), ("取組項目 1\n", 19_000, "999項目"), ("<td>", 100_000, "20000欄"),
    ])
  func refused(part: String, count: Int, limit: String) throws {
    let folder = try TemporaryFolder()
    let text = "取組項目 1\n【題】\n計画\t取組の方針・目標内容\n" + String(repeating: part, count: count)
    let run = try ProgramRun(
      ["import", "-", "--into", folder.path + "/book", "--year", "2019"], input: Array(text.utf8),
      through: ProgramRun.bounded())
    #expect(run.status == 3 && run.output.isEmpty)
    #expect(run.errors.contains(limit) && run.errors.split(separator: "\n").count == 1, "\(run.errors)")
    #expect(try folder.names().isEmpty)
  }
}
