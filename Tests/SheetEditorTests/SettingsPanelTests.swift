import SheetSettings
import Terminal
import Testing

@testable import SheetEditor

@Suite("The settings on the screen")
struct SettingsPanelTests {
  private func robot(_ file: String = "", _ environment: [String: String] = [:], columns: Int = 80) throws
    -> EditorRobot
  {
    var robot = EditorRobot(columns: columns)
    robot.state.settings = Settings(
      path: "/家/furikaeri.conf", text: SettingsText(Array(file.utf8)), environment: { environment[$0] })
    return robot
  }

  /// What was asked for, of the settings.
  private func changes(_ robot: EditorRobot) -> [Effect] {
    robot.effects.filter { if case .change = $0 { true } else { false } }
  }

  @Test("From F6 the settings open; Enter, Space and the arrows change a word, round its ends")
  func words() throws {
    var robot = try robot()
    try robot.type("<F6><End><CR>")
    #expect(robot.text.contains("配色") && robot.text.contains("furikaeri.conf"))
    try robot.type("<CR> <Right>　<Left>")
    #expect(changes(robot) == ["light", "light", "light", "light", "mono"].map { Effect.change(.theme, to: $0) })
    try robot.type("<Esc>")
    #expect(robot.state.panels.isEmpty)
  }

  @Test("What a variable decides is shown with its name and not changed")
  func variable() throws {
    var robot = try robot("theme = dark\n", ["FURIKAERI_THEME": "light"])
    try robot.type("<F6><End><CR>")
    #expect(robot.text.contains("環境変数 FURIKAERI_THEME"))
    try robot.type("<CR>")
    #expect(changes(robot).isEmpty && robot.text.contains("変えられません"))
  }

  @Test("A name is written in a line; a blank in it is text, Esc leaves it, another row decides it")
  func name() throws {
    var robot = try robot("name = 山田\n")
    try robot.type("<F6><End><CR><Down><Down><Down><Down><Down><CR><BS>美 x<Esc>")
    #expect(changes(robot).isEmpty && robot.text.contains("変えませんでした"))
    try robot.type("<CR><BS><BS>2係　佐藤<Up>")
    #expect(changes(robot) == [.change(.name, to: "2係　佐藤")])
    robot.send(.pasted("二行\n目", dropped: 0))
    #expect(robot.state.panels.count == 1)
  }

  @Test("A key that types, is taken or is unknown is refused in words and stays to be written anew")
  func keys() throws {
    var robot = try robot("key.save = Alt-S\n")
    try robot.type("<F6><End><CR><End>Ctrl-S<CR>")
    #expect(changes(robot).isEmpty && robot.text.contains("Alt-A から Alt-Z"))
    try robot.type("<BS><BS><BS><BS><BS><BS>alt-s<CR>")
    #expect(changes(robot).isEmpty && robot.text.contains("key.save"))
    try robot.type("<BS>q<CR>")
    #expect(changes(robot) == [.change(.key(.quit), to: "Alt-Q")])
  }

  @Test("A change is told, and a name holds from the next start; a failure says why")
  func told() throws {
    var robot = try robot()
    try robot.type("<F6><End><CR>")
    let changed = Settings(path: "/家/furikaeri.conf", text: SettingsText(Array("name = 山田\ntheme = dark\n".utf8)))
    _ = update(&robot.state, .settings(changed, changed: .theme))
    #expect(robot.text.contains("配色: dark にしました。") && robot.text.contains("設定ファイル"))
    _ = update(&robot.state, .settings(changed, changed: .name))
    #expect(robot.text.contains("次に開いたときから"))
    _ = update(&robot.state, .settingFailed("ディスクがいっぱいです。"))
    #expect(robot.text.contains("ディスクがいっぱいです。"))
  }

  @Test("A further key does what its function key does, everywhere; help and footer show it")
  func furtherKeys() throws {
    var robot = try robot("key.help = F12\nkey.check = Alt-R\nkey.back = Ctrl-W\nkey.quit = Insert\n", columns: 132)
    #expect(robot.text.contains("F12 説明") && robot.text.contains("Insert 終了"))
    try robot.type("<A-r>")
    #expect(robot.text.contains("指摘") || robot.text.contains("点検"))
    try robot.type("<C-w><F12>")
    #expect(robot.text.contains("Ctrl-G F12") && robot.text.contains("Alt-R"))
    try robot.type("<C-w><CR><C-w>")
    #expect(robot.state.opened == nil)
    try robot.type("<Ins>")
    #expect(robot.effects.last == .quit)
  }

  @Test("In a full footer a further key is shown where no entry loses its room by it, and the others stay")
  func fullFooter() throws {
    var robot = try robot("key.save = F12\nkey.help = Alt-H\nkey.back = Alt-B\nkey.check = Alt-C\n")
    try robot.type("<CR>")
    let entries = FormState.footer(robot.state)
    let footer = try #require(robot.screen.last)
    #expect(footer.contains("F12 保存") || footer.contains("Alt-H 説明"))
    var usual = EditorRobot()
    try usual.type("<CR>")
    let shown = try #require(usual.screen.last)
    for entry in entries { #expect(footer.contains(entry.word) == shown.contains(entry.word), "\(entry.word)") }
  }

  @Test("No key that can be given away means anything on a screen or a panel")
  func freeKeys() {
    func strokes<Command>(_ bindings: Bindings<Command>) -> [Stroke] { bindings.rows.flatMap(\.strokes) }
    func strokes<S: Screen>(of screen: S.Type) -> [Stroke] { strokes(S.bindings) }
    func strokes<P: Panel>(of panel: P.Type) -> [Stroke] { strokes(P.bindings) }
    let screens: [any Screen.Type] = [ListState.self, FormState.self, TextArea.self, ReadingPage.self]
    let panels: [any Panel.Type] = [
      HelpPanel.self, PlanPanel.self, FindingsPanel.self, QuestionPanel.self, LeavingPanel.self, UnsavedPanel.self,
      ComparisonPanel.self, ConflictPanel.self, SettlePanel.self, RecoveryPanel.self, MenuPanel.self, FindPanel.self,
      SearchPanel.self, HitPanel.self, MarkPanel.self, MarkManyPanel.self, SettingsPanel.self,
    ]
    let taken = Set(screens.flatMap { strokes(of: $0) } + panels.flatMap { strokes(of: $0) })
    let names = "abcdefghijklmnopqrstuvwxyz".map { "Alt-\($0)" } + ["Ctrl-W", "F11", "F12", "Insert"]
    for name in names {
      let text = SettingsText(Array("key.save = \(name)".utf8))
      let keys = Settings(text: text).keys
      #expect(keys.count == 1 && keys.keys.allSatisfy { !taken.contains(.key($0)) }, "\(name)")
    }
  }
}
