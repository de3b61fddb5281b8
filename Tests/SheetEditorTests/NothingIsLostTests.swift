import InitiativeModel
import SheetWording
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

/// One person's session against a disk that answers late, in any order, or not at all, while others save and edit too.
///
/// Everything that anybody writes is a character of its own, so that it can be told where each of them is.
private struct ModelSession {
  private var robot = EditorRobot(sheets: 3, filled: ReviewTests.filled)
  private var random: SeededGenerator
  /// The tokens that went into the entries, by sheet, and those that went into comments.
  private var written: [SheetID: [String]] = [:]
  private var commented: [SheetID: [String]] = [:]
  /// What others saved, by sheet.
  private var others: [SheetID: [String]] = [:]
  private var count = 0
  /// How many characters went into entries and into comments.
  var entered: (written: Int, commented: Int) {
    (written.values.reduce(0) { $0 + $1.count }, commented.values.reduce(0) { $0 + $1.count })
  }
  private(set) var steps: [String] = []

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    robot.holdsWork = true
  }

  /// Goes on for some steps; what is wrong after one of them, or nil.
  mutating func run(_ length: Int) throws -> String? {
    for _ in 0..<length {
      try step()
      if let wrong = wrong() { return wrong }
    }
    robot.settle()
    return wrong()
  }

  // MARK: What happens

  private mutating func step() throws {
    if robot.state.opened == nil, robot.state.panels.isEmpty { try robot.type("<CR><End>") }
    switch Int.random(in: 0..<100, using: &random) {
    case 0..<34: write(isPasted: false)
    case 34..<40: write(isPasted: true)
    case 40..<60: try press(ModelSession.moves.randomElement(using: &random) ?? "<Esc>")
    case 60..<72: try press("<F2>")
    case 72..<78:
      try press("<F9>")
      if robot.state.panels.isEmpty { try press("<F9>") }
    case 78..<88: answer()
    case 88..<92: otherSaves()
    case 92..<95: otherEdits()
    case 95..<98: robot.askForSync()
    default: fail()
    }
  }

  /// Keys that take nothing out of a text.
  private static let moves = [
    "<Esc>", "<Esc>", "<CR>", "<CR>", "<Tab>", "<S-Tab>", "<PageDown>", "<PageUp>", "<Home>", "<End>", "<Up>", "<Down>",
    "<Left>", "<Right>", "<F1>", "<F3>", "<F4>", "<F5>", "<F6>", "<F7>", "<F8>", "<F10>", "<C-a>", "<C-c>",
  ]

  private mutating func press(_ key: String) throws {
    steps.append(key)
    // Text that is taken away on purpose is none that was lost.
    if robot.state.panel is ConflictPanel, ["<Left>", "<Right>"].contains(key) { return }
    if robot.state.panel is LeavingPanel, key != "<Esc>" { return }
    try robot.type(key)
    unselect()
  }

  /// What is selected would be replaced by what is typed next.
  private mutating func unselect() {
    guard let area = robot.state.text, area.selection != nil, robot.state.panels.isEmpty else { return }
    robot.send(.key(Key(name: .right)))
  }

  private mutating func write(isPasted: Bool) {
    let token = token()
    steps.append(isPasted ? "paste \(token)" : token)
    let id = robot.state.selected ?? EditorRobot.id(1)
    let before = robot.effects.count
    robot.send(isPasted ? .pasted(token, dropped: 0) : .typed(token), after: 100)
    for effect in robot.effects[before...] {
      switch effect {
      case .file(.appendDraft(let sheet, let edit, _)) where edit.inserted.contains(token):
        written[sheet, default: []].append(token)
      case .file(.keepComments(let sheet, let texts)) where texts.contains(where: { $0.contains(token) }):
        commented[sheet, default: []].append(token)
      default: break
      }
    }
    if takesText(id), !robot.effects[before...].contains(where: { isKept($0) }) {
      written[id, default: []].append(token)
    }
  }

  /// A character that nobody has written yet.
  private mutating func token() -> String {
    count += 1
    return Unicode.Scalar(0x5000 + UInt32(count)).map { String($0) } ?? ""
  }

  private func isKept(_ effect: Effect) -> Bool {
    switch effect {
    case .file(.appendDraft), .file(.keepComments): true
    default: false
    }
  }

  /// Whether a text was open when something was typed, so that it must be somewhere by then.
  private func takesText(_ id: SheetID) -> Bool {
    let panel = robot.state.panel
    return !(panel is SearchPanel || panel is HitPanel || panel is FindPanel || panel is RecoveryPanel)
      && robot.state.isWriting
  }

  private mutating func answer() {
    switch Int.random(in: 0..<3, using: &random) {
    case 0:
      steps.append("disk works")
      robot.doWork()
    case 1:
      guard !robot.answers.isEmpty else { return }
      let place = Int.random(in: 0..<robot.answers.count, using: &random)
      steps.append("answer \(place)")
      robot.tell(place)
    default:
      steps.append("settle")
      robot.settle()
    }
  }

  private mutating func fail() {
    steps.append("fails")
    if Bool.random(using: &random) { robot.failure = "ディスクがいっぱいです。" } else { robot.doubt = "確かめられません。" }
  }

  private mutating func otherSaves() {
    let id = EditorRobot.id(Int.random(in: 1...3, using: &random))
    guard var sheet = robot.disk[id] else { return }
    let token = token()
    steps.append("other saves \(token)")
    switch Int.random(in: 0..<3, using: &random) {
    case 0: sheet.selfEvaluation.results = LongText(lines: sheet.selfEvaluation.results.lines + [token])
    case 1:
      sheet.midTermReview.issuesAndImprovements = LongText(
        lines: [token] + sheet.midTermReview.issuesAndImprovements.lines)
    default:
      sheet.selfEvaluation.issuesAndImprovements = LongText(
        sheet.selfEvaluation.issuesAndImprovements.string + token)
    }
    others[id, default: []].append(token)
    robot.otherSaves(id, sheet)
  }

  private mutating func otherEdits() {
    let id = robot.state.selected ?? EditorRobot.id(1)
    steps.append("other edits")
    let holder = Bool.random(using: &random) ? Holder(user: "山田", host: "", since: "10:42") : nil
    robot.handle(.holder(id, holder))
  }

  // MARK: What has to hold

  private func wrong() -> String? {
    for number in 1...3 {
      let id = EditorRobot.id(number)
      guard let sheet = robot.state.sheet(id), let kept = robot.afterKill(id) else { return "item \(number) is gone" }
      let onScreen = text(sheet.edited)
      let afterKill = text(kept)
      for token in written[id] ?? [] {
        if !onScreen.contains(token) { return "\(token) is not on the screen" }
        if !afterKill.contains(token) { return "\(token) would not survive a kill" }
        if others[id] == nil, onScreen.components(of: token) > 1 { return "\(token) stands there more than once" }
      }
      for token in others[id] ?? [] where !text(robot.disk[id] ?? kept).contains(token) {
        return "\(token) of somebody else is gone from the file"
      }
      let comments = (robot.comments[id] ?? []).joined() + said(sheet.reviews)
      for token in commented[id] ?? [] where !comments.contains(token) && !isBeingMarked(token) {
        return "\(token) is gone from the comments"
      }
      if sheet.hasDraft != (robot.drafts[id] != nil) { return "item \(number): the draft on disk is not what is shown" }
      if let wrong = wrongWord(number, sheet) { return wrong }
    }
    return nil
  }

  /// Whether a mark with the token was set and that is only not told yet.
  private func isBeingMarked(_ token: String) -> Bool {
    robot.answers.contains {
      if case .marked(_, let reviews, _, _) = $0 {
        said(reviews).contains(token)
      } else {
        false
      }
    }
  }

  /// What stands in marks and replies.
  private func said(_ reviews: SheetReviews) -> String {
    reviews.marks.map { $0.comment.string + $0.replies.map(\.comment.string).joined() }.joined()
  }

  /// What the screen says of a sheet and is not so.
  private func wrongWord(_ number: Int, _ sheet: EditedSheet) -> String? {
    if robot.state.isWriting, robot.state.panels.isEmpty, sheet.id == robot.state.selected, sheet.hasDraft,
      robot.screen[0].contains(Wording.draftKept), robot.provenDrafts[sheet.id] != robot.drafts[sheet.id]
    {
      return "the draft is said to be on the disk: \(number)"
    }
    guard let message = robot.state.message?.text else { return nil }
    if message == Wording.saved(number: number), sheet.hasDraft { return "said to be saved: \(number)" }
    let withDraft = Wording.savedWithDraftLeft(number: number, draftsAreKept: true)
    if message == withDraft, !sheet.hasDraft { return "no draft is left: \(number)" }
    if message.contains("コメントは残っています"), message.contains("項目\(number)"), sheet.comments.count == 0 {
      return "no comment is left: \(number)"
    }
    return nil
  }

  private func text(_ sheet: InitiativeSheet) -> String {
    EntryField.allCases.map { $0.isChoice ? "" : sheet.text(of: $0).string }.joined(separator: "\n")
  }
}

extension String {
  /// How often a text stands in this one.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}

@Suite("One person's text, whatever the disk and the others do")
struct NothingIsLostTests {
  private static let seeds = UInt64(1)...(LongRun.isOn ? 10_000 : 120)

  @Test("Every character that was typed is on the screen and would survive a kill, and what is said is so")
  func sessions() throws {
    var entered = (written: 0, commented: 0)
    for seed in NothingIsLostTests.seeds {
      var session = ModelSession(seed: seed)
      if let wrong = try session.run(80) {
        Issue.record("session \(seed): \(wrong), after \(session.steps.suffix(40).joined(separator: " "))")
        return
      }
      entered.written += session.entered.written
      entered.commented += session.entered.commented
    }
    let sessions = NothingIsLostTests.seeds.count
    #expect(entered.written > 10 * sessions && entered.commented > sessions, "\(entered) in \(sessions) sessions")
  }
}
