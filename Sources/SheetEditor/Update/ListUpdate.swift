// Holds what the commands do in the list.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  mutating func runInList(_ command: Command) -> [Effect] {
    switch command {
    case .next: moveInList(by: 1)
    case .previous: moveInList(by: -1)
    case .pageDown: moveInList(by: max(1, ListScreen.visibleLines(size) - 1))
    case .pageUp: moveInList(by: -max(1, ListScreen.visibleLines(size) - 1))
    case .first: moveInList(by: -Int.max / 2)
    case .last: moveInList(by: Int.max / 2)
    case .open: openSelected()
    case .help: overlay = .help(top: 0)
    case .filter: openMenu()
    case .chooseLeft: foldHere()
    case .chooseRight: unfoldHere()
    case .nextDeficient: goToNextDeficient()
    case .compare: return cursorGroup == nil && isSelectedShown ? openComparison() : []
    case .find: openSearch()
    case .check: showFindings(of: allSheets)
    case .copy: say(Wording.howToQuit)
    case .mark: readSelected()
    case .back, .quit: return leave()
    case .save, .nextPart, .previousPart, .choose, .toggleChoice, .clearChoice, .plan, .undo, .redo, .cut, .paste,
      .cutLine, .selectAll, .redraw, .newLine, .deleteBackward, .deleteForward, .moveLeft, .moveRight, .wordLeft,
      .wordRight, .moveUp,
      .moveDown, .rowStart, .rowEnd, .textStart, .textEnd, .scrollDown, .scrollUp:
      break
    }
    return []
  }

  /// Moves the cursor by places, and stops at the ends.
  private mutating func moveInList(by count: Int) {
    let stops = stops(groups)
    guard !stops.isEmpty else { return }
    let here = stops.firstIndex { $0 == listStop } ?? 0
    put(stops[min(max(0, here + count), stops.count - 1)])
  }

  private mutating func put(_ stop: ListStop) {
    switch stop {
    case .group(let key): cursorGroup = key
    case .row(let id):
      cursorGroup = nil
      selected = id
    }
  }

  /// Opens the chosen sheet, or folds or unfolds the chosen group.
  private mutating func openSelected() {
    if let key = cursorGroup { return fold(key, !folded.contains(key)) }
    guard let row = shownRows.first(where: { $0.id == selected }) else { return }
    switch row {
    case .sheet: if isReviewing { openPage(row.id) } else { open(row.id) }
    case .unreadable(_, let reason): refuse(reason)
    }
  }

  private mutating func fold(_ key: String, _ isFolded: Bool) {
    if isFolded { folded.insert(key) } else { folded.remove(key) }
  }

  /// Folds the group that the cursor is in, and goes to its line.
  private mutating func foldHere() {
    guard hasHeadings,
      let group = groups.first(where: { group in
        group.key == cursorGroup || (cursorGroup == nil && group.rows.contains { $0.id == selected })
      })
    else { return }
    fold(group.key, true)
    cursorGroup = group.key
  }

  /// Unfolds the group on whose line the cursor is.
  private mutating func unfoldHere() {
    if let cursorGroup { fold(cursorGroup, false) }
  }

  /// Whether the list shows the sheet that was chosen last.
  private var isSelectedShown: Bool { shownRows.contains { $0.id == selected } }

  /// Opens what the cursor stands on for reading: one sheet, or all of a group one after the other.
  private mutating func readSelected() {
    guard let key = cursorGroup, let group = groups.first(where: { $0.key == key }) else {
      guard isSelectedShown else { return say(Wording.noRows) }
      if let id = currentSheet?.id { openPage(id) } else { openSelected() }
      return
    }
    let sheets = group.rows.filter(\.isSheet).map(\.id)
    guard !sheets.isEmpty else { return say(Wording.emptyBook) }
    var page = ReadingPage(sheets: sheets, title: Wording.title(group))
    layOut(&page)
    selected = sheets[0]
    level = .page(page)
  }

  /// Opens a sheet's form on its first field, or on the one given.
  mutating func open(_ id: SheetID, at field: EntryField = .implementationForecast) {
    selected = id
    cursorGroup = nil
    focus = field
    level = .sheet
    offerFoundDrafts(opening: id)
    askWaitingConflict(of: id)
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
