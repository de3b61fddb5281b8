import Foundation
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("plan, on the command line and in a real terminal", .serialized)
struct PlanCommandTests {
  private let folder: TemporaryFolder
  private var book: String { folder.path + "/Data/tennoji-2020" }
  private var state: String { folder.path + "/state" }

  init() throws {
    folder = try copyOfData()
    _ = try ProgramRun(["new-year", folder.path + "/Data/tennoji-2019", "--to", "2020"])
  }

  @Test(
    "--fix fixes, --open opens again; twice is refused with 4, a library with 2, a book without an open plan with 4")
  func fixing() throws {
    let fixed = try ProgramRun(["plan", book, "--fix"])
    #expect(fixed.status == 0 && fixed.output.contains("天王寺区 2020年度(令和2年度)"))
    #expect(fixed.output.contains("計画を確定しました。題名と計画は、これからは読むだけです。"))
    #expect(try folder.text("Data/tennoji-2020/book.json").contains("\"planIsOpen\": false"))
    let again = try ProgramRun(["plan", book, "--fix"])
    #expect(again.status == 4 && again.output.isEmpty && again.errors.contains("計画はすでに確定しています"))
    let edited = try ProgramRun(["plan", book])
    #expect(edited.status == 4 && edited.errors.contains("計画を書ける綴りがありません"))
    #expect(edited.errors.contains("furikaeri plan \(book) --open"))
    let opened = try ProgramRun(["plan", book, "--open"]).output
    #expect(opened.contains("計画を開き直しました。furikaeri plan \(book) で書けます"))
    #expect(try ProgramRun(["plan", folder.path + "/Data", "--fix"]).status == 2)
    #expect(try ProgramRun(["plan", book, "--fix", "--open"]).status == 2)
    #expect(try ProgramRun(["plan", folder.path + "/none", "--fix"]).status == 3)
  }

  @Test("A plan that somebody is writing is not fixed; who fixed and opened it stands in the history of its sheets")
  func others() throws {
    let refused = try withExtendedLifetime(
      EditingClaim.claim("item-03.json", in: book, author: Author(name: "山田"))
    ) { try ProgramRun(["plan", book, "--fix"]) }
    #expect(refused.status == 4 && refused.output.isEmpty)
    #expect(refused.errors == "furikaeri: \(book) の項目3を山田さんが書いています。保存して閉じてもらってから、もう一度確定してください。何も変えていません。\n")
    #expect(try folder.text("Data/tennoji-2020/book.json").contains("\"planIsOpen\": true"))
    for (name, option) in [("係長", "--fix"), ("課長", "--open")] {
      let run = try ProgramRun(["plan", book, option], environment: ["FURIKAERI_USER": name])
      #expect(run.status == 0, "\(run.errors)")
    }
    let history = try ProgramRun(["history", book, "--item", "1"]).output.split(separator: "\n").map(String.init)
    let lines = history.dropFirst().map { $0.hasPrefix("  ") ? $0 : String($0.suffix(2)) }
    #expect(lines == ["係長", "  綴りの計画を確定しました。", "課長", "  綴りの計画を開き直しました。"])
    #expect(try ProgramRun(["history", book, "--item", "1", "--verify"]).status == 0)
    #expect(try ProgramRun(["check", book]).status == 0)
  }

  @Test("While a plan is open, check names the years of before that it still has; once it is fixed, it does not")
  func earlierYears() throws {
    let name = "Data/tennoji-2020/item-01.json"
    let changed = try folder.text(name).replacing(
      "\"annualActions\": [", with: "\"annualActions\": [\n\"平成30年度決算額以下\",\n\"令和2年度に始める\",", maxReplacements: 1)
    try folder.write(changed, to: name)
    let sentence = "計画に前の年度までの年が残っています(1行目「平成30年度」"
    let open = try ProgramRun(["check", book])
    #expect(open.status == 0 && open.output.contains(sentence) && !open.output.contains("2行目「令和2年度」"), "\(open.output)")
    #expect(try ProgramRun(["plan", book, "--fix"]).status == 0)
    #expect(try !ProgramRun(["check", book]).output.contains("年が残っています"))
  }

  @Test("Killed in the middle of a sentence of the plan, the next start has every character, and saves it")
  func killed() throws {
    let before = try folder.text("Data/tennoji-2020/item-01.json")
    func open() throws -> TmuxTerminal { try TmuxTerminal(program: "plan \(book) --item 1", state: state) }
    let terminal = try open()
    #expect(terminal.shows("確定前"))
    try terminal.press("End")
    try terminal.type("まだ書いている途中の計画")
    #expect(terminal.shows("途中の計画"))
    kill(try #require(try terminal.processID()), SIGKILL)
    #expect(Waiting.until { terminal.screen.isEmpty })
    #expect(try folder.text("Data/tennoji-2020/item-01.json") == before)
    let listed = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": state])
    #expect(listed.output.contains("計画 当年度の取組内容:") && listed.output.contains("途中の計画"))
    let refused = try ProgramRun(["plan", book, "--fix"], environment: ["XDG_STATE_HOME": state])
    #expect(refused.status == 4 && refused.errors.contains("項目1に、保存していない計画の下書きがあります"))
    let again = try open()
    #expect(again.shows("前回の下書きが1件あります"))
    try again.press("Enter")
    #expect(again.shows("前回の下書き1件の続きを書けます"))
    try again.press("F2")
    #expect(again.shows("保存しました"))
    #expect(try folder.text("Data/tennoji-2020/item-01.json").contains("まだ書いている途中の計画"))
    try again.press("F10")
    #expect(Waiting.until { again.screen.isEmpty })
  }
}
