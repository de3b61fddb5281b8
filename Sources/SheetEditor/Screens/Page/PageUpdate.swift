// Holds the commands of 確認 and what they do.

import InitiativeModel
import SheetWording
import Terminal

/// What can be asked for on the reading page.
enum PageCommand: Hashable, Sendable {
  case back, compare, mark, onward, backward, fillIn, nextPart, previousPart, nextField, field(Int), takeBack
  case move(TextMove), select(TextMove), selectAll, copy
}

extension ReadingPage {
  static var helpHeading: String { Wording.Help.pageHeading }

  static let bindings = Bindings<PageCommand>(
    [
      .shared(.help, footer: Wording.FooterWord.help),
      Binding(.back, [.f(3), .named(.escape)], footer: Wording.FooterWord.back, help: Wording.Help.leavePage),
      Binding(.compare, [.f(4), .control("d")], footer: Wording.FooterWord.compare, help: Wording.Help.compare),
      Binding(
        .nextField, [.f(6), .control("t")], footer: Wording.FooterWord.oneField, help: Wording.Help.nextShownField),
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
    ]
      + Binding.reading(start: Wording.Help.pageStart, end: Wording.Help.pageBottom, { .move($0) }, { .select($0) })
      + Binding.copying(all: .selectAll, copy: .copy, help: Wording.Help.selectAllOfPage) + [
        Binding(.takeBack, [.control("z")], help: Wording.Help.takeMarkBack),
        Binding(.field(0), Stroke.digit(0), help: Wording.Help.shownField, shown: "0 1 … 6"),
      ] + EntryField.allCases.indices.map { Binding(.field($0 + 1), Stroke.digit($0 + 1)) } + [.shared(.redraw)])

  /// While reviewing nothing is filled in; of a single sheet all fields are shown.
  static func hidden(in editor: EditorState) -> Set<Binding<PageCommand>.Action> {
    var hidden: Set<Binding<PageCommand>.Action> = editor.isReviewing ? [.own(.fillIn)] : []
    if editor.page?.title == nil { hidden.formUnion([.own(.nextField), .own(.field(0))]) }
    return hidden
  }

  static func run(_ command: PageCommand, in editor: inout EditorState, at time: Int) -> [Effect] {
    let rows = bodyRows(editor.size)
    switch command {
    case .move(let move): editor.movePage { $0.reader.move(move, rows: rows) }
    case .select(let move): editor.movePage { $0.reader.move(move, selecting: true, rows: rows) }
    case .selectAll: editor.movePage { $0.reader.selectAll() }
    case .copy: return editor.copyRead(editor.page?.reader.selectedText)
    case .nextPart: editor.movePage { $0.reader.moveToText(by: 1, rows: rows) }
    case .previousPart: editor.movePage { $0.reader.moveToText(by: -1, rows: rows) }
    case .nextField: editor.showNextField()
    case .field(let number): editor.showField(number)
    case .onward: editor.scrollPage(by: 1)
    case .backward: editor.scrollPage(by: -1)
    case .back: editor.leavePage()
    case .fillIn: editor.fillIn()
    case .mark: editor.openMarkingOfPage()
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

  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect] {
    let rows = bodyRows(editor.size)
    editor.movePage { $0.reader.point(pointer, rows: rows) }
    return []
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
      page.top = page.lines.firstIndex { $0.place.field == field } ?? 0
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
      names: { $0 == nil ? sheets.map { wardName($0.id) } : shortNames(of: sheets) }, showsDrafts: !isReviewing)
  }

  /// What tells several sheets from each other: their wards, where all are of one year, or their numbers in one book.
  private func shortNames(of sheets: [EditedSheet]) -> [String] {
    let paths = Set(sheets.map(\.id.book))
    let books = library.books.filter { paths.contains($0.path) }
    let isOfOneYear = Set(books.map { $0.header?.fiscalYear }).count == 1
    return sheets.map { sheet in
      if books.count == 1 { return Wording.itemName(sheet.saved.number) }
      let header = library.book(of: sheet.id)?.header
      let ward = isOfOneYear ? header.map { Wording.ward($0) } : nil
      let number = books.count == sheets.count ? "" : " \(sheet.saved.number)"
      return (ward ?? wardName(sheet.id)) + number
    }
  }

  /// Shows a line of a field that a search found.
  mutating func show(_ line: SearchIndex.Line, query: String) {
    if page?.sheets != [line.sheet] || page?.field != nil { openPage(line.sheet, query: query) }
    guard var page else { return }
    layOut(&page, query: query)
    page.cursor = page.lines.firstIndex { $0.hits > 0 && $0.shows(line.field, line: line.number) } ?? page.cursor
    page.fit(size)
    open(page)
  }

  /// Moves on the page; the sheet that the person is at is the chosen one.
  fileprivate mutating func movePage(_ move: (inout ReadingPage) -> Void) {
    change(ReadingPage.self, move)
    selected = page?.place?.sheet ?? selected
  }

  /// Shows the next of the fields alone, and after the last all of them.
  fileprivate mutating func showNextField() {
    guard let page else { return }
    showField(((page.field.flatMap(EntryField.allCases.firstIndex) ?? -1) + 2) % (EntryField.allCases.count + 1))
  }

  /// Shows one field of several sheets, by its number counted from 1, or all for 0.
  fileprivate mutating func showField(_ number: Int) {
    guard var page, page.title != nil else { return say(Wording.oneFieldOfMany) }
    page.field = number == 0 ? nil : EntryField.allCases[number - 1]
    layOut(&page)
    // The ward that the person is at may be among those that are folded behind all answers.
    let isFolded = page.place.flatMap { place in page.field.map { sheet(place.sheet)?.edited.isBlank($0) ?? false } }
    if isFolded == true { page.reader.move(.start, rows: ReadingPage.bodyRows(size)) }
    open(page)
    selected = page.place?.sheet ?? selected
  }

  /// Asks how the sheet is to be marked; a mark is of what is saved.
  fileprivate mutating func openMarkingOfPage() {
    openMarking()
    guard panel(MarkPanel.self) != nil, message == nil, let sheet = page?.place.flatMap({ sheet($0.sheet) }),
      sheet.hasDraft
    else { return }
    say(Wording.marksAreOfSaved)
  }

  /// Scrolls by a screen, and at the end goes on to the next sheet.
  fileprivate mutating func scrollPage(by count: Int) {
    guard let page else { return }
    guard count > 0 ? page.showsEnd(size) : page.top == 0 else {
      let rows = ReadingPage.bodyRows(size)
      return movePage { $0.reader.scroll(by: count, rows: rows) }
    }
    guard page.title == nil, let target = neighbour(by: count) else {
      return say(count > 0 ? Wording.lastSheet : Wording.firstSheet)
    }
    var next = ReadingPage(sheets: [target], origin: page.origin)
    selected = target
    layOut(&next)
    if count < 0 { next.reader.move(.end, rows: ReadingPage.bodyRows(size)) }
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
    openForm(place.sheet, at: place.field ?? place.period?.fields.first)
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
