// Holds the settings: each with its value, where that comes from, and what it does.

import SheetSettings
import SheetWording
import Terminal

/// All settings, of which the chosen one can be changed.
struct SettingsPanel: ChosenOfMany {
  static let decidesByPress = true
  var count: Int { Setting.allCases.count }
  var chosen = 0
  var top = 0
  /// What is being written for the chosen one; nil while nothing is.
  private var written: String?

  private var setting: Setting { Setting.allCases[chosen] }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), turn(Int), decide, remove, close
  }

  static let bindings = Bindings<Command>(
    Binding.neighbours { .choose($0) } + [
      Binding(.decide, [.named(.enter)], footer: Wording.FooterWord.change, help: Wording.SettingsHelp.decide),
      Binding(.turn(1), [.named(.right)], help: Wording.SettingsHelp.turn),
      Binding(.turn(1), Stroke.blanks, help: Wording.SettingsHelp.turn, shown: "Space"),
      Binding(.turn(-1), [.named(.left)], help: Wording.SettingsHelp.turnBack),
      Binding(.remove, [.named(.backspace)], help: Wording.SettingsHelp.remove),
    ] + Binding.ends({ .choose($0) }, first: [.named(.pageUp)], last: [.named(.pageDown)]) + [
      Binding(
        .close, [.named(.escape), .f(3), .f(6), .control("t")], footer: Wording.FooterWord.close,
        help: Wording.SettingsHelp.leave)
    ])

  var keptRows: Int { written == nil ? 1 : 2 }
  var takesJapanese: Bool { written != nil && setting == .name }

  /// While something is written a blank is text.
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool { written == nil }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): return leaveLine(in: &editor) { $0.choose(move) }
    case .turn(let count): return written == nil ? turn(count, in: &editor) : .stays
    case .decide: return written == nil ? turn(1, in: &editor) : decide(in: &editor)
    case .remove:
      if let written { self.written = String(written.dropLast()) } else { editor.say(Wording.unknownKey) }
    case .close:
      guard written != nil else { return .closes }
      written = nil
      editor.say(Wording.settingLeft)
    }
    return .stays
  }

  /// A press on another row decides what is being written first.
  mutating func chooseShown(_ index: Int) {
    if written == nil { choose(index) }
  }

  /// Typed text is written where the setting takes text; of pasted lines the first.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard canChange(&editor) else { return .stays }
    if case .words = setting.row.kind { return .unused }
    let line = text.string.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    written = String(((written ?? "") + line).prefix(Setting.longestText))
    return .stays
  }

  /// Gives the setting its next word, or opens the line that is written in.
  private mutating func turn(_ count: Int, in editor: inout EditorState) -> PanelStep {
    guard canChange(&editor) else { return .stays }
    switch setting.row.kind {
    case .words(let words):
      return .stays([.change(setting, to: words.element(count, behind: editor.settings[setting]))])
    case .text, .key:
      written = editor.settings[setting]
      return .stays
    }
  }

  /// Gives the setting what was written; what cannot be stays there to be written anew.
  private mutating func decide(in editor: inout EditorState) -> PanelStep {
    let behind = (written ?? "").drop(while: \.isWhitespace)
    let text = String(behind.prefix(behind.count - behind.reversed().prefix(while: \.isWhitespace).count))
    if let kind = editor.settings.text.obstacle(to: text, for: setting) {
      editor.refuse(Wording.settingRefused(kind))
      return .stays
    }
    written = nil
    let value = setting.accepted(text) ?? text
    return value == editor.settings[setting] ? .stays : .stays([.change(setting, to: value)])
  }

  /// Decides what is written before something else is chosen.
  private mutating func leaveLine(in editor: inout EditorState, _ then: (inout SettingsPanel) -> Void) -> PanelStep {
    let step = written == nil ? PanelStep.stays : decide(in: &editor)
    if written == nil { then(&self) }
    return step
  }

  /// Whether the file decides about the chosen one; says so where it does not.
  private func canChange(_ editor: inout EditorState) -> Bool {
    guard case .environment(let name) = editor.settings.source(of: setting) else { return true }
    editor.refuse(Wording.setByVariable(name))
    return false
  }

  // MARK: Drawing

  private static let valueColumn = 30
  private static let sourceColumn = 50
  private static let detailRows = 4
  /// The keys while something is written.
  private static let writingFooter = [
    FooterEntry(keys: "Enter", word: Wording.FooterWord.decide, stroke: .named(.enter)),
    FooterEntry(keys: "Esc", word: Wording.leaveLine, stroke: .named(.escape)),
  ]

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let (width, height) = (screen.size.columns, screen.size.rows)
    screen.head(Wording.settingsTitle, top: 0, count: 0)
    let rows = min(count, max(1, height - 4 - SettingsPanel.detailRows))
    let first = min(max(0, chosen - rows + 1), count - rows)
    for offset in 0..<rows { draw(first + offset, row: 1 + offset, editor, on: &screen) }
    screen.rule(row: rows + 1, from: 0, to: width)
    let breaker = LineBreaker(width: max(2, width - 4), widths: screen.widths)
    let details = Wording.details(setting, editor.settings).flatMap { breaker.lines(of: SafeText.visible($0)) }
    for (offset, line) in details.prefix(max(1, height - rows - 4)).enumerated() {
      screen.write([Run(line)], row: rows + 2 + offset, column: 2, limit: width)
    }
    if let written { screen.inputLine("\(setting.row.title): ", written, right: [], row: height - 2) }
    screen.footer(written == nil ? SettingsPanel.bindings.footer : SettingsPanel.writingFooter)
  }

  private func draw(_ index: Int, row: Int, _ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    let setting = Setting.allCases[index]
    let isChosen = index == chosen
    let source = editor.settings.source(of: setting)
    screen.spot(row: row, columns: 0..<width, target: ManyRow(index: index))
    screen.write(
      [Run(setting.row.title, isChosen ? Look.strong : Look.plain)], row: row, column: 2,
      limit: SettingsPanel.valueColumn - 1)
    let value = SafeText.visible(Wording.Settings.value(setting, editor.settings[setting]))
    let room = SettingsPanel.sourceColumn - SettingsPanel.valueColumn - 2
    screen.write(
      [Run(screen.widths.truncated(value, toColumns: room), source == .standard ? Look.quiet : Look.strong)], row: row,
      column: SettingsPanel.valueColumn, limit: width)
    screen.write(
      [Run(Wording.Settings.name(source), Look.quiet)], row: row, column: SettingsPanel.sourceColumn, limit: width)
    guard isChosen else { return }
    screen.lay(.chosen, row: row, columns: 0..<width)
    if written == nil { screen.cursor = ScreenPosition(row: row, column: 1) }
  }
}
