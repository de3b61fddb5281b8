import Foundation
import TestSupport
import Testing

@Suite("A supervisor and the staff in real terminals", .serialized)
struct ReviewInTerminalTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  private var book: String { folder.path + "/Data/tennoji-2019" }

  private func open(_ words: String, as user: String) throws -> TmuxTerminal {
    try TmuxTerminal(program: words, as: user, state: folder.path + "/state-" + user)
  }

  private func chooseOnlyNotMet(_ terminal: TmuxTerminal) throws {
    try terminal.press("F6")
    #expect(terminal.shows("一覧の表示"))
    try terminal.press("Home")
    for _ in 0..<8 { try terminal.press("Down") }
    try terminal.press("Enter")
  }

  private func marks(_ number: String) throws -> [[String: Any]] {
    let data = Data(try folder.read("Data/tennoji-2019/reviews/item-\(number).json"))
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    return document?["marks"] as? [[String: Any]] ?? []
  }

  @Test(
    "From the first sheet to the last: ② only, one sent back with a comment, the rest confirmed, answered, confirmed")
  func wholeReview() throws {
    let supervisor = try open("review \(book)", as: "課長")
    #expect(supervisor.shows("歳出の削減"))
    try chooseOnlyNotMet(supervisor)
    #expect(supervisor.shows("表示: すべて・②だけ (1/19項目)"))
    try supervisor.press("Enter")
    #expect(supervisor.shows("19/19"))
    try sendBack(supervisor)
    try supervisor.press("Escape")
    #expect(supervisor.shows("表示: すべて・②だけ") && supervisor.shows("② 差戻し"))
    try chooseOnlyNotMet(supervisor)
    #expect(supervisor.shows("(19/19項目)"))
    try confirmAllBut19(supervisor)
    #expect(supervisor.shows("18/19") || supervisor.shows("19/19 差戻し1 確認18"))

    let staff = try open("\(book) --item 19", as: "担当")
    #expect(staff.shows(" 差戻し"))
    try staff.press("Tab", "Tab")
    #expect(staff.shows("件数を書いてください"))
    try staff.press("Enter")
    #expect(staff.shows("件数を書いてください"))
    try staff.type("(年3件)")
    try staff.press("F2")
    #expect(staff.shows("項目19を保存しました"))
    try staff.press("Escape")
    #expect(staff.shows("一覧へ"))
    try staff.press("F3")
    #expect(staff.shows("② 修正済"))

    try supervisor.press("End")
    #expect(supervisor.shows("② 修正済"))
    try supervisor.press("Enter")
    #expect(supervisor.shows("中間振り返り ② 修正済"))
    #expect(
      Waiting.until {
        if supervisor.screen.contains("その後に変更あり: 課題と改善策") { return true }
        try? supervisor.press("Down")
        return false
      })
    try supervisor.press("F4")
    #expect(supervisor.shows(" 差戻し時から ") && supervisor.shows("(年3件)"))
    try supervisor.press("F4")
    try supervisor.press("F9")
    #expect(supervisor.shows("項目19の中間振り返りを確認済にします"))
    try supervisor.press("Enter")
    #expect(supervisor.shows("項目19の中間振り返り: 確認済にしました。"))
    try supervisor.press("F10")
    #expect(Waiting.until { supervisor.screen.isEmpty })
    #expect(try marks("19").map { $0["decision"] as? String } == ["差戻し", "確認済"])
    try staff.press("F10")
    let status = try ProgramRun(["status", book]).output
    #expect(status.contains("中間振り返り: 19/19 (記入済19 確認済19)"))
  }

  private func sendBack(_ supervisor: TmuxTerminal) throws {
    for _ in 0..<4 { try supervisor.press("Tab") }
    try supervisor.press("F9")
    #expect(supervisor.shows("課題と改善策 1行目"))
    try supervisor.press("Right")
    try supervisor.type("件数を書いてください")
    #expect(supervisor.shows("件数を書いてください"))
    try supervisor.press("Enter")
    #expect(supervisor.shows("項目19の中間振り返り: 差戻しにしました。"))
    #expect(try marks("19").first?["line"] as? Int == 1)
  }

  private func confirmAllBut19(_ supervisor: TmuxTerminal) throws {
    try supervisor.press("Home")
    try supervisor.press("Enter")
    for number in 1...18 {
      #expect(
        Waiting.until {
          if supervisor.screen.contains("\(number)/19 ") { return true }
          try? supervisor.press("Space")
          usleep(30_000)
          return supervisor.screen.contains("\(number)/19 ")
        })
      try supervisor.press("F9")
      #expect(supervisor.shows("項目\(number)の中間振り返りを確認済にします"))
      try supervisor.press("Enter")
      #expect(supervisor.shows("項目\(number)の中間振り返り: 確認済にしました。"))
    }
    try supervisor.press("Escape")
  }

  @Test("A killed supervisor finds the comment again that was being written")
  func killed() throws {
    let supervisor = try open("review \(book) --item 2", as: "課長")
    #expect(supervisor.shows("2/19"))
    try supervisor.press("F9")
    #expect(supervisor.shows("項目2の中間振り返りを確認済にします"))
    try supervisor.type("途中まで書いたコメント")
    #expect(supervisor.shows("途中まで書いたコメント"))
    kill(try #require(try supervisor.processID()), SIGKILL)
    #expect(Waiting.until { supervisor.screen.isEmpty })
    let again = try open("review \(book) --item 2", as: "課長")
    #expect(again.shows("2/19"))
    try again.press("F9")
    #expect(again.shows("途中まで書いたコメント"))
    #expect(!FileManager.default.fileExists(atPath: book + "/reviews"))
  }

  @Test("Whoever book.json does not name is told who may, and nothing is written")
  func notNamed() throws {
    let header = try folder.text("Data/tennoji-2019/book.json")
    try folder.write(
      header.replacingOccurrences(of: "{\n", with: "{\n  \"supervisors\": [\"nobody-here\", \"%kacho\"],\n"),
      to: "Data/tennoji-2019/book.json")
    let supervisor = try open("review \(book) --item 2", as: "nobody-here")
    #expect(supervisor.shows("2/19"))
    try supervisor.press("F9")
    #expect(supervisor.shows("nobody-here、%kacho"))
    #expect(!FileManager.default.fileExists(atPath: book + "/reviews"))
  }

  @Test("A large library: the wards, a sheet of one, a killed program, its draft")
  func largeLibrary() throws {
    let made = try Child.run([Child.built("SampleLibrary"), folder.path + "/wards", "6", "2"])
    #expect(made.status == 0)
    let library = folder.path + "/wards"
    let staff = try open(library, as: "担当")
    #expect(staff.shows("6区 2019年度") && staff.shows("北区 令和元年度") && staff.shows("西区 令和元年度"))
    try staff.press("Down", "Enter")
    #expect(staff.shows("見本の取組その1"))
    try staff.press("Down", "Enter")
    #expect(staff.shows("1/2 見本の取組その1"))
    try staff.press("End")
    try staff.type("都島区の途中の文")
    #expect(staff.shows("都島区の途中の文"))
    kill(try #require(try staff.processID()), SIGKILL)
    #expect(Waiting.until { staff.screen.isEmpty })
    let again = try open(library, as: "担当")
    #expect(again.shows("前回の下書きが1件あります") && again.shows("+ 都島区の途中の文"))
    try again.press("Enter")
    #expect(again.shows("続きを書けます"))
    try again.press("F7")
    try again.type("その2")
    #expect(again.shows("6項目"))
    try again.press("Enter")
    #expect(again.shows("2/2 見本の取組その2"))
  }

  @Test("The status page holds the same figures, the ② items with their text, and nothing that runs")
  func statusPage() throws {
    let path = "Data/tennoji-2019/item-03.json"
    let sheet = try folder.text(path).replacingOccurrences(
      of: "\"targetForecast\": \"①\"", with: "\"targetForecast\": \"②\""
    )
    .replacingOccurrences(
      of: "\"issuesAndImprovements\": []", with: "\"issuesAndImprovements\": [\"<script>\\u0007&\"]")
    try folder.write(sheet, to: path)
    let run = try ProgramRun(["status", folder.path + "/Data", "--format", "html"])
    #expect(run.status == 0)
    #expect(run.output.contains("中間振り返りで②の項目(2件)"))
    #expect(run.output.contains("&lt;script&gt;␇&amp;") && !run.output.contains("<script"))
    #expect(run.output.contains("19/19</td>") && run.output.contains("size: A4"))
    let xml = try XMLDocumentCheck(run.output)
    #expect(xml.isBalanced)
  }
}

/// Whether the tags of a page that closes all it opens are balanced.
private struct XMLDocumentCheck {
  let isBalanced: Bool

  init(_ page: String) throws {
    var open: [Substring] = []
    var isBalanced = true
    for part in page.split(separator: "<").dropFirst()
    where !part.hasPrefix("!") && !part.hasPrefix("meta") && !part.hasPrefix("br") {
      let name = part.prefix { $0 != ">" && $0 != " " }
      if name.hasPrefix("/") {
        isBalanced = isBalanced && open.popLast() == name.dropFirst()
      } else {
        open.append(name)
      }
    }
    self.isBalanced = isBalanced && open.isEmpty
  }
}
