import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetPlain

@Suite("Line by line beside others")
struct TogetherTests {
  private let robot: DialogueRobot

  init() throws { robot = try DialogueRobot() }

  private func otherWrites(_ text: String) -> DialogueRobot.Step {
    .act { [robot] in try robot.change(3) { $0.selfEvaluation.results = LongText(text) } }
  }

  @Test("A field that both changed is asked about with both texts before the save, and gets the one that is chosen")
  func conflict() throws {
    for (answer, expected) in [("自分", ["私の実績"]), ("t", ["相手の実績"]), ("両方", ["私の実績", "相手の実績"])] {
      try robot.change(3) { $0.selfEvaluation.results = "" }
      let heard = try robot.run([
        .line("3"), .line("w 4"), .line("私の実績"), .line("."), otherWrites("相手の実績"), .line("保存"), .line(answer),
        .line("保存"), .line("終了"),
      ])
      #expect(heard.status == .done, "\(heard)")
      #expect(heard.said("自己評価 当年度の取組実績及び目標の達成状況がほかでも変更されました。どの文にするか選んでください。"))
      #expect(heard.said("1: 私の実績") && heard.said("1: 相手の実績"))
      #expect(try robot.stored(3).selfEvaluation.results.lines == expected)
    }
  }

  @Test("A script that does not know of the question ends with it: a number is no answer, and nothing is written")
  func scriptInConflict() throws {
    let heard = try robot.run([
      .line("3"), .line("w 4"), .line("私の実績"), .line("."), otherWrites("相手の実績"), .line("保存"), .line("1"),
      .line("保存"),
    ])
    #expect(heard.status == .conflict && heard.drafts == 1)
    #expect(try robot.stored(3).selfEvaluation.results == "相手の実績")
    let next = try robot.run(["3", "続き", "4"])
    #expect(next.said("1: 私の実績") && next.said("2: 相手の実績"))
  }

  @Test(
    "What somebody else changed in another field is put together with ours, said, and saved when it is asked for again")
  func merge() throws {
    let heard = try robot.run(
      [
        .line("3"), .line("w 5 1"), otherWrites("相手の実績"), .line("保存"), .line("保存"), .line("終了"),
      ], isTerminal: true)
    #expect(heard.messages.count == 1 && heard.messages[0].hasPrefix("項目3は開いた後にほかで変更されました。"))
    #expect(try robot.stored(3).selfEvaluation.achievement == .met)
    #expect(try robot.stored(3).selfEvaluation.results == "相手の実績")
  }

  @Test("A person hears before the next prompt what changed, so that line numbers are those of the text that was heard")
  func heardInTime() throws {
    try robot.change(3) { $0.selfEvaluation.results = "一\n二\n三" }
    let heard = try robot.run(
      [.line("3"), otherWrites("零\n一\n二\n三"), .line("d 4 2"), .line("4"), .line("s"), .line("q")], isTerminal: true)
    // The line that was entered before anything was heard is the second of the text that was read.
    let gone = heard.lines.firstIndex(of: "2: 二")
    #expect(gone != nil && heard.said("1: 零"))
    #expect(try robot.stored(3).selfEvaluation.results.lines == ["零", "一", "三"])
  }

  @Test("A draft of a program that ended is offered when its sheet is opened: gone on from, left, or put away")
  func drafts() throws {
    _ = try robot.run(["3", "w 4", "書きかけ", "."])
    let list = try robot.run(["一覧"])
    #expect(list.said("3 ★ 諸収入確保の推進: 中間 ① 記入済、自己 未入力、前の下書き"))
    #expect(try robot.run(["3", "2", "w 4"]).status == .conflict, "a number of a script is no answer")
    #expect(try robot.run(["3"]).status == .conflict)
    #expect(try robot.run(["3", "後", "4"]).said("4 自己評価 当年度の取組実績及び目標の達成状況: (未入力)"))
    let resumed = try robot.run(["3", "1", "4", "s", "q"], isTerminal: true)
    #expect(resumed.said("1: 書きかけ") && resumed.said("項目3を保存しました。"))
    #expect(try robot.stored(3).selfEvaluation.results == "書きかけ")
  }

  @Test("A draft over a file that changed meanwhile is asked about with both texts")
  func draftOverChange() throws {
    _ = try robot.run(["3", "w 4", "下書きの実績", "."])
    try robot.change(3) { $0.selfEvaluation.results = "相手の実績" }
    let heard = try robot.run(["3", "続き", "保存済み", "終了"])
    #expect(heard.status == .done && heard.drafts == 0, "\(heard)")
    #expect(heard.said("下書きの文:") && heard.said("1: 下書きの実績"))
    #expect(try robot.stored(3).selfEvaluation.results == "相手の実績")
  }

  @Test("A save that fails is told as one that failed, the draft stays, and a script ends with it")
  func failedSave() throws {
    let file = robot.book + "/item-03.json"
    let heard = try robot.run([
      .line("3"), .line("w 4"), .line("実績"), .line("."), .act { try FileManager.default.removeItem(atPath: file) },
      .line("保存"), .line("一覧"),
    ])
    #expect(heard.status == .unreadable && heard.drafts == 1)
    #expect(heard.messages.count == 1 && heard.messages[0].hasPrefix("入力5行目: 項目3を保存できません: "))
    #expect(heard.messages[0].contains("下書きは残っています。") && !heard.lines.contains { $0.contains("保存しました") })
  }

  @Test("Who else is editing the sheet is said, and writing beside them is asked about once")
  func holder() throws {
    guard case .claimed(let claim) = EditingClaim.claim("item-03.json", in: robot.book, author: Author(name: "同僚"))
    else {
      Issue.record("no claim")
      return
    }
    let script = try robot.run(["3", "w 5 1", "保存"])
    #expect(script.status == .conflict && script.drafts == 0)
    #expect(script.lines.contains { $0.hasPrefix("同僚さん") && $0.hasSuffix("編集中です。") })
    let person = try robot.run(["3", "w 5 1", "2", "w 1 1", "s", "q"], isTerminal: true)
    #expect(person.said("項目3を保存しました。") && person.messages.isEmpty)
    withExtendedLifetime(claim) {}
  }
}
