// Holds what is typed in 一覧: numbers of items and parts of titles; and what is picked there.

import InitiativeModel
import SheetWording

extension EditorState {
  // MARK: Typing

  /// Takes typed text: digits go to the item of that number, other text narrows the titles down.
  mutating func typeInList(_ text: String, at time: Int) {
    guard list.typed.isEmpty, let digits = TypedNumber.digits(text) else {
      list.number = nil
      return typeTitle(text)
    }
    goToNumber(digits, at: time)
  }

  /// Adds the first line of a text to what the titles are narrowed down by.
  mutating func typeTitle(_ text: String) {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard !line.isEmpty else { return }
    list.narrow(to: String((list.typed + line).prefix(EditorState.longestTyped)), library)
  }

  /// The most characters by which titles are narrowed down.
  private static let longestTyped = 200

  /// Takes the last character of what was typed back.
  mutating func shortenTyped() {
    guard !list.typed.isEmpty else { return say(Wording.unknownKey) }
    list.narrow(to: String(list.typed.dropLast()), library)
  }

  // MARK: Numbers

  /// Goes to the item of a number in the book where the cursor is; a digit that follows soon is typed on.
  private mutating func goToNumber(_ digits: String, at time: Int) {
    let before = list.number.flatMap { time - $0.time < TypedNumber.longestPause ? $0.digits : nil } ?? ""
    let numbers = before.isEmpty ? [digits] : [before + digits, digits]
    let found = numbers.compactMap { digits in item(numbered: digits).map { (digits, $0) } }.first
    list.number = TypedNumber(digits: found?.0 ?? digits, time: time)
    guard let (digits, id) = found else { return refuse(Wording.noItem(numbered: numbers[0])) }
    guard list.layout.row(of: id) != nil else { return refuse(Wording.itemIsHidden(digits)) }
    list.put(.row(id))
    say(Wording.wentToItem(digits))
  }

  /// The row of an item in the book where the cursor is, that of a file that cannot be read by its name.
  private func item(numbered digits: String) -> SheetID? {
    guard let number = Int(digits), let book = currentBook else { return nil }
    return book.rows.lazy.map(\.id).first {
      (library[$0]?.edited.number ?? BookFinding.number(inName: $0.fileName)) == number
    }
  }

  // MARK: Picking

  /// Picks the sheet at the cursor, or all that are shown of the group; what is picked already is let go.
  mutating func pickHere() {
    list.stay()
    let sheets: [SheetID]
    if list.cursorGroup != nil {
      sheets = list.group?.rows.filter(\.isSheet).map(\.id) ?? []
    } else {
      sheets = currentSheet.map { list.showsSelected ? [$0.id] : [] } ?? []
    }
    guard !sheets.isEmpty else { return say(Wording.nothingToPick) }
    if list.picked.isSuperset(of: sheets) {
      list.picked.subtract(sheets)
    } else {
      list.picked.formUnion(sheets)
    }
    list.note(.picked)
    say(list.picked.isEmpty ? Wording.nothingPicked : Wording.picked(list.picked.count, isReviewing: isReviewing))
  }

  // MARK: Taking back

  /// Takes back what was set last of typed title, filter and picks; where there is nothing says how to quit.
  mutating func takeBackInList() {
    switch list.takeBack(library) {
    case .typed?: say(Wording.typedTakenBack)
    case .filter?: say(Wording.filterTakenBack)
    case .picked?: say(Wording.nothingPicked)
    case nil: say(Wording.howToQuit)
    }
  }
}
