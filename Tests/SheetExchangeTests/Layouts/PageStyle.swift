// Holds what stands around the sheets of a text: contents, page numbers, running heads, a sheet over two pages.

import InitiativeModel
import Testing

/// How a text is cut into pages, and what is printed on each of them besides the form.
struct PageStyle: Equatable, Sendable {
  enum Number: String, CaseIterable, Sendable { case none, dashed, ofAll, bare, worded }
  enum Contents: String, CaseIterable, Sendable { case none, leaders, tabs, plain }
  /// Where a sheet's second page begins.
  enum Cut: String, CaseIterable, Sendable { case none, beforeReviews, insideField }
  /// What stands above a sheet's second page.
  enum Again: String, CaseIterable, Sendable { case nothing, heading, continued, numberContinued }

  var number = Number.none
  var contents = Contents.none
  var cut = Cut.none
  var again = Again.nothing
  /// Lines at the top of every page.
  var running: [String] = []
  var formFeeds = false

  /// Whether the plan's texts are cut in two rows.
  func cutsRow(of layout: PublishedLayout) -> Bool { cut == .insideField && layout.hasColumns }

  /// The lines of a whole text.
  func lines(_ sheets: [LaidSheet], of source: [InitiativeSheet], _ spelling: FormSpelling) -> [String] {
    var pages: [[String]] = contents == .none ? [] : [contentsPage(source, spelling)]
    for sheet in sheets { pages += self.pages(of: sheet) }
    return pages.enumerated().flatMap { index, page in
      let top = running + page
      let feed = formFeeds && index > 0 ? ["\u{0C}" + (top.first ?? "")] + top.dropFirst() : top
      return feed + numberLine(index + 1, of: pages.count) + [""]
    }
  }

  private func pages(of sheet: LaidSheet) -> [[String]] {
    var parts = sheet.parts
    var second = 1
    switch cut {
    case .none: return [sheet.before + sheet.head + parts.flatMap { $0 }]
    case .beforeReviews: second = max(1, parts.count - (sheet.before.isEmpty ? 2 : 1))
    case .insideField:
      if let plan = parts.first, parts.count < 4, plan.count > 4 {
        parts = [Array(plan.prefix(4)), Array(plan.dropFirst(4))] + parts.dropFirst()
      }
    }
    let first = sheet.before + sheet.head + parts.prefix(second).flatMap { $0 }
    return [first, headAgain(sheet.head) + parts.dropFirst(second).flatMap { $0 }]
  }

  private func headAgain(_ head: [String]) -> [String] {
    switch again {
    case .nothing: []
    case .heading: head
    case .continued: head.enumerated().map { $0 == 0 ? continued($1) : $1 }
    case .numberContinued: head.prefix(1).map(continued)
    }
  }

  /// A heading's line with (続き) behind it, before the tabs of a table's row.
  private func continued(_ line: String) -> String {
    let text = line.prefix { $0 != "\t" }
    return text + "(続き)" + line.dropFirst(text.count)
  }

  private func contentsPage(_ sheets: [InitiativeSheet], _ spelling: FormSpelling) -> [String] {
    ["目次"]
      + sheets.enumerated().map { index, sheet in
        let entry = "\(spelling.heading.text(sheet.number)) \(sheet.title)"
        switch contents {
        case .none: return ""
        case .leaders: return "\(entry) ………………… \(index + 2)"
        case .tabs: return "\(spelling.heading.text(sheet.number))\t\(sheet.title)\t\(index + 2)"
        case .plain: return entry
        }
      }
  }

  private func numberLine(_ page: Int, of count: Int) -> [String] {
    switch number {
    case .none: []
    case .dashed: ["- \(page) -"]
    case .ofAll: ["\(page)/\(count)"]
    case .bare: ["\(page)"]
    case .worded: ["\(page) ページ"]
    }
  }

  /// Styles that together show everything at least once.
  static let all: [PageStyle] = {
    let running = ["【様式3】", "令和元年度 天王寺区"]
    var all = Number.allCases.dropFirst().map { PageStyle(number: $0, formFeeds: true) }
    all += Contents.allCases.dropFirst().map { PageStyle(contents: $0) }
    all.append(PageStyle(number: .dashed, running: running, formFeeds: true))
    all.append(PageStyle(running: ["\(PrintedForm.heading)"]))
    for cut in Cut.allCases.dropFirst() {
      for again in Again.allCases {
        all.append(PageStyle(cut: cut, again: again))
        all.append(PageStyle(number: .ofAll, cut: cut, again: again, running: running, formFeeds: true))
      }
    }
    return all
  }()
}

extension PageStyle: CustomTestStringConvertible, CustomStringConvertible {
  var description: String {
    "number \(number), contents \(contents), cut \(cut), again \(again), \(running)\(formFeeds ? ", form feeds" : "")"
  }
  var testDescription: String { description }
}
