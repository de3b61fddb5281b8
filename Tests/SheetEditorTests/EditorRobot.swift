import Glibc
import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

/// Drives the whole program in memory: keys in, screen and effects out.
///
/// What is asked of the disk is done and answered at once, or when the robot is told to.
struct EditorRobot {
  var state: EditorState
  private(set) var effects: [Effect] = []
  /// What was asked of the files.
  var fileEffects: [FileEffect] {
    effects.compactMap { if case .file(let effect) = $0 { effect } else { nil } }
  }
  private var files: [SheetID: FileContent] = [:]
  /// The drafts on disk.
  private(set) var drafts: [SheetID: InitiativeSheet] = [:]
  /// The drafts as far as the disk is known to have them.
  private(set) var provenDrafts: [SheetID: InitiativeSheet] = [:]
  /// The last change of each draft.
  private var draftChanges: [SheetID: Int] = [:]
  /// What each draft held at each of those times.
  private var draftsAt: [SheetID: [Int: InitiativeSheet]] = [:]
  /// The comments that are kept on disk.
  private(set) var comments: [SheetID: [String]] = [:]
  /// Whether saves and marks wait until the robot is told to do them.
  var holdsWork = false
  /// Why the next work that is done fails.
  var failure: String?
  /// Why the next save that is done is not confirmed by the disk.
  var doubt: String?
  /// What was asked of the disk and is not done yet, in the order in which it was asked for.
  private(set) var work: [FileEffect] = []
  /// What was done and is not told yet.
  var answers: [FileEvent] = []
  /// What the program believes that the files hold: what a save of it replaces, what a draft of it begins with.
  private var believed: [SheetID: FileVersion] = [:]
  private var bases: [SheetID: InitiativeSheet] = [:]
  private var versions: [SheetID: [FileVersion: InitiativeSheet]] = [:]
  private var marks: [SheetID: [ReviewMark]] = [:]
  private var lastVersion = 0
  private var time = 0

  static let book = "見本/tennoji-2019"

  /// Times are worded as in this place on every machine.
  private static let place: Void = {
    setenv("TZ", "UTC", 1)
    tzset()
  }()

  static func id(_ number: Int) -> SheetID {
    SheetID(book: book, fileName: "item-\(number < 10 ? "0" : "")\(number).json")
  }

  static func sheet(_ number: Int) -> InitiativeSheet {
    InitiativeSheet(
      number: number, title: "見本の取組\(number)(区政編 改革の柱2 IV-イ)", starred: number == 2,
      plan: Plan(
        policyAndTargets: "(趣旨・目的)\n窓口の案内を分かりやすくする。\n(目標)\n○ 案内板の数\n・3枚",
        annualActions: "(取組の内容)\n・案内板を作り、窓口の前に置く。\n(目標)\n・3枚"))
  }

  init(
    sheets: Int = 3, rows: Int = 24, columns: Int = 80, ambiguous: AmbiguousWidths = .narrow,
    drafts: [RecoverableDraft] = [], isReviewing: Bool = false, supervisors: Supervisors = .everybody,
    otherYear: Int? = nil, isFirstStart: Bool = false, isPlanning: Bool = false, planIsOpen: Bool = false,
    filled: (inout InitiativeSheet) -> Void = { _ in }
  ) {
    _ = EditorRobot.place
    let all = (1...sheets).map { number in
      var sheet = EditorRobot.sheet(number)
      filled(&sheet)
      return sheet
    }
    for sheet in all {
      let id = EditorRobot.id(sheet.number)
      files[id] = FileContent(sheet, .opened)
      versions[id] = [.opened: sheet]
      believed[id] = .opened
    }
    let section = BookSection(
      path: EditorRobot.book,
      header: FiscalYear(2019).map { BookHeader(ward: "天王寺区", fiscalYear: $0, planIsOpen: planIsOpen) },
      rows: all.map { .sheet(EditorRobot.id($0.number)) }, supervisors: supervisors)
    var sections = [section]
    var opened = all.map { EditedSheet(id: EditorRobot.id($0.number), saved: $0) }
    if let otherYear {
      let path = "見本/tennoji-\(otherYear)"
      let others = (1...sheets).map { number in
        EditedSheet(
          id: SheetID(book: path, fileName: EditorRobot.id(number).fileName), saved: EditorRobot.sheet(number))
      }
      opened += others
      sections.append(
        BookSection(
          path: path, header: FiscalYear(otherYear).map { BookHeader(ward: "天王寺区", fiscalYear: $0) },
          rows: others.map { .sheet($0.id) }))
    }
    state = EditorState(
      library: Library(sections, sheets: opened), size: ScreenSize(rows: rows, columns: columns),
      widths: DisplayWidths(ambiguous: ambiguous),
      drafts: drafts, isReviewing: isReviewing, isPlanning: isPlanning, isFirstStart: isFirstStart)
  }

  // MARK: The person

  /// Types a script such as <CR>あいう<F2>.
  mutating func type(_ script: String) throws {
    for input in try KeyScript.parse(script) { send(input) }
  }

  mutating func send(_ input: TerminalInput, after milliseconds: Int = 5000) {
    time += milliseconds
    handle(.input(input, at: time))
  }

  /// Does what a panel would ask of the editor.
  mutating func change(_ body: (inout EditorState) -> [Effect]) -> [Effect] {
    let asked = body(&state)
    for effect in asked {
      effects.append(effect)
      if case .file(let effect) = effect { run(effect) }
    }
    state.isSettled = false
    SheetEditor.settle(&state)
    return asked
  }

  mutating func handle(_ event: FileEvent) { handle(.file(event)) }

  mutating func handle(_ event: EditorEvent) {
    for effect in update(&state, event) {
      effects.append(effect)
      if case .file(let effect) = effect { run(effect) }
    }
    SheetEditor.settle(&state)
    if !holdsWork { settle() }
  }

  // MARK: The disk

  /// What the files hold.
  var disk: [SheetID: InitiativeSheet] { files.mapValues(\.sheet) }

  /// Does what was asked for and tells what came of it, until nothing is left.
  mutating func settle() {
    while !work.isEmpty || !answers.isEmpty {
      doWork()
      if !answers.isEmpty { tell() }
    }
  }

  /// Does the oldest work that was asked for; what came of it waits to be told.
  mutating func doWork() {
    guard !work.isEmpty else { return }
    let effect = work.removeFirst()
    let failing = failure
    failure = nil
    switch effect {
    case .save(let id, let valid, let ticket):
      answers.append(.saveAnswered(id, outcome(of: valid.sheet, id, failing: failing), ticket: ticket))
    case .mark(let id, let mark, let ticket):
      if let failing { return answers.append(.markingFailed(id, reason: failing, ticket: ticket)) }
      let signed = mark.signed(by: "課長", at: "2026-11-21 10:20")
      marks[id, default: []].append(signed)
      answers.append(.marked(id, SheetReviews(marks: marks[id] ?? []), mark.period, ticket: ticket))
    case .reply(let id, let reply, let ticket):
      if let failing { return answers.append(.markingFailed(id, reason: failing, ticket: ticket)) }
      guard let place = marks[id]?.firstIndex(where: { $0.isSame(as: reply.mark) }), let mark = marks[id]?[place] else {
        return answers.append(.markingFailed(id, reason: "返答先がありません。", ticket: ticket))
      }
      marks[id]?[place] = mark.withReplies(mark.replies + [reply.signed(by: "山田", at: "2026-11-21 10:30")])
      answers.append(.marked(id, SheetReviews(marks: marks[id] ?? []), mark.period, ticket: ticket))
    default: break
    }
  }

  /// Somebody else marks a sheet or replies on it; the program hears of it at once, or when it is told.
  mutating func otherMarks(_ id: SheetID, _ change: (inout [ReviewMark]) -> Void) {
    change(&marks[id, default: []])
    let event = FileEvent.reviewsChanged(id, SheetReviews(marks: marks[id] ?? []))
    if holdsWork { answers.append(event) } else { handle(event) }
  }

  /// Asks about several sheets, as the list does for those that are chosen there.
  mutating func openMarking(of numbers: [Int]) {
    state.openMarking(of: numbers.map { EditorRobot.id($0) })
    SheetEditor.settle(&state)
  }

  /// Tells one thing that was done: the oldest, or another one.
  mutating func tell(_ place: Int = 0) {
    guard answers.indices.contains(place) else { return }
    let answer = answers.remove(at: place)
    if case .draftProven(let id, let change) = answer, change == draftChanges[id] {
      provenDrafts[id] = draftsAt[id]?[change]
    }
    handle(answer)
  }

  /// Puts all drafts on the disk as they are; that waits to be told.
  mutating func askForSync() {
    answers.append(.draftPlace(.kept))
    for (id, change) in draftChanges { answers.append(.draftProven(id, change: change)) }
  }

  /// Somebody else saves a sheet; the program hears of it at once, or when it is told.
  mutating func otherSaves(_ id: SheetID, _ sheet: InitiativeSheet) {
    let content = write(sheet, to: id)
    if holdsWork { answers.append(.changedOnDisk(id, content)) } else { handle(.changedOnDisk(id, content)) }
  }

  mutating func write(_ sheet: InitiativeSheet, to id: SheetID) -> FileContent {
    lastVersion += 1
    let content = FileContent(sheet, FileVersion(lastVersion))
    files[id] = content
    versions[id, default: [:]][content.version] = sheet
    return content
  }

  private mutating func outcome(of sheet: InitiativeSheet, _ id: SheetID, failing: String?) -> SaveOutcome {
    if let failing { return .failed(reason: failing) }
    let isUnmerged = unmerged.remove(id) != nil
    guard let now = files[id], (now.sheet == sheet && !isUnmerged) || now.version == handedOver[id] else {
      return files[id].map { .changed($0) } ?? .failed(reason: "")
    }
    let content = now.sheet == sheet && !isUnmerged ? now : write(sheet, to: id)
    defer { doubt = nil }
    return doubt.map { .unproven(content, reason: $0) } ?? .written(content)
  }

  /// The files in which git left two versions.
  var unmerged: Set<SheetID> = []
  /// The version that each save which waits to be done replaces.
  private var handedOver: [SheetID: FileVersion] = [:]

  private mutating func run(_ effect: FileEffect) {
    switch effect {
    case .save(let id, _, _):
      handedOver[id] = believed[id]
      work.append(effect)
    case .mark, .reply: work.append(effect)
    case .follow(let id, let version): believed[id] = version
    case .appendDraft(let id, let edit, let change):
      var draft = drafts[id]
      if draft == nil {
        draft = base(of: id)
        bases[id] = draft
      }
      let fits = draft?.apply(edit)
      #expect(fits == true, "an edit that does not fit the draft")
      drafts[id] = draft
      note(change, of: id)
    case .restartDraft(let id, let sheet, let change), .resumeDraft(let id, let sheet, let change, _):
      drafts[id] = sheet
      bases[id] = base(of: id)
      note(change, of: id)
    case .dropDraft(let id), .setDraftAside(let id): drafts[id] = nil
    case .keepComments(let id, let texts): comments[id] = texts.isEmpty ? nil : texts
    case .saveCopy, .discardDraft, .readHistory, .fixPlan: break
    }
  }

  private mutating func note(_ change: Int, of id: SheetID) {
    draftChanges[id] = change
    draftsAt[id, default: [:]][change] = drafts[id]
  }

  private func base(of id: SheetID) -> InitiativeSheet? { believed[id].flatMap { versions[id]?[$0] } }

  /// The sheet as the next program would have it if this one ended here: the file, with the draft put over it.
  func afterKill(_ id: SheetID) -> InitiativeSheet? {
    guard let file = files[id]?.sheet else { return nil }
    guard let draft = drafts[id], let base = bases[id] else { return file }
    return SheetMerge(base: base, ours: draft, theirs: file).sheet
  }

  // MARK: The screen

  var picture: ScreenBuffer { draw(state) }
  var screen: [String] { picture.lines }
  var text: String { screen.joined(separator: "\n") }
  /// The screen as one line, so that a sentence is found wherever it is broken.
  var words: String {
    screen.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }.joined()
  }
  /// The row with the cursor.
  var cursorRow: String { screen[cursor?.row ?? 0] }
  var sheet: InitiativeSheet? { state.currentSheet?.edited }
  var cursor: ScreenPosition? { picture.cursor }
  /// The row of the reading page that the person is at.
  var pageRow: String { state.page.map { screen[3 + $0.cursor - $0.top] } ?? "" }
}
