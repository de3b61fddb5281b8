// Holds the drawing of what stands at the cursor of 一覧, beside the list: a sheet's entries, or what a group lacks.

import InitiativeModel
import SheetWording
import Terminal

/// A sheet or a group as it is read beside the list.
struct ListPreview {
  private let editor: EditorState
  private let width: Int
  private let breaker: LineBreaker

  /// The longest text, in bytes, that is broken into rows at every key.
  private static let longestText = 20_000

  init(_ editor: EditorState, width: Int) {
    self.editor = editor
    self.width = width
    breaker = LineBreaker(width: max(2, width - 2), widths: editor.widths)
  }

  /// Draws it beside the list, from its heading down; what does not fit is counted.
  func draw(at columns: Range<Int>, on screen: inout ScreenBuffer) {
    let room = ListState.visibleLines(editor.size) + 1
    let (lines, count) = content(room: room)
    let isCut = count > room
    for (offset, runs) in lines.prefix(isCut ? room - 1 : room).enumerated() {
      let isHeading = runs.first?.style.underline == true
      screen.write(runs, row: 2 + offset, column: columns.lowerBound, limit: columns.upperBound)
      if isHeading { screen.underline(row: 2 + offset, columns: columns, style: Look.rule) }
    }
    guard isCut else { return }
    screen.write(
      [Run(Wording.moreLines(count - room + 1), Look.quiet)], row: 1 + room, column: columns.lowerBound,
      limit: columns.upperBound)
  }

  /// The lines, made as far as some room goes, and how many there are of them all.
  func content(room: Int) -> (lines: [[Run]], count: Int) {
    if editor.list.cursorGroup != nil { return editor.list.group.map { content($0, room: room) } ?? ([], 0) }
    guard editor.list.showsSelected, let sheet = editor.currentSheet else { return ([], 0) }
    let lines = lines(sheet)
    return (lines, lines.count)
  }

  private func heading(_ text: String, _ behind: [Run] = []) -> [Run] {
    var style = Look.heading
    style.underline = true
    let ruled = behind.map { run in
      var style = run.style
      style.underline = true
      return Run(run.text, style)
    }
    return [Run(text, style)] + (behind.isEmpty ? [] : [Run("  ", Look.rule)]) + ruled
  }

  // MARK: A sheet

  private func lines(_ sheet: EditedSheet) -> [[Run]] {
    let name = "\(Wording.itemName(sheet.edited.number)) \(sheet.edited.starredTitle)"
    let title = breaker.lines(of: SafeText.visible(name))
    var lines = title.dropLast().map { [Run($0, Look.heading)] } + [heading(title.last ?? "")]
    if let lastSave = editor.lastSaves.known[sheet.id] {
      lines.append([Run(editor.widths.truncated(Wording.atLength(lastSave), toColumns: width), Look.quiet)])
    }
    if let holder = sheet.holder { lines += broken(Wording.isBeingEdited(by: holder), Look.heading) }
    if sheet.waitingDraftCount > 0 { lines += broken(Wording.earlierDraftWaits, Look.pending) }
    for comment in sheet.openComments {
      lines += broken("\(comment.period.printedName) \(Wording.shown(comment))", Look.alarm)
    }
    if editor.writesPlan(of: sheet.id) {
      return lines + EntryField.plan.flatMap { field in [[]] + self.lines(field, of: sheet.edited) }
    }
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      lines.append([])
      lines.append(heading(period.printedName, [Run(standing.word, Look.of(standing))]))
      for field in period.fields { lines += self.lines(field, of: sheet.edited) }
    }
    return lines
  }

  private func lines(_ field: EntryField, of sheet: InitiativeSheet) -> [[Run]] {
    let label = Run(field.printedLabel, Look.quiet)
    guard !field.isChoice else {
      let chosen = sheet.chosenOption(of: field).map { Run("\($0.sign) \($0.label)") }
      return beside(label, chosen ?? Run(Wording.notEntered, Look.quiet))
    }
    let text = sheet.text(of: field).string
    guard !text.isEmpty else { return beside(label, Run(Wording.notEntered, Look.quiet)) }
    let isLong = text.utf8.count > ListPreview.longestText
    let shown = isLong ? String(text.prefix(ListPreview.longestText / 4)) : text
    return [[label]]
      + LongText(shown).lines.flatMap { breaker.lines(of: SafeText.visible($0)) }.map { [Run("  " + $0)] }
      + (isLong ? [[Run("  " + Wording.previewGoesOn, Look.quiet)]] : [])
  }

  /// What a field holds, behind its label where both fit, or else under it.
  private func beside(_ label: Run, _ content: Run) -> [[Run]] {
    let needed = editor.widths.columns(of: label.text) + 2 + editor.widths.columns(of: content.text)
    return needed <= width ? [[label, Run("  "), content]] : [[label], [Run("  "), content]]
  }

  private func broken(_ text: String, _ style: CellStyle) -> [[Run]] {
    breaker.lines(of: SafeText.visible(text)).map { [Run($0, style)] }
  }

  // MARK: A group

  /// The figures of both periods, and the items in which something is left to do, of which there can be thousands.
  private func content(_ group: ListLayout.Group, room: Int) -> (lines: [[Run]], count: Int) {
    var lines = [heading(editor.widths.truncated(group.title, toColumns: width))]
    guard !group.isLoading else { return (lines + [[Run(Wording.reading, Look.quiet)]], lines.count + 1) }
    for (period, progress) in zip(ReviewPeriod.allCases, group.progress) {
      lines += broken(Wording.totals(period, progress), Look.plain)
    }
    lines.append([])
    let left = group.rows.filter { editor.library.hasPeriod(of: $0.id, where: isLeft) }
    lines.append(heading(Wording.leftToDo, [Run(Wording.itemCount(left.count), Look.quiet)]))
    let count = lines.count + max(1, left.count)
    guard !left.isEmpty else { return (lines + [[Run(Wording.nothingLeft, Look.done)]], count) }
    return (lines + left.prefix(max(0, room - lines.count)).compactMap { editor.sheet($0.id).map(states) }, count)
  }

  private func isLeft(_ standing: PeriodStanding) -> Bool {
    standing.entry != .complete || standing.mark == .sentBack
  }

  /// A sheet with the states of the periods in which something is left.
  private func states(_ sheet: EditedSheet) -> [Run] {
    let states = ReviewPeriod.allCases.filter { isLeft(sheet.standing(of: $0)) }.flatMap { period -> [Run] in
      let standing = sheet.standing(of: period)
      return [Run("  \(period.shortName) ", Look.quiet), Run(standing.word, Look.of(standing))]
    }
    let room = width - states.reduce(0) { $0 + editor.widths.columns(of: $1.text) }
    let ward = editor.list.settings.arrangement == .titles ? editor.wardName(sheet.id) : sheet.edited.title
    let name = editor.widths.truncated("\(sheet.edited.number) \(SafeText.visible(ward))", toColumns: room)
    return [Run(editor.widths.padded(name, toColumns: room))] + states
  }
}
