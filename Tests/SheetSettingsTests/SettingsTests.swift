import SheetWording
import Terminal
import Testing

@testable import SheetSettings

@Suite("Settings: environment before file before what is usual")
struct SettingsTests {
  private func settings(_ file: String, _ environment: [String: String] = [:]) -> Settings {
    Settings(path: "/家/furikaeri.conf", text: SettingsText(Array(file.utf8)), environment: { environment[$0] })
  }

  /// A value for each setting that is not the usual one, and another.
  private static let values: [(Setting, String, String)] = [
    (.theme, "dark", "light"), (.ambiguous, "2", "1"), (.mouse, "off", "on"), (.clipboard, "on", "off"),
    (.inputMethod, "on", "off"), (.name, "1係 山田", "2係 佐藤"), (.key(.save), "Alt-S", "F12"),
  ]

  @Test("Each setting comes from its variable, else from the file, else it is the usual one", arguments: values)
  func sources(setting: Setting, one: String, other: String) {
    let row = setting.row
    #expect(settings("")[setting] == setting.standard && settings("").source(of: setting) == .standard)
    let file = settings("# 覚え\n\(row.name) = \(one)\n")
    #expect(file[setting] == one && file.source(of: setting) == .file && file.text.problems.isEmpty)
    guard let variable = row.variable else { return }
    let both = settings("\(row.name) = \(one)\n", [variable: other])
    #expect(both[setting] == other && both.source(of: setting) == .environment(variable))
  }

  @Test("Every setting has a name, a title, a sentence of its own, and takes its usual value")
  func table() {
    let rows = Setting.allCases.map(\.row)
    #expect(Set(rows.map(\.name)).count == rows.count && Set(rows.map(\.title)).count == rows.count)
    #expect(rows.allSatisfy { !$0.summary.isEmpty && $0.name.allSatisfy { $0.isASCII } })
    for setting in Setting.allCases { #expect(setting.accepted(setting.standard) == setting.standard) }
    #expect(Set(SettingsTests.values.map(\.0)).isSuperset(of: Setting.allCases.filter { $0.row.kind != .key }))
  }

  @Test("NO_COLOR stands for no colours where FURIKAERI_THEME leaves it open, and before the file")
  func noColour() {
    #expect(settings("theme = dark", ["NO_COLOR": "1"]).source(of: .theme) == .environment("NO_COLOR"))
    #expect(settings("", ["NO_COLOR": "1", "FURIKAERI_THEME": "auto"])[.theme] == "mono")
    #expect(settings("", ["NO_COLOR": "1", "FURIKAERI_THEME": "light"])[.theme] == "light")
  }

  @Test("A variable with a word that means nothing is told, one of the file is not followed")
  func badVariable() {
    let bad = settings("", ["FURIKAERI_MOUSE": "いいえ"]).badVariable
    #expect(bad?.name == "FURIKAERI_MOUSE" && bad?.allowed == ["auto", "on", "off"])
    #expect(settings("mouse = いいえ").badVariable == nil && settings("mouse = いいえ")[.mouse] == "auto")
  }

  @Test(
    "A line is understood however an editor or an input method wrote it",
    arguments: [
      "\u{FEFF}theme = dark\r\n", "ｔｈｅｍｅ　＝　ｄａｒｋ\n", "  Theme=DARK # 夜に見やすい", "theme = light\ntheme = dark\n",
      "theme = dark　＃ 覚え", "#theme = light\n\n\ttheme\t=\tdark\t\n",
    ])
  func forms(text: String) {
    #expect(settings(text)[.theme] == "dark" && settings(text).text.problems.isEmpty)
  }

  @Test("A full-width digit is the digit, and a name may have # and = in it")
  func digits() {
    #expect(settings("ambiguous＝２")[.ambiguous] == "2")
    #expect(settings("name = 1係#2=3")[.name] == "1係#2=3")
  }

  @Test(
    "A broken line is named with its number, what is wrong and what is allowed; the others are followed",
    arguments: [
      ("temae = dark", ["「temae」", "theme"]), ("theme = darkk", ["「darkk」", "auto、light、dark、16、mono"]),
      ("theme dark", ["= がありません"]), ("= dark", ["「」", "theme"]), ("key.save = Ctrl-S", ["Alt-A から Alt-Z", "F12"]),
      ("key.save = s", ["「s」"]), ("key.print = F12", ["「key.print」"]), ("name = あ\u{202E}い", ["60字"]),
      ("name = あ\u{1B}[2J", ["60字"]),
      ("name = " + String(repeating: "長", count: 61), ["60字", "…"]), ("mouse = \u{1B}[2J", ["auto、on、off"]),
    ])
  func brokenLines(line: String, words: [String]) {
    let settings = settings("clipboard = on\n\(line)\nime = off\n")
    #expect(settings[.clipboard] == "on" && settings[.inputMethod] == "off")
    let problems = Wording.Settings.problems(settings)
    #expect(problems.count == 1 && problems[0].contains("/家/furikaeri.conf の2行目"))
    for word in words { #expect(problems[0].contains(word), "\(problems[0])") }
  }

  @Test("A line that is no UTF-8 is named and kept")
  func notUTF8() {
    let bytes: [UInt8] = [0x83, 0x65, 0x3D, 0x31, 0x0A] + Array("theme = dark\n".utf8)
    var text = SettingsText(bytes)
    #expect(text.problems == [SettingsProblem(line: 1, kind: .notUTF8)] && text.values == [.theme: "dark"])
    text.set(.theme, to: "light")
    #expect(text.bytes == bytes.prefix(5) + Array("theme = light\n".utf8))
  }

  @Test(
    "A change touches its own value alone, byte for byte",
    arguments: [
      ("# 頭\n\ntheme = dark # 夜\n知らない行\nmouse=off", "theme", "light", "# 頭\n\ntheme = light # 夜\n知らない行\nmouse=off"),
      ("\u{FEFF}mouse＝off\r\n\r\n", "mouse", "on", "\u{FEFF}mouse＝on\r\n\r\n"),
      ("a\r\nmouse = off", "theme", "dark", "a\r\nmouse = off\r\ntheme = dark\r\n"),
      ("theme=dark\ntheme = 赤\n", "theme", "mono", "theme=dark\ntheme = mono\n"),
      ("name = # まだ\n", "name", "山田", "name = 山田 # まだ\n"), ("name =", "name", "山田", "name = 山田"),
      ("name = 山田 # 私\n", "name", "", "name =  # 私\n"),
      ("# theme = dark\n", "theme", "16", "# theme = dark\ntheme = 16\n"),
    ])
  func changing(before: String, name: String, value: String, after: String) throws {
    let setting = try #require(Setting(named: name))
    var text = SettingsText(Array(before.utf8))
    #expect(text.bytes == Array(before.utf8))
    text.set(setting, to: value)
    #expect(String(decoding: text.bytes, as: UTF8.self) == after)
    #expect(text.values[setting] ?? "" == value)
  }

  @Test("A key that is given twice is refused for the second, and says who has it")
  func keyConflict() {
    let settings = settings("key.save = Alt-S\nkey.check = alt+s\nkey.quit = Ａｌｔ－Ｑ\n")
    #expect(
      settings.keys == [
        Key(name: .character("s"), modifiers: .alt): Key(name: .function(2)),
        Key(name: .character("q"), modifiers: .alt): Key(name: .function(10)),
      ])
    #expect(Wording.Settings.problems(settings).first?.contains("key.save") == true)
  }

  @Test("Ten thousand broken lines cost no more than their bytes, and are told in one message")
  func manyLines() {
    let settings = settings(String(repeating: "x=1\n", count: 10_000))
    #expect(settings.text.problems.count == 10_000)
    #expect(Wording.Settings.problem(settings)?.contains("ほかに9999行") == true)
  }
}
