import Foundation
import SheetSession
import SheetSettings
import SheetStorage
import Terminal
import TestSupport
import Testing

@testable import furikaeri

@Suite("Settings in the program as it runs", .serialized)
struct SettingsLoopTests {
  private let folder: TemporaryFolder
  private var book: String { folder.path + "/Data/tennoji-2019" }
  private var path: String { folder.path + "/config/furikaeri/furikaeri.conf" }

  init() throws { folder = try copyOfData() }

  private func run(_ terminal: MemoryTerminal) throws {
    let settings = TerminalSettings(
      type: "memory", ambiguous: .narrow, clipboard: false, inputMethod: false, mouse: true, escapeDelay: 25,
      theme: .light, background: nil)
    let session = LibrarySession(drafts: DraftPlaces(stateHome: folder.path + "/state"), onResult: Wake.wake)
    let library = try OpenLibrary(book, appliesDrafts: false)
    let command = try EditCommand(CommandWords([book], of: EditCommand.self))
    let file = SettingsFile(environment: { [home = folder.path + "/config"] in $0 == "XDG_CONFIG_HOME" ? home : nil })
    _ = command.edit(library, nil, on: terminal, settings, session, inForce: file.read(), settingsFile: file)
  }

  private func typed(_ text: String) -> [RawInput] { MemoryTerminal.typed(text) }
  /// F6, the last row of the menu.
  private static let openSettings = "\u{1B}[17~\u{1B}[F\r"
  private static let down = "\u{1B}[B"

  @Test("Theme, widths and mouse follow at once, and the file holds each change")
  func following() throws {
    try folder.write("# 私の設定\ntheme = light\nambiguous = 1\nmouse = on\n", to: "config/furikaeri/furikaeri.conf")
    let terminal = MemoryTerminal([
      ("歳出の削減", typed(SettingsLoopTests.openSettings)),
      ("設定ファイルの theme", typed("\r")),
      ("配色: dark にしました", typed(SettingsLoopTests.down + "\r")),
      ("①※○の桁数: 2 にしました", typed(SettingsLoopTests.down + "\r")),
      ("マウス: off にしました", typed("\u{1B}[21~")),
    ])
    terminal.reportsMouse = true
    try run(terminal)
    #expect(terminal.theme == .dark && terminal.widths == .wide && !terminal.reportsMouse)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "# 私の設定\ntheme = dark\nambiguous = 2\nmouse = off\n")
  }

  @Test("Left to the terminal again, the terminal is asked again")
  func askedAgain() throws {
    try folder.write("ambiguous = 2\n", to: "config/furikaeri/furikaeri.conf")
    let terminal = MemoryTerminal([
      ("歳出の削減", typed(SettingsLoopTests.openSettings)),
      ("設定ファイルの theme", typed(SettingsLoopTests.down + "\r")),
      ("①※○の桁数: auto にしました", typed("\u{1B}[21~")),
    ])
    try run(terminal)
    #expect(terminal.calls.filter { $0 == "ask true" }.count == 1)
  }

  @Test("Broken lines are told at the start; a change that cannot be written says so and leaves the file")
  func problems() throws {
    try folder.write("theme = 赤\nねこ\n", to: "config/furikaeri/furikaeri.conf")
    let terminal = MemoryTerminal([("「赤」", typed("\u{1B}[21~"))])
    try run(terminal)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try run(
      MemoryTerminal([
        ("歳出の削減", typed(SettingsLoopTests.openSettings)),
        ("設定ファイルの theme", typed("\r")), ("設定を保存できませんでした", typed("\u{1B}[21~")),
      ]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).isEmpty)
  }

  @Test("Line by line the name of the file stands in the history, a variable goes before it, and broken lines are told")
  func plain() throws {
    try folder.write("name = 1係 山田\nねこ\n", to: "config/furikaeri/furikaeri.conf")
    var environment = ["XDG_STATE_HOME": folder.path + "/state", "XDG_CONFIG_HOME": folder.path + "/config"]
    func save(_ text: String) throws -> ProgramRun {
      try ProgramRun(
        ["--plain", book], input: Array("3\nw 4\n\(text)\n.\n保存\n".utf8), environment: environment)
    }
    func history() throws -> String {
      try ProgramRun(["history", book, "--item", "3"], environment: environment).output
    }
    let first = try save("窓口の数を増やした。")
    #expect(first.status == 0 && first.errors.contains("furikaeri.conf の2行目") && first.errors.contains("「ねこ」"))
    #expect(try history().contains("1係 山田"))
    environment["FURIKAERI_USER"] = "2係 佐藤"
    #expect(try save("窓口を改めた。").status == 0)
    #expect(try history().contains("2係 佐藤"))
  }

  @Test("doctor tells every setting with where it comes from")
  func doctor() throws {
    try folder.write("theme = dark\nねこ\n", to: "config/furikaeri/furikaeri.conf")
    let terminal = try PtyTerminal(
      [ProgramRun.path, "doctor"],
      environment: ["XDG_CONFIG_HOME": folder.path + "/config", "FURIKAERI_MOUSE": "off", "NO_COLOR": ""])
    #expect(terminal.sends("端末の点検"))
    terminal.write("\u{1B}")
    #expect(terminal.sends("ESC  =  Esc"))
    terminal.write("\u{1B}")
    #expect(terminal.sends("theme = dark  設定ファイル") && terminal.sends("mouse = off  環境変数 FURIKAERI_MOUSE"))
    #expect(terminal.sends("「ねこ」に = がありません"))
  }
}
