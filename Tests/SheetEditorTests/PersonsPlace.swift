// Holds every screen and panel as a person comes to it, for the tests that go through all of them.

import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

/// A terminal's size and how wide it draws ambiguous characters.
struct ScreenShape: Sendable {
  var rows = 24
  var columns = 80
  var ambiguous = AmbiguousWidths.narrow

  static let usual = ScreenShape()
}

/// A screen or a panel that a person has come to, so that tests can go through all of them.
///
/// There are three sheets: one that is filled in, one of which some is, and one that breaks the ② rule.
struct PersonsPlace: Sendable, CustomTestStringConvertible {
  /// Which program is started.
  enum Start: Sendable {
    case usual, reviewing, twoYears, withDrafts
  }

  let name: String
  private let start: Start
  private let keys: String
  private let then: @Sendable (inout EditorRobot) throws -> Void

  init(
    _ name: String, _ keys: String, start: Start = .usual,
    then: @escaping @Sendable (inout EditorRobot) throws -> Void = { _ in }
  ) {
    self.name = name
    self.keys = keys
    self.start = start
    self.then = then
  }

  var testDescription: String { name }

  /// Starts the program and goes to the place.
  func robot(_ shape: ScreenShape = .usual) throws -> EditorRobot {
    var robot = EditorRobot(
      rows: shape.rows, columns: shape.columns, ambiguous: shape.ambiguous,
      drafts: start == .withDrafts ? PersonsPlace.drafts : [], isReviewing: start == .reviewing,
      otherYear: start == .twoYears ? 2018 : nil, filled: PersonsPlace.filled)
    try robot.type(keys)
    try then(&robot)
    return robot
  }

  static let issues: LongText = "参加者が減った。\n開く時間を夕方に変える。"

  private static func filled(_ sheet: inout InitiativeSheet) {
    switch sheet.number {
    case 1:
      sheet.plan.policyAndTargets = LongText(
        lines: ["(趣旨・目的)", "窓口の案内を分かりやすくする。", "(目標)", "○ 案内板の数", "・3枚"] + (1...24).map { "・方針の\($0)番目、※案内の言葉を改める。" })
      sheet.plan.annualActions = LongText(
        lines: ["(取組の内容)"] + (1...12).map { "・取組の\($0)番目、案内板を作り、窓口の前に置く。" } + ["(目標)", "・3枚"])
      sheet.midTermReview = MidTermReview(
        implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet, issuesAndImprovements: issues)
    case 2:
      sheet.midTermReview = MidTermReview(
        implementationForecast: .willNotBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "")
    default:
      sheet.midTermReview.targetForecast = .willNotBeMet
      sheet.selfEvaluation.achievement = .notMet
      sheet.selfEvaluation.issuesAndImprovements = "なし"
    }
  }

  private static let drafts = (1...3).map { number in
    var found = EditorRobot.sheet(number)
    filled(&found)
    var merged = found
    merged.midTermReview.implementationForecast = .willNotBeCarriedOut
    merged.selfEvaluation.results = LongText("案内板を\(number)枚作った。\n窓口の前に置いた。")
    return RecoverableDraft(
      id: EditorRobot.id(number), name: "\(number)", found: found, merged: merged,
      conflicts: number == 3 ? [.results] : [], isWhole: number != 2, modified: 1_763_713_200 + 60 * number)
  }
}

extension PersonsPlace {
  /// Sends the mid-term review of the first sheet back, from the list and back to it.
  private static let sendBack = "<F9><Tab><Tab><Tab><Tab><Down><F9><Right>人数を書いてください。<CR><Esc>"

  /// Somebody else saves the first sheet with other entries.
  private static func otherSaves(_ robot: inout EditorRobot, _ change: (inout InitiativeSheet) -> Void) {
    var sheet = EditorRobot.sheet(1)
    filled(&sheet)
    change(&sheet)
    robot.otherSaves(EditorRobot.id(1), sheet)
  }

  /// Both wrote into one text of the first sheet, and both chose differently.
  private static func makeConflict(_ robot: inout EditorRobot) {
    otherSaves(&robot) { sheet in
      sheet.midTermReview.targetForecast = nil
      sheet.midTermReview.issuesAndImprovements = "参加者が減った。\n開く日を土曜日に変える。"
    }
  }

  /// git leaves two versions of the first sheet: a choice, a text and the title differ.
  private static func leaveVersions(_ robot: inout EditorRobot) {
    var ours = EditorRobot.sheet(1)
    filled(&ours)
    var theirs = ours
    theirs.title = "見本の取組1(区政編 改革の柱2 IV-ウ)"
    theirs.midTermReview.implementationForecast = .willNotBeCarriedOut
    theirs.midTermReview.issuesAndImprovements = "参加者が減った。\n開く日を土曜日に変える。"
    robot.gitLeaves(
      GitVersions(ours: ours, theirs: theirs, base: nil, oursName: "HEAD", theirsName: "佐藤"), in: EditorRobot.id(1))
  }

  private static func typeWhileOccupied(_ robot: inout EditorRobot, _ keys: String) throws {
    robot.handle(.holder(EditorRobot.id(1), Holder(user: "山田", host: "ward2", since: "10:42")))
    try robot.type(keys)
  }

  private static func failSave(_ robot: inout EditorRobot) throws {
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<F2>")
  }

  /// The four screens.
  static let screens = [
    PersonsPlace("list", sendBack + "<Down>"),
    PersonsPlace("list-typed", "取組2"),
    PersonsPlace("list-picked", " <Down><Down> "),
    PersonsPlace("list-of-two-years", "<Down>", start: .twoYears),
    PersonsPlace("form-choice", "<CR><Tab>"),
    PersonsPlace("form-text", sendBack + "<CR><Tab><Tab>"),
    PersonsPlace("text", "<CR><Tab><Tab><CR><Home><S-Right><S-Right>"),
    PersonsPlace("page-sheet", "<F9><Tab><Tab><Tab><Tab>"),
    PersonsPlace("page-group", "<Home><F9><PageDown><PageDown><PageDown>", start: .twoYears),
    PersonsPlace("page-marks", sendBack + "<F9><Tab><Tab><Tab><F9><CR><Down><F9><Right><Down>案内板の数<CR><C-End>"),
    PersonsPlace("page-reviewing", "<CR><Tab><Tab>", start: .reviewing),
  ]

  /// Every panel, each kind once.
  static let panels = [
    PersonsPlace("help-list", "<F1><Down>"),
    PersonsPlace("help-form", sendBack + "<CR><Tab><Tab><F1>"),
    PersonsPlace("help-text", "<CR><Tab><Tab><CR><F1><PageDown>"),
    PersonsPlace("help-page", "<F9><F1>"),
    PersonsPlace("plan-form", "<CR><Tab><F6><Down>"),
    PersonsPlace("findings-book", "<F5><Down>"),
    PersonsPlace("findings-sheet", "<End><CR><F5>"),
    PersonsPlace("find", "<CR><Tab><Tab><CR><C-Home><F7>。"),
    PersonsPlace("find-nothing", "<CR><Tab><Tab><CR><C-Home><F7>ない言葉"),
    PersonsPlace("copying-form", "<CR>2", then: failSave),
    PersonsPlace("conflict-text", "<CR><Tab><Tab>文", then: { makeConflict(&$0) }),
    PersonsPlace("conflict-form", "<CR><Tab>1<Tab>文<Esc>", then: { makeConflict(&$0) }),
    PersonsPlace("settle-git", "") {
      leaveVersions(&$0)
      try $0.type("<CR><Down><Down>")
    },
    PersonsPlace("settle-git-list", "", then: { leaveVersions(&$0) }),
    PersonsPlace("differences-draft", sendBack + "<CR><Tab>1<Tab>文。<Esc><F4>", start: .twoYears),
    PersonsPlace("differences-mark", "<F9><F9><CR><Esc>" + sendBack + "<CR>2<F2><F4>"),
    PersonsPlace("differences-last-save-unread", "<CR><F4>"),
    PersonsPlace("differences-last-save", "<CR><F4>") {
      $0.handle(
        .lastSave(
          EditorRobot.id(1),
          .save(
            who: "山田", when: "2026-11-21 10:00",
            changes: ["中間振り返り 課題と改善策:"] + (1...30).map { "+ 書き足した行の\($0)番目" })))
    },
    PersonsPlace("differences-year", "<CR><Tab><Tab><F4><Tab>", start: .twoYears),
    PersonsPlace("search-list", "<F7>案内<Down>"),
    PersonsPlace("search-nothing", "<F7>ない言葉"),
    PersonsPlace("search-in-place", "<F7>案内板<CR><Down>"),
    PersonsPlace("menu", "<CR>2<Esc><F6><Down>"),
    PersonsPlace("settings", "<F6><End><CR><Down>"),
    PersonsPlace("settings-name", "<F6><End><CR><Down><Down><Down><Down><Down>1係　山田"),
    PersonsPlace("marking-decision", "<F9><Tab><Tab><Tab><Tab><Down><F9>"),
    PersonsPlace("marking-period", "<F9><Tab><Tab><Tab><Tab><Down><F9><Right><Down>"),
    PersonsPlace("marking-place", "<F9><Tab><Tab><Tab><Tab><Down><F9><Right><Down><Down>"),
    PersonsPlace("marking-comment", "<F9><Tab><Tab><Tab><Tab><Down><F9><Right><Up>人数を書いてください。<A-CR>日時も※<Left>"),
    PersonsPlace("marking-reply", sendBack + "<CR><Tab><Tab><F9><F9>書きました。<A-CR>日時も※"),
    PersonsPlace("marking-fields", "<F9><F9><Right><Down><Down><Right> <Right><Right> "),
    PersonsPlace("marking-back", sendBack + "<F9><C-z>"),
    PersonsPlace("marking-many", "<CR>1<Esc>", then: { $0.openMarking(of: [1, 2, 3]) }),
    PersonsPlace("occupied-form", "<CR><Tab>", then: { try typeWhileOccupied(&$0, "1") }),
    PersonsPlace("recovery", "<Down>", start: .withDrafts),
    PersonsPlace("unsaved", "<Down><CR><Tab>2<Esc><Down><CR>1<Esc><F2><Down>"),
    PersonsPlace("leaving-form", "<CR>2<F10>"),
  ]

  /// The panels over other screens than above: the keys may do something else there.
  static let panelsElsewhere = [
    PersonsPlace("help-form-choice", "<CR><Tab><F1>"),
    PersonsPlace("plan-form-text", "<CR><Tab><Tab><F6>"),
    PersonsPlace("plan-text", "<CR><Tab><Tab><CR><F6>"),
    PersonsPlace("findings-form-text", "<End><CR><Tab><Tab><F5>"),
    PersonsPlace("findings-reviewing", "<F5><Down>", start: .reviewing),
    PersonsPlace("copying-form-text", "<CR>2<Tab><Tab>", then: failSave),
    PersonsPlace("copying-text", "<CR><Tab><Tab>文", then: failSave),
    PersonsPlace("differences-list", "<F4>"),
    PersonsPlace("differences-form-text", "<CR><Tab><Tab><F4>"),
    PersonsPlace("differences-text", "<CR><Tab><Tab><CR><F4>"),
    PersonsPlace("differences-page", "<F9><F4>"),
    PersonsPlace("search-form", "<CR><F7>案内"),
    PersonsPlace("search-page", "<F9><F7>案内"),
    PersonsPlace("search-in-place-form", "<CR><F7>案内板<CR>"),
    PersonsPlace("occupied-text", "<CR><Tab><Tab>", then: { try typeWhileOccupied(&$0, "文") }),
    PersonsPlace("occupied-edits", "<CR><Tab>", then: { try typeWhileOccupied(&$0, "1<Right>") }),
    PersonsPlace("leaving-list", "<CR>2<Esc><F10>"),
    PersonsPlace("leaving-form-text", "<CR>2<End><F10>"),
    PersonsPlace("leaving-text", "<CR><Tab><Tab>文<F10><Right>"),
    PersonsPlace("leaving-page", "<CR>2<F9><F10>"),
    PersonsPlace("leaving-without-drafts-kept", "<CR>2") {
      $0.handle(.draftPlace(.notKept(reason: "ディスクがいっぱいです。")))
      try $0.type("<F10>")
    },
  ]
}
