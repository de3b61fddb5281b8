import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("The targets on one row")
struct TargetLineTests {
  private static let widths = DisplayWidths(ambiguous: .narrow)

  private func line(_ targets: [String], _ width: Int) -> String {
    TargetLine(Plan(annualActions: LongText(lines: ["(目標)"] + targets)), widths: TargetLineTests.widths).text(
      width: width)
  }

  @Test("Targets that fit stand as they are written")
  func whole() {
    #expect(line(["○ 案内板の数", "【令和元年度】", "・3枚", "○ 窓口の苦情 0件"], 60) == "○ 案内板の数 3枚  ○ 窓口の苦情 0件")
    #expect(line(["適正な職員配置"], 40) == "適正な職員配置" && line([], 40).isEmpty)
  }

  @Test("Words are shortened before a figure, and the targets without room are counted")
  func shortened() {
    let long = "○ 自治会・町内会単位の活動に対する市からの支援が役に立っていると感じている区民の割合"
    let one = line([long, "・63%以上"], 40)
    #expect(one.hasSuffix("… 63%以上") && one.hasPrefix("○ 自治会") && TargetLineTests.widths.columns(of: one) <= 40)
    let three = line(["○ 問合せ件数 9件", long + "100%", "○ 会議の回数 : 2回"], 50)
    #expect(three.hasPrefix("○ 問合せ件数 9件  ○ 自治会") && three.hasSuffix("100%  ほか1"))
    #expect(line(["○ 問合せ件数 9件", long, "○ 会議の回数 2回"], 30) == "○ 問合せ件数 9件  ほか2")
  }

  @Test("A year is no figure, and a word keeps its number")
  func figures() {
    #expect(
      TargetLine.targets(of: ["①不適切な事務処理事案の件数(公表ベース) 発生ゼロをめざす。(平成30年度 2件)"]) == [
        TargetLine.Target(words: "①不適切な事務処理事案の件数(公表ベース)", figure: "発生ゼロをめざす。(平成30年度 2件)")
      ])
    #expect(
      TargetLine.targets(of: ["②意識して取り組んでいる職員の割合 令和元年度 85%", "平成31年度目標収納率 89.68%"]) == [
        TargetLine.Target(words: "②意識して取り組んでいる職員の割合 令和元年度", figure: "85% 平成31年度目標収納率 89.68%")
      ])
    #expect(
      TargetLine.targets(of: ["・広報紙での情報発信、毎月1回"]) == [TargetLine.Target(words: "・広報紙での情報発信、", figure: "毎月1回")])
  }

  @Test("No width is exceeded, and nothing crashes, whatever the targets say")
  func everyWidth() {
    let hostile = [
      "○ \u{202E}逆さ\u{1B}[31m 9件", "・", "①", "９９９", String(repeating: "長", count: 300) + "1件", "ｶﾞｲﾄﾞ 3冊", "か\u{3099}3",
    ]
    for width in 0...200 {
      for lines in [hostile, Array(hostile.reversed()), hostile.suffix(1)] {
        let shown = SafeText.visible(line(Array(lines), width))
        #expect(TargetLineTests.widths.columns(of: shown) <= max(width, 8), "\(width): \(shown)")
      }
    }
  }
}
