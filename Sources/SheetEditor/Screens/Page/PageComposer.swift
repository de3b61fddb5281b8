// Holds the laying out of sheets as lines for reading: the plan in the form's two columns, the entries, the marks.

import InitiativeModel
import SheetWording
import Terminal

/// Makes the lines of a reading page.
struct PageComposer {
  let width: Int
  let widths: DisplayWidths
  /// What is looked for; what stands for it is marked.
  let query: FoldedText

  /// The columns that are left to the cursor.
  static let gutter = 2
  /// The columns in front of an entry's text.
  private static let indent = 6

  /// The lines of a sheet; with a ward's name above it and without its plan where it is one of several.
  func lines(of sheet: EditedSheet, ward: String?) -> [PageLine] {
    let whole = PagePlace(sheet.id)
    var lines: [PageLine] = []
    if let ward {
      let name = LongText("\(ward) \(sheet.saved.number) \(sheet.saved.fullTitle)")
      lines += rows(of: name, width: width - 4, style: Look.heading).map {
        line($0.runs, whole)
      }
      lines[0].startsSheet = true
    } else {
      lines += title(sheet, whole) + plan(sheet, whole)
      lines.append(line([], whole))
    }
    for period in ReviewPeriod.allCases {
      lines += entries(sheet, period)
      lines.append(line([], PagePlace(sheet.id, period: period)))
    }
    return lines
  }

  private func line(_ runs: [Run], _ place: PagePlace) -> PageLine {
    PageLine(runs: [Run(String(repeating: " ", count: PageComposer.gutter))] + runs, place: place)
  }

  /// The title, only where something is looked for in it: it stands above the page already.
  private func title(_ sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let text = sheet.saved.fullTitle
    guard !FoldedText(text).ranges(of: query).isEmpty else { return [] }
    return rows(of: LongText(text), width: width - 4, style: Look.heading).map { row in
      var made = line(row.runs, place)
      made.hits = row.hits
      return made
    }
  }

  // MARK: The plan

  private func plan(_ sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let plan = sheet.saved.plan
    let room = width - PageComposer.gutter - 1
    guard room >= PlanPane.sideBySide else {
      return column(PrintedForm.policyAndTargets, plan.policyAndTargets, room, place, \.policyLine)
        + column(PrintedForm.annualActions, plan.annualActions, room, place, \.actionsLine)
    }
    let half = (room - 3) / 2
    let left = rows(of: plan.policyAndTargets, width: half)
    let right = rows(of: plan.annualActions, width: half)
    let empty = WrappedRow(runs: [], columns: 0, hits: 0, line: 0)
    let head = line(
      [
        Run(widths.padded(PrintedForm.policyAndTargets, toColumns: half), Look.heading), Run(" | ", Look.quiet),
        Run(PrintedForm.annualActions, Look.heading),
      ], place)
    return [head]
      + (0..<max(left.count, right.count)).map { index in
        let (one, other) = (index < left.count ? left[index] : empty, index < right.count ? right[index] : empty)
        let space = Run(String(repeating: " ", count: max(0, half - one.columns)))
        var made = line(one.runs + [space, Run(" | ", Look.quiet)] + other.runs, place)
        made.hits = one.hits + other.hits
        made.policyLine = index < left.count ? one.line : nil
        made.actionsLine = index < right.count ? other.line : nil
        made.policyHits = one.hits
        made.actionsHits = other.hits
        return made
      }
  }

  private func column(
    _ heading: String, _ text: LongText, _ room: Int, _ place: PagePlace, _ number: WritableKeyPath<PageLine, Int?>
  ) -> [PageLine] {
    [line([Run(heading, Look.heading)], place)]
      + rows(of: text, width: room).map { row in
        var made = line(row.runs, place)
        made.hits = row.hits
        made[keyPath: number] = row.line
        made.policyHits = row.hits
        made.actionsHits = row.hits
        return made
      }
  }

  // MARK: Entries and marks

  private func entries(_ sheet: EditedSheet, _ period: ReviewPeriod) -> [PageLine] {
    let standing = sheet.savedStanding(of: period)
    let heading = [Run(period.printedName, Look.heading), Run("  [\(standing.word)]", Look.of(standing))]
    let comments = sheet.reviews.comments(on: period)
    let place = PagePlace(sheet.id, period: period)
    var lines = [line(heading, place)] + marks(sheet, period)
    lines += comments.filter(\.places.isEmpty).flatMap { comment($0, on: sheet, place) }
    for field in period.fields { lines += entry(sheet, field, comments.filter { $0.speaks(of: field) }) }
    return lines
  }

  /// Who marked the period last, and what was changed since.
  private func marks(_ sheet: EditedSheet, _ period: ReviewPeriod) -> [PageLine] {
    guard let last = sheet.reviews.last(period) else { return [] }
    let place = PagePlace(sheet.id, period: period)
    var lines = [line([Run("  " + Wording.marked(last), Look.quiet)], place)]
    if !last.comment.isBlank, last.decision != .sentBack { lines += comment(last, on: sheet, place) }
    let changes = last.changes(in: sheet.saved)
    if !changes.isEmpty { lines.append(line([Run("  " + Wording.changedSince(changes), Look.pending)], place)) }
    return lines
  }

  private func entry(_ sheet: EditedSheet, _ field: EntryField, _ comments: [ReviewMark]) -> [PageLine] {
    let place = PagePlace(sheet.id, field: field)
    var lines: [PageLine] = []
    if field.isChoice {
      let chosen = sheet.saved.chosenOption(of: field).map { "\($0.sign) \($0.label)" }
      let isNamed = field.hasLabel || chosen == nil
      let label = isNamed ? widths.padded(field.printedLabel, toColumns: 22) + " " : ""
      let rows = rows(
        of: LongText(chosen ?? Wording.notEntered), width: width, style: chosen == nil ? Look.quiet : Look.heading)
      var made = line([Run("  " + label)] + rows.flatMap(\.runs), place)
      made.hits = chosen == nil ? 0 : rows.reduce(0) { $0 + $1.hits }
      lines.append(made)
    } else {
      let isMissing =
        field == field.period.requiredText && RequiredWhenNotMetRule().isBroken(in: sheet.saved, period: field.period)
      let mark = isMissing ? [Run("  " + Wording.requiredMark, Look.alarm)] : []
      lines.append(line([Run("  " + field.printedLabel, Look.heading)] + mark, place))
      lines += text(sheet, field)
    }
    return lines
      + comments.flatMap { mark in
        comment(mark, on: sheet, PagePlace(sheet.id, field: field, line: mark.line(of: field)))
      }
  }

  private func text(_ sheet: EditedSheet, _ field: EntryField) -> [PageLine] {
    let space = Run(String(repeating: " ", count: PageComposer.indent - PageComposer.gutter))
    let text = sheet.saved.text(of: field)
    guard !text.isEmpty else {
      let decided = sheet.saved.choice(of: field.period.decidingChoice) == .first
      let blank = decided && field == field.period.requiredText ? PrintedForm.nothing : Wording.notEntered
      return [line([space, Run(blank, Look.quiet)], PagePlace(sheet.id, field: field))]
    }
    return rows(of: text, width: width - PageComposer.indent - 1).map { row in
      var made = line([space] + row.runs, PagePlace(sheet.id, field: field, line: row.line))
      made.hits = row.hits
      return made
    }
  }

  /// A comment and what both sides replied, the newest last; one that has its answer is quiet.
  private func comment(_ mark: ReviewMark, on sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let answer = mark.decision == .sentBack ? Wording.answer(to: mark, in: sheet.saved) : nil
    let isOpen = mark.decision == .sentBack && answer == nil
    let head = (answer.map { $0 + " " } ?? "") + Wording.commentHead(mark)
    return said(head + mark.comment.string, isOpen ? Look.alarm : Look.quiet, place)
      + mark.replies.flatMap { reply in
        said("\(Wording.head(reply)): \(reply.comment.string)", isOpen ? Look.strong : Look.quiet, place, indent: 2)
      }
  }

  /// What somebody said of the entries, further to the right than they are.
  private func said(_ text: String, _ style: CellStyle, _ place: PagePlace, indent: Int = 0) -> [PageLine] {
    let rows = rows(of: LongText(text), width: width - PageComposer.indent - 3 - indent, style: style)
    return rows.enumerated().map { index, row in
      let space = PageComposer.indent - PageComposer.gutter + indent + (index > 0 ? 2 : 0)
      var made = line([Run(String(repeating: " ", count: space))] + row.runs, place)
      made.hits = row.hits
      return made
    }
  }

  // MARK: Wrapping and marking

  /// One row of a wrapped text.
  private struct WrappedRow {
    let runs: [Run]
    let columns: Int
    let hits: Int
    /// The line of the text that the row is of, counted from 1.
    let line: Int
  }

  private func rows(of text: LongText, width: Int, style: CellStyle = Look.plain) -> [WrappedRow] {
    let breaker = LineBreaker(width: max(2, width), widths: widths)
    return text.lines.enumerated().flatMap { index, paragraph -> [WrappedRow] in
      let characters = Array(paragraph)
      let hits = query.isEmpty ? [] : FoldedText(characters).ranges(of: query)
      return breaker.wrapParagraph(characters[...]).map { wrapped in
        WrappedRow(
          runs: runs(characters, wrapped.range, hits, style), columns: wrapped.columns,
          hits: hits.filter { wrapped.range.contains($0.lowerBound) }.count, line: index + 1)
      }
    }
  }

  /// A part of a paragraph with what was found in it marked.
  private func runs(_ text: [Character], _ range: Range<Int>, _ hits: [Range<Int>], _ style: CellStyle) -> [Run] {
    var runs: [Run] = []
    var place = range.lowerBound
    for hit in hits where hit.overlaps(range) {
      let found = hit.clamped(to: range)
      if place < found.lowerBound { runs.append(Run(String(text[place..<found.lowerBound]), style)) }
      runs.append(Run(String(text[found]), Look.found))
      place = found.upperBound
    }
    if place < range.upperBound { runs.append(Run(String(text[place..<range.upperBound]), style)) }
    return runs
  }
}
