// Holds the search in the text that is being written, and the replacing of what it found.

import InitiativeModel
import SheetWording
import Terminal

/// Something is looked for in the text that is being written, and replaced there; a key that is none of its own does
/// what it does there.
struct FindPanel: Panel {
  private(set) var find: TextFind
  /// What is put in the place of hits; nil while there is only something looked for.
  private(set) var replacement: Replacement?

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case step(Int), tab(Int), edit(QueryEdit), replace, replaceAll, close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .step(1), [.named(.enter), .named(.down), .f(7), .control("f")],
        footer: Wording.FooterWord.nextHit, footerKeys: "Enter ↓", help: Wording.Help.nextHit),
      Binding(
        .step(-1), [.named(.up), .named(.enter, [.shift]), .key(Key(name: .function(7), modifiers: .shift))],
        footer: Wording.FooterWord.previousHit, help: Wording.Help.previousHit),
      Binding(.tab(1), [.named(.tab)], footer: Wording.FooterWord.otherLine, help: Wording.Help.otherLine),
      Binding(.tab(-1), [.named(.tab, [.shift])]),
      Binding(.replace, [.f(5), .control("r")], footer: Wording.FooterWord.replace, help: Wording.Help.replace),
      Binding(
        .replaceAll, [.f(9), .control("o")], footer: Wording.FooterWord.replaceAll, help: Wording.Help.replaceAll),
    ] + Binding.queryEdits { .edit($0) } + [.close(.close)])

  var showsScreen: Bool { true }
  var takesJapanese: Bool { true }
  var passesKeysOn: Bool { true }
  var keptRows: Int { replacement == nil ? 2 : 3 }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .step(let count): find.move(by: count)
    case .tab(let count): if replacement == nil { find.move(by: count) } else { replacement?.isHere.toggle() }
    case .edit(let edit): write { $0.change(edit, clipboard: editor.clipboard) }
    case .replace: return replaceHit(in: &editor)
    case .replaceAll: return replaceAll(in: &editor)
    case .close: return .closes
    }
    showHit(&editor)
    return .stays
  }

  /// Typed or pasted text is looked for, or goes into the replacement; of several lines the first.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    write { $0.add(firstLineOf: text.string) }
    if replacement?.isHere == true, text.string.contains("\n") { editor.say(Wording.replacementIsOneLine) }
    showHit(&editor)
    return .stays
  }

  /// Changes the line that typing goes into.
  private mutating func write(_ change: (inout SearchQuery) -> Void) {
    guard var line = replacement, line.isHere else { return find.change(change) }
    change(&line.typed)
    line.isMeantEmpty = false
    replacement = line
  }

  /// Brings the hit on the screen.
  fileprivate func showHit(_ editor: inout EditorState) {
    editor.lastQuery = find.query
    editor.moveCursor { $0.move(to: find.place) }
  }
}

// MARK: Replacing

extension FindPanel {
  /// What is put in the place of hits.
  struct Replacement: Equatable, Sendable {
    var typed = SearchQuery(last: "")
    /// Whether typing goes here rather than into what is looked for.
    var isHere: Bool
    /// Whether it was said that an empty one takes the hits away.
    var isMeantEmpty = false
  }

  /// Opens the line of the replacement, and lets typing go there where it is known what is looked for.
  fileprivate mutating func beginReplacing(isHere: Bool) { replacement = Replacement(isHere: isHere) }

  /// Puts the replacement in the place of the hit at the cursor and goes on to the next.
  private mutating func replaceHit(in editor: inout EditorState) -> PanelStep {
    guard let text = replacementText(&editor), let area = editor.text, let current = find.current else { return .stays }
    let hit = find.hits[current]
    guard find.isWhole(hit, in: area.buffer) else {
      find.move(by: 1)
      editor.refuse(Wording.hitIsPart(area.buffer.text(in: hit)))
      return goOn([], &editor)
    }
    let edit = FieldEdit(
      field: area.field, offset: area.buffer.byteOffset(of: hit.lowerBound), removed: area.buffer.text(in: hit),
      inserted: text)
    guard let effects = perform(edit, behind: edit.offset + text.utf8.count, in: &editor) else { return .stays }
    if let buffer = editor.text?.buffer { find.follow(edit, in: buffer) }
    if find.hits.isEmpty { editor.sayFirst(Wording.replacedLast) }
    return goOn(effects, &editor)
  }

  /// Puts the replacement in the place of all hits, as one step.
  private mutating func replaceAll(in editor: inout EditorState) -> PanelStep {
    guard let text = replacementText(&editor), let area = editor.text else { return .stays }
    let hits = find.hits.filter { find.isWhole($0, in: area.buffer) }
    guard let last = hits.last else {
      if let part = find.hits.first { editor.refuse(Wording.hitIsPart(area.buffer.text(in: part))) }
      return .stays
    }
    var changed: [String] = []
    var place = TextPosition.start
    for hit in hits {
      changed += [area.buffer.text(in: place..<hit.lowerBound), text]
      place = hit.upperBound
    }
    let parts = find.hits.count - hits.count
    let cursor = changed.reduce(0) { $0 + $1.utf8.count }
    changed.append(area.buffer.text(in: last.upperBound..<area.buffer.end))
    guard let edit = FieldEdit(field: area.field, from: area.buffer.string, to: changed.joined()) else {
      editor.say(Wording.replacementIsSame)
      return .stays
    }
    guard let effects = perform(edit, behind: cursor, in: &editor) else { return .stays }
    if let buffer = editor.text?.buffer { find.followAll(cursorByte: cursor, in: buffer) }
    editor.sayFirst(Wording.replaced(hits.count) + (parts > 0 ? Wording.partsLeft(parts) : ""))
    return goOn(effects, &editor)
  }

  /// Makes an edit, unless it changes nothing; nil where it was refused.
  private func perform(_ edit: FieldEdit, behind place: Int, in editor: inout EditorState) -> [Effect]? {
    guard LongText(edit.removed) != LongText(edit.inserted) else { return [] }
    let before = editor.text?.cursorByte ?? edit.offset
    let effects = editor.perform(edit, cursorBefore: before, cursorAfter: place, typedAt: nil)
    return effects.isEmpty ? nil : effects
  }

  /// Stays open, unless a question came up.
  private func goOn(_ effects: [Effect], _ editor: inout EditorState) -> PanelStep {
    guard !editor.isAskingSomething else { return .closes(effects) }
    showHit(&editor)
    return .stays(effects)
  }

  /// What is to be put in the place of hits; nil where the line for it opens first, or has something to say.
  private mutating func replacementText(_ editor: inout EditorState) -> String? {
    guard var line = replacement else {
      beginReplacing(isHere: !find.query.isEmpty)
      return nil
    }
    guard find.current != nil else {
      editor.say(Wording.noHitToReplace)
      return nil
    }
    guard line.typed.text.isEmpty, !line.isMeantEmpty else { return line.typed.text }
    (line.isHere, line.isMeantEmpty) = (true, true)
    replacement = line
    editor.say(Wording.replacementIsEmpty)
    return nil
  }
}

// MARK: Drawing

extension FindPanel {
  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let count = find.current.map { Wording.hitCount($0 + 1, of: find.hits.count) }
    guard let replacement else {
      let keys = FindPanel.bindings.footer(without: FindPanel.replacing)
      return screen.searchPrompt(find.query, count: count, keys: keys)
    }
    let row = screen.size.rows - 3
    let found = find.isReplaced ? [Run("  " + Wording.allReplaced)] : screen.found(count, find.query)
    screen.inputLine(Wording.findInReplaceLabel, find.query, right: found, row: row, isHere: !replacement.isHere)
    screen.inputLine(Wording.replaceLabel, replacement.typed.text, right: [], row: row + 1, isHere: replacement.isHere)
    screen.footer(FindPanel.bindings.footer)
  }

  /// What means little while there is only something looked for.
  private static let replacing: Set<Command> = [.tab(1), .replaceAll]

  fileprivate init(_ area: TextArea, query: String) {
    find = TextFind(in: area.buffer, from: area.selection?.lowerBound ?? area.cursor, query: query)
  }
}

extension Binding {
  /// The rows for changing what is looked for.
  static func queryEdits(_ command: (QueryEdit) -> Command) -> [Binding] {
    [
      Binding(command(.removeLast), [.named(.backspace)], help: Wording.Help.removeLastOfQuery),
      Binding(command(.clear), [.named(.delete)], help: Wording.Help.clearQuery),
      Binding(command(.paste), [.control("v")], help: Wording.Help.paste),
    ]
  }
}

extension EditorState {
  /// Opens the search, with what is selected in one line or else with the last search; to replace, with a second line.
  mutating func openFind(replacing: Bool = false) {
    guard let text else { return }
    let selected = text.selectedText.flatMap { $0.contains("\n") ? nil : $0 }
    var panel = FindPanel(text, query: selected ?? lastQuery)
    if replacing { panel.beginReplacing(isHere: selected != nil) }
    panel.showHit(&self)
    show(panel)
  }
}
