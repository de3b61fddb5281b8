import Foundation
import TestSupport
import Testing

@testable import furikaeri

@Suite("new-year on the command line")
struct NewYearCommandTests {
  @Test("What was moved and what stays is listed sheet by sheet with its line; a trial writes nothing")
  func lists() throws {
    let folder = try copyOfData()
    let trial = try ProgramRun(["new-year", folder.path + "/Data", "--to", "令和2", "--dry-run"])
    #expect(trial.status == 0 && trial.errors.isEmpty)
    #expect(try folder.names("Data") == ["tennoji-2019", "unnamed-ward-2019"])
    let lines = trial.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.hasPrefix("天王寺区 2020年度(令和2年度): 2019年度(令和元年度)の計画を引き継ぎ、19項目を ") == true)
    #expect(lines.first?.hasSuffix("/Data/tennoji-2020 に作ります(まだ何も書いていません)。振り返りは空です。") == true)
    #expect(
      lines.contains("移した年度 項目3 計画 当年度の取組内容(7行目)「令和元年度」→「令和2年度」: 1,200万円の確保(令和2年度)"))
    #expect(
      lines.contains("そのままの年 項目17 計画 取組の方針・目標内容(8行目)「平成29年度」、「令和元年度」: ・1件  平成29年度～令和元年度の3年間で6件"))
    #expect(lines.contains("確認 項目1 自己評価: 注記の「③」は誤植として引き継がず、②としました。"))
    let made = try ProgramRun(["new-year", folder.path + "/Data", "--to", "2020"])
    #expect(made.status == 0)
    let last = "続き 全体: furikaeri plan \(folder.path)/Data で開くと、前年度の文を F4 で見比べ、Ctrl-B で写せます。\n"
    #expect(made.output.hasSuffix(last) && !trial.output.contains("続き"))
    #expect(try folder.names("Data") == ["tennoji-2019", "tennoji-2020", "unnamed-ward-2019", "unnamed-ward-2020"])
    let check = try ProgramRun(["check", folder.path + "/Data/tennoji-2020"])
    #expect(check.status == 0)
  }

  @Test("A book that is there is refused with 4 and untouched, a bad year with 2, what cannot be read with 3")
  func refused() throws {
    let folder = try copyOfData()
    let data = folder.path + "/Data"
    _ = try ProgramRun(["new-year", data + "/tennoji-2019", "--to", "2020"])
    let before = try folder.text("Data/tennoji-2020/item-01.json")
    let again = try ProgramRun(["new-year", data + "/tennoji-2019", "--to", "2020"])
    #expect(again.status == 4 && again.output.isEmpty)
    #expect(again.errors.contains("/Data/tennoji-2020 にすでに天王寺区の2020年度(令和2年度)の綴りがあります。何も変えていません。"))
    #expect(try folder.text("Data/tennoji-2020/item-01.json") == before)
    #expect(try ProgramRun(["new-year", data, "--to", "昭和"]).status == 2)
    #expect(try ProgramRun(["new-year", data]).status == 2)
    #expect(try ProgramRun(["new-year", data + "/tennoji-2019", "--to", "2019"]).status == 2)
    #expect(try ProgramRun(["new-year", data + "/none", "--to", "2020"]).status == 3)
  }

  @Test("Books that are there keep no other ward's from being made")
  func othersAreMade() throws {
    let folder = try copyOfData()
    let data = folder.path + "/Data"
    _ = try ProgramRun(["new-year", data + "/tennoji-2019", "--to", "2020"])
    let rest = try ProgramRun(["new-year", data, "--to", "2020"])
    #expect(rest.status == 4 && rest.output.contains("(区名なし) 2020年度") && rest.errors.contains("天王寺区"))
    #expect(try folder.names("Data").contains("unnamed-ward-2020"))
  }

  @Test("In the new book last year's text is one key away: Ctrl-B takes it over, F4 shows both years")
  func previousYear() throws {
    let folder = try copyOfData()
    _ = try ProgramRun(["new-year", folder.path + "/Data/tennoji-2019", "--to", "2020"])
    let terminal = try TmuxTerminal(program: "\(folder.path)/Data --item 19", state: folder.path + "/state")
    #expect(terminal.shows("令和2年度 19/19") && terminal.shows("計画(確定前)"))
    try terminal.press("Tab", "Tab", "C-b")
    #expect(terminal.shows("個人情報を含む書類の誤送付が1件発生した(6月)。"))
    try terminal.press("F4")
    #expect(terminal.shows("天王寺区 令和元年度 中間振り返り 課題と改善策"))
    try terminal.press("Escape")
    #expect(terminal.shows("項目へ戻る"))
    try terminal.press("F2")
    #expect(terminal.shows("保存しました"))
    #expect(try folder.text("Data/tennoji-2020/item-19.json").contains("個人情報を含む書類の誤送付が1件発生した(6月)。"))
    try terminal.press("F10")
    #expect(Waiting.until { terminal.screen.isEmpty })
  }
}
