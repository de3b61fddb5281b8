// Holds the lines of one part of the form whose columns stand side by side.

import InitiativeModel

/// Lines that belong together, cut at their gutters.
struct ColumnRun {
  private let rows: [FormRow]
  private let part: FormPart

  init(_ rows: [FormRow], _ part: FormPart) {
    self.rows = rows
    self.part = part
  }

  /// A stretch of one line that lies in one column.
  private struct Strip {
    let text: String
    let row: Int
    let start: Int
    let width: Int
  }

  /// The part as lines one below the other; nil where no gutter parts its columns.
  func stacked() -> [FormRow]? {
    for measure in [ColumnRun.screenWidth, { _ in 1 }] {
      if let columns = columns(measure), let lines = lines(columns) { return lines }
    }
    return nil
  }

  // MARK: Columns

  private static func screenWidth(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x300 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
  }

  /// The stretches between gutters, column by column; the widths are those of a measure.
  private func columns(_ measure: (Unicode.Scalar) -> Int) -> [[Strip]]? {
    var covered: [Bool] = []
    for row in rows {
      var place = 0
      for scalar in (row.raw.isEmpty ? row.text : row.raw).unicodeScalars {
        let width = measure(scalar)
        if !scalar.isSpace {
          while covered.count < place + width { covered.append(false) }
          for column in place..<(place + width) { covered[column] = true }
        }
        place += width
      }
    }
    var edges: [Range<Int>] = []
    var place = 0
    while place < covered.count {
      guard covered[place] else {
        place += 1
        continue
      }
      var end = place
      while end < covered.count, covered[end] || (end + 1 < covered.count && covered[end + 1]) { end += 1 }
      edges.append(place..<end)
      place = end
    }
    guard edges.count > 1 else { return nil }
    return strips(edges, measure)
  }

  private func strips(_ edges: [Range<Int>], _ measure: (Unicode.Scalar) -> Int) -> [[Strip]] {
    var columns = [[Strip]](repeating: [], count: edges.count)
    for (index, row) in rows.enumerated() {
      var texts = [(text: String.UnicodeScalarView, start: Int, end: Int)?](repeating: nil, count: edges.count)
      var place = 0
      var column = 0
      for scalar in (row.raw.isEmpty ? row.text : row.raw).unicodeScalars {
        let width = measure(scalar)
        while column < edges.count, place >= edges[column].upperBound { column += 1 }
        if column < edges.count, edges[column].contains(place) {
          if texts[column] == nil { texts[column] = (String.UnicodeScalarView(), place, place) }
          texts[column]?.text.append(scalar)
          if !scalar.isSpace { texts[column]?.end = place + width }
        }
        place += width
      }
      for (column, text) in texts.enumerated() {
        guard let text, !String(text.text).trimmed.isEmpty else { continue }
        columns[column].append(
          Strip(text: String(text.text).trimmed, row: index, start: text.start, width: text.end - text.start))
      }
    }
    return columns
  }

  // MARK: Lines

  /// The columns below one another: row headings, what stands left of the last column, the last column.
  private func lines(_ columns: [[Strip]]) -> [FormRow]? {
    let wanted = part == .plan ? PrintedForm.annualActions : PrintedForm.issuesAndImprovements
    guard let right = columns.firstIndex(where: { has(wanted, in: $0) }), right > 0 else { return nil }
    var left = Array(columns[..<right])
    var made: [FormRow] = []
    if let first = left.first, left.count > 1 || part != .plan, squeezed(first) == part.name {
      made.append(row(part.name, first[0]))
      left.removeFirst()
    }
    guard !left.isEmpty else { return nil }
    let last = columns[right...].flatMap { $0 }.sorted { ($0.row, $0.start) < ($1.row, $1.start) }
    switch part {
    case .plan:
      guard squeezed(left.flatMap { $0 }).contains(PrintedForm.policyAndTargets) else { return nil }
      guard let left = cell(merged(left), .policy), let right = cell(last, .actions) else { return nil }
      return made + left + right
    case .review(.midTerm):
      guard let left = questions(left), let right = cell(last) else { return nil }
      return made + left + right
    case .review(.final):
      guard let left = cell(merged(left)), let right = cell(last) else { return nil }
      return made + left + right
    }
  }

  private func has(_ label: String, in column: [Strip]) -> Bool {
    column.contains { FormCell(plain: $0.text).squeezed.hasPrefix(label) }
  }

  private func squeezed(_ column: [Strip]) -> String { FormCell.squeeze(column.map(\.text).joined()) }

  /// Columns that are one cell of the form, line by line.
  private func merged(_ columns: [[Strip]]) -> [Strip] {
    columns.flatMap { $0 }.sorted { ($0.row, $0.start) < ($1.row, $1.start) }
  }

  /// How far a line of a cell may be indented.
  private static let deepestIndent = 6

  /// Whether some stretches can be one cell: one in a row, no wide blanks within, all beginning at the cell's edge.
  ///
  /// Labels and legends may stand in the middle of it. What was measured in the wrong way shows here.
  private func isCell(_ strips: [Strip]) -> Bool {
    let isApart = zip(strips, strips.dropFirst()).allSatisfy { $0.row != $1.row }
    let texts = strips.filter { !isOfForm($0.text) }
    let edge = texts.map(\.start).min() ?? 0
    return isApart && hasNoGutter(texts) && texts.allSatisfy { $0.start - edge <= ColumnRun.deepestIndent }
  }

  /// How many blanks a line may have within.
  private static let widestBlank = 4

  /// Whether no line is two columns in one: its blanks are few, and it ends where the lines without any do.
  private func hasNoGutter(_ strips: [Strip]) -> Bool {
    func blanks(_ strip: Strip) -> Int {
      strip.text.unicodeScalars.split { !$0.isSpace }.map { $0.reduce(0) { $0 + ($1 == "\u{3000}" ? 2 : 1) } }.max()
        ?? 0
    }
    let wide = strips.filter { blanks($0) > 2 }
    guard !wide.isEmpty else { return true }
    let end = strips.filter { blanks($0) <= 2 }.map { $0.start + $0.width }.max() ?? 0
    return wide.allSatisfy { blanks($0) <= ColumnRun.widestBlank && $0.start + $0.width <= end }
  }

  /// The lines of a cell: those of one row beside each other, a line that is full joined with the next.
  ///
  /// Nil where the stretches are no cell, or a stretch of a label or a legend is left over: its rest is in another column.
  private func cell(_ strips: [Strip], _ side: PlanSide? = nil) -> [FormRow]? {
    guard let first = strips.first else { return [] }
    guard isCell(strips) else { return nil }
    let left = strips.map(\.start).min() ?? 0
    let widest = strips.map { $0.start + $0.width - left }.max() ?? 0
    var lines: [(text: String, strip: Strip, end: Int)] = []
    for strip in strips {
      let end = strip.start + strip.width - left
      if let last = lines.last, last.strip.row == strip.row {
        lines[lines.count - 1].text += " " + strip.text
        lines[lines.count - 1].end = end
      } else if let last = lines.last, last.end >= widest - 1, !begins(strip.text),
        !isOfForm(last.text.replacing("\u{1}", with: "")),
        strip.row == last.strip.row + last.text.count(of: "\u{1}") + 1
      {
        lines[lines.count - 1].text += "\u{1}" + strip.text
        lines[lines.count - 1].end = end
      } else {
        lines.append((strip.text, strip, end))
      }
    }
    let text = lines.map { $0.text.replacing("\u{1}", with: "") }.joined(separator: "\n")
    let pieces = pieces(text, first, side)
    return pieces.contains { $0.token == nil && FormFragment.first(in: $0.text) != nil } ? nil : pieces
  }

  /// Whether a line is labels and legends alone: what stands below it is none of it, however full it is.
  private func isOfForm(_ text: String) -> Bool { LinePieces(text).pieces.allSatisfy { $0.token != nil } }

  /// Whether a text begins a line of its own.
  private func begins(_ text: String) -> Bool {
    text.unicodeScalars.first.map { "・○●◎◇◆□■※(（【①②③④⑤⑥⑦⑧⑨⑩".unicodeScalars.contains($0) } ?? false
  }

  /// A cell's text cut at the form's labels, which may stand over two lines.
  private func pieces(_ text: String, _ first: Strip, _ side: PlanSide?) -> [FormRow] {
    LinePieces(text).pieces.map { piece in
      var made = row(piece.text, first)
      made.token = piece.token
      made.isPiece = true
      made.side = side
      return made
    }
  }

  private func row(_ text: String, _ strip: Strip) -> FormRow {
    var made = rows[strip.row].with(text)
    made.raw = ""
    return FormRow(cells: made.cells, line: made.line, page: made.page, layout: .sideBySide)
  }

  /// The two questions with their answers and legends, from columns of labels, signs and legends; nil for anything else.
  private func questions(_ columns: [[Strip]]) -> [FormRow]? {
    var labels: [EntryField: FormRow] = [:]
    var rest: [EntryField: [FormRow]] = [:]
    var others: [FormRow] = []
    for column in columns {
      let text = column.map(\.text).joined(separator: "\n")
      for piece in LinePieces(text).pieces {
        guard let first = column.first else { continue }
        var made = row(piece.text, first)
        made.token = piece.token
        made.isPiece = true
        switch piece.token {
        case .label(let field)? where field.isChoice: labels[field] = made
        case .legend(let field)?: rest[field, default: []].append(made)
        case .period?: others.append(made)
        case nil, .sign?, .heading?, .plan?, .column?, .label?, .issues?, .requirement?:
          guard take(piece.text, made, &rest) else { return nil }
        }
      }
    }
    return others
      + EntryField.allCases.filter { labels[$0] != nil }.flatMap { field in
        (labels[field].map { [$0] } ?? []) + rest[field, default: []]
      }
  }

  /// Takes signs, each to the question whose signs it has; one whose bracket closes on a later line is one sign.
  private func take(_ text: String, _ made: FormRow, _ rest: inout [EntryField: [FormRow]]) -> Bool {
    var words: [String] = []
    for word in text.unicodeScalars.split(whereSeparator: \.isSpace).map({ String($0) }) {
      if let last = words.last, !ChoiceLegend.hasWholeBrackets(FormCell.squeeze(last)) {
        words[words.count - 1] = last + word
      } else {
        words.append(word)
      }
    }
    var signs: [(field: EntryField, row: FormRow)] = []
    for word in words {
      guard ChoiceLegend.isSign(word), let field = ChoiceLegend.field(ofSign: word, in: .midTerm) else { return false }
      var row = made.with(word, token: .sign)
      row.isPiece = true
      signs.append((field, row))
    }
    for (field, row) in signs.reversed() { rest[field, default: []].insert(row, at: 0) }
    return true
  }
}

extension String {
  fileprivate func count(of scalar: Unicode.Scalar) -> Int { unicodeScalars.count { $0 == scalar } }
}
