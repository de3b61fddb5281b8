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
  /// The sheets that were picked to do something with all of them.
  var picked: Set<SheetID> = []
  /// The text that the titles are narrowed down by; "" shows all.
  private(set) var typed = ""
  /// The number that is being typed.
  var number: TypedNumber?
  /// What narrows the list or is picked in it, the last set last; some of it may not hold any more.
  private var narrowings: [ListNarrowing] = []
  /// What was folded before a title was typed: what is found is never folded away.
  private var foldedBefore: Set<String>?
  /// Where the cursor stood before its place was hidden, and where it was put instead.
  private var moved: Moved?
  /// The first line that is on screen.
  private(set) var top = 0
  /// What is listed; it is made anew when the library or what is shown of it changes.
  private(set) var layout = ListLayout()
  private var basis: ListLayout.Basis?
  /// What the cursor was last put in step with.
  private var fitted: ListLayout.Basis?

  private struct Moved: Equatable, Sendable {
    let from: ListStop
    let to: ListStop
  }

  /// Up to how many books the list shows all sheets at the start.
  static let unfoldedBooks = 3

  init(_ library: Library) {
    selected = library.rows.first { _ in true }?.id
    if library.books.count > ListState.unfoldedBooks {
      folded = Set(library.books.map(\.path))
      cursorGroup = library.books.first?.path
    }
    follow(library)
    fitted = basis
  }

  /// From how many columns on the list shows beside itself what stands at the cursor.
  static let wide = 132

  /// How many lines of the list fit on a screen.
  static func visibleLines(_ size: ScreenSize) -> Int { max(1, size.rows - 7) }

  /// Makes the layout anew where the library or what is shown of it is another one.
  mutating func follow(_ library: Library) {
    let now = ListLayout.Basis(revision: library.revision, settings: settings, folded: folded, typed: typed)
    guard now != basis else { return }
    if now.revision != basis?.revision || now.settings != basis?.settings {
      layout = ListLayout(library, settings, folded: folded, typed: typed, after: layout)
      picked = picked.filter { library[$0] != nil }
    } else if now.typed != basis?.typed {
      layout.narrow(to: typed, folded: folded, library)
    } else {
      layout.fold(folded, isNarrowed: !typed.isEmpty)
    }
    basis = now
  }

  // MARK: The cursor

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
    if let stop = layout.stop(count, behind: stop) { put(stop) }
  }

  /// The cursor means to be where it stands: it does not go back from there.
  mutating func stay() { moved = nil }

  /// Scrolls by lines; a cursor that would leave the screen stays at its edge.
  mutating func scroll(by lines: Int, _ size: ScreenSize) {
    let room = ListState.visibleLines(size)
    top = min(max(0, top + lines), max(0, layout.lineCount - room))
    let here = stop.flatMap { layout.line(of: $0) } ?? 0
    let shown = layout.lines(from: top, count: room)
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
  var showsSelected: Bool { selected.map { layout.row(of: $0) != nil } ?? false }

  /// Sees that the cursor stands somewhere, and scrolls to it.
  ///
  /// Where its place is hidden, it goes to the nearest that is shown, and back when what hid it is gone and nobody has
  /// moved it. The group of its sheet is unfolded.
  mutating func fit(_ library: Library, _ size: ScreenSize) {
    follow(library)
    place(library)
    let room = ListState.visibleLines(size)
    let chosen = stop.flatMap { layout.line(of: $0) } ?? 0
    let lead = chosen > 0 && !layout.isRow(chosen - 1) ? 1 : 0
    top = min(min(max(top, chosen - room + 1), max(0, chosen - lead)), max(0, layout.lineCount - room))
  }

  private mutating func place(_ library: Library) {
    let isOther = fitted?.settings != basis?.settings || fitted?.typed != basis?.typed
    fitted = basis
    if let back = moved, stop != back.to { moved = nil }
    if isOther, let back = moved { put(back.from) }
    if isOther { moved = nil }
    guard let wanted = stop else {
      selected = library.rows.first { _ in true }?.id
      return
    }
    let isHiddenGroup = cursorGroup.map { !layout.hasLine($0) || (isOther && !typed.isEmpty) } ?? false
    if isHiddenGroup || (cursorGroup == nil && !showsSelected) {
      putNear(wanted, library)
      if isOther, let stop, stop != wanted { moved = Moved(from: wanted, to: stop) }
    }
    if cursorGroup == nil, let group = selected.flatMap({ layout.group(of: $0) }), folded.contains(group.key) {
      fold(group.key, false, library)
    }
  }

  /// Puts the cursor on what is shown nearest to a place.
  private mutating func putNear(_ wanted: ListStop, _ library: Library) {
    switch wanted {
    case .row(let id):
      if let near = layout.neighbour(of: id) ?? near(id, library) {
        put(.row(near))
      } else if let key = layout.groups.first(where: { layout.hasLine($0.key) })?.key {
        put(.group(key))
      }
    case .group(let key):
      let keys = settings.arrangement == .books ? library.books.map(\.path) : layout.groups.map(\.key)
      let here = keys.firstIndex(of: key) ?? 0
      guard let near = nearest(to: here, among: keys.map { layout.hasLine($0) }).map({ keys[$0] }) else { return }
      let first = layout.groups.first { $0.key == near }?.rows.first
      if !typed.isEmpty, let first { put(.row(first.id)) } else { put(.group(near)) }
    }
  }

  /// The row that is shown nearest to a sheet in the order of the books.
  private func near(_ id: SheetID, _ library: Library) -> SheetID? {
    let order = library.rows.map(\.id)
    let here = order.firstIndex { $0 == id } ?? 0
    return nearest(to: here, among: order.map { layout.row(of: $0) != nil }).map { order[$0] }
  }

  // MARK: What narrows it

  /// Narrows the list down to the titles that hold a text.
  mutating func narrow(to text: String, _ library: Library) {
    if typed.isEmpty, !text.isEmpty {
      foldedBefore = folded
      folded = []
    }
    typed = text
    if text.isEmpty, let before = foldedBefore {
      folded = before
      foldedBefore = nil
    }
    note(.typed)
    follow(library)
  }

  /// Notes that something was set last.
  mutating func note(_ narrowing: ListNarrowing) {
    narrowings.removeAll { $0 == narrowing }
    narrowings.append(narrowing)
  }

  /// Takes back what was set last of what narrows the list or is picked in it; nil where there is nothing.
  mutating func takeBack(_ library: Library) -> ListNarrowing? {
    let last = narrowings.last { holds($0) }
    switch last {
    case .typed?: narrow(to: "", library)
    case .filter?:
      settings.filter = .all
      settings.onlyNotMet = false
    case .picked?: picked = []
    case nil: break
    }
    return last
  }

  private func holds(_ narrowing: ListNarrowing) -> Bool {
    switch narrowing {
    case .typed: !typed.isEmpty
    case .filter: !settings.showsAll
    case .picked: !picked.isEmpty
    }
  }
}
