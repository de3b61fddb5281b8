import Foundation
import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import Terminal
import TestSupport
import Testing

@testable import furikaeri

@Suite("Mouse, Alt and pastes without brackets in the loop and in a real terminal")
struct HandsLoopTests {
  private static let (f2, f10) = ("\u{1B}OQ", "\u{1B}[21~")

  private let folder: TemporaryFolder
  private var book: String { folder.path + "/Data/tennoji-2019" }

  init() throws { folder = try copyOfData() }

  private func run(_ steps: [MemoryTerminal.Step]) throws -> EditorLoop.End {
    let settings = TerminalSettings(
      type: "memory", ambiguous: .narrow, clipboard: false, inputMethod: false, escapeDelay: 25, theme: .monochrome,
      background: nil)
    let session = LibrarySession(drafts: DraftPlaces(stateHome: folder.path + "/state"), onResult: Wake.wake)
    let library = try OpenLibrary(book, appliesDrafts: false)
    let command = try EditCommand(CommandWords([book], of: EditCommand.self))
    return command.edit(library, nil, on: MemoryTerminal(steps), settings, session)
  }

  private func typed(_ text: String) -> [RawInput] { MemoryTerminal.typed(text) }

  private var sheet: InitiativeSheet {
    get throws { try BookFolder(path: book).loadSheet("item-01.json").sheet }
  }

  @Test("A table that comes without brackets goes into the text that is written, and chooses nothing")
  func burst() throws {
    let before = try sheet
    let end = try run([
      ("歳出の削減", typed("\r")),
      ("実施見込み", typed("\t\t")),
      ("実施見込み", typed("窓口の数")),
      ("窓口の数", typed("案内板\t20\r番号札\t2\r")),
      ("番号札  2", typed(HandsLoopTests.f2)),
      ("保存しました", typed(HandsLoopTests.f10)),
    ])
    #expect(end.status == 0 && end.drafts == 0)
    let after = try sheet
    #expect(after.midTermReview.issuesAndImprovements.string.contains("窓口の数\n案内板  20\n番号札  2"))
    #expect(after.midTermReview.targetForecast == before.midTermReview.targetForecast)
    #expect(after.selfEvaluation.achievement == before.selfEvaluation.achievement)
  }

  @Test("A line with an Enter behind it, brought together by a slow line, is typed: the Enter is a key")
  func typedAhead() throws {
    let end = try run([
      ("歳出の削減", typed("\r")),
      ("実施見込み", typed("\t\t窓口の数を増やした。\r")),
      ("窓口の数を増やした。", typed("\u{1B}")),
      ("実施見込み", typed("\u{1B}OR")),
      ("歳出の削減", [.hungUp]),
    ])
    #expect(end.status == 128 + SIGHUP)
  }

  private var program: String { ProgramRun.path }
  private var state: String { folder.path + "/state" }

  @Test("In a real terminal: a press on a row, on it again, on an option, on the footer; off again behind the program")
  func mouseInTerminal() throws {
    let pty = try PtyTerminal([program, book], environment: ["XDG_STATE_HOME": state])
    #expect(pty.sends("歳出の削減") && pty.sends("\u{1B}[?1006h"))
    pty.write("\u{1B}[H")
    pty.write("\u{1B}[<0;20;6M\u{1B}[<0;20;6m")
    pty.write("\u{1B}[<0;20;")
    usleep(50_000)
    pty.write("6M\u{1B}[<0;20;6m")
    #expect(pty.sends("当年度の取組実績"))
    pty.write("\u{11}")
    #expect(pty.ends() == 0)
    let end = String(decoding: pty.bytes.suffix(400), as: UTF8.self)
    #expect(end.contains("\u{1B}[?1002l") && end.contains("\u{1B}[?1006l"))
  }

  @Test(
    "A terminal without a mouse, and one that is told so, is not asked for it",
    arguments: [("linux", "auto"), ("vt100", "auto"), ("screen", "auto"), ("xterm-256color", "off")])
  func noMouse(type: String, setting: String) throws {
    let pty = try PtyTerminal(
      [program, book],
      environment: ["XDG_STATE_HOME": state, "TERM": type, "FURIKAERI_MOUSE": setting, "TMUX": "", "STY": ""])
    #expect(pty.sends("\u{1B}[?2004h") && pty.sends("\u{1B}[c"))
    pty.write("\u{11}")
    #expect(pty.ends() == 0)
    let all = String(decoding: pty.bytes, as: UTF8.self)
    #expect(!all.contains("?1000") && !all.contains("?1002") && !all.contains("?1006"))
  }

  @Test("In tmux: a press that is sent opens a sheet, a table without brackets is text")
  func inTmux() throws {
    let terminal = try TmuxTerminal("exec '\(program)' \(book)", state: state)
    #expect(terminal.shows("歳出の削減"))
    try terminal.press("Home")
    for _ in 0..<2 { try terminal.type("\u{1B}[<0;20;6M\u{1B}[<0;20;6m") }
    #expect(terminal.shows("当年度の取組実績"))
    try terminal.press("Tab")
    try terminal.press("Tab")
    try terminal.type("案内板")
    #expect(terminal.shows("案内板"))
    try terminal.type("見直し\t20\r番号札\t2\r")
    #expect(terminal.shows("番号札  2"))
    #expect(terminal.screen.contains("見直し  20") && !terminal.screen.contains("案内板見直し"))
    try terminal.press("Escape")
    #expect(terminal.shows("取組内容の実施見込み"))
  }
}
