import Foundation
import TestSupport
import Testing

@Suite("In a real terminal", .serialized)
struct RealTerminalTests {
  private let folder: TemporaryFolder
  private let program = ProgramRun.path

  init() throws { folder = try copyOfData() }

  private var book: String { folder.path + "/Data/tennoji-2019" }
  private var state: String { folder.path + "/state" }

  private func open(_ words: String = "", environment: String = "") throws -> TmuxTerminal {
    try TmuxTerminal("\(environment) exec '\(program)' \(words.isEmpty ? book : words)", state: state)
  }

  private func text(_ number: Int) throws -> String { try folder.text("Data/tennoji-2019/item-0\(number).json") }

  @Test("Open, choose ②, try to save, be refused, write, save, see the file")
  func wholeFlow() throws {
    let before = try text(1)
    let terminal = try open()
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("Enter")
    #expect(terminal.shows("取組内容の実施見込み"))
    try terminal.press("Tab")
    try terminal.type("２")
    #expect(terminal.shows("必須（②のため）"))
    try terminal.press("F2")
    #expect(terminal.shows("空のため保存できません"))
    #expect(try text(1) == before)
    try terminal.type("用紙の値上がりで費用が増えた。")
    #expect(terminal.shows("用紙の値上がりで費用が増えた。"))
    try terminal.press("Enter")
    try terminal.type("両面印刷を徹底する。")
    try terminal.press("F2")
    #expect(terminal.shows("保存しました"))
    let after = try text(1)
    #expect(after.contains("\"用紙の値上がりで費用が増えた。\",\n      \"両面印刷を徹底する。\""))
    #expect(after.contains("\"targetForecast\": \"②\""))
    try terminal.press("F10")
    #expect(Waiting.until { terminal.screen.isEmpty })
    #expect(try FileManager.default.contentsOfDirectory(atPath: state + "/furikaeri/drafts").isEmpty)
  }

  @Test("Killed in the middle of a sentence, the next start has every character")
  func killed() throws {
    let before = try text(1)
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    try terminal.type("まだ書いている途中の文")
    #expect(terminal.shows("途中の文"))
    let process = try #require(try terminal.processID())
    kill(process, SIGKILL)
    #expect(Waiting.until { terminal.screen.isEmpty })
    #expect(try text(1) == before)
    let listed = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": state])
    #expect(listed.output.contains("+ まだ書いている途中の文") && listed.output.contains("下書き1件"))
    let again = try open("\(book) --item 1")
    #expect(again.shows("前回の下書きが1件あります") && again.shows("+ まだ書いている途中の文"))
    try again.press("Enter")
    #expect(again.shows("前回の下書き1件の続きを書けます") && again.shows(" 下書き"))
    try again.press("F2")
    #expect(again.shows("保存しました"))
    #expect(try text(1).contains("まだ書いている途中の文"))
  }

  @Test("SIGTERM and a hang-up keep the text and leave no process", arguments: [SIGTERM, SIGHUP])
  func signals(number: Int32) throws {
    let terminal = try open("\(book) --item 2")
    #expect(terminal.shows("未収金"))
    try terminal.press("End")
    try terminal.type("残るはずの文")
    #expect(terminal.shows("残るはずの文"))
    let process = try #require(try terminal.processID())
    if number == SIGHUP { try terminal.killServer() } else { kill(process, number) }
    #expect(Waiting.until { kill(process, 0) != 0 })
    let status = try ProgramRun(["status", book], environment: ["XDG_STATE_HOME": state])
    #expect(status.output.contains("下書き1"))
  }

  @Test("Stopped and going on, the screen is drawn anew and typing goes on")
  func stopped() throws {
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    try terminal.type("止まる前の文")
    #expect(terminal.shows("止まる前の文"))
    let process = try #require(try terminal.processID())
    kill(process, SIGTSTP)  // tmux lets a program that stopped go on
    usleep(300_000)
    kill(process, SIGCONT)
    try terminal.type("と後の文")
    #expect(terminal.shows("止まる前の文と後の文") && terminal.shows("項目へ戻る"))
  }

  @Test("A row that changes in part shows what it would show drawn whole: wide over narrow and back, half-width kana")
  func partsOfRows() throws {
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    func shows(_ text: String) -> Bool {
      Waiting.until { terminal.screen.split(separator: "\n").contains { $0.drop { $0 == " " } == text } }
    }
    try terminal.type("abcdef")
    #expect(shows("abcdef"))
    try terminal.press("Home")
    try terminal.type("あ")
    #expect(shows("あabcdef"))
    try terminal.press("Right", "DC")
    try terminal.type("漢")
    #expect(shows("あa漢cdef"))
    try terminal.press("BSpace")
    try terminal.type("ｶﾞ")
    #expect(shows("あaｶﾞcdef"))
    try terminal.press("Home", "DC")
    try terminal.type("か")
    #expect(shows("かaｶﾞcdef"))
  }

  @Test("A paste of several lines from Excel is one step, as text")
  func paste() throws {
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    try terminal.paste("一行目\t右の欄\r\n二行目\n三行目")
    #expect(terminal.shows("一行目  右の欄") && terminal.shows("三行目"))
    try terminal.press("C-z")
    #expect(Waiting.until { !terminal.screen.contains("三行目") })
  }

  @Test("A window too small says so and comes back")
  func resize() throws {
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.resize(columns: 40, rows: 12)
    #expect(terminal.shows("60×20"))
    try terminal.resize(columns: 100, rows: 30)
    #expect(terminal.shows("取組内容の実施見込み"))
  }

  @Test("A file changed by somebody else while it is open is not written over")
  func changedOutside() throws {
    let terminal = try open("\(book) --item 1")
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    try terminal.type("自分の文")
    #expect(terminal.shows("自分の文"))
    let theirs = try text(1).replacingOccurrences(of: "\"results\": []", with: "\"results\": [\n      \"相手の実績\"\n    ]")
    try folder.write(theirs, to: "Data/tennoji-2019/item-01.json")
    try terminal.press("F2")
    #expect(terminal.shows("ほかで変更されました"))
    #expect(try text(1) == theirs)
    try terminal.press("F2")
    #expect(terminal.shows("保存しました"))
    #expect(try text(1).contains("相手の実績") && text(1).contains("自分の文"))
  }

  @Test("A broken file stands in the list with its place and reason, and cannot be opened")
  func brokenFile() throws {
    try folder.write("{\n  \"title\": ", to: "Data/tennoji-2019/item-02.json")
    let terminal = try open()
    #expect(terminal.shows("item-02.json  読めません"))
    try terminal.press("Down", "Enter")
    #expect(terminal.shows("item-02.json 2行目12バイト目: 途中で終わっています。"))
    try terminal.press("Down", "Enter")
    #expect(terminal.shows("取組内容の実施見込み"))
  }

  @Test("Two editors on one sheet: who edits is said, and what the other saves is taken over while it is open")
  func together() throws {
    let first = try open("\(book) --item 1", environment: "FURIKAERI_USER=山田")
    let second = try open("\(book) --item 1", environment: "FURIKAERI_USER=鈴木")
    #expect(first.shows("歳出の削減") && second.shows("歳出の削減"))
    try first.press("End")
    try first.type("山田の文")
    #expect(second.shows("山田さん") && second.shows("編集中です"))
    try second.press("Tab")
    try second.press("Tab")
    try second.type("鈴木の文")
    #expect(second.shows("読むだけにする"))
    try second.press("Right", "Enter")
    #expect(second.shows("鈴木の文"))
    try first.press("F2")
    #expect(first.shows("保存しました") && second.shows("ほかで変更されました"))
    try second.press("F2")
    #expect(second.shows("保存しました"))
    #expect(try text(1).contains("山田の文") && text(1).contains("鈴木の文"))
    let history = try ProgramRun(["history", book, "--item", "1"])
    #expect(history.output.contains("  山田") && history.output.contains("  鈴木"))
  }

  @Test("doctor shows keys as they arrive, and reports when it is left")
  func doctor() throws {
    let terminal = try TmuxTerminal("'\(program)' doctor; echo \"exit:$?\"; cat", state: state)
    #expect(terminal.shows("曖昧な幅(桁): ①1"))
    try terminal.press("F5")
    #expect(terminal.shows("ESC [ 1 5 ~  =  F5"))
    try terminal.type("課題")
    #expect(terminal.shows("[課題"))
    try terminal.press("F10")
    try terminal.press("F10")
    #expect(terminal.shows("exit:0"))
    #expect(terminal.screen.contains("丸数字 ①②③④⑤ 1桁") && terminal.screen.contains("=  F10"))
  }

  @Test("Something is found in a text as it is typed")
  func find() throws {
    let terminal = try open("\(book) --item 19")
    #expect(terminal.shows("効率的な区行政"))
    try terminal.press("Tab")
    try terminal.press("Tab")
    try terminal.press("Enter")
    try terminal.type("ガイドの②未達")
    try terminal.press("F7")
    try terminal.type("がいどの２")
    #expect(terminal.shows("検索: がいどの２") && terminal.shows("1/1件"))
  }

  @Test("The terminal is given back as it was")
  func restored() throws {
    let command = "stty -a > \(folder.path)/before; '\(program)' \(book); stty -a > \(folder.path)/after; echo 終わり; cat"
    let terminal = try TmuxTerminal(command, state: state)
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("F10")
    #expect(terminal.shows("終わり"))
    #expect(try folder.text("before") == folder.text("after"))
  }

  @Test("A crash gives the terminal back, and the draft is there", arguments: [SIGSEGV, SIGILL, SIGABRT])
  func crash(number: Int32) throws {
    let command =
      "stty -a > \(folder.path)/before; '\(program)' \(book) --item 1; stty -a > \(folder.path)/after; echo 終わり; cat"
    let terminal = try TmuxTerminal(command, state: state)
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("End")
    try terminal.type("落ちる前の文")
    #expect(terminal.shows("落ちる前の文"))
    let shell = try #require(try terminal.processID())
    let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
    kill(try #require(children.split(separator: " ").first.flatMap { Int32($0) }), number)
    #expect(terminal.shows("終わり"))
    #expect(try folder.text("before") == folder.text("after"))
    let listed = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": state])
    #expect(listed.output.contains("+ 落ちる前の文"))
  }

  @Test(
    "A terminal or locale that cannot be used: one sentence, exit 2, nothing drawn",
    arguments: [
      ("env -u TERM", "TERM がありません"), ("env TERM=nosuchterm", "nosuchterm"), ("env TERM=dumb", "TERM=dumb"),
      ("env LC_ALL=C", "UTF-8"), ("env FURIKAERI_AMBIGUOUS=3", "FURIKAERI_AMBIGUOUS=3"),
    ])
  func unusable(environment: String, sentence: String) throws {
    let command = "\(environment) '\(program)' \(book); echo \"exit:$?\"; cat"
    let terminal = try TmuxTerminal(command, state: state)
    #expect(terminal.shows("exit:2"))
    #expect(terminal.screen.contains(sentence))
  }
}
