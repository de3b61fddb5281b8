import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetPlain

@Suite("git's two versions line by line")
struct SettlingTests {
  private let robot: DialogueRobot

  /// Two people wrote other results into the first sheet, and git could not merge them.
  init() throws {
    robot = try DialogueRobot()
    let git = Git(robot.book)
    #expect(try git("init", "-q") == 0 && git.commit("base") && git("checkout", "-q", "-b", "other") == 0)
    try robot.change(3) { $0.selfEvaluation.results = "相手の実績" }
    #expect(try git.commit("other") && git("checkout", "-q", "main") == 0)
    try robot.change(3) { $0.selfEvaluation.results = "こちらの実績" }
    #expect(try git.commit("ours") && git("merge", "-q", "other") == 1)
  }

  @Test("Both are read, one is chosen, and the file holds both until it is saved")
  func settling() throws {
    let marked = try robot.folder.text("Data/tennoji-2019/item-03.json")
    #expect(marked.contains("<<<<<<<"))
    let left = try robot.run(["3", "1"])
    #expect(left.status == .conflict && left.said("1: 相手の実績") && left.said("1: こちらの実績"))
    #expect(try robot.folder.text("Data/tennoji-2019/item-03.json") == marked)
    let heard = try robot.run(["3", "相手", "4", "保存", "終了"])
    #expect(heard.status == .done, "\(heard.messages)")
    #expect(heard.lines.contains { $0.hasPrefix("項目3を保存し、競合の印を消しました。") })
    #expect(try robot.stored(3).selfEvaluation.results == "相手の実績")
  }
}
