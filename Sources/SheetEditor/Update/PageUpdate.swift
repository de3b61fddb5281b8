// Holds what the keys do on the reading page.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  mutating func runOnPage(_ command: Command) -> [Effect] {
    guard case .page(var page) = level else { return [] }
    switch command {
    case .next: page.move(by: 1, size)
    case .previous: page.move(by: -1, size)
    case .nextPart: page.moveToPart(by: 1, size)
    case .previousPart: page.moveToPart(by: -1, size)
    case .first: page.move(by: -page.lines.count, size)
    case .last: page.move(by: page.lines.count, size)
    case .pageDown:
      guard !page.showsEnd(size) else { return turnReadingPage(by: 1) }
      page.scroll(by: 1, size)
    case .pageUp:
      guard page.top > 0 else { return turnReadingPage(by: -1) }
      page.scroll(by: -1, size)
    case .back:
      leavePage(page)
      return []
    case .open:
      openForm(page)
      return []
    case .help: overlay = .help(top: 0)
    case .compare: return openComparison()
    case .find:
      openSearch()
      return []
    case .mark:
      openMarking(page)
      return []
    case .nextDeficient:
      goToNextDeficient()
      return []
    case .copy: say(Wording.howToQuit)
    case .quit: return leave()
    case .save, .choose, .chooseLeft, .chooseRight, .toggleChoice, .clearChoice, .check, .filter, .plan, .undo,
      .redo, .cut, .paste, .cutLine, .selectAll, .redraw, .newLine, .deleteBackward, .deleteForward, .moveLeft,
      .moveRight, .wordLeft, .wordRight, .moveUp, .moveDown, .rowStart, .rowEnd, .textStart, .textEnd, .scrollDown,
      .scrollUp:
      break
    }
    level = .page(page)
    selected = page.place?.sheet ?? selected
    return []
  }

  /// Space goes on as PgDn does; other text is not taken here.
  mutating func typeOnPage(_ text: String) -> [Effect] {
    if text == " " || text == "\u{3000}" { return runOnPage(.pageDown) }
    say(isReviewing ? Wording.readingOnly : Wording.readingOnlyEnter)
    return []
  }

  /// Opens a sheet for reading, at a field where one is given.
  mutating func openPage(_ id: SheetID, at field: EntryField? = nil) {
    let cameFromSheet = level == .sheet
    selected = id
    cursorGroup = nil
    var page = ReadingPage(sheets: [id], cameFromSheet: cameFromSheet)
    layOut(&page)
    if let field {
      page.cursor = page.lines.firstIndex { $0.place.field == field } ?? 0
      page.top = page.cursor
    }
    page.fit(size)
    level = .page(page)
  }

  /// Makes a page's lines anew where what they show has changed.
  mutating func layOut(_ page: inout ReadingPage) {
    let sheets = page.sheets.compactMap { sheet($0) }
    page.layOut(sheets, size, widths, query: pageQuery, wards: sheets.map { wardName($0.id) })
  }

  /// What is looked for on the page.
  private var pageQuery: String {
    if case .search(let search) = overlay, search.isInPlace { return search.query }
    return ""
  }

  private mutating func turnReadingPage(by count: Int) -> [Effect] {
    guard case .page(let page) = level, page.title == nil, let target = neighbour(by: count) else {
      say(count > 0 ? Wording.lastSheet : Wording.firstSheet)
      return []
    }
    var next = ReadingPage(sheets: [target], cameFromSheet: page.cameFromSheet)
    selected = target
    layOut(&next)
    if count < 0 { next.move(by: next.lines.count, size) }
    level = .page(next)
    return []
  }

  private mutating func leavePage(_ page: ReadingPage) {
    if page.title == nil { selected = page.place?.sheet ?? selected }
    level = page.cameFromSheet && !isReviewing ? .sheet : .list
  }

  /// Goes from the page to the form, at the field that the person is at.
  private mutating func openForm(_ page: ReadingPage) {
    guard let place = page.place else { return }
    guard !isReviewing else { return refuse(Wording.reviewOnly) }
    open(place.sheet, at: place.field ?? place.period?.fields.first ?? .implementationForecast)
  }
}
