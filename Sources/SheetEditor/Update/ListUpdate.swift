// Holds what the commands do in the list.

import InitiativeModel
import Terminal

extension EditorState {
  mutating func runInList(_ command: Command) -> [Effect] {
    switch command {
    case .next: moveInList(by: 1)
    case .previous: moveInList(by: -1)
    case .pageDown: moveInList(by: max(1, ListScreen.visibleLines(size) - 1))
    case .pageUp: moveInList(by: -max(1, ListScreen.visibleLines(size) - 1))
    case .first: moveInList(by: -shownRows.count)
    case .last: moveInList(by: shownRows.count)
    case .open: openSelected()
    case .help: overlay = .help(top: 0)
    case .filter: changeFilter()
    case .nextDeficient: goToNextDeficient()
    case .check: showFindings(of: allSheets)
    case .copy: say(Wording.howToQuit)
    case .mark: if let id = currentSheet?.id { openPage(id) }
    case .back, .quit: return leave()
    case .save, .choose, .chooseLeft, .chooseRight, .toggleChoice, .clearChoice, .plan, .undo, .redo, .cut, .paste,
      .cutLine, .selectAll, .find, .redraw, .newLine, .deleteBackward, .deleteForward, .moveLeft, .moveRight, .wordLeft,
      .wordRight, .moveUp,
      .moveDown, .rowStart, .rowEnd, .textStart, .textEnd, .scrollDown, .scrollUp:
      break
    }
    return []
  }

  /// Moves the choice by rows, and stops at the ends.
  private mutating func moveInList(by count: Int) {
    let rows = shownRows
    guard !rows.isEmpty else { return }
    let here = rows.firstIndex { $0.id == selected } ?? 0
    selected = rows[min(max(0, here + count), rows.count - 1)].id
  }

  private mutating func openSelected() {
    guard let row = shownRows.first(where: { $0.id == selected }) else { return }
    switch row {
    case .sheet: if isReviewing { openPage(row.id) } else { open(row.id) }
    case .unreadable(_, let reason): refuse(reason)
    }
  }

  /// Opens a sheet's form on its first field, or on the one given.
  mutating func open(_ id: SheetID, at field: EntryField = .implementationForecast) {
    selected = id
    focus = field
    level = .sheet
  }

  private mutating func changeFilter() {
    filter = filter.next
    let rows = shownRows
    if !rows.contains(where: { $0.id == selected }) { selected = rows.first?.id ?? selected }
  }

  /// Goes to the next field in which the ② rule is broken, through all sheets and round.
  mutating func goToNextDeficient() {
    let broken = allSheets.flatMap { sheet in
      sheet.deficientPeriods.map { (id: sheet.id, field: $0.requiredText) }
    }
    guard let first = broken.first else { return say(Wording.noDeficiency) }
    let order = allSheets.map(\.id)
    let here = (order.firstIndex { $0 == selected } ?? 0, level == .list ? -1 : focusIndex)
    let next = broken.first { target in
      let place = (order.firstIndex(of: target.id) ?? 0, EntryField.allCases.firstIndex(of: target.field) ?? 0)
      return place > here
    }
    let target = next ?? first
    if isReviewing { openPage(target.id, at: target.field) } else { open(target.id, at: target.field) }
    guard let sheet = sheet(target.id) else { return }
    say(Wording.deficient(number: sheet.edited.number, period: target.field.period))
  }

  private var focusIndex: Int { EntryField.allCases.firstIndex(of: focus) ?? 0 }

  /// Shows what the rules have to say of the sheets.
  mutating func showFindings(of sheets: [EditedSheet]) {
    let found = sheets.flatMap { sheet in
      SheetRules.findings(in: sheet.edited).map {
        LocatedFinding(sheet: sheet.id, number: sheet.edited.number, finding: $0)
      }
    }
    guard !found.isEmpty else { return say(Wording.noFindings) }
    overlay = .findings(found, chosen: 0, top: 0)
  }
}
