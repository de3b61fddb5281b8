import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetPlain

@Suite("Filling in line by line")
struct DialogueTests {
  private let robot: DialogueRobot

  init() throws { robot = try DialogueRobot() }

  @Test("A script fills in a sheet from end to end")
  func script() throws {
    let heard = try robot.run([
      "3", "記入 5 2", "記入 4", "目標を下回った。", "", "次年度に見直す。", ".", "w 6", "周知の時期を早める。", ".", "保存", "終了",
    ])
    #expect(heard.status == .done && heard.messages.isEmpty && heard.drafts == 0)
    #expect(heard.said("目標の達成: ② 目標未達成。課題と改善策が必須です(まだ空です)。"))
    #expect(heard.said("項目3を保存しました。"))
    let sheet = try robot.stored(3)
    #expect(sheet.selfEvaluation.achievement == .notMet)
    #expect(sheet.selfEvaluation.results.lines == ["目標を下回った。", "", "次年度に見直す。"])
    #expect(sheet.selfEvaluation.issuesAndImprovements == "周知の時期を早める。")
    #expect(try robot.folder.names("state/furikaeri/drafts").isEmpty)
  }

  @Test("The ② rule is told at once and at every save; a script ends with it, a person goes on, nothing is lost")
  func rule() throws {
    let refusal = "自己評価 課題と改善策が空のため保存できません。②なので必須です。下書きは残っています。"
    let script = try robot.run(["3", "記入 5 ②", "保存", "一覧"])
    #expect(script.status == .unsaved && script.drafts == 1)
    #expect(script.messages == ["入力3行目: \(refusal)ここで終わります。"])
    #expect(try robot.stored(3).selfEvaluation.achievement == nil)

    let person = try robot.run(["3", "1", "s", "w 6", "改善する。", ".", "s", "d 6", "s", "u", "s", "q"], isTerminal: true)
    #expect(person.messages == [refusal, refusal])
    #expect(person.said("自己評価 課題と改善策: ②なので記入が必要です。"))
    #expect(person.status == .done && person.drafts == 0)
    #expect(try robot.stored(3).selfEvaluation.issuesAndImprovements == "改善する。")
  }

  @Test("What a person enters is heard back, and each of the six fields can be read alone and together")
  func reading() throws {
    let heard = try robot.run(["19", "読む", "2", "計画"])
    #expect(heard.said("2 中間振り返り 目標の達成見込み: ② 達成できない見込み"))
    let plan = try robot.stored(19).plan
    for line in plan.policyAndTargets.lines + plan.annualActions.lines { #expect(heard.said(line)) }
    for line in try robot.stored(19).midTermReview.issuesAndImprovements.lines.enumerated() {
      #expect(heard.said("\(line.offset + 1): \(line.element)"))
    }
  }

  @Test("Lines are added, put in, replaced and taken out by their numbers; each step is undone and done again alone")
  func lines() throws {
    let heard = try robot.run([
      "3", "w 4", "一", "二", "三", ".", "a 4", "四", ".", "i 4 2", "一の次", ".", "x 4 3-4", "二と三", ".", "d 4 1",
      "4", "u", "4", "u", "u", "u", "4", "y", "保存",
    ])
    #expect(heard.messages.isEmpty)
    func reading(_ lines: [String]) -> [String] { lines.enumerated().map { "\($0 + 1): \($1)" } }
    let read = heard.lines.indices.filter { heard.lines[$0] == "項目3> 4" }.map { place in
      Array(heard.lines[(place + 2)...].prefix { !$0.hasPrefix("項目3> ") })
    }
    #expect(
      read == [
        reading(["一の次", "二と三", "四"]), reading(["一", "一の次", "二と三", "四"]), reading(["一", "二", "三"]),
      ])
    #expect(try robot.stored(3).selfEvaluation.results.lines == ["一", "二", "三", "四"])
  }

  @Test("A line with only dots has one more when it is entered, also when an input method is on")
  func dots() throws {
    _ = try robot.run(["3", "w 4", "..", "。。", "...", "。", "保存"])
    #expect(try robot.stored(3).selfEvaluation.results.lines == [".", "。", ".."])
  }

  @Test("A text that is entered anew takes the place of the old one with its end mark alone, and nothing with no line")
  func anew() throws {
    _ = try robot.run(["3", "w 4", "前の文", ".", "保存"])
    let nothing = try robot.run(["3", "w 4", ".", "保存"])
    #expect(nothing.said("自己評価 当年度の取組実績及び目標の達成状況はそのままです。") && nothing.said("保存していない変更はありません。"))
    let unended = try robot.run(["3", "w 4", "新しい文"])
    #expect(unended.status == .notUnderstood && unended.drafts == 1)
    #expect(try robot.stored(3).selfEvaluation.results == "前の文")
    let resumed = try robot.run(["3", "続き", "w 4", "新しい文", "二行目", ".", "保存"])
    #expect(resumed.said("+ 新しい文") && !resumed.said("- 前の文"))
    #expect(try robot.stored(3).selfEvaluation.results.lines == ["新しい文", "二行目"])
  }

  @Test("The first line of a script that cannot be carried out ends it: nothing meant for one place lands in another")
  func scriptEnds() throws {
    let wrong: [([String], DialogueStatus)] = [
      (["40", "w 4", "文", ".", "保存"], .notUnderstood), (["3", "w 9", "文", ".", "保存"], .notUnderstood),
      (["3", "w 5 3", "保存"], .notUnderstood), (["3", "w 4 文", "保存"], .notUnderstood),
      (["3", "x 4 1", "文", ".", "保存"], .notUnderstood), (["w 4", "文", ".", "保存"], .notUnderstood),
      (["3", "次の項目", "w 4", "文", ".", "保存"], .notUnderstood), (["1", "前", "w 4", "文", ".", "保存"], .notUnderstood),
    ]
    for (lines, status) in wrong {
      let heard = try robot.run(lines)
      #expect(heard.status == status && heard.messages.count == 1 && heard.drafts == 0, "\(lines)")
    }
    for number in 1...19 { #expect(try robot.stored(number).selfEvaluation.results.isEmpty || number == 1) }
  }

  @Test("Leaving with something unsaved asks; a person saves, keeps it as a draft, or goes back")
  func leaving() throws {
    let back = try robot.run(["3", "w 5 1", "q", "1", "q", "3"], isTerminal: true)
    #expect(back.status == .done && back.drafts == 1)
    #expect(back.said("保存していない項目が1件あります。"))
    let saved = try robot.run(["3", "続き", "w 4", "実績", ".", "q", "保存"])
    #expect(saved.status == .done && saved.drafts == 0 && saved.said("項目3を保存しました。"))
    #expect(try robot.stored(3).selfEvaluation.achievement == .met)
    let kept = try robot.run(["3", "w 5 0", "q", "d"])
    #expect(kept.status == .done && kept.drafts == 1)
    let forgotten = try robot.run(["3", "続き", "w 5 1"])
    #expect(forgotten.status == .done && forgotten.drafts == 0)
    #expect(try robot.run(["3", "w 5 0"]).status == .unsaved)
    #expect(try robot.run(["3", "w 5 2", "q", "s"]).status == .conflict, "the draft is asked about first")
  }

  @Test("All sheets of both books are read whole: every line of every field, every title and state")
  func everySheet() throws {
    var steps: [String] = []
    for (book, count) in [("1", 19), ("2", 9)] {
      steps += ["綴り", book] + (1...count).flatMap { ["\($0)", "読む", "計画", "コメント", "点検", "一覧"] }
    }
    let heard = try robot.run(steps, in: robot.folder.path + "/Data")
    #expect(heard.status == .done && heard.messages.isEmpty)
    for name in ["tennoji-2019", "unnamed-ward-2019"] {
      let sheets = try BookFolder(path: robot.folder.path + "/Data/" + name).load().entries.compactMap {
        $0.lastStored?.sheet
      }
      for sheet in sheets {
        #expect(heard.said("項目\(sheet.number) \(sheet.title)"))
        for field in [EntryField.policyAndTargets, .annualActions] {
          for line in sheet.text(of: field).lines { #expect(heard.said(line), "\(sheet.number) \(line)") }
        }
        for field in EntryField.allCases where !field.isChoice {
          for (index, line) in sheet.text(of: field).lines.enumerated() { #expect(heard.said("\(index + 1): \(line)")) }
        }
      }
      #expect(sheets.count == (name == "tennoji-2019" ? 19 : 9))
    }
  }

  @Test("The list shows the states of the screen's list, and a filter only what it names")
  func filters() throws {
    _ = try robot.run(["3", "w 5 2"])
    let heard = try robot.run(["3", "続き", "絞込 不備", "不備", "絞込 すべて", "未", "終了"])
    #expect(heard.said("天王寺区 令和元年度 不備のある項目 1項目(全19項目)"))
    #expect(heard.said("3 ★ 諸収入確保の推進: 中間 ① 記入済、自己 ② 不備、下書き"))
    #expect(heard.messages == ["入力6行目: 「未」という命令はありません。h を入れると説明を読めます。ここで終わります。"])
  }
}
