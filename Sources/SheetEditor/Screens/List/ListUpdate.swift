// Holds the commands of 一覧 and what they do.

import InitiativeModel
import SheetWording
import Terminal

/// What can be asked for in the list.
enum ListCommand: Hashable, Sendable {
  case check, filter, open, read, next, previous, fold, unfold, first, last, pageDown, pageUp, compare, save, pick
  case shorten, takeBack, digit(Int)
}

extension ListState {
  static var helpHeading: String { Wording.Help.listHeading }

  static let bindings = Bindings<ListCommand>(
    [
      .shared(.help, footer: Wording.FooterWord.help),
      Binding(.check, [.f(5), .control("r")], footer: Wording.FooterWord.check, help: Wording.Help.checkBook),
      Binding(.filter, [.f(6), .control("t")], footer: Wording.FooterWord.filter, help: Wording.Help.filter),
      .shared(.search, footer: Wording.FooterWord.find),
      .shared(.nextDeficient, footer: Wording.FooterWord.nextDeficient),
      Binding(.open, [.named(.enter)], footer: Wording.FooterWord.open, help: Wording.Help.open),
      Binding(.read, [.f(9), .control("o")], footer: Wording.FooterWord.read, help: Wording.Help.read),
      .shared(.quit, footer: Wording.FooterWord.quit),
      Binding(.next, [.named(.down), .named(.tab)], help: Wording.Help.nextRow),
      Binding(.previous, [.named(.up), .named(.tab, [.shift])], help: Wording.Help.previousRow),
      Binding(.fold, [.named(.left)], help: Wording.Help.fold),
      Binding(.unfold, [.named(.right)], help: Wording.Help.unfold),
      Binding(.first, [.named(.home), .named(.home, [.control])], help: Wording.Help.firstRow),
      Binding(.last, [.named(.end), .named(.end, [.control])], help: Wording.Help.lastRow),
      Binding(.pageDown, [.named(.pageDown), .control("n")], help: Wording.Help.pageDown),
      Binding(.pageUp, [.named(.pageUp), .control("p")], help: Wording.Help.pageUp),
      Binding(.compare, [.f(4), .control("d")], help: Wording.Help.compare),
      Binding(.save, [.f(2), .control("s")], help: Wording.Help.saveAll),
      Binding(.pick, Stroke.blanks, help: Wording.Help.pick, shown: "Space"),
      Binding(.shorten, [.named(.backspace)], help: Wording.Help.shortenTyped),
      Binding(.digit(1), Stroke.digit(1), help: Wording.Help.typingInList, shown: Wording.Help.typed),
      Binding(.takeBack, [.named(.escape), .f(3)], help: Wording.Help.takeBackInList),
      .shared(.howToQuit), .shared(.redraw),
    ] + [0, 2, 3, 4, 5, 6, 7, 8, 9].map { Binding(.digit($0), Stroke.digit($0)) })

  /// A plan has no ② and no marks.
  static func hidden(in editor: EditorState) -> Set<Binding<ListCommand>.Action> {
    editor.bookOfOpenPlan == nil ? [] : [.shared(.nextDeficient), .own(.read)]
  }

  /// Where a plan is written, F6 leads to its fixing, and says so.
  static func footer(_ editor: EditorState) -> [FooterEntry] {
    let entries = bindings.footer(without: hidden(in: editor))
    guard editor.bookOfOpenPlan != nil else { return entries }
    return entries.map { entry in
      let isMenu = entry.word == Wording.FooterWord.filter
      return isMenu ? FooterEntry(keys: entry.keys, word: Wording.fixAndFilter, stroke: entry.stroke) : entry
    }
  }

  static func help(_ editor: EditorState) -> [HelpRow] {
    let rows = bindings.help(without: hidden(in: editor))
    guard editor.bookOfOpenPlan != nil else { return rows }
    return rows.map { row in
      row.sentence == Wording.Help.filter ? HelpRow(keys: row.keys, sentence: Wording.fixAndFilterHelp) : row
    }
  }

  /// A blank is a letter once a title is being typed.
  static func readsTyped(_ editor: EditorState) -> Bool { editor.list.typed.isEmpty }

  static func run(_ command: ListCommand, in editor: inout EditorState, at time: Int) -> [Effect] {
    if case .digit(let digit) = command {
      editor.typeInList(String(digit), at: time)
      return []
    }
    editor.list.number = nil
    let page = max(1, visibleLines(editor.size) - 1)
    switch command {
    case .next: editor.list.move(by: 1)
    case .previous: editor.list.move(by: -1)
    case .pageDown: editor.list.move(by: page)
    case .pageUp: editor.list.move(by: -page)
    case .first: editor.list.move(by: -Int.max / 2)
    case .last: editor.list.move(by: Int.max / 2)
    case .open: editor.openSelected()
    case .filter: editor.show(MenuPanel(editor))
    case .fold: editor.foldHere()
    case .unfold: if let key = editor.list.cursorGroup { editor.list.fold(key, false, editor.library) }
    case .compare: return editor.list.cursorGroup == nil && editor.list.showsSelected ? editor.openComparison() : []
    case .check: editor.showFindings(of: editor.library.allSheets)
    case .read: editor.readSelected()
    case .save: return editor.saveAll()
    case .pick: editor.pickHere()
    case .shorten: editor.shortenTyped()
    case .takeBack: editor.takeBackInList()
    case .digit: break
    }
    return []
  }

  static func type(_ text: String, in editor: inout EditorState, at time: Int) -> [Effect] {
    editor.typeInList(text, at: time)
    return []
  }

  static func paste(_ text: String, dropped: Int, in editor: inout EditorState) -> [Effect] {
    editor.list.number = nil
    editor.typeTitle(text)
    return []
  }

  static func fit(_ editor: inout EditorState) { editor.list.fit(editor.library, editor.size) }
}

extension EditorState {
  /// Opens the chosen sheet, or folds or unfolds the chosen group.
  fileprivate mutating func openSelected() {
    if let key = list.cursorGroup { return list.fold(key, !list.folded.contains(key), library) }
    guard let selected, let row = list.layout.row(of: selected) else { return }
    list.stay()
    switch row {
    case .sheet: if isReviewing { openPage(selected) } else { openForm(selected) }
    case .unmerged: settle(selected)
    case .unreadable(_, let reason): refuse(reason)
    }
  }

  /// Folds the group that the cursor is in, and goes to its line.
  fileprivate mutating func foldHere() {
    guard list.layout.hasHeadings, let group = list.group else { return }
    list.fold(group.key, true, library)
    list.cursorGroup = group.key
  }

  /// Opens for reading what is picked, or else what the cursor stands on: one sheet, or all of a group in a row.
  ///
  /// While reviewing, what is picked is marked.
  fileprivate mutating func readSelected() {
    list.stay()
    let picked = library.rows.map(\.id).filter { list.picked.contains($0) }
    guard picked.isEmpty else {
      return isReviewing ? openMarking(of: picked) : openPage(of: picked, title: Wording.pickedTitle(picked.count))
    }
    guard list.cursorGroup != nil, let group = list.group else {
      guard list.showsSelected else { return say(Wording.noRows) }
      if let id = currentSheet?.id { openPage(id) } else { openSelected() }
      return
    }
    let sheets = group.rows.filter(\.isSheet).map(\.id)
    guard !sheets.isEmpty else { return say(Wording.emptyBook) }
    openPage(of: sheets, title: group.title)
  }

  /// Goes to a field of a sheet: in its form, or where entries are only read, on its page.
  mutating func go(to id: SheetID, at field: EntryField?) {
    if isReviewing { openPage(id, at: field) } else { openForm(id, at: field) }
  }
}
