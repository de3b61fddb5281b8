import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetPlain

@Suite("Marks line by line")
struct MarkingTests {
  private let robot: DialogueRobot

  init() throws { robot = try DialogueRobot() }

  private func marks(_ number: Int = 3) throws -> [ReviewMark] {
    try BookFolder(path: robot.book).reviews(of: "item-0\(number).json").marks
  }

  @Test(
    "A period is confirmed, sent back with a comment, replied to, and its last mark taken back when that is certain")
  func marking() throws {
    let heard = try robot.run([
      "3", "確認 中間", "差戻し 中間", "根拠が分かりません。", "数字を書いてください。", ".", "返答 中間", "次回に書きます。", ".", "コメント",
      "印消し 中間", "やめる", "印消し 中間", "消す", "終了",
    ])
    #expect(heard.status == .done && heard.messages.isEmpty, "\(heard.messages)")
    #expect(heard.said("項目3の中間振り返り: 確認済にしました。") && heard.said("項目3の中間振り返り: 差戻しにしました。"))
    #expect(heard.said("項目3のコメントに返答しました。") && heard.said("数字を書いてください。"))
    #expect(try marks().map(\.decision) == [.confirmed, .sentBack, .withdrawn])
    #expect(try marks()[1].comment.lines == ["根拠が分かりません。", "数字を書いてください。"])
    #expect(try marks()[1].replies.map(\.comment) == ["次回に書きます。"])
  }

  @Test("A mark that makes no sense is refused in the screen's words, and none is set")
  func obstacles() throws {
    for (line, sentence) in [
      ("確認 自己", "自己評価は未入力です。確認済にはできません。"), ("印消し 自己", "取り消す印がありません。"), ("返答 自己", "自己評価に返答するコメントがありません。"),
    ] {
      let heard = try robot.run(["3", line])
      #expect(heard.status == .notUnderstood && heard.messages == ["入力2行目: \(sentence)ここで終わります。"])
    }
    let empty = try robot.run(["3", "差戻し 中間", ".", "q"], isTerminal: true)
    #expect(empty.messages == ["差し戻す理由をコメントに書いてください。"])
    #expect(try robot.run(["3", "確認 秋"]).status == .notUnderstood)
    #expect(try marks().isEmpty)
  }

  @Test("A comment that was not ended is kept line by line, and goes on where it is written next")
  func keptComment() throws {
    let broken = try robot.run(["3", "差戻し 中間", "一行目", "二行目"])
    #expect(broken.status == .notUnderstood && broken.messages.count == 1)
    let heard = try robot.run(["3", "差戻し 中間", "三行目", ".", "終了"])
    #expect(heard.status == .done && heard.said("二行目"))
    #expect(try marks().map(\.comment.lines) == [["一行目", "二行目", "三行目"]])
    #expect(!(try robot.run(["3", "差戻し 中間", "別の文", ".", "終了"]).said("一行目")))
  }

  @Test("Where book.json names who may mark, nobody else does")
  func supervisors() throws {
    let header = try robot.folder.text("Data/tennoji-2019/book.json")
    try robot.folder.write(
      header.replacingOccurrences(of: "\"title\"", with: "\"supervisors\": [\"nobody-of-that-name\"],\n  \"title\""),
      to: "Data/tennoji-2019/book.json")
    let heard = try robot.run(["3", "確認 中間"])
    #expect(heard.status == .conflict && heard.messages[0].contains("nobody-of-that-name"))
    #expect(try marks().isEmpty)
  }
}
