// Holds the cutting of a text's rows into sheets.

import InitiativeModel

/// The rows of one sheet.
struct SheetParts {
  let number: Int
  let line: Int
  /// The lines between the heading and the first label.
  var head: [FormRow] = []
  /// The rows from the first label on.
  var rows: [FormRow] = []
  /// The rows of 自己評価 that stand before the heading.
  var evaluation: [FormRow] = []

  /// Whether any row has a label of a part.
  func has(_ part: FormPart) -> Bool { rows.contains { FormLabels.part(of: $0) == part } }

  /// Whether any row has a label at all.
  var hasBody: Bool { rows.contains { FormLabels.part(of: $0) != nil } }
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
  /// Rows that belong to no sheet.
  private(set) var strays: [FormRow] = []

  init(_ rows: [FormRow]) {
    cut(rows)
    takeContents()
    joinPages()
    settleOrder()
  }

  // MARK: Headings

  private mutating func cut(_ rows: [FormRow]) {
    for row in rows {
      if let heading = heading(row) {
        pieces.append(ImportedPiece(text: heading.text, line: row.line, place: .furniture(.heading)))
        sheets.append(SheetParts(number: heading.number, line: row.line))
        for rest in heading.rest { add(row.with(rest)) }
      } else {
        add(row)
      }
    }
  }

  private mutating func add(_ row: FormRow) {
    guard !sheets.isEmpty else { return before.append(row) }
    let last = sheets.count - 1
    let isHead =
      sheets[last].rows.isEmpty && row.token == nil && !row.isMixed && row.filled.count <= 1
      && FormLabels.part(of: row) == nil
    if isHead {
      if row.onlyCell != nil { sheets[last].head.append(row) }
    } else {
      sheets[last].rows.append(row)
    }
  }

  /// A row that is a heading: alone in it, or with the title in the cells behind.
  private mutating func heading(_ row: FormRow) -> (number: Int, text: String, rest: [String])? {
    if case .heading(let number, _)? = row.token { return (number, row.text, []) }
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
      return (heading.number, squeezed.text(heading.range), (title.isEmpty ? [] : [title]) + rest)
    }
  }

  // MARK: Contents

  /// Takes out headings without a body whose sheet stands elsewhere; one whose sheet is nowhere is a doubt.
  private mutating func takeContents() {
    var kept: [SheetParts] = []
    let withPlan = Set(sheets.indices.filter { sheets[$0].has(.plan) }.map { sheets[$0].number })
    let firstPlan = sheets.firstIndex { $0.has(.plan) } ?? 0
    for (index, sheet) in sheets.enumerated() {
      let goesOn = kept.last?.number == sheet.number && index > firstPlan
      let isEntry = index < firstPlan ? !sheet.has(.plan) && withPlan.contains(sheet.number) : !sheet.hasBody
      guard isEntry, !goesOn else {
        kept.append(sheet)
        continue
      }
      guard withPlan.contains(sheet.number) else {
        doubts.append(.emptySheet(number: sheet.number, line: sheet.line))
        kept.append(sheet)
        continue
      }
      takeEntry(sheet, at: index, kept: &kept)
    }
    sheets = kept
  }

  /// An entry's title is of the list; what stands behind it is of the text before the next sheet.
  private mutating func takeEntry(_ sheet: SheetParts, at index: Int, kept: inout [SheetParts]) {
    for row in sheet.head.prefix(1) {
      pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(.contents)))
    }
    let rest = sheet.head.dropFirst() + sheet.rows
    if kept.isEmpty { before += rest } else { kept[kept.count - 1].rows += rest }
  }

  // MARK: Pages

  /// Joins a heading of the same number to the sheet before it, unless that sheet is whole already.
  private mutating func joinPages() {
    var joined: [SheetParts] = []
    for sheet in sheets {
      let place = joined.last?.number == sheet.number ? joined.count - 1 : sheet.has(.plan) ? nil : joined.lastIndex { $0.number == sheet.number }
      guard let place, goesOn(sheet, joined[place]) else {
        joined.append(sheet)
        continue
      }
      let titles = Set(joined[place].head.map { SheetCutter.key($0.text) })
      let whole = SheetCutter.key(joined[place].head.map(\.text).joined())
      for row in sheet.head {
        let key = SheetCutter.key(row.text)
        if titles.contains(key) || whole.contains(key) {
          pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(.heading)))
        } else {
          joined[place].rows.append(later(row))
        }
      }
      joined[place].rows += sheet.rows.map(later)
    }
    sheets = joined
  }

  private func later(_ row: FormRow) -> FormRow {
    var row = row
    row.page += 1 << 20
    return row
  }

  /// Whether a sheet is the next page of another one: not when both have a plan and the first is whole.
  private func goesOn(_ sheet: SheetParts, _ first: SheetParts) -> Bool {
    let isWhole = first.has(.review(.midTerm)) || first.has(.review(.final))
    return !(sheet.has(.plan) && isWhole)
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
      guard let part = FormLabels.part(of: row) else { return false }
      return part != .review(.final)
    }) {
      doubts.append(.unsettledOrder(line: before[first].line))
      return
    }
    guard let inFront else {
      if sheets.count > 1, has.last == false, has.contains(true) {
        let line = starts.enumerated().last { $0.element != nil }.flatMap { place in place.element.map { sheets[place.offset].rows[$0].line } }
        doubts.append(.unsettledOrder(line: line ?? 1))
      }
      return
    }
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

  /// Where 自己評価 begins.
  private static func evaluationStart(_ rows: [FormRow]) -> Int? {
    rows.firstIndex { FormLabels.part(of: $0) == .review(.final) }
  }
}
