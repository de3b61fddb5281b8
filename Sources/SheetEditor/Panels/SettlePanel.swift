// Holds the question of what becomes of the two versions that git left in a sheet's file.

import InitiativeModel
import SheetWording
import Terminal

/// Which version does each place get that git could not put together? Until it is answered the file stays as it is.
struct SettlePanel: ChosenOfMany {
  let sheet: SheetID
  private let versions: GitVersions
  /// The draft in which an earlier answer waits: the places have its answers.
  private let draft: RecoverableDraft?
  private(set) var places: [GitConflict]
  var count: Int { max(1, places.count) }
  var chosen = 0
  var top = 0

  init(_ sheet: SheetID, _ versions: GitVersions, draft: RecoverableDraft? = nil) {
    self.sheet = sheet
    self.versions = versions
    self.draft = draft
    places = versions.conflicts(after: draft?.merged)
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), scroll(Int), turn(Int), answer(Int), decide, close
  }

  static let bindings = Bindings<Command>(
    [.decide(.decide)] + Binding.neighbours { .choose($0) }
      + Binding.answers(turn: { .turn($0) }, number: { .answer($0) }) + Binding.ends { .choose($0) }
      + Binding.scrolls { .scroll($0) } + [.close(.close, footer: Wording.FooterWord.settleLater)])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): choose(move)
    case .scroll(let pages): scroll(by: pages, content, in: editor)
    case .turn(let count):
      guard places.indices.contains(chosen) else { return .unused }
      places[chosen].answer = places[chosen].answers.element(count, behind: places[chosen].answer)
    case .answer(let number):
      guard places.indices.contains(chosen), places[chosen].answers.indices.contains(number - 1) else { return .unused }
      answer(number - 1)
    case .decide: return .closes(editor.settle(sheet, with: places))
    case .close:
      editor.say(Wording.settledLater)
      return .closes
    }
    return .stays
  }

  mutating func answer(_ index: Int) {
    guard places.indices.contains(chosen) else { return }
    places[chosen].answer = places[chosen].answers[index]
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    content.draw(on: &screen)
    screen.footer(SettlePanel.bindings.footer)
  }

  /// The places with their answers, and both versions of the chosen one.
  private var content: ListAndDetail {
    let number = versions.theirs.number
    let title = draft.map { Wording.settleAgainTitle(number: number, $0) } ?? Wording.settleTitle(number: number)
    guard places.indices.contains(chosen) else {
      return ListAndDetail(
        title: title, rows: [.init(answer: Wording.nothingToChoose, text: versions.theirs.fullTitle)], chosen: 0,
        detail: [Wording.settledByItself], top: top)
    }
    let place = places[chosen]
    let theirs = [Wording.theirs(versions.theirsName) + ":"] + lines(place.theirs)
    let ours = [Wording.ours(versions.oursName) + ":"] + lines(place.ours)
    return ListAndDetail(
      title: title,
      rows: places.map { .init(answer: Wording.gitAnswer($0.answer), text: Wording.name($0.place)) }, chosen: chosen,
      options: place.answers.map { Wording.gitAnswer($0) }, option: place.answers.firstIndex(of: place.answer),
      detail: ours + [""] + theirs + earlier(place), top: top)
  }

  /// What an earlier answer made of a place, where that is another text.
  private func earlier(_ place: GitConflict) -> [String] {
    place.draft.map { ["", Wording.settledEarlier + ":"] + lines($0) } ?? []
  }

  private func lines(_ text: String) -> [String] {
    let lines = LongText(text).lines
    return lines.isEmpty ? ["  " + Wording.notEntered] : lines.map { "  " + $0 }
  }
}
