// Holds the columns of 一覧, and the drawing of one of its lines in them.

import InitiativeModel
import SheetWording
import Terminal

/// Where the columns of the list stand on a screen of some width.
struct ListColumns {
  private let editor: EditorState
  private let widths: DisplayWidths
  /// The columns of the list; a preview stands behind them where there is room.
  let width: Int
  private let states: Int
  /// The titles of the book at the cursor; no line asks for them but one whose title has no room.
  private lazy var titles = editor.currentBook.map { editor.library.sheets(of: $0).map(\.edited.title) } ?? []
  private let isWide: Bool

  /// The columns that comments and the last save take, where they have columns of their own.
  private static let comments = 7
  private static let saved = 14
  /// The columns of the preview, and those between it and the list.
  private static let preview = 42
  private static let gap = 2

  init(_ editor: EditorState) {
    self.editor = editor
    widths = editor.widths
    let all = editor.size.columns
    isWide = all >= ListState.wide
    width = isWide ? all - ListColumns.gap - max(ListColumns.preview, all * 2 / 5 - 10) : all
    states = 13 + (widths.columns(of: "①") - 1)
  }

  private var titleColumn: Int { 9 + (widths.columns(of: PrintedForm.star) - 1) }
  private var firstState: Int { width - 2 * states - (isWide ? ListColumns.comments + ListColumns.saved : 0) }
  private var commentColumn: Int { firstState + 2 * states }
  private var savedColumn: Int { commentColumn + ListColumns.comments }
  /// The columns of the preview; none where there is no room for it.
  var preview: Range<Int>? { isWide ? (width + ListColumns.gap)..<(editor.size.columns - 1) : nil }

  func drawHeading(row: Int, on screen: inout ScreenBuffer) {
    func write(_ text: String, _ column: Int) {
      screen.write([Run(text, Look.rule)], row: row, column: column, limit: width)
    }
    screen.writeRight([Run(Wording.listNumber, Look.rule)], row: row, endingAt: 6, from: 0)
    write(PrintedForm.item, titleColumn)
    for (place, name) in [ReviewPeriod.midTerm.shortName, PrintedForm.selfEvaluation].enumerated() {
      write(name, firstState + place * states)
    }
    if isWide {
      write(Wording.commentsHeading, commentColumn)
      write(Wording.lastSavedHeading, savedColumn)
    }
    screen.underline(row: row, columns: 0..<width, style: Look.rule)
  }

  mutating func draw(_ line: ListLine, chosen: Bool, row: Int, on screen: inout ScreenBuffer) {
    switch line {
    case .group(let place, let isFolded): draw(editor.list.layout.groups[place], isFolded, row: row, on: &screen)
    case .problem(let text):
      screen.write(
        [Run(widths.truncated(text, toColumns: width - 3), Look.alarm)], row: row, column: 2, limit: width)
    case .row(.sheet(let id)): if let sheet = editor.sheet(id) { draw(sheet, chosen, row: row, on: &screen) }
    case .row(.unmerged(let id)):
      if let sheet = editor.library.unmergedSheet(id) { drawUnmerged(sheet, row, on: &screen) }
    case .row(.unreadable(let id, let reason)):
      let text = Wording.unreadable(id.fileName, reason)
      screen.write(
        [Run(widths.truncated(text, toColumns: width - 3), Look.alarm)], row: row, column: 2, limit: width)
    }
    if chosen { screen.lay(.chosen, row: row, columns: 0..<width) }
  }

  /// A group's line: its name, how many sheets, how far they are; underlined where its sheets stand below it.
  private func draw(_ group: ListLayout.Group, _ isFolded: Bool, row: Int, on screen: inout ScreenBuffer) {
    func ruled(_ style: CellStyle) -> CellStyle {
      var style = style
      style.underline = !isFolded
      return style
    }
    let count = Wording.itemCount(group.rows.count)
    let area = min(34, width < 80 ? max(16, (width - 34) / 2) : 23 + (width - 80) / 4)
    let from = width - 2 * area
    let end = screen.writeRight([Run(count, ruled(Look.quiet))], row: row, endingAt: from - 1, from: 4) ?? from
    screen.write(
      [Run(widths.truncated(group.title, toColumns: end - 2), ruled(Look.heading))], row: row, column: 1, limit: end)
    if group.isLoading {
      screen.write([Run(Wording.reading, ruled(Look.quiet))], row: row, column: from, limit: width)
    } else if let isOpen = planIsOpen(in: group) {
      let run = isOpen ? Run(Wording.openPlan, ruled(Look.pending)) : Run(Wording.fixedPlan, ruled(Look.done))
      screen.write([run], row: row, column: from, limit: width)
    } else {
      for (place, period) in ReviewPeriod.allCases.enumerated() {
        Progress(progress: group.progress[place], name: period.shortName, bar: 12)
          .draw(row: row, column: from + place * area, width: area - 1, style: ruled(Look.plain), on: &screen)
      }
    }
    if !isFolded { screen.underline(row: row, columns: 0..<width, style: Look.rule) }
  }

  /// Whether the plan of a group's book is still open; nil where plans are not written, or the group is no book.
  private func planIsOpen(in group: ListLayout.Group) -> Bool? {
    guard editor.isPlanning, editor.list.settings.arrangement == .books else { return nil }
    return group.rows.first.map { editor.library.planIsOpen(of: $0.id) }
  }

  private mutating func draw(_ sheet: EditedSheet, _ isChosen: Bool, row: Int, on screen: inout ScreenBuffer) {
    if editor.list.picked.contains(sheet.id) {
      screen.write([Run(Wording.pickedMark, Look.goodPill)], row: row, column: 0, limit: 2)
    }
    screen.writeRight([Run(String(sheet.edited.number))], row: row, endingAt: 6, from: 2)
    if sheet.edited.starred {
      screen.write([Run(PrintedForm.star, Look.pending)], row: row, column: 7, limit: width)
    }
    let end = screen.writeRight(marks(sheet), row: row, endingAt: firstState - 1, from: titleColumn) ?? firstState - 1
    screen.write(
      [Run(title(sheet, toColumns: end - titleColumn), isChosen ? Look.strong : Look.plain)], row: row,
      column: titleColumn, limit: end)
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      let standing = sheet.standing(of: period)
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? " "
      let padded = widths.padded(sign, toColumns: widths.columns(of: "①"))
      screen.write(
        [Run(padded + " "), Run(standing.word, Look.of(standing))], row: row, column: firstState + place * states,
        limit: width)
    }
    guard isWide else { return }
    if sheet.openComments.count > 0 {
      screen.write(
        [Run(Wording.openCommentsInShort(sheet.openComments.count), Look.alarm)], row: row, column: commentColumn,
        limit: savedColumn)
    }
    if let lastSave = editor.lastSaves.known[sheet.id] {
      screen.write(
        [Run(widths.truncated(Wording.inShort(lastSave), toColumns: ListColumns.saved - 1), Look.quiet)], row: row,
        column: savedColumn, limit: width)
    }
  }

  /// A sheet of which git left two versions: they say different things, so no state is shown.
  private func drawUnmerged(_ sheet: EditedSheet, _ row: Int, on screen: inout ScreenBuffer) {
    screen.writeRight([Run(String(sheet.saved.number))], row: row, endingAt: 6, from: 2)
    screen.write(
      [Run(widths.truncated(sheet.saved.fullTitle, toColumns: firstState - 1 - titleColumn), Look.plain)], row: row,
      column: titleColumn, limit: firstState - 1)
    screen.write([Run(Wording.unmergedState, Look.alarm)], row: row, column: firstState, limit: width)
  }

  /// What stands behind the title: who else is at it, a draft of an earlier program, comments that wait.
  private func marks(_ sheet: EditedSheet) -> [Run] {
    var runs: [Run] = []
    if sheet.holder != nil { runs.append(Run(" " + Wording.someoneEdits, Look.heading)) }
    if editor.isPlanning, sheet.hasDraft { runs.append(Run(" " + Wording.draftMark, Look.pending)) }
    if sheet.waitingDraftCount > 0 { runs.append(Run(" " + Wording.earlierDraft, Look.pending)) }
    if sheet.openComments.count > 0, !isWide {
      runs.append(Run(" " + Wording.openCommentsInShort(sheet.openComments.count), Look.alarm))
    }
    return runs
  }

  /// The title, behind the ward's name where wards stand together; where several share it, the subtitle is kept.
  private mutating func title(_ sheet: EditedSheet, toColumns room: Int) -> String {
    if editor.list.settings.arrangement == .titles, editor.library.books.count > 1 {
      return widths.truncated(editor.wardName(sheet.id), toColumns: room)
    }
    let ward =
      editor.list.settings.arrangement == .books || editor.library.books.count == 1
      ? "" : editor.wardName(sheet.id) + " "
    let whole = ward + sheet.edited.fullTitle
    guard ward.isEmpty, !sheet.edited.subtitle.isEmpty, widths.columns(of: whole) > room,
      titles.count(where: { $0 == sheet.edited.title }) > 1
    else { return widths.truncated(whole, toColumns: room) }
    let kept = min(widths.columns(of: sheet.edited.subtitle), room / 2)
    let front = widths.truncated(sheet.edited.title, toColumns: room - kept - 1)
    return "\(front) \(widths.truncated(sheet.edited.subtitle, toColumns: room - widths.columns(of: front) - 1))"
  }
}
