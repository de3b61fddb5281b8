// Holds what is known of the last saves of the sheets that the list shows, and the asking for what is not.

import InitiativeModel

/// Who saved sheets last and when, as far as the histories were asked.
struct LastSaves: Equatable, Sendable {
  private(set) var known: [SheetID: LastSave] = [:]
  /// The sheets of which it was asked and not answered.
  private(set) var asked: Set<SheetID> = []

  /// Takes an answer, however late.
  mutating func take(_ lastSave: LastSave, of id: SheetID) {
    asked.remove(id)
    known[id] = lastSave
  }

  /// What is known of a sheet does not hold any more.
  mutating func forget(_ id: SheetID) { known[id] = nil }

  /// The sheets of some that are to be asked for: those that nothing is known of, as soon as nothing else is asked.
  mutating func ask(_ sheets: [SheetID]) -> [SheetID] {
    guard asked.isEmpty else { return [] }
    asked = Set(sheets.filter { known[$0] == nil })
    return sheets.filter { asked.contains($0) }
  }
}

extension EditorState {
  /// Asks for the last saves that the list shows beside its rows: of the rows on the screen, one screen of them at a
  /// time.
  mutating func askForLastSaves() -> [Effect] {
    guard opened == nil, size.columns >= ListState.wide, SmallestScreen.fits(size) else { return [] }
    let lines = list.layout.lines(from: list.top, count: ListState.visibleLines(size))
    let sheets = lines.compactMap { line -> SheetID? in
      if case .row(.sheet(let id)) = line { id } else { nil }
    }
    return lastSaves.ask(sheets).map { .file(.readHistory($0)) }
  }
}
