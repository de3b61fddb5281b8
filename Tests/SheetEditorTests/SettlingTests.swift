import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Two versions that git left, settled in the editor")
struct SettlingTests {
  private let id = EditorRobot.id(1)

  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = EditorRobot.sheet(1)
    change(&sheet)
    return sheet
  }

  private func versions(
    _ ours: InitiativeSheet, _ theirs: InitiativeSheet, base: InitiativeSheet? = nil
  ) -> GitVersions {
    GitVersions(ours: ours, theirs: theirs, base: base, oursName: "HEAD", theirsName: "佐藤")
  }

  /// Both wrote into 課題と改善策 of 中間振り返り and chose differently.
  private var both: GitVersions {
    versions(
      sheet {
        $0.midTermReview.implementationForecast = .willBeCarriedOut
        $0.midTermReview.issuesAndImprovements = "山田の文\n共通"
      },
      sheet {
        $0.midTermReview.implementationForecast = .willNotBeCarriedOut
        $0.midTermReview.issuesAndImprovements = "佐藤の文\n共通"
      })
  }

  /// An editor with two sheets, of the first of which git left two versions.
  private func robot(_ versions: GitVersions, isReviewing: Bool = false) -> EditorRobot {
    var robot = EditorRobot(sheets: 2, isReviewing: isReviewing)
    robot.gitLeaves(versions, in: id)
    return robot
  }

  @Test("The list says it, and Enter shows both versions with git's names for them; nothing is written by that")
  func shown() throws {
    var robot = robot(both)
    try robot.type("<Down><Up>")
    #expect(robot.text.contains("競合(git)") && robot.words.contains("こちら(HEAD)と相手(佐藤)の文が残っています"))
    try robot.type("<CR>")
    #expect(robot.words.contains("どちらの文にするか選んでください") && robot.text.contains("中間振り返り 取組内容の実施見込み"))
    try robot.type("<Down>")
    #expect(robot.text.contains("山田の文") && robot.text.contains("佐藤の文"))
    let rows = ["  こちら(HEAD):", "  相手(佐藤):"].map { name in robot.screen.firstIndex { $0.hasPrefix(name) } ?? 0 }
    #expect(rows[0] > 0 && rows[0] < rows[1])
    try robot.type("<Esc>")
    #expect(robot.words.contains("まだ決めていません") && robot.text.contains("競合(git)"))
    #expect(robot.drafts.isEmpty && robot.disk[id] == both.theirs && robot.state.draftCount == 0)
  }

  @Test("A commit that git calls by its whole number is called by the first seven digits")
  func shortCommit() throws {
    let commit = String(repeating: "b98d60212f", count: 4)
    let long = GitVersions(ours: both.ours, theirs: both.theirs, base: nil, oursName: "HEAD", theirsName: commit)
    var robot = robot(long)
    try robot.type("<Down><Up>")
    #expect(robot.words.contains("相手(b98d602)の文") && !robot.words.contains("b98d6021"))
  }

  @Test("A book with such a sheet counts it, as one in which nothing is filled in")
  func counted() {
    let book = robot(both).state.library.books[0]
    let progress = robot(both).state.library.progress(of: book, .midTerm)
    #expect(progress.total == 2 && progress[.notEntered] == 2)
    #expect(robot(both).state.library.progress(of: book.rows).map(\.total) == [2, 2])
  }

  @Test(
    "Each place gets the version that was chosen, as a draft, and F2 writes it over both",
    arguments: [
      ("<CR>", ImplementationForecast.willBeCarriedOut, "山田の文\n佐藤の文\n共通"),
      ("<Right><CR>", .willNotBeCarriedOut, "山田の文\n佐藤の文\n共通"),
      ("<Down><Right><CR>", .willBeCarriedOut, "山田の文\n共通"),
      ("2<Down>3<CR>", .willNotBeCarriedOut, "佐藤の文\n共通"),
    ])
  func settled(keys: String, choice: ImplementationForecast, text: LongText) throws {
    var robot = robot(both)
    try robot.type("<CR>" + keys)
    #expect(robot.words.contains("選んだ文を下書きにしました") && robot.state.draftCount == 1)
    let settled = sheet {
      $0.midTermReview.implementationForecast = choice
      $0.midTermReview.issuesAndImprovements = text
    }
    #expect(robot.sheet == settled && robot.drafts[id] == settled && robot.disk[id] == both.theirs)
    try robot.type("<F2>")
    #expect(robot.disk[id] == settled && robot.drafts[id] == nil && robot.state.draftCount == 0)
    #expect(robot.words.contains("git add item-01.json") && robot.words.contains("知らせてください"))
    try robot.type("<F3>")
    #expect(!robot.text.contains("競合(git)"))
  }

  @Test("What is theirs throughout is written as well, although nothing differs from what was to be merged")
  func allTheirs() throws {
    var robot = robot(both)
    try robot.type("<CR>2<Down>3<CR><F2>")
    #expect(robot.fileEffects.contains { if case .save = $0 { true } else { false } })
    #expect(robot.words.contains("競合の印を消しました"))
  }

  @Test("Where both began with the same, only what both changed is asked; otherwise the sheet is there at once")
  func withBase() throws {
    let base = EditorRobot.sheet(1)
    let neighbours = versions(
      sheet { $0.midTermReview.implementationForecast = .willBeCarriedOut },
      sheet { $0.midTermReview.issuesAndImprovements = "佐藤の文" }, base: base)
    var robot = robot(neighbours)
    try robot.type("<CR>")
    #expect(robot.words.contains("両側の変更を合わせられます"))
    try robot.type("<CR>")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willBeCarriedOut)
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "佐藤の文")
    try robot.type("<F2>")
    #expect(robot.disk[id]?.midTermReview.issuesAndImprovements == "佐藤の文")
  }

  @Test("Titles and plans that differ are asked about as well, and what was chosen is written")
  func plan() throws {
    var robot = robot(
      versions(sheet { $0.title = "山田の題" }, sheet { $0.plan.policyAndTargets = "佐藤の計画" }))
    try robot.type("<CR>")
    #expect(robot.text.contains("題名") && robot.text.contains("計画 取組の方針・目標内容"))
    try robot.type("<Down>3<CR><F2>")
    #expect(robot.disk[id]?.title == "山田の題" && robot.disk[id]?.plan.policyAndTargets == "佐藤の計画")
  }

  @Test("What breaks the ② rule stays a draft, is said, and can be mended and saved")
  func brokenRule() throws {
    var robot = robot(
      versions(
        sheet {
          $0.midTermReview.targetForecast = .willNotBeMet
          $0.midTermReview.issuesAndImprovements = "山田の文"
        },
        sheet {
          $0.midTermReview.targetForecast = .willBeMet
        }))
    try robot.type("<CR>1<Down>3<CR>")
    #expect(robot.words.contains("このままでは保存できません") && robot.state.focus == .midTermIssues)
    try robot.type("<F2>")
    #expect(robot.disk[id]?.midTermReview.targetForecast == .willBeMet && robot.drafts[id] != nil)
    try robot.type("直した文<F2>")
    #expect(robot.disk[id]?.midTermReview.issuesAndImprovements == "直した文")
  }

  @Test("Leaving with the question open leaves the file; what was settled and not saved stays a draft")
  func leaving() throws {
    var robot = robot(both)
    try robot.type("<CR><Right><F10>")
    #expect(robot.effects.contains(.quit) && robot.drafts.isEmpty && robot.disk[id] == both.theirs)
    var other = self.robot(both)
    try other.type("<CR><CR><F10>")
    #expect(other.words.contains("下書きが1件あります") && !other.effects.contains(.quit))
    #expect(other.drafts[id]?.midTermReview.issuesAndImprovements == "山田の文\n佐藤の文\n共通")
  }

  @Test("Other versions or a settled sheet that come while it is asked take the question away, and it is said")
  func changedMeanwhile() throws {
    var robot = robot(both)
    try robot.type("<CR><Right>")
    let newer = versions(both.ours, sheet { $0.midTermReview.issuesAndImprovements = "新しい文" })
    robot.gitLeaves(newer, in: id)
    #expect(robot.state.panels.isEmpty && robot.words.contains("gitの競合が残りました"))
    try robot.type("<CR><Down>")
    #expect(robot.text.contains("新しい文") && !robot.text.contains("佐藤の文"))
    robot.otherSaves(id, both.ours)
    #expect(robot.state.panels.isEmpty && robot.words.contains("ほかで決められました"))
    try robot.type("<CR>")
    #expect(robot.sheet == both.ours && robot.state.draftCount == 0)
  }

  @Test("What was settled and not saved is put together with what somebody else settled, and nothing is lost")
  func settledTwice() throws {
    var robot = robot(both)
    try robot.type("<CR>1<Down>2<CR>")
    robot.otherSaves(id, sheet { $0.midTermReview.issuesAndImprovements = "第三の文" })
    let text = robot.sheet?.midTermReview.issuesAndImprovements.string ?? ""
    #expect(text.contains("山田の文") && text.contains("第三の文"))
    #expect(robot.drafts[id]?.midTermReview.issuesAndImprovements.string == text)
  }

  @Test("A merge that stops while the sheet is open and untouched leads back to the list; a draft stays where it is")
  func whileOpen() throws {
    var robot = EditorRobot(sheets: 2)
    try robot.type("<CR>")
    robot.gitLeaves(both, in: id)
    #expect(robot.state.openSheet == nil && robot.text.contains("競合(git)"))
    var other = EditorRobot(sheets: 2)
    try other.type("<CR>1")
    other.gitLeaves(both, in: id)
    #expect(other.state.openSheet == id && other.words.contains("書いた文は下書きに残ります"))
    #expect(other.sheet?.midTermReview.implementationForecast == .willBeCarriedOut && other.drafts[id] != nil)
  }

  @Test("An answer that waits as a draft is the answer of the next question, with what was written since")
  func answeredBefore() throws {
    var robot = robot(both)
    let draft = sheet {
      $0.midTermReview.implementationForecast = .willNotBeCarriedOut
      $0.midTermReview.issuesAndImprovements = "山田の文を直した"
      $0.selfEvaluation.results = "書き足した実績"
    }
    robot.state.library.wait(
      for: [
        RecoverableDraft(
          id: id, name: "d", found: both.theirs, merged: draft, conflicts: [], isOverFile: true, isWhole: true,
          modified: 1_763_713_200)
      ])
    try robot.type("<CR>")
    #expect(robot.words.contains("前に選んだとおりの答えです(11月21日 08:20)"))
    try robot.type("<Down>")
    #expect(robot.text.contains(" 前に書いた文 ") && robot.text.contains("  山田の文を直した"))
    var other = robot
    try robot.type("<CR>")
    #expect(robot.state.panels.isEmpty && robot.sheet == draft)
    #expect(robot.fileEffects.contains(.resumeDraft(id, draft, change: 1, draft: "d")))
    try other.type("2<CR>")
    #expect(other.sheet?.midTermReview.issuesAndImprovements == "山田の文\n共通")
    #expect(other.sheet?.selfEvaluation.results == "書き足した実績" && other.state.panels.isEmpty)
    #expect(other.fileEffects.contains(.discardDraft(id, draft: "d")))
  }

  @Test("A draft that was there before git's merge is offered once the versions are settled")
  func earlierDraft() throws {
    var robot = robot(both)
    let draft = sheet { $0.selfEvaluation.results = "下書きの実績" }
    robot.state.library.wait(
      for: [
        RecoverableDraft(
          id: id, name: "d", found: EditorRobot.sheet(1), merged: draft, conflicts: [], isWhole: true, modified: 0)
      ])
    try robot.type("<CR><CR>")
    #expect(robot.text.contains("下書きの実績"))
    try robot.type("<CR>")
    #expect(robot.sheet?.selfEvaluation.results == "下書きの実績")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "山田の文\n佐藤の文\n共通")
  }

  @Test("While reviewing it is said who settles it; searching, saving all and the next 不備 pass it by")
  func elsewhere() throws {
    var robot = robot(both, isReviewing: true)
    try robot.type("<CR>")
    #expect(robot.state.panels.isEmpty && robot.words.contains("記入の画面"))
    for isReviewing in [false, true] {
      let state = EditorState(
        library: robot.state.library, size: robot.state.size, widths: robot.state.widths, opening: id,
        isReviewing: isReviewing)
      #expect(state.panels.isEmpty == isReviewing && state.refusesSomething == isReviewing)
    }
    var other = self.robot(both)
    try other.type("<F8><F2><F5><Esc> ")
    #expect(other.state.library.unmergedSheet(id) != nil && other.drafts.isEmpty && other.disk[id] == both.theirs)
  }
}

extension EditorRobot {
  /// git leaves two versions in a file; the program hears of it at once, or when it is told.
  mutating func gitLeaves(_ versions: GitVersions, in id: SheetID) {
    unmerged.insert(id)
    let event = FileEvent.unmergedOnDisk(id, write(versions.theirs, to: id), versions)
    if holdsWork { answers.append(event) } else { handle(event) }
  }
}
