// Holds the commands of 項目 and what they do.

import InitiativeModel
import SheetWording
import Terminal

/// What can be asked for in a sheet's form.
enum FormCommand: Hashable, Sendable {
  case save, back, check, plan, nextSheet, previousSheet, compare, read, next, previous, first, last, open
  case choose(ChoiceOrdinal), toggle, clear, undo, redo, copy, paste, revert, previousYear
}

extension FormState {
  static var helpHeading: String { Wording.Help.formHeading }

  static let bindings = Bindings<FormCommand>([
    .shared(.help, footer: Wording.FooterWord.help),
    Binding(.save, [.f(2), .control("s")], footer: Wording.FooterWord.save, help: Wording.Help.save),
    Binding(.back, [.f(3), .named(.escape)], footer: Wording.FooterWord.list, help: Wording.Help.backToList),
    Binding(.check, [.f(5), .control("r")], footer: Wording.FooterWord.check, help: Wording.Help.checkSheet),
    Binding(.plan, [.f(6), .control("t")], footer: Wording.FooterWord.plan, help: Wording.Help.plan),
    .shared(.nextDeficient, footer: Wording.FooterWord.nextDeficient),
    Binding(
      .nextSheet, [.named(.pageDown), .control("n")], footer: Wording.FooterWord.neighbours,
      help: Wording.Help.nextSheet),
    .shared(.quit, footer: Wording.FooterWord.quit),
    Binding(.compare, [.f(4), .control("d")], help: Wording.Help.compare),
    .shared(.search),
    Binding(.read, [.f(9), .control("o")], help: Wording.Help.read),
    Binding(.previousSheet, [.named(.pageUp), .control("p")], help: Wording.Help.previousSheet),
    Binding(.next, [.named(.tab), .named(.down)], help: Wording.Help.nextField),
    Binding(.previous, [.named(.tab, [.shift]), .named(.up)], help: Wording.Help.previousField),
    Binding(.first, [.named(.home), .named(.home, [.control])], help: Wording.Help.firstField),
    Binding(.last, [.named(.end), .named(.end, [.control])], help: Wording.Help.lastField),
    Binding(.open, [.named(.enter)], help: Wording.Help.activate),
    Binding(.choose(.first), Stroke.digit(1), help: Wording.Help.chooseFirst, shown: "1 １"),
    Binding(.choose(.second), Stroke.digit(2), help: Wording.Help.chooseSecond, shown: "2 ２"),
    Binding(.choose(.first), [.named(.left)], help: Wording.Help.chooseLeft),
    Binding(.choose(.second), [.named(.right)], help: Wording.Help.chooseRight),
    Binding(.toggle, Stroke.blanks, help: Wording.Help.toggleChoice, shown: "Space"),
    Binding(.clear, [.named(.backspace), .named(.delete)], help: Wording.Help.clearChoice),
    Binding(.undo, [.control("z")], help: Wording.Help.undo),
    Binding(.redo, [.control("y")], help: Wording.Help.redo),
    Binding(.revert, [.control("u")], help: Wording.Help.revertField),
    Binding(.copy, [.control("c")], help: Wording.Help.copyField),
    Binding(.paste, [.control("v")], help: Wording.Help.pasteIntoField),
    Binding(.previousYear, [.control("b")], help: Wording.Help.takeOver),
    .shared(.redraw),
  ])

  /// A plan has no choices, no ② and no marks.
  static func hidden(in editor: EditorState) -> Set<Binding<FormCommand>.Action> {
    guard editor.isAtOpenPlan else { return [] }
    return [
      .own(.choose(.first)), .own(.choose(.second)), .own(.toggle), .own(.clear), .own(.read), .own(.plan),
      .shared(.nextDeficient),
    ]
  }

  /// Digits and blanks choose in a choice field; in any other they are text.
  static func readsTyped(_ editor: EditorState) -> Bool { editor.form?.focus.isChoice ?? false }

  static func run(_ command: FormCommand, in editor: inout EditorState, at time: Int) -> [Effect] {
    switch command {
    case .next: editor.moveFocus(by: 1)
    case .previous: editor.moveFocus(by: -1)
    case .first: editor.moveFocus(by: -EntryField.written.count)
    case .last: editor.moveFocus(by: EntryField.written.count)
    case .nextSheet: editor.turnSheet(by: 1)
    case .previousSheet: editor.turnSheet(by: -1)
    case .back: editor.opened = nil
    case .plan: editor.show(PlanPanel())
    case .check: editor.showFindings(of: editor.currentSheet.map { [$0] } ?? [])
    case .read: if let selected = editor.selected { editor.openPage(selected, at: editor.focus) }
    case .compare: return editor.openComparison()
    case .save: return editor.save()
    case .undo: return editor.undo(in: nil)
    case .redo: return editor.redo(in: nil)
    case .revert: return editor.revertField()
    case .copy: return editor.copyField()
    case .paste: return editor.pasteIntoField()
    case .previousYear: return editor.takeOverPreviousYear()
    case .choose(let ordinal): return editor.choose(ordinal)
    case .open: return editor.openOrGoOn()
    case .toggle: return editor.activate()
    case .clear: return editor.clearChoice()
    }
    return []
  }

  /// Text opens a long text with itself; in a choice field it means nothing.
  static func type(_ text: String, in editor: inout EditorState, at time: Int) -> [Effect] {
    editor.write(text, typedAt: text.count == 1 ? time : nil)
  }

  /// A paste goes into a long text; in a choice field one that chooses nothing is kept for one.
  static func paste(_ text: String, dropped: Int, in editor: inout EditorState) -> [Effect] {
    if editor.focus?.isChoice == true, !editor.chooses(text) {
      editor.clipboard = text
      editor.say(Wording.pasteIsKept(text))
      return []
    }
    let isText = editor.focus?.isChoice == false
    let effects = editor.write(text, typedAt: nil)
    if isText, !effects.isEmpty { editor.sayFirst(Wording.pasted(text, dropped: dropped)) }
    return effects
  }

  static func fit(_ editor: inout EditorState) {}
}

extension EditorState {
  /// Moves the form's focus to a neighbouring field.
  mutating func moveFocus(by count: Int) {
    let fields = fields(of: selected)
    change(FormState.self) { $0.moveFocus(by: count, in: fields) }
  }

  /// Opens a sheet's form on its first field, or on the one given where it is written here.
  mutating func openForm(_ id: SheetID, at field: EntryField? = nil) {
    let isOpenForWriting = openSheet == id && (form != nil || isWriting || page?.origin != nil)
    selected = id
    list.cursorGroup = nil
    let fields = fields(of: id)
    open(FormState(focus: field.flatMap { fields.contains($0) ? $0 : nil } ?? fields[0]))
    if !isOpenForWriting {
      tellOfOpenPlan(id)
      offerDrafts(of: id)
    }
    askWaitingConflict(of: id)
  }

  /// Opens the next or previous sheet that the list's filter shows.
  fileprivate mutating func turnSheet(by count: Int) {
    guard let target = neighbour(by: count) else { return say(count > 0 ? Wording.lastSheet : Wording.firstSheet) }
    openForm(target)
  }

  /// Opens the focused long text; of a choice takes the first option where nothing is chosen, and goes on to the next
  /// field where something is.
  fileprivate mutating func openOrGoOn() -> [Effect] {
    guard let focus, focus.isChoice, currentSheet?.edited.choice(of: focus) != nil else { return activate() }
    moveFocus(by: 1)
    return []
  }

  /// Opens the focused long text, or chooses the other option.
  fileprivate mutating func activate() -> [Effect] {
    guard let focus else { return [] }
    guard focus.isChoice else {
      openText()
      return []
    }
    return choose(currentSheet?.edited.choice(of: focus) == .first ? .second : .first)
  }

  fileprivate mutating func clearChoice() -> [Effect] {
    guard let focus else { return [] }
    guard focus.isChoice else {
      openText()
      return []
    }
    guard currentSheet?.edited.choice(of: focus) != nil else {
      say(Wording.nothingToClear)
      return []
    }
    return choose(nil)
  }

  /// Chooses in the focused field and says what it says then; a long text is opened by no choice.
  fileprivate mutating func choose(_ ordinal: ChoiceOrdinal?) -> [Effect] {
    guard let focus, focus.isChoice, let sheet = currentSheet else { return [] }
    var changed = sheet.edited
    changed.setChoice(ordinal, of: focus)
    let before = sheet.edited.content(of: focus)
    let edit = FieldEdit(field: focus, from: before, to: changed.content(of: focus))
    let effects = edit.map { perform($0, cursorBefore: 0, cursorAfter: 0, typedAt: nil) } ?? []
    sayFirst(Wording.chosen(focus, in: changed))
    return effects
  }

  /// Copies what the focused field holds: its text whole, or the sign and words of its choice.
  fileprivate mutating func copyField() -> [Effect] {
    guard let focus, let sheet = currentSheet?.edited else { return [] }
    let content = sheet.chosenOption(of: focus).map { Wording.name($0) } ?? sheet.text(of: focus).string
    guard !content.isEmpty else {
      say(Wording.nothingToCopy)
      return []
    }
    say(Wording.copied(focus, in: sheet))
    return keep(content)
  }

  fileprivate mutating func pasteIntoField() -> [Effect] {
    guard !clipboard.isEmpty else {
      say(Wording.nothingCopied)
      return []
    }
    return write(clipboard, typedAt: nil)
  }

  /// Opens the focused long text with a text at its end; in a choice field a digit or a blank chooses.
  fileprivate mutating func write(_ text: String, typedAt: Int?) -> [Effect] {
    guard focus?.isChoice == true else {
      openText()
      return insert(text, typedAt: typedAt)
    }
    if Stroke.blanks.contains(.typed(text)) { return activate() }
    guard let ordinal = choice(by: text) else {
      say(Wording.chooseHelp)
      return []
    }
    return choose(ordinal)
  }

  /// Whether a text that is put on the focused choice field chooses.
  fileprivate func chooses(_ text: String) -> Bool {
    Stroke.blanks.contains(.typed(text)) || choice(by: text) != nil
  }

  /// What a text chooses in the focused field: a digit, or an option's sign and words as they are copied.
  private func choice(by text: String) -> ChoiceOrdinal? {
    let copied = focus?.options.firstIndex { Wording.name($0) == text }.flatMap { ChoiceOrdinal(rawValue: $0 + 1) }
    return copied ?? ChoiceOrdinal(typed: text)
  }
}
