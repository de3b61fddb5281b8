import Foundation
import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import Terminal
import TestSupport
import Testing

@testable import furikaeri

@Suite("The loop, with a terminal in memory and a real folder")
struct EditorLoopTests {
  private static let (f2, f10) = ("\u{1B}OQ", "\u{1B}[21~")

  private let folder: TemporaryFolder
  private var book: String { folder.path + "/Data/tennoji-2019" }

  init() throws { folder = try copyOfData() }

  /// Runs the editor on the book until the steps end it.
  ///
  /// - Parameter ambiguous: the widths that are set; nil has the terminal asked for all it can say.
  private func run(
    _ terminal: MemoryTerminal, ambiguous: AmbiguousWidths? = .narrow, whenOpened: () throws -> Void = {}
  ) throws -> EditorLoop.End {
    let isSet = ambiguous == nil ? nil : false
    let settings = TerminalSettings(
      type: "memory", ambiguous: ambiguous, clipboard: isSet, inputMethod: isSet, escapeDelay: 25, theme: nil,
      background: nil)
    let state = folder.path + "/state"
    let session = LibrarySession(drafts: DraftPlaces(stateHome: state), onResult: Wake.wake)
    let library = try OpenLibrary(book, appliesDrafts: false)
    try whenOpened()
    let command = try EditCommand(CommandWords([book], of: EditCommand.self))
    return command.edit(library, nil, on: terminal, settings, session)
  }

  private func typed(_ text: String) -> [RawInput] { MemoryTerminal.typed(text) }

  private var drafts: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/state/furikaeri/drafts")) ?? []
  }

  @Test("② is refused on F2 without 課題と改善策, saved with it; the file holds all that was typed, and no draft stays")
  func saving() throws {
    let end = try run(
      MemoryTerminal([
        ("歳出の削減", typed("\r")),
        ("実施見込み", typed("\t2")),
        ("必須（②のため）", typed("\t\t窓口の数を増やした。\u{1B}")),
        ("   窓口の数を増やした。", typed(EditorLoopTests.f2)),
        ("課題と改善策が空のため保存できません", typed("置き場所を改める。\u{1B}")),
        ("   置き場所を改める。", typed(EditorLoopTests.f2)),
        ("保存しました", typed(EditorLoopTests.f10)),
      ]))
    #expect(end.status == 0 && end.drafts == 0 && self.drafts.isEmpty)
    let sheet = try BookFolder(path: book).loadSheet("item-01.json").sheet
    #expect(sheet.midTermReview.targetForecast == .willNotBeMet)
    #expect(sheet.midTermReview.issuesAndImprovements == "置き場所を改める。")
    #expect(sheet.selfEvaluation.results == "窓口の数を増やした。")
  }

  @Test("保存して終了 ends when the file has it; what the rule does not allow stays a draft")
  func saveAndLeave() throws {
    let end = try run(
      MemoryTerminal([
        ("歳出の削減", typed("\r")), ("実施見込み", typed("\u{1B}[B2\u{1B}")),
        ("不備", typed("\u{1B}[B\r")), ("2/19", typed("2\u{1B}")),
        ("(19/19項目)", typed(EditorLoopTests.f10)), ("保存して終了", typed("\u{1B}[C\r")),
      ]))
    #expect(end.status == 0 && end.drafts == 1 && self.drafts.count == 1)
    let saved = try BookFolder(path: book).loadSheet("item-02.json").sheet
    #expect(saved.midTermReview.implementationForecast == .willNotBeCarriedOut)
  }

  @Test("A save that the disk refuses keeps 保存して終了 from ending, and it is said")
  func refusedBeforeLeaving() throws {
    let path = book + "/item-02.json"
    let end = try run(
      MemoryTerminal([
        ("歳出の削減", typed("\u{1B}[B\r")), ("2/19", typed("2\u{1B}")), ("下書き", typed(EditorLoopTests.f10)),
        ("保存して終了", typed("\u{1B}[C\r")),
        ("終了していません", typed(EditorLoopTests.f10)), ("保存して終了", typed(EditorLoopTests.f10)),
      ]), whenOpened: { try FileManager.default.removeItem(atPath: path) })
    #expect(end.status == 0 && end.drafts == 1)
  }

  @Test("A terminal that goes in the middle of a text ends the loop with its signal, and the text is there to recover")
  func hangUp() throws {
    let before = try folder.read("Data/tennoji-2019/item-01.json")
    let end = try run(
      MemoryTerminal([
        ("歳出の削減", typed("\r")),
        ("実施見込み", typed("\t\t\t窓口の数を増や")),
        ("窓口の数を増や", typed("した。") + [.hungUp]),
      ]))
    #expect(end.status == 128 + SIGHUP && end.drafts == 1)
    #expect(try folder.read("Data/tennoji-2019/item-01.json") == before)
    let recover = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(recover.status == 0 && recover.output.contains("+ 窓口の数を増やした。"))
  }

  @Test(
    "A terminal that answers is drawn with its widths, gets copies, and has its input method opened for writing alone")
  func answers() throws {
    let wide = String(repeating: "\u{1B}[23;3R", count: AmbiguousClass.allCases.count)
    let terminal = MemoryTerminal([
      ("歳出の削減", typed(wide + "\u{1B}[>32;10;2c\u{1B}[?1;52c")),
      ("歳出の削減", typed("\r\t\t\t")),
      ("F6 で広げる", typed("写す文")),
      ("写す文", typed("\u{0B}\u{1B}")),
      ("   (未入力)", [.hungUp]),
    ])
    #expect(try run(terminal, ambiguous: nil).status == 128 + SIGHUP)
    #expect(terminal.calls == ["ask true", "restore", "ime true", "copy 写す文", "ime false"])
    #expect(terminal.widths == .wide)
  }

  @Test("doctor shows what a terminal sends, reports it, and ends with the second Esc")
  func doctor() throws {
    let terminal = MemoryTerminal([
      ("端末の答えを待っています", typed("あ")), ("「あ」", typed("\u{1B}[?1;52c")), ("渡せる", typed("\u{1B}")),
      ("ESC  =", typed("\u{1B}")),
    ])
    let facts = DoctorFacts(type: "memory", setWidths: nil, isInMultiplexer: false)
    let seen = try DoctorCommand(CommandWords([], of: DoctorCommand.self))
      .examine(terminal, Doctor(facts: facts, size: terminal.size))
    #expect(seen.report.contains("あ  =  「あ」") && seen.hasAnswers)
  }
}
