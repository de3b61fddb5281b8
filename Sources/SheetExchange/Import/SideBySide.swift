// Holds the telling apart of columns that stand side by side, parted by blanks, as `pdftotext -layout` writes them.

import InitiativeModel

/// Makes lines one below the other of columns that stand side by side.
///
/// A column's edge is a gutter: at least two places that are blank in every line of a part of the form. Places are
/// counted in columns of a screen or in characters, whichever gives a gutter; where neither does, the part's lines are
/// marked as mixed, and nothing of them is placed.
enum SideBySide {
  /// The rows with each part of the form that stands side by side in place of its lines.
  static func rows(_ rows: [FormRow]) -> [FormRow] {
    var out: [FormRow] = []
    var index = 0
    var head = Head()
    let labels = rightLabels(rows)
    while index < rows.count {
      guard let part = part(beginningAt: rows[index]) ?? centredPart(at: index, in: rows, labels) else {
        head.note(rows[index])
        out.append(rows[index])
        index += 1
        continue
      }
      head.end()
      let start = firstRow(of: part, at: index, in: rows, after: out)
      out.removeLast(index - start)
      var run = Array(rows[start...index])
      var aside: [FormRow] = []
      index += 1
      while index < rows.count, head.isAgain(rows[index]) || !ends(part, at: rows[index]) {
        if head.isAgain(rows[index]) { aside.append(rows[index]) } else { run.append(rows[index]) }
        index += 1
      }
      if let last = run.last, run.count > 1, isNextName(last), index < rows.count {
        run.removeLast()
        index -= 1
      }
      out += stacked(run, part)
      out += aside
    }
    return out
  }

  /// The heading of the sheet that is read, with the lines before its first part.
  private struct Head {
    private var number: Int?
    private var lines: Set<String> = []
    /// Whether a part of the sheet began, so that what follows is none of its head.
    private var isOver = false

    mutating func end() { isOver = true }

    mutating func note(_ row: FormRow) {
      if case .heading(let heading) = SheetHeading.read(row.text) {
        if heading.number != number { (lines, isOver) = ([], false) }
        number = heading.number
      }
      if !isOver, let cell = row.onlyCell, cell.squeezed.utf8.count <= 600 { lines.insert(cell.squeezed) }
    }

    /// Whether a line is the heading again, or a line of its title, on the sheet's next page.
    func isAgain(_ row: FormRow) -> Bool {
      if case .heading(let heading) = SheetHeading.read(row.text) { return heading.number == number }
      return row.onlyCell.map { lines.contains($0.squeezed) } ?? false
    }
  }

  /// A part's lines one below the other.
  ///
  /// What stands behind empty lines at the very left, as a web page's foot, is none of its columns.
  private static func stacked(_ run: [FormRow], _ part: FormPart) -> [FormRow] {
    if let rows = ColumnRun(run, part).stacked() { return rows }
    var end = run.count
    while let last = (1..<max(end, 1)).last(where: { run[$0].line > run[$0 - 1].line + 1 }),
      run[last..<end].allSatisfy({ $0.raw.unicodeScalars.first?.isSpace == false && segments($0.raw).count == 1 })
    {
      end = last
      if let rows = ColumnRun(Array(run[..<end]), part).stacked() { return rows + mixed(Array(run[end...])) }
    }
    return mixed(run)
  }

  /// Lines of which nobody knows which column is whose.
  private static func mixed(_ run: [FormRow]) -> [FormRow] {
    run.map { row in
      var row = row
      row.isMixed = segments(row.raw).count > 1 || !isLabelLine(row)
      return row
    }
  }

  /// The texts of a line that at least two blanks part.
  static func segments(_ raw: String) -> [String] {
    var segments: [String] = []
    var blanks = 2
    for scalar in raw.unicodeScalars {
      if scalar.isSpace {
        blanks += scalar == "\u{3000}" ? 2 : 1
      } else {
        if blanks >= 2 { segments.append("") } else if blanks == 1 { segments[segments.count - 1].append(" ") }
        segments[segments.count - 1].unicodeScalars.append(scalar)
        blanks = 0
      }
    }
    return segments
  }

  /// What stands in a line's columns, squeezed; a part's name that a single blank parts from its first label is cut off.
  private static func labels(_ segments: some Sequence<String>) -> [String] {
    let names = [PrintedForm.plan] + ReviewPeriod.allCases.map(\.printedName)
    let firsts = [
      PrintedForm.policyAndTargets, EntryField.implementationForecast.printedLabel, EntryField.results.printedLabel,
    ]
    return segments.flatMap { segment in
      let text = FormCell(plain: segment).squeezed
      for (name, label) in zip(names, firsts) where text.hasPrefix(name + label) {
        return [name, String(text.dropFirst(name.count))]
      }
      return [text]
    }
  }

  /// The part of the form whose labels stand side by side in a line; nil for any other line.
  private static func part(beginningAt row: FormRow) -> FormPart? {
    guard !row.hasColumns, !row.raw.isEmpty, row.raw.contains("  ") || row.raw.contains("\u{3000}") else { return nil }
    let parts = labels(segments(row.raw))
    guard parts.count > 1 else { return nil }
    if parts.contains(where: { $0.hasPrefix(PrintedForm.policyAndTargets) }),
      parts.contains(where: { $0.hasPrefix(PrintedForm.annualActions) })
    {
      return .plan
    }
    guard parts.dropFirst().contains(where: { $0.hasPrefix(PrintedForm.issuesAndImprovements) }) else { return nil }
    if parts.contains(where: { begins(EntryField.results.printedLabel, $0, atLeast: 8) }) { return .review(.final) }
    if parts.contains(where: { begins(EntryField.implementationForecast.printedLabel, $0, atLeast: 4) }) {
      return .review(.midTerm)
    }
    return nil
  }

  /// A label of the left column stands no further behind another one.
  private static let furthestIndent = 10
  /// As far down its label may stand in the right column of a part.
  private static let deepestLabel = 40

  /// The review whose left label stands in a line, and whose 課題と改善策 to the right of it further down: labels are in the
  /// middle of their cells.
  private static func centredPart(at index: Int, in rows: [FormRow], _ labels: [RightLabel]) -> FormPart? {
    guard !rows[index].hasColumns, index + 1 < labels.count else { return nil }
    let label = labels[index + 1]
    guard label.row - index <= deepestLabel, let part = review(labelledIn: rows[index]) else { return nil }
    let edge = rows[index].raw.unicodeScalars.prefix { $0.isSpace }.count
    guard !label.isAlone || label.blanks > edge + furthestIndent else { return nil }
    return rows[(index + 1)...label.row].contains { ends(part, at: $0) } ? nil : part
  }

  /// A line in which 課題と改善策 stands behind blanks.
  private struct RightLabel {
    var row = Int.max / 2
    /// How many, and whether nothing is before them.
    var blanks = 0
    var isAlone = false
  }

  /// For each line the next one, it or a later, that is one.
  private static func rightLabels(_ rows: [FormRow]) -> [RightLabel] {
    var labels = [RightLabel](repeating: RightLabel(), count: rows.count)
    var next = RightLabel()
    for index in rows.indices.reversed() {
      if rows[index].raw.unicodeScalars.contains("課"),
        let place = rows[index].raw.firstRange(of: PrintedForm.issuesAndImprovements)?.lowerBound
      {
        let before = rows[index].raw[..<place].unicodeScalars
        let blanks = before.reversed().prefix { $0.isSpace }.count
        if blanks >= 2 { next = RightLabel(row: index, blanks: blanks, isAlone: blanks == before.count) }
      }
      labels[index] = next
    }
    return labels
  }

  private static func review(labelledIn row: FormRow) -> FormPart? {
    let parts = labels(segments(row.raw).prefix(2))
    if parts.contains(where: { begins(EntryField.results.printedLabel, $0, atLeast: 8) }) { return .review(.final) }
    if parts.contains(where: { begins(EntryField.implementationForecast.printedLabel, $0, atLeast: 8) }) {
      return .review(.midTerm)
    }
    return nil
  }

  /// Whether a text is a label, begins with it, or is its first line in a narrow column.
  private static func begins(_ label: String, _ text: String, atLeast count: Int) -> Bool {
    text.hasPrefix(label) || (text.count >= count && label.hasPrefix(text))
  }

  /// Whether a row is the first of the next part, or none of this one.
  private static func ends(_ part: FormPart, at row: FormRow) -> Bool {
    if row.hasColumns { return true }
    if case .heading = SheetHeading.read(row.text) { return true }
    if self.part(beginningAt: row) != nil { return true }
    let parts = labels(segments(row.raw.isEmpty ? row.text : row.raw))
    return parts.contains { text in
      switch part {
      case .plan:
        text == PrintedForm.midTermReview || text.hasPrefix(EntryField.implementationForecast.printedLabel)
      case .review(.midTerm):
        text == PrintedForm.selfEvaluation || text.hasPrefix(EntryField.results.printedLabel)
      case .review(.final): text == PrintedForm.plan || text.hasPrefix("【")
      }
    }
  }

  /// The row at which a part's run begins: the line before, where it holds nothing but the part's name.
  private static func firstRow(of part: FormPart, at index: Int, in rows: [FormRow], after out: [FormRow]) -> Int {
    guard index > 0, let last = out.last, last.line == rows[index - 1].line, !rows[index - 1].hasColumns,
      FormCell(plain: rows[index - 1].text).squeezed == part.name
    else { return index }
    return index - 1
  }

  /// Whether a line is the next part's name alone, which stands on a line before its labels.
  private static func isNextName(_ row: FormRow) -> Bool {
    [PrintedForm.midTermReview, PrintedForm.selfEvaluation].contains(FormCell(plain: row.text).squeezed)
  }

  private static func isLabelLine(_ row: FormRow) -> Bool { LinePieces(row.text).pieces.allSatisfy { $0.token != nil } }
}
