// Holds the commands of 本文 and what they do.

import InitiativeModel
import SheetWording
import Terminal

/// What can be asked for in a long text.
enum TextCommand: Hashable, Sendable {
  case back, save, plan, find, replace, revert, undo, redo, newLine, nextField, previousField
  case move(TextMove), select(TextMove), selectAll
  case deleteBackward, deleteForward, cut, copy, paste, cutParagraph, compare, previousYear
}

extension TextArea {
  static var helpHeading: String { Wording.Help.textHeading }

  static let bindings = Bindings<TextCommand>(
    [
      Binding(.back, [.named(.escape), .f(3)], footer: Wording.FooterWord.backToSheet, help: Wording.Help.backToSheet),
      .shared(.help, footer: Wording.FooterWord.help),
      Binding(.save, [.f(2), .control("s")], footer: Wording.FooterWord.save, help: Wording.Help.saveAndStay),
      Binding(.plan, [.f(6), .control("t")], footer: Wording.FooterWord.plan, help: Wording.Help.plan),
      Binding(.find, [.f(7), .control("f")], footer: Wording.FooterWord.find, help: Wording.Help.find),
      Binding(.undo, [.control("z")], footer: Wording.FooterWord.undo, help: Wording.Help.undo),
      Binding(.redo, [.control("y")], footer: Wording.FooterWord.redo, help: Wording.Help.redo),
      Binding(
        .replace, [.f(5), .control("r")], footer: Wording.FooterWord.replace, help: Wording.Help.openReplace),
      Binding(.revert, [.control("u")], help: Wording.Help.revertField),
      .shared(.nextDeficient), .shared(.quit),
      Binding(.newLine, [.named(.enter)], help: Wording.Help.newLine),
      Binding(.nextField, [.named(.tab)], help: Wording.Help.leaveToNext),
      Binding(.previousField, [.named(.tab, [.shift])], help: Wording.Help.leaveToPrevious),
    ]
      + Binding.reading({ .move($0) }, { .select($0) }) + [
        Binding(.move(.screenDown), [.named(.pageDown), .control("n")], help: Wording.Help.scrollDown),
        Binding(.move(.screenUp), [.named(.pageUp), .control("p")], help: Wording.Help.scrollUp),
        Binding(.deleteBackward, [.named(.backspace)], help: Wording.Help.deleteBackward),
        Binding(.deleteForward, [.named(.delete)], help: Wording.Help.deleteForward),
        Binding(.selectAll, [.control("a")], help: Wording.Help.selectAll),
        Binding(.cut, [.control("x")], help: Wording.Help.cut),
        Binding(.copy, [.control("c")], help: Wording.Help.copySelection),
        Binding(.paste, [.control("v")], help: Wording.Help.paste),
        Binding(.cutParagraph, [.control("k")], help: Wording.Help.cutLine),
        Binding(.compare, [.f(4), .control("d")], help: Wording.Help.compare),
        Binding(.previousYear, [.control("b")], help: Wording.Help.takeOver),
        .shared(.redraw),
      ])

  static func run(_ command: TextCommand, in editor: inout EditorState, at time: Int) -> [Effect] {
    let screen = bodyRows(editor) - 1
    switch command {
    case .save: return editor.save()
    case .undo: return editor.undo(in: editor.focus)
    case .redo: return editor.redo(in: editor.focus)
    case .newLine where editor.focus?.isOneLine == true: editor.leaveText(by: 1)
    case .newLine: return editor.insert("\n", typedAt: nil)
    case .deleteBackward: return editor.delete { $0.placeBefore }
    case .deleteForward: return editor.delete { $0.placeBehind }
    case .cut: return editor.cutSelection()
    case .cutParagraph: return editor.cutParagraph()
    case .copy: return editor.copyRead(editor.text?.selectedText)
    case .paste: return editor.pasteClipboard()
    case .compare: return editor.openComparison()
    case .previousYear: return editor.takeOverPreviousYear()
    case .plan: editor.show(PlanPanel())
    case .find: editor.openFind()
    case .replace: editor.openFind(replacing: true)
    case .revert: return editor.revertField()
    case .back: editor.leaveText(by: 0)
    case .nextField: editor.leaveText(by: 1)
    case .previousField: editor.leaveText(by: -1)
    case .move(let move): editor.moveCursor { $0.move(move, selecting: false, screen: screen) }
    case .select(let move): editor.moveCursor { $0.move(move, selecting: true, screen: screen) }
    case .selectAll: editor.moveCursor { $0.selectAll() }
    }
    return []
  }

  static func type(_ text: String, in editor: inout EditorState, at time: Int) -> [Effect] {
    editor.insert(text, typedAt: text.count == 1 ? time : nil)
  }

  static func paste(_ text: String, dropped: Int, in editor: inout EditorState) -> [Effect] {
    let effects = editor.insert(text, typedAt: nil)
    if !effects.isEmpty { editor.sayFirst(Wording.pasted(text, dropped: dropped)) }
    return effects
  }

  static func fit(_ editor: inout EditorState) {
    let (size, widths, rows) = (editor.size, editor.widths, bodyRows(editor))
    let plan = editor.currentSheet?.edited.plan
    editor.change(TextArea.self) {
      $0.fit(wrapWidth: wrapWidth(size), rows: rows, widths: widths)
      if let plan { $0.targets.follow(plan, width: targetColumns(size, widths), widths: widths) }
    }
  }

  /// Moves the cursor; `screen` is how many rows a screen goes on.
  fileprivate mutating func move(_ move: TextMove, selecting: Bool, screen: Int) {
    switch move {
    case .left: self.move(to: placeBefore, selecting: selecting)
    case .right: self.move(to: placeBehind, selecting: selecting)
    case .wordLeft: self.move(to: wordBefore, selecting: selecting)
    case .wordRight: self.move(to: wordBehind, selecting: selecting)
    case .up: moveRows(-1, selecting: selecting)
    case .down: moveRows(1, selecting: selecting)
    case .screenUp: moveRows(-max(1, screen), selecting: selecting)
    case .screenDown: moveRows(max(1, screen), selecting: selecting)
    case .rowStart: moveToRowStart(selecting: selecting)
    case .rowEnd: moveToRowEnd(selecting: selecting)
    case .start: self.move(to: .start, selecting: selecting)
    case .end: self.move(to: buffer.end, selecting: selecting)
    }
  }
}

extension EditorState {
  /// Opens the focused long text with the cursor at its end, or at the line that a supervisor speaks of.
  mutating func openText() {
    guard let focus = form?.focus, !focus.isChoice, let sheet = currentSheet else { return }
    let line = commentsOnField.compactMap { $0.line(of: focus) }.first
    var area = TextArea(
      field: focus, text: sheet.edited.text(of: focus).string, wrapWidth: TextArea.wrapWidth(size), widths: widths)
    if let line, area.buffer.paragraphs.indices.contains(line - 1) {
      area.move(
        to: TextPosition(paragraph: line - 1, offset: area.buffer.paragraphs[line - 1].characters.count))
    }
    open(area)
  }

  /// Goes back to the form, to the text's field or a neighbour.
  fileprivate mutating func leaveText(by count: Int) {
    guard let field = text?.field else { return }
    open(FormState(focus: field))
    if count != 0 { moveFocus(by: count) }
  }

  /// Moves the cursor; what is typed next is a step of its own.
  mutating func moveCursor(_ move: (inout TextArea) -> Void) {
    if let selected { withSheet(selected) { $0.history.close() } }
    change(TextArea.self, move)
  }

  /// Puts text where the selection or the cursor is; `typedAt` joins it to running typing.
  mutating func insert(_ text: String, typedAt: Int?) -> [Effect] {
    guard let area = self.text, let edit = area.insertion(of: area.field.fitting(text)) else { return [] }
    return perform(
      edit, cursorBefore: area.cursorByte, cursorAfter: edit.offset + edit.inserted.utf8.count, typedAt: typedAt)
  }

  fileprivate mutating func delete(_ place: (TextArea) -> TextPosition) -> [Effect] {
    guard let area = text else { return [] }
    if area.selection != nil { return insert("", typedAt: nil) }
    guard let edit = area.removal(to: place(area)) else { return [] }
    return perform(edit, cursorBefore: area.cursorByte, cursorAfter: edit.offset, typedAt: nil)
  }

  /// Keeps a text for pasting, here and in the terminal's own clipboard.
  mutating func keep(_ text: String) -> [Effect] {
    clipboard = text
    return [.device(.offerClipboard(text))]
  }

  fileprivate mutating func cutSelection() -> [Effect] {
    guard let text = text?.selectedText else {
      say(Wording.nothingSelected)
      return []
    }
    return keep(text) + insert("", typedAt: nil)
  }

  /// Cuts the paragraph with the cursor and its line feed; a run of cuts without moving collects them.
  fileprivate mutating func cutParagraph() -> [Effect] {
    guard var area = text else { return [] }
    let start = TextPosition(paragraph: area.cursor.paragraph, offset: 0)
    let isLast = start.paragraph + 1 >= area.buffer.paragraphs.count
    let end = isLast ? area.buffer.end : TextPosition(paragraph: start.paragraph + 1, offset: 0)
    let before = area.cursorByte
    area.move(to: start)
    guard let edit = area.removal(to: end) else { return [] }
    return keep(edit.removed)
      + perform(edit, cursorBefore: before, cursorAfter: edit.offset, typedAt: nil)
  }

  fileprivate mutating func pasteClipboard() -> [Effect] {
    guard !clipboard.isEmpty else {
      say(Wording.nothingCopied)
      return []
    }
    return insert(clipboard, typedAt: nil)
  }
}
