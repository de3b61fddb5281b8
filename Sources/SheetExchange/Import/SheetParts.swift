// Holds the cutting of a text's rows into sheets.

import InitiativeModel

/// The rows of one sheet.
struct SheetParts {
  let number: Int
  let line: Int
  /// The page of its heading, and whether that says that the sheet goes on.
  var page = 0
  var isContinued = false
  /// The lines between the heading and the first label.
  var head: [FormRow] = []
  /// The rows from the first label on.
  var rows: [FormRow] = []
  /// The rows of 自己評価 that stand before the heading.
  var evaluation: [FormRow] = []

  /// Whether any row has a label of a part.
  func has(_ part: FormPart) -> Bool {
    rows.contains { $0.part == part } || (part == .review(.final) && !evaluation.isEmpty)
  }

  /// Whether any row has a label at all.
  var hasBody: Bool { rows.contains { $0.part != nil } }
}

/// Cuts rows into sheets at their headings, with what stands before the first one.
///
/// A heading of the same number again is the same sheet on its next page, a heading without a body an entry of a list of
/// contents. Where 自己評価 stands before the headings, each goes to the sheet behind it; where both could be, that is said.
struct SheetCutter {
  private(set) var before: [FormRow] = []
  private(set) var sheets: [SheetParts] = []
  private(set) var pieces: [ImportedPiece] = []
  private(set) var doubts: [ImportDoubt] = []
  private(set) var notes: [ImportNote] = []
  /// Rows that belong to no sheet.
  private(set) var strays: [FormRow] = []

  init(_ rows: [FormRow]) {
    cut(rows)
    guard sheets.count <= TextLimits.sheets else { return }
    seekTitlesAbove()
    takeContents()
    joinPages()
    settleOrder()
    seekMissingParts()
    seekGaps()
  }

  // MARK: Headings

  private mutating func cut(_ rows: [FormRow]) {
    for row in rows {
      if let heading = heading(row) {
        pieces.append(ImportedPiece(text: heading.text, line: row.line, place: .furniture(.heading)))
        sheets.append(
          SheetParts(number: heading.number, line: row.line, page: row.page, isContinued: heading.isContinued))
        for rest in heading.rest { add(row.with(rest)) }
      } else {
        add(row)
      }
    }
  }

  /// A title directly above a heading that has none behind it would be read as the end of the sheet before.
  private mutating func seekTitlesAbove() {
    for (index, sheet) in sheets.enumerated() where sheet.head.first?.text.hasPrefix("【") != true {
      let above = index == 0 ? before.last : sheets[index - 1].rows.last ?? sheets[index - 1].head.last
      guard let above, above.text.hasPrefix("【"), above.text.contains("】"), above.token == nil else { continue }
      doubts.append(.unreadHeading(above.text, line: above.line))
    }
  }

  private mutating func add(_ row: FormRow) {
    guard !sheets.isEmpty else { return before.append(row) }
    let last = sheets.count - 1
    let isHead =
      sheets[last].rows.isEmpty && row.token == nil && !row.isMixed && row.filled.count <= 1
      && row.part == nil
    if isHead {
      if row.onlyCell != nil { sheets[last].head.append(row) }
    } else {
      sheets[last].rows.append(row)
    }
  }

  /// A row that is a heading: alone in it, or with the title in the cells behind.
  private mutating func heading(_ row: FormRow) -> (number: Int, isContinued: Bool, text: String, rest: [String])? {
    if case .heading(let number, let isContinued)? = row.token { return (number, isContinued, row.text, []) }
    let filled = row.filled
    guard row.token == nil, row.hasColumns, let first = filled.first, filled.count <= 3 else { return nil }
    var name = first.text
    var rest = filled.dropFirst().map(\.text)
    if first.squeezed == PrintedForm.item, let number = rest.first {
      name += " " + number
      rest.removeFirst()
    }
    let squeezed = SqueezedText(name)
    switch SheetHeading.read(name) {
    case .other: return nil
    case .unread:
      if filled.count == 1 { doubts.append(.unreadHeading(name, line: row.line)) }
      return nil
    case .heading(let heading):
      guard heading.range.upperBound == squeezed.count || rest.isEmpty,
        squeezed.count - heading.range.upperBound <= SheetHeading.longestTitle
      else { return nil }
      let title = squeezed.text(heading.range.upperBound..<squeezed.count)
      guard !title.contains("。") else { return nil }
      return (heading.number, heading.isContinued, squeezed.text(heading.range), (title.isEmpty ? [] : [title]) + rest)
    }
  }

  // MARK: Contents

  /// Takes out headings without a body above the sheets; one whose sheet is nowhere is a doubt.
  private mutating func takeContents() {
    var kept: [SheetParts] = []
    let withPlan = Set(sheets.filter { $0.has(.plan) }.map(\.number))
    let firstPlan = sheets.firstIndex { $0.has(.plan) } ?? sheets.count
    for (index, sheet) in sheets.enumerated() {
      if index < firstPlan, withPlan.contains(sheet.number) {
        takeEntry(sheet, kept: &kept)
      } else {
        let goesOn = kept.last?.number == sheet.number
        if !sheet.hasBody, !goesOn { doubts.append(.emptySheet(number: sheet.number, line: sheet.line)) }
        kept.append(sheet)
      }
    }
    sheets = kept
  }

  /// An entry's title is of the list; what stands behind it is of the text before the next sheet.
  private mutating func takeEntry(_ sheet: SheetParts, kept: inout [SheetParts]) {
    let entry = sheet.head.prefix { $0.line == sheet.line || $0.line == sheet.head.first?.line }
    for row in entry {
      pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(.contents)))
    }
    let rest = sheet.head.dropFirst(entry.count) + sheet.rows
    if kept.isEmpty { before += rest } else { kept[kept.count - 1].rows += rest }
  }

  // MARK: Pages

  /// Joins a heading of the same number to the sheet before it, unless that sheet is whole already.
  private mutating func joinPages() {
    var joined: [SheetParts] = []
    for sheet in sheets {
      let place =
        joined.last?.number == sheet.number
        ? joined.count - 1 : sheet.has(.plan) ? nil : joined.lastIndex { $0.number == sheet.number }
      guard let place, goesOn(sheet, joined[place]) else {
        joined.append(sheet)
        continue
      }
      if !isSurelyAgain(sheet, joined[place]) {
        doubts.append(.unreadHeading("\(PrintedForm.item) \(sheet.number)", line: sheet.line))
      }
      let again = SheetCutter.titleAgain(sheet.head, joined[place].head)
      for row in sheet.head.prefix(again) {
        pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(.heading)))
      }
      joined[place].rows += sheet.head.dropFirst(again).map(later)
      joined[place].rows += sheet.rows.map(later)
    }
    sheets = joined
  }

  /// How many lines behind a heading are the title and subtitle once more, whole, on however many lines they stand.
  private static func titleAgain(_ rows: [FormRow], _ first: [FormRow]) -> Int {
    var wholes: Set<String> = []
    for end in first.indices { wholes.insert(key(first[...end].map(\.text).joined())) }
    wholes.formUnion(first.map { key($0.text) })
    let count = rows.indices.last { wholes.contains(key(rows[...$0].map(\.text).joined())) }
    return count.map { $0 + 1 } ?? 0
  }

  /// Whether a heading is surely printed once more on a new page: it says so, has the title again, or a part begins there.
  private func isSurelyAgain(_ sheet: SheetParts, _ first: SheetParts) -> Bool {
    let isOnNewPage = sheet.page > (first.rows.last?.page ?? first.page)
    let hasTitle = sheet.head.first.map {
      SheetCutter.key($0.text) == first.head.first.map { SheetCutter.key($0.text) }
    }
    let begins = sheet.head.isEmpty && sheet.rows.first.map { $0.part != nil } ?? false
    return sheet.isContinued || isOnNewPage || hasTitle == true || begins
  }

  /// What is added to the pages behind a heading that is printed once more: they are surely of the same sheet.
  static let headedPage = 1 << 20

  private func later(_ row: FormRow) -> FormRow {
    var row = row
    row.page += SheetCutter.headedPage
    return row
  }

  /// Whether a sheet is the next page of another one: with a plan again only where the reviews begin on that page.
  private func goesOn(_ sheet: SheetParts, _ first: SheetParts) -> Bool {
    func hasReview(_ sheet: SheetParts) -> Bool { sheet.has(.review(.midTerm)) || sheet.has(.review(.final)) }
    return !sheet.has(.plan) || (!hasReview(first) && hasReview(sheet))
  }

  /// A title without (続き), for comparing.
  private static func key(_ title: String) -> String {
    FormCell.squeeze(title).replacing("(続き)", with: "").replacing("続き", with: "")
  }

  // MARK: Order

  /// Gives each 自己評価 to the sheet behind it where they stand before the headings.
  private mutating func settleOrder() {
    guard !sheets.isEmpty else { return }
    let starts = sheets.map { sheet in SheetCutter.evaluationStart(sheet.rows) }
    let inFront = SheetCutter.evaluationStart(before)
    let has = starts.map { $0 != nil }
    if let first = before.firstIndex(where: { row in
      guard let part = row.part else { return false }
      return part != .review(.final)
    }) {
      doubts.append(.unsettledOrder(line: before[first].line))
      return
    }
    guard let inFront else { return }
    guard has.last == false, has.dropLast().allSatisfy({ $0 }) else {
      doubts.append(.unsettledOrder(line: before[inFront].line))
      return
    }
    var next = Array(before[inFront...])
    before = Array(before[..<inFront])
    for index in sheets.indices {
      sheets[index].evaluation = next
      guard let start = starts[index] else { break }
      next = Array(sheets[index].rows[start...])
      sheets[index].rows = Array(sheets[index].rows[..<start])
    }
  }

  /// A part that other sheets have and one does not is a sign that a heading stands where none is, or the other way round.
  private mutating func seekMissingParts() {
    for part in [FormPart.plan] + ReviewPeriod.allCases.map({ FormPart.review($0) }) {
      let has = sheets.map { $0.has(part) }
      guard has.contains(true) else { continue }
      for (sheet, has) in zip(sheets, has) where !has && sheet.hasBody {
        doubts.append(.missingPart(sheet: sheet.number, part: part.name, line: sheet.line))
      }
    }
  }

  /// Tells where numbers are missing between two sheets: a heading may be missing with what stood before it.
  private mutating func seekGaps() {
    let numbers = Set(sheets.map(\.number))
    for (sheet, next) in zip(sheets, sheets.dropFirst()) where next.number > sheet.number + 1 {
      guard ((sheet.number + 1)..<next.number).contains(where: { !numbers.contains($0) }) else { continue }
      notes.append(
        ImportNote(sheet: sheet.number, field: nil, line: next.line, reason: .numberGap(next: next.number)))
    }
  }

  /// Where 自己評価 begins.
  private static func evaluationStart(_ rows: [FormRow]) -> Int? {
    rows.firstIndex { $0.part == .review(.final) }
  }
}
