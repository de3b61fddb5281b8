// Holds the state of 一覧: what it shows, and where in it the person is.

import InitiativeModel
import Terminal

/// The list of all sheets.
struct ListState: Equatable, Sendable {
  /// Which sheets it shows, and how it arranges them.
  var settings = ListSettings()
  /// The groups whose sheets are not shown, by their keys.
  var folded: Set<String> = []
  /// The sheet that was chosen last.
  var selected: SheetID?
  /// The group whose line the cursor stands on; nil while it stands on a sheet.
  var cursorGroup: String?
  /// The first line that is on screen.
  private(set) var top = 0
  /// What is listed; it is made anew when the library or what is shown of it changes.
  private(set) var layout = ListLayout()
  private var basis: ListLayout.Basis?

  /// Up to how many books the list shows all sheets at the start.
  static let unfoldedBooks = 3

  init(_ library: Library) {
    selected = library.rows.first { _ in true }?.id
    if library.books.count > ListState.unfoldedBooks {
      folded = Set(library.books.map(\.path))
      cursorGroup = library.books.first?.path
    }
    follow(library)
  }

  /// How many lines of the list fit on a screen.
  static func visibleLines(_ size: ScreenSize) -> Int { max(1, size.rows - 7) }

  /// Makes the layout anew where the library or what is shown of it is another one.
  mutating func follow(_ library: Library) {
    let now = ListLayout.Basis(revision: library.revision, settings: settings, folded: folded)
    guard now != basis else { return }
    if now.revision != basis?.revision || now.settings != basis?.settings {
      layout = ListLayout(library, settings, folded: folded)
    } else {
      layout.fold(folded)
    }
    basis = now
  }

  /// Where the cursor stands.
  var stop: ListStop? { cursorGroup.map { .group($0) } ?? selected.map { .row($0) } }

  /// Puts the cursor on a place.
  mutating func put(_ stop: ListStop) {
    switch stop {
    case .group(let key): cursorGroup = key
    case .row(let id):
      cursorGroup = nil
      selected = id
    }
  }

  /// Moves the cursor by places, and stops at the ends.
  mutating func move(by count: Int) {
    let stops = layout.stops
    guard !stops.isEmpty else { return }
    let here = stop.flatMap { layout.place(of: $0) } ?? 0
    put(stops[min(max(0, here + count), stops.count - 1)])
  }

  /// Scrolls by lines; a cursor that would leave the screen stays at its edge.
  mutating func scroll(by lines: Int, _ size: ScreenSize) {
    let room = ListState.visibleLines(size)
    top = min(max(0, top + lines), max(0, layout.lines.count - room))
    let here = stop.flatMap { layout.line(of: $0) } ?? 0
    let shown = layout.lines.dropFirst(top).prefix(room)
    if here < top, let next = shown.lazy.compactMap(layout.stop(of:)).first { put(next) }
    if here >= top + room, let last = shown.reversed().lazy.compactMap(layout.stop(of:)).first { put(last) }
  }

  /// Folds or unfolds a group.
  mutating func fold(_ key: String, _ isFolded: Bool, _ library: Library) {
    if isFolded { folded.insert(key) } else { folded.remove(key) }
    follow(library)
  }

  /// The group that the cursor is in.
  var group: ListLayout.Group? {
    if let cursorGroup { return layout.groups.first { $0.key == cursorGroup } }
    return selected.flatMap { layout.group(of: $0) }
  }

  /// Whether the sheet that was chosen last is among those that are shown, folded away or not.
  var showsSelected: Bool { selected.map { layout.group(of: $0) != nil } ?? false }

  /// Sees that the cursor stands somewhere, and scrolls to it.
  ///
  /// The group of its sheet is unfolded; where the sheet or the group is not shown any more, the next sheet that is
  /// shown gets it.
  mutating func fit(_ library: Library, _ size: ScreenSize) {
    follow(library)
    if let cursorGroup, !layout.groups.contains(where: { $0.key == cursorGroup }) { self.cursorGroup = nil }
    if cursorGroup == nil { showSelected(library) }
    let room = ListState.visibleLines(size)
    let chosen = stop.flatMap { layout.line(of: $0) } ?? 0
    let lead = chosen > 0 && !layout.lines[chosen - 1].isRow ? 1 : 0
    top = min(min(max(top, chosen - room + 1), max(0, chosen - lead)), max(0, layout.lines.count - room))
  }

  private mutating func showSelected(_ library: Library) {
    if let group = selected.flatMap({ layout.group(of: $0) }) {
      if folded.contains(group.key) { fold(group.key, false, library) }
      return
    }
    let order = library.rows.map(\.id)
    let here = order.firstIndex { $0 == selected } ?? 0
    if let next = order[here...].first(where: { layout.group(of: $0) != nil })
      ?? order.last(where: { layout.group(of: $0) != nil })
    {
      selected = next
      if let group = layout.group(of: next), folded.contains(group.key) { fold(group.key, false, library) }
    } else if layout.hasHeadings {
      cursorGroup = layout.groups.first?.key
    }
  }
}
