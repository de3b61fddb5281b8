import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

/// Drives the whole program in memory: keys in, screen and effects out, saves answered as a disk would.
struct EditorRobot {
  private(set) var state: EditorState
  private(set) var effects: [Effect] = []
  /// What the disk holds.
  private(set) var disk: [SheetID: InitiativeSheet] = [:]
  private var time = 0

  static let book = "見本/tennoji-2019"

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
    filled: (inout InitiativeSheet) -> Void = { _ in }
  ) {
    let all = (1...sheets).map { number in
      var sheet = EditorRobot.sheet(number)
      filled(&sheet)
      return sheet
    }
    for sheet in all { disk[EditorRobot.id(sheet.number)] = sheet }
    let section = BookSection(
      path: EditorRobot.book,
      header: FiscalYear(2019).map { BookHeader(ward: "天王寺区", fiscalYear: $0) },
      rows: all.map { .sheet(EditedSheet(id: EditorRobot.id($0.number), saved: $0)) }, supervisors: supervisors)
    state = EditorState(
      books: [section], size: ScreenSize(rows: rows, columns: columns), widths: DisplayWidths(ambiguous: ambiguous),
      drafts: drafts, isReviewing: isReviewing)
  }

  /// Types a script such as <CR>あいう<F2>; saves are answered at once.
  mutating func type(_ script: String) throws {
    for input in try KeyScript.parse(script) { send(input) }
  }

  mutating func send(_ input: TerminalInput, after milliseconds: Int = 5000) {
    time += milliseconds
    handle(.input(input, at: time))
  }

  mutating func handle(_ event: EditorEvent) {
    for effect in update(&state, event) {
      effects.append(effect)
      if case .save(let id, let valid) = effect {
        disk[id] = valid.sheet
        handle(.saved(id, valid.sheet))
      }
      if case .mark(let id, let mark) = effect {
        let signed = ReviewMark(
          period: mark.period, decision: mark.decision, comment: mark.comment, place: mark.place, who: "課長",
          when: "2026-11-21 10:20", contents: mark.contents)
        let marks = (state.sheet(id)?.reviews.marks ?? []) + [signed]
        handle(.marked(id, SheetReviews(marks: marks), mark.period))
      }
    }
  }

  var screen: [String] { draw(state).lines }
  var text: String { screen.joined(separator: "\n") }
  var sheet: InitiativeSheet? { state.currentSheet?.edited }
  var cursor: ScreenPosition? { draw(state).cursor }
}
