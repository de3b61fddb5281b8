import Foundation
import InitiativeModel
import SheetWording
import Terminal
import TestSupport
import Testing

@testable import SheetEditor
@testable import SheetSettings

/// Tests of the users' guide: its table of keys is made from the bindings, and what it says is tried.
///
/// A passage names what is tried in a comment behind it: `<!-- 試す: 一覧 <F7>見本 → 検索 -->` opens the list, types the
/// keys, and looks for the text behind the arrow; several texts are divided by `、`.
@Suite("The users' guide says what is so")
struct GuideTests {
  private static let path = packageFolder + "/docs/users-guide.md"
  private static let start = "<!-- キーの表(ここから) -->\n"
  private static let end = "<!-- キーの表(ここまで) -->\n"

  private static func guide() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  // MARK: The table of keys

  private static func table(_ title: String, _ rows: [HelpRow]) -> String {
    let lines = rows.map { row in
      "| \(row.keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")) | \(row.sentence) |"
    }
    return "### \(title)\n\n| キー | 働き |\n|---|---|\n" + lines.joined(separator: "\n") + "\n\n"
  }

  private static func screen<S: Screen>(_ title: String, _ type: S.Type) -> String {
    table(title, S.bindings.help())
  }

  private static func panel<P: Panel>(_ title: String, _ type: P.Type) -> String { table(title, P.bindings.help()) }

  private static var tables: String {
    screen("一覧", ListState.self) + screen("項目", FormState.self) + screen("本文", TextArea.self)
      + screen("確認の画面", ReadingPage.self) + panel("一覧の表示", MenuPanel.self) + panel("印を付ける問い", MarkPanel.self)
      + panel("まとめて確認", MarkManyPanel.self) + panel("本文の検索と置換", FindPanel.self) + panel("すべての項目の検索", SearchPanel.self)
      + panel("見つかった場所", HitPanel.self) + panel("点検の結果", FindingsPanel.self)
      + panel("違い", ComparisonPanel.self) + panel("計画", PlanPanel.self) + panel("前回の下書き", RecoveryPanel.self)
      + panel("同じ欄の変更", ConflictPanel.self) + panel("gitの競合", SettlePanel.self)
      + panel("終了", LeavingPanel.self)
  }

  @Test("Every key stands in its table, as the program has it")
  func keys() throws {
    let guide = try GuideTests.guide()
    let parts = guide.components(separatedBy: GuideTests.start)
    #expect(parts.count == 2)
    let rest = parts.last?.components(separatedBy: GuideTests.end) ?? []
    #expect(rest.count == 2)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let whole = parts[0] + GuideTests.start + "\n" + GuideTests.tables + GuideTests.end + (rest.last ?? "")
      try whole.write(toFile: GuideTests.path, atomically: true, encoding: .utf8)
      return
    }
    #expect(rest.first == "\n" + GuideTests.tables, "record the tables anew: see docs/contributing.md")
  }

  // MARK: What is tried

  /// Where something is tried, by the name of the place.
  private static func robot(_ place: String) -> EditorRobot? {
    func filled(_ sheet: inout InitiativeSheet) {
      guard sheet.number < 3 else { return }
      sheet.setChoice(.first, of: .implementationForecast)
      sheet.setChoice(.first, of: .targetForecast)
    }
    switch place {
    case "一覧": return EditorRobot(sheets: 5, filled: filled)
    case "二年分の一覧": return EditorRobot(sheets: 5, otherYear: 2018, filled: filled)
    case "管理職": return EditorRobot(sheets: 5, isReviewing: true, filled: filled)
    case "初回": return EditorRobot(sheets: 5, isFirstStart: true, filled: filled)
    default: return nil
    }
  }

  @Test("What the guide says happens when its keys are pressed")
  func flows() throws {
    let flows = try GuideTests.guide().components(separatedBy: "<!-- 試す: ").dropFirst().map {
      String($0.components(separatedBy: " -->")[0])
    }
    #expect(flows.count >= 20)
    for flow in flows {
      let parts = flow.components(separatedBy: " → ")
      let words = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2, words.count == 2, var robot = GuideTests.robot(words[0]) else {
        Issue.record("cannot be tried: \(flow)")
        continue
      }
      try robot.type(words[1])
      let text = robot.text.filter { !$0.isWhitespace }
      for wanted in parts[1].components(separatedBy: "、") {
        #expect(text.contains(wanted.filter { !$0.isWhitespace }), "\(flow)\n\(robot.text)")
      }
    }
  }

  @Test("Every key that the guide names is one that the program has")
  func names() throws {
    let guide = try GuideTests.guide()
    let prose = guide.components(separatedBy: GuideTests.start)[0]
    let known = Set(
      GuideTests.tables.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    )
    let keys = prose.components(separatedBy: "`").enumerated().filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
      .filter { name in
        ["Ctrl-", "Shift-", "Alt-"].contains { name.hasPrefix($0) }
          || (name.hasPrefix("F") && Int(name.dropFirst()) != nil)
          || ["Enter", "Esc", "Tab", "Space", "Backspace", "Delete", "Home", "End", "PgUp", "PgDn"].contains(name)
      }
    #expect(keys.count > 30)
    let written: Set = ["Alt-1", "Alt-2", "Alt-0", "Ctrl-Shift-V"]
    for key in keys {
      #expect(known.contains(key) || written.contains(key) || FurtherKey(key) != nil, "\(key) is bound nowhere")
    }
  }
}
