// Holds the question in which several sheets are confirmed at once.

import InitiativeModel
import SheetWording
import Terminal

/// The question of whether several sheets are confirmed at once, with what should be known of each.
struct MarkManyPanel: ScrolledPanel {
  /// One of the sheets.
  private struct Row: Equatable, Sendable {
    let id: SheetID
    let name: String
    /// The sheet as it was shown when the question was asked: that is what is marked.
    let shown: InitiativeSheet
    /// Why it is left out, by period; nil where it can be confirmed.
    let obstacles: [ReviewPeriod: String]
    /// What should be known of it, by period.
    let remarks: [ReviewPeriod: String]
  }

  private let rows: [Row]
  private(set) var period: ReviewPeriod
  var top = 0
  /// What is shown of the sheets, and what it was made of: it is made anew when that differs.
  private(set) var lines: [[Run]] = []
  private var basis: Basis?

  private struct Basis: Equatable, Sendable {
    let period: ReviewPeriod
    let width: Int
    let widths: DisplayWidths
  }

  init(_ sheets: [SheetID], _ editor: EditorState) {
    let isOneBook = Set(sheets.map(\.book)).count < 2
    rows = sheets.compactMap { editor.sheet($0) }.map { sheet in
      let ward = isOneBook ? "" : editor.wardName(sheet.id) + " "
      var (obstacles, remarks): ([ReviewPeriod: String], [ReviewPeriod: String]) = ([:], [:])
      for period in ReviewPeriod.allCases {
        obstacles[period] = MarkManyPanel.obstacle(sheet, period, editor.library.book(of: sheet.id))
        remarks[period] = MarkManyPanel.remarks(sheet, period)
      }
      return Row(
        id: sheet.id, name: ward + "\(sheet.saved.number) \(sheet.saved.fullTitle)", shown: sheet.saved,
        obstacles: obstacles, remarks: remarks)
    }
    period = .midTerm
    if marked.isEmpty {
      period = .final
      if marked.isEmpty { period = editor.library.currentPeriod }
    }
    follow(editor)
  }

  /// Why a sheet is left out; nil where it can be confirmed.
  private static func obstacle(_ sheet: EditedSheet, _ period: ReviewPeriod, _ book: BookSection?) -> String? {
    if case .others(let names)? = book?.supervisors { return Wording.onlyNamedMayMark(names) }
    let standing = sheet.savedStanding(of: period)
    switch standing.mark {
    case .confirmed?, .sentBack?: return standing.mark?.rawValue
    case .corrected?, .changedSinceConfirmed?, nil: break
    }
    let mark = UnsignedMark(.confirmed, of: period, in: sheet.saved)
    return mark.obstacle(on: sheet.saved, sheet.reviews) == nil ? nil : standing.entry.rawValue
  }

  private static func remarks(_ sheet: EditedSheet, _ period: ReviewPeriod) -> String {
    let findings = SheetRules.findings(in: sheet.saved).filter { finding in
      if case .entry(let field) = finding.field { field.period == period } else { false }
    }
    let standing = sheet.savedStanding(of: period)
    return Wording.remarks(
      isNotMet: sheet.saved.choice(of: period.decidingChoice) == .second, findings: findings.count,
      hasDraft: sheet.hasDraft, isComplete: standing.entry == .complete, isCorrected: standing.mark == .corrected)
  }

  /// The sheets that would be confirmed.
  private var marked: [Row] { rows.filter { $0.obstacles[period] == nil } }

  func lineCount(_ editor: EditorState) -> Int { lines.count }

  mutating func follow(_ editor: EditorState) {
    let basis = Basis(period: period, width: editor.size.columns, widths: editor.widths)
    if basis != self.basis {
      lines = wrapped(editor)
      self.basis = basis
    }
    scroll(to: top, in: editor)
  }

  // MARK: Keys

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case confirm, changePeriod, scroll(ScrollMove), close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .confirm, [.named(.enter), .f(2), .control("s")], footer: Wording.FooterWord.decide,
        help: Wording.Help.confirmMany),
      Binding(
        .changePeriod, [.named(.right), .named(.left), .named(.tab)] + Stroke.blanks,
        footer: Wording.FooterWord.changePeriod, footerKeys: "←→", help: Wording.Help.changePeriod,
        shown: "← → Tab Space"),
    ] + Binding.scrolling { .scroll($0) } + [
      Binding(
        .close, [.named(.escape), .f(3), .f(9), .control("o")], footer: Wording.FooterWord.close,
        help: Wording.Help.closePanel)
    ])

  var isQuestion: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .confirm: return confirm(&editor)
    case .changePeriod:
      period = period == .midTerm ? .final : .midTerm
      top = 0
    case .scroll(let move): scroll(move, in: editor)
    case .close: return .closes
    }
    return .stays
  }

  /// Each mark is asked for by itself; what came of them is told when all have their answer.
  private func confirm(_ editor: inout EditorState) -> PanelStep {
    guard !marked.isEmpty else {
      editor.refuse(Wording.nothingToMarkOfMany)
      return .stays
    }
    var batch = ReviewWork.Batch(period: period, waiting: [:])
    var effects: [Effect] = []
    for row in marked {
      var ticket = 0
      editor.withSheet(row.id) { ticket = $0.comments.number() }
      batch.waiting[row.id] = ticket
      effects.append(.file(.mark(row.id, UnsignedMark(.confirmed, of: period, in: row.shown), ticket: ticket)))
    }
    editor.review.batches.append(batch)
    editor.say(Wording.markingMany(marked.count))
    return .closes(effects)
  }

  // MARK: Drawing

  /// What is confirmed, with what should be known of it, and what is left out, with the reason.
  private func wrapped(_ editor: EditorState) -> [[Run]] {
    let breaker = LineBreaker(width: max(2, editor.size.columns - 8), widths: editor.widths)
    func lines(_ row: Row, _ remark: String, _ style: CellStyle) -> [[Run]] {
      breaker.lines(of: row.name).map { [Run("  " + $0)] }
        + (remark.isEmpty ? [] : breaker.lines(of: remark).map { [Run("      "), Run($0, style)] })
    }
    let left = rows.filter { $0.obstacles[period] != nil }
    return [[Run(Wording.willBeConfirmed, Look.heading)]]
      + marked.flatMap { lines($0, $0.remarks[period] ?? "", Look.pending) }
      + (left.isEmpty ? [] : [[], [Run(Wording.leftOut, Look.heading)]])
      + left.flatMap { lines($0, $0.obstacles[period] ?? "", Look.quiet) }
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let count = rows.count { $0.obstacles[period] == nil }
    screen.head(Wording.markManyTitle(count, of: rows.count, period), top: top, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(ScreenBuffer.bodyRows(editor.size)).enumerated() {
      screen.write(line, row: 2 + offset, column: 1, limit: editor.size.columns)
    }
    screen.cursor = ScreenPosition(row: 3, column: 1)
    screen.footer(MarkManyPanel.bindings.footer)
  }
}
