// Holds the question of what becomes of the fields that two people changed.

import InitiativeModel
import SheetWording
import Terminal

/// Which text does each field get that two people changed? Until it is answered both texts stand.
struct ConflictPanel: ChosenOfMany {
  let sheet: SheetID
  private(set) var fields: [FieldConflict]
  /// The draft of an earlier program, or of an import, that is gone on from with the answer; until then it stays as it is.
  private let draft: RecoverableDraft?
  var count: Int { fields.count }
  var chosen = 0
  var top = 0

  init(sheet: SheetID, fields: [FieldConflict], draft: RecoverableDraft? = nil) {
    self.sheet = sheet
    self.fields = fields
    self.draft = draft
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), scroll(Int), turn(Int), answer(Int), decide, close
  }

  static let bindings = Bindings<Command>(
    [.decide(.decide)] + Binding.neighbours { .choose($0) }
      + Binding.answers(turn: { .turn($0) }, number: { .answer($0) }) + Binding.scrolls { .scroll($0) }
      + [.close(.close, footer: Wording.FooterWord.keepBoth)])

  /// The question comes up by itself, in the middle of a word: while a text is being written, all of it is text.
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool { !editor.isWriting }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    let field = fields[chosen]
    switch command {
    case .choose(let move): choose(move)
    case .scroll(let pages): scroll(by: pages, content, in: editor)
    case .turn(let count): fields[chosen].answer = field.answers.element(count, behind: field.answer)
    case .answer(let number):
      guard field.answers.indices.contains(number - 1) else { return .unused }
      answer(number - 1)
    case .decide: return .closes(finish(&editor))
    case .close:
      editor.say(draft == nil ? Wording.conflictKeptBoth : Wording.draftSettledLater)
      return .closes
    }
    return .stays
  }

  mutating func answer(_ index: Int) { fields[chosen].answer = fields[chosen].answers[index] }

  /// Puts the chosen texts into their fields, as edits that can be undone.
  private func finish(_ editor: inout EditorState) -> [Effect] {
    guard editor.selected == sheet else { return [] }
    var effects = draft.map { editor.resume($0) } ?? []
    let resumed = effects.count
    for field in fields where field.answer != .both {
      let wanted = field.answer == .ours ? field.ours : field.theirs
      let now = editor.currentSheet?.edited.content(of: field.field) ?? ""
      guard now == field.merged else { continue }
      guard let edit = FieldEdit(field: field.field, from: now, to: wanted) else { continue }
      effects += editor.make(edit, cursorBefore: edit.offset, cursorAfter: wanted.utf8.count, typedAt: nil)
    }
    let isChanged = effects.count > resumed || fields.contains { !$0.answers.contains(.both) }
    let isAsked = fields.contains { $0.answer != .both }
    editor.say(
      isChanged ? Wording.conflictAnswered : isAsked ? Wording.conflictWrittenSince : Wording.conflictKeptBoth)
    return effects
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    content.draw(on: &screen)
    screen.footer(
      ConflictPanel.bindings.footer.map { entry in
        guard draft != nil, entry.word == Wording.FooterWord.keepBoth else { return entry }
        return FooterEntry(keys: entry.keys, word: Wording.FooterWord.settleLater, stroke: entry.stroke)
      })
  }

  /// The fields with their answers, and both texts of the chosen one.
  private var content: ListAndDetail {
    let field = fields[chosen]
    let detail =
      [draft.map { Wording.text(of: $0) } ?? Wording.ourText] + lines(field.ours)
      + ["", draft == nil ? Wording.theirText : Wording.savedText] + lines(field.theirs)
    return ListAndDetail(
      title: draft.map { Wording.conflictTitle($0) } ?? Wording.conflictTitle,
      rows: fields.map { conflict in
        ListAndDetail.Row(
          answer: word(conflict.answer, of: conflict),
          text: Wording.fieldName(conflict.field))
      }, chosen: chosen, options: field.answers.map { word($0, of: field) },
      option: field.answers.firstIndex(of: field.answer), detail: detail, top: top)
  }

  private func word(_ answer: ConflictAnswer, of conflict: FieldConflict) -> String {
    let isChoice = conflict.field.isChoice
    return draft.map { Wording.answer(answer, about: $0, isChoice: isChoice) }
      ?? Wording.answer(answer, isChoice: isChoice)
  }

  private func lines(_ text: String) -> [String] {
    let lines = LongText(text).lines
    return lines.isEmpty ? ["  " + Wording.notEntered] : lines.map { "  " + $0 }
  }
}
