// Holds the commands of 確認 and what they do.

import InitiativeModel
import SheetWording
import Terminal

/// What can be asked for on the reading page.
enum PageCommand: Hashable, Sendable {
  case back, compare, mark, onward, backward, fillIn, nextPart, previousPart, lineDown, lineUp, start, end, takeBack
}

extension ReadingPage {
  static var helpHeading: String { Wording.Help.pageHeading }

  static let bindings = Bindings<PageCommand>([
    .shared(.help, footer: Wording.FooterWord.help),
    Binding(.back, [.f(3), .named(.escape)], footer: Wording.FooterWord.back, help: Wording.Help.leavePage),
    Binding(.compare, [.f(4), .control("d")], footer: Wording.FooterWord.compare, help: Wording.Help.compare),
    .shared(.search, footer: Wording.FooterWord.find),
    Binding(.mark, [.f(9), .control("o")], footer: Wording.FooterWord.mark, help: Wording.Help.mark),
    Binding(
      .onward, [.named(.pageDown), .control("n")] + Stroke.blanks, footer: Wording.FooterWord.onward,
      help: Wording.Help.onward),
    Binding(.fillIn, [.named(.enter)], footer: Wording.FooterWord.fillIn, help: Wording.Help.fillIn),
    .shared(.quit, footer: Wording.FooterWord.quit),
    .shared(.nextDeficient),
    Binding(.backward, [.named(.pageUp), .control("p")], help: Wording.Help.backward),
    Binding(.nextPart, [.named(.tab)], help: Wording.Help.nextPart),
    Binding(.previousPart, [.named(.tab, [.shift])], help: Wording.Help.previousPart),
    Binding(.lineDown, [.named(.down)], help: Wording.Help.lineDown),
    Binding(.lineUp, [.named(.up)], help: Wording.Help.lineUp),
    Binding(.start, [.named(.home), .named(.home, [.control])], help: Wording.Help.pageStart),
    Binding(.end, [.named(.end), .named(.end, [.control])], help: Wording.Help.pageBottom),
    Binding(.takeBack, [.control("z")], help: Wording.Help.takeMarkBack),
    .shared(.howToQuit), .shared(.redraw),
  ])

  /// While reviewing nothing is filled in.
  static func hidden(in editor: EditorState) -> Set<PageCommand> { editor.isReviewing ? [.fillIn] : [] }

  static func run(_ command: PageCommand, in editor: inout EditorState, at time: Int) -> [Effect] {
    switch command {
    case .lineDown: editor.movePage { $0.move(by: 1, $1) }
    case .lineUp: editor.movePage { $0.move(by: -1, $1) }
    case .nextPart: editor.movePage { $0.moveToPart(by: 1, $1) }
    case .previousPart: editor.movePage { $0.moveToPart(by: -1, $1) }
    case .start: editor.movePage { $0.move(by: -$0.lines.count, $1) }
    case .end: editor.movePage { $0.move(by: $0.lines.count, $1) }
    case .onward: editor.scrollPage(by: 1)
    case .backward: editor.scrollPage(by: -1)
    case .back: editor.leavePage()
    case .fillIn: editor.fillIn()
    case .mark: editor.openMarking()
    case .takeBack: editor.openTakingBack()
    case .compare: return editor.openComparison()
    }
    return []
  }

  static func type(_ text: String, in editor: inout EditorState, at time: Int) -> [Effect] {
    editor.say(editor.isReviewing ? Wording.readingOnly : Wording.readingOnlyEnter)
    return []
  }

  static func paste(_ text: String, dropped: Int, in editor: inout EditorState) -> [Effect] {
    type(text, in: &editor, at: 0)
  }

  static func fit(_ editor: inout EditorState) { editor.followPage() }
}

extension EditorState {
  /// Opens a sheet for reading, at a field and with a search where they are given.
  mutating func openPage(_ id: SheetID, at field: EntryField? = nil, query: String? = nil) {
    var page = ReadingPage(sheets: [id], origin: form?.focus)
    selected = id
    list.cursorGroup = nil
    layOut(&page, query: query)
    if let field {
      page.cursor = page.lines.firstIndex { $0.place.field == field } ?? 0
      page.top = page.cursor
    }
    page.fit(size)
    open(page)
  }

  /// Opens several sheets for reading, one after the other.
  mutating func openPage(of sheets: [SheetID], title: String) {
    var page = ReadingPage(sheets: sheets, title: title)
    layOut(&page)
    selected = sheets.first ?? selected
    open(page)
  }

  /// Lays the reading page out anew where what it shows has changed.
  mutating func followPage() {
    guard var page else { return }
    opened = nil
    layOut(&page)
    open(page)
  }

  /// Makes a page's lines anew where what they show has changed.
  private func layOut(_ page: inout ReadingPage, query: String? = nil) {
    let sheets = page.sheets.compactMap { sheet($0) }
    page.layOut(
      sheets, size, widths, query: query ?? panel(HitPanel.self)?.query ?? "",
      wards: sheets.map { wardName($0.id) })
  }

  /// Shows a line of a field that a search found.
  mutating func show(_ line: SearchIndex.Line, query: String) {
    if page?.sheets != [line.sheet] { openPage(line.sheet, query: query) }
    guard var page else { return }
    layOut(&page, query: query)
    page.cursor = page.lines.firstIndex { $0.hits > 0 && $0.shows(line.field, line: line.number) } ?? page.cursor
    page.fit(size)
    open(page)
  }

  /// Moves on the page; the sheet that the person is at is the chosen one.
  fileprivate mutating func movePage(_ move: (inout ReadingPage, ScreenSize) -> Void) {
    let size = size
    change(ReadingPage.self) { move(&$0, size) }
    selected = page?.place?.sheet ?? selected
  }

  /// Scrolls by a screen, and at the end goes on to the next sheet.
  fileprivate mutating func scrollPage(by count: Int) {
    guard let page else { return }
    guard count > 0 ? page.showsEnd(size) : page.top == 0 else { return movePage { $0.scroll(by: count, $1) } }
    guard page.title == nil, let target = neighbour(by: count) else {
      return say(count > 0 ? Wording.lastSheet : Wording.firstSheet)
    }
    var next = ReadingPage(sheets: [target], origin: page.origin)
    selected = target
    layOut(&next)
    if count < 0 { next.move(by: next.lines.count, size) }
    open(next)
  }

  fileprivate mutating func leavePage() {
    guard let page else { return }
    if page.title == nil { selected = page.place?.sheet ?? selected }
    opened = nil
    if let origin = page.origin, !isReviewing { open(FormState(focus: origin)) }
  }

  /// Goes from the page to the form, at the field that the person is at.
  fileprivate mutating func fillIn() {
    guard let place = page?.place else { return }
    guard !isReviewing else { return refuse(Wording.reviewOnly) }
    openForm(place.sheet, at: place.field ?? place.period?.fields.first ?? .implementationForecast)
  }
}

extension PageLine {
  /// Whether a line of a field's text stands here.
  fileprivate func shows(_ field: SheetField, line: Int) -> Bool {
    switch field {
    case .policyAndTargets: policyLine == line && policyHits > 0
    case .annualActions: actionsLine == line && actionsHits > 0
    case .entry(let field): place.field == field && (place.line == line || place.line == nil)
    case .number, .title, .subtitle: place.field == nil && policyLine == nil && actionsLine == nil
    }
  }
}
