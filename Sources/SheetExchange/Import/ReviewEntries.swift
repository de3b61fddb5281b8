// Holds what was read of a sheet's two reviews, until all of it is there.

import InitiativeModel

/// Gathers answers and texts of both reviews, and puts them into the sheet at the end.
struct ReviewEntries {
  /// One printing of a question: the cells of its answer and legend.
  private struct Answer {
    var cells: [(text: String, line: Int)] = []
    let line: Int
  }

  /// One printing of a text's label, with the texts behind it, those of a row that is printed twice as well.
  private struct Printing {
    let page: Int
    let line: Int
    /// Whether its row has columns, so that its texts are those of its column.
    let hasColumns: Bool
    var texts: [String] = []
  }

  private var answers: [EntryField: [Answer]] = [:]
  private var texts: [EntryField: [String]] = [:]
  /// The texts of each field, with the printing of its label that each stands behind.
  private var seen: [EntryField: [String: Int]] = [:]
  /// The printings of each text's label.
  private var printings: [EntryField: [Printing]] = [:]
  /// The printing of a review that has texts.
  private var filled: [ReviewPeriod: Int] = [:]
  private var repeatedTexts: [(field: EntryField, line: Int)] = []

  /// Begins another printing of a question.
  mutating func ask(_ field: EntryField, _ line: Int) { answers[field, default: []].append(Answer(line: line)) }

  /// Adds a cell or a line with answer or legend to the last printing of its question.
  mutating func answer(_ text: String, _ field: EntryField, _ line: Int) {
    if answers[field, default: []].isEmpty { ask(field, line) }
    let last = answers[field, default: []].count - 1
    answers[field]?[last].cells.append((FormCell.squeeze(text), line))
  }

  /// Whether a question has a sign among its cells.
  func hasSign(_ field: EntryField) -> Bool {
    answers[field, default: []].contains { $0.cells.contains { ChoiceLegend.isSign($0.text) } }
  }

  /// The fields whose label was printed.
  var labelled: [EntryField] { EntryField.allCases.filter { printings[$0] != nil || answers[$0] != nil } }

  /// The label of a text is printed in a row.
  mutating func begin(_ field: EntryField, _ row: FormRow) {
    printings[field, default: []].append(
      Printing(page: row.page, line: row.line, hasColumns: row.hasColumns || row.layout == .sideBySide))
  }

  /// Whether the label of a text was printed and nothing was behind it.
  func isAwaited(_ field: EntryField) -> Bool {
    printings[field] != nil && texts[field, default: []].isEmpty
  }

  /// Whether the labels of 自己評価 stand on lines, with a text between them, so that each text is behind its label.
  var hasTextBetweenLabels: Bool {
    printings[.results, default: []].contains { !$0.hasColumns && !$0.texts.isEmpty }
  }

  /// The first text behind both labels of 自己評価, with nothing between them: it can be of either.
  var textBehindBothLabels: (text: String, line: Int)? {
    guard texts[.results] == nil, printings[.results, default: []].contains(where: { !$0.hasColumns }) else {
      return nil
    }
    let issues = printings[.selfEvaluationIssues, default: []].first { !$0.hasColumns && !$0.texts.isEmpty }
    return issues.flatMap { issues in issues.texts.first.map { ($0, issues.line) } }
  }

  /// Adds a text to a field; the same text behind the label printed once more stands in a row that is printed twice.
  mutating func add(_ text: String, to field: EntryField, _ line: Int, _ log: inout ReadingLog) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    let last = printings[field, default: []].count - 1
    if last >= 0 { printings[field]?[last].texts.append(text) }
    let printing = max(last + 1, 1)
    if let first = seen[field, default: [:]][text], first < printing { return log.furnish(text, .repeated, line) }
    seen[field, default: [:]][text] = printing
    let isHeaded = last >= 0 && printings[field, default: []][last].page >= SheetCutter.headedPage
    if !isHeaded, filled[field.period, default: printing] != printing { repeatedTexts.append((field, line)) }
    filled[field.period] = printing
    texts[field, default: []].append(text)
    log.place(text, in: .entry(field), line)
  }

  // MARK: The end

  /// Puts everything into the sheet.
  mutating func settle(_ sheet: inout InitiativeSheet, _ log: inout ReadingLog, hasColons: Bool) {
    for (field, parts) in texts { sheet.setText(LongText(parts.joined(separator: "\n")), of: field) }
    for (field, line) in repeatedTexts {
      log.doubt(.partOutOfOrder(sheet: log.number, part: field.printedLabel, line: line))
    }
    checkPrintings(&log)
    var damaged: [(field: EntryField, line: Int)] = []
    let all = EntryField.allCases.flatMap { field in answers[field, default: []].enumerated().map { (field, $0, $1) } }
    for (field, place, answer) in all.sorted(by: { ($0.2.line, $0.1) < ($1.2.line, $1.1) }) {
      if place > 0 { log.note(.repeatedRow, .entry(field), answer.line) }
      if read(answer, field, &sheet, &log) { damaged.append((field, answer.line)) }
    }
    for (field, line) in damaged where sheet.choice(of: field) == nil {
      let isAnswered =
        field.hasLabel && hasColons
        && field.period.fields.contains { $0 != field && $0.hasLabel && sheet.choice(of: $0) != nil }
      if isAnswered { sheet.setChoice(.first, of: field) }
      log.note(.damagedLegend(assumed: isAnswered ? field.options[0].sign : nil), .entry(field), line)
    }
  }

  /// A label that stands once more on its page is a repeated row's where the same texts are behind it; otherwise a text
  /// has a line like it, or a heading is missing.
  private func checkPrintings(_ log: inout ReadingLog) {
    for field in EntryField.allCases {
      let all = printings[field, default: []]
      for (before, again) in zip(all, all.dropFirst()) where before.page == again.page {
        if !again.texts.starts(with: before.texts) {
          log.doubt(.partOutOfOrder(sheet: log.number, part: field.printedLabel, line: again.line))
        } else if before.texts.isEmpty {
          log.note(.repeatedRow, .entry(field), again.line)
        }
      }
    }
  }

  /// Reads one printing of a question; whether its legend is damaged.
  private func read(_ answer: Answer, _ field: EntryField, _ sheet: inout InitiativeSheet, _ log: inout ReadingLog)
    -> Bool
  {
    let reading = ReviewEntries.reading(answer, field, &log)
    if reading.hasSeveral { log.doubt(.differentAnswers(sheet: log.number, field, line: answer.line)) }
    log.furnish(reading.legend, .legend, answer.line)
    log.leave(reading.leftover, .entry(field), answer.line)
    guard let ordinal = reading.answer else {
      log.leave(reading.sign, .entry(field), answer.line)
      return reading.isDamaged
    }
    let sign = reading.sign
    if let kept = sheet.choice(of: field), kept != ordinal {
      log.doubt(.differentAnswers(sheet: log.number, field, line: answer.line))
      log.leave(sign, .entry(field), answer.line)
    } else if sheet.choice(of: field) == ordinal {
      log.furnish(sign, .repeated, answer.line)
    } else {
      sheet.setChoice(ordinal, of: field)
      log.place(sign, in: .entry(field), answer.line)
    }
    return reading.isDamaged
  }

  /// Reads the cells of a printing: a sign that stands in several of them counts once.
  ///
  /// A bare i in two cells can be the one sign twice, or the two halves of the other one: it is no answer.
  private static func reading(_ answer: Answer, _ field: EntryField, _ log: inout ReadingLog) -> ChoiceReading {
    let all = ChoiceReading(answer.cells.map(\.text).joined(), field: field)
    guard !all.sign.isEmpty || all.hasSeveral || !all.leftover.isEmpty else { return all }
    var signs: Set<ChoiceOrdinal> = []
    var cells: [String] = []
    var bare = 0
    for cell in answer.cells {
      guard ChoiceLegend.isSign(cell.text), ChoiceLegend.hasWholeBrackets(cell.text),
        let ordinal = ChoiceOrdinal(typed: cell.text)
      else {
        cells.append(cell.text)
        continue
      }
      if cell.text.unicodeScalars.allSatisfy({ "iI".unicodeScalars.contains($0) }) { bare += 1 }
      if signs.insert(ordinal).inserted {
        cells.append(cell.text)
      } else {
        log.furnish(cell.text, .repeated, cell.line)
      }
    }
    var once = cells.count == answer.cells.count ? all : ChoiceReading(cells.joined(), field: field)
    if signs.count > 1 || bare > 1 { once.hasSeveral = true }
    return once
  }
}
