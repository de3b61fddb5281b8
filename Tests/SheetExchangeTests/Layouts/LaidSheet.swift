// Holds one sheet in a layout, in the parts between which a page can end.

import InitiativeModel

/// The lines of one sheet: the parts of the form in the layout's order.
struct LaidSheet {
  /// Number, title and subtitle.
  var head: [String]
  /// What stands before the heading: 自己評価 in the layouts that begin with it.
  var before: [String] = []
  /// The parts after the heading; a page can end before each.
  var parts: [[String]]

  init(_ printed: PrintedSheet, _ sheet: InitiativeSheet, in layout: PublishedLayout) {
    head = printed.head
    let rows = printed.planParts + [printed.midTerm, printed.final]
    switch layout {
    case .tabRows: parts = rows.map { TextRows.tabbed($0, fillsSpans: true) }
    case .tabRowsTight: parts = rows.map { TextRows.tabbed($0, fillsSpans: false) }
    case .tabRowsJoined:
      parts = ([printed.joinedPlan] + rows.suffix(2)).map { TextRows.tabbed($0, fillsSpans: true) }
    case .excelText:
      head = head.map { $0 + "\t\t\t\t" }
      parts = rows.map { TextRows.excel($0) }
    case .markdown:
      head = head.enumerated().map { $0 == 0 ? "## " + $1 : $1 } + [""]
      parts = rows.enumerated().map { TextRows.markdown($1, hasRule: $0 == 0) }
    case .htmlFewLines, .htmlTagALine:
      let html = HTMLTable(isTagALine: layout == .htmlTagALine)
      head = html.head(head)
      parts = [html.table(rows.flatMap { $0 })]
    case .sideBySide: parts = rows.map { ColumnText(widths: [12, 22, 6, 26, 40]).lines($0) }
    case .sideBySideNarrow: parts = rows.map { ColumnText(widths: [8, 12, 4, 12, 30]).lines($0) }
    case .sideBySideCharacters:
      parts = rows.map { ColumnText(widths: [12, 22, 6, 26, 40], countsCharacters: true, isCentred: true).lines($0) }
    case .sideBySideTight:
      parts = rows.map { ColumnText(widths: [12, 22, 6, 26, 40], countsCharacters: true, isTight: true).lines($0) }
    case .cellALine: parts = rows.map { $0.flatMap { $0.map(\.joined) }.filter { !$0.isEmpty } }
    case .cellLines: parts = rows.map { $0.flatMap { $0.flatMap(\.allLines) } }
    case .labelThenText:
      parts = ([printed.joinedPlan] + rows.suffix(2)).map { $0.flatMap { $0.flatMap(\.allLines) } }
    case .evaluationFirst:
      before = printed.final.flatMap { $0.map(\.joined) }
      parts = rows.dropLast().map { $0.flatMap { $0.map(\.joined) }.filter { !$0.isEmpty } }
    case .evaluationFirstLines:
      before = printed.final.flatMap { $0.flatMap(\.allLines) }
      parts = rows.dropLast().map { $0.flatMap { $0.flatMap(\.allLines) } }
    case .pageALine, .oneLine:
      let cells = rows.flatMap { $0.flatMap { $0.map(\.joined) } }.filter { !$0.isEmpty }
      head = [(head + cells).filter { !$0.isEmpty }.joined(separator: " ")]
      parts = []
    }
  }
}
