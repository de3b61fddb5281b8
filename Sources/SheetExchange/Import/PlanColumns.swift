// Holds the telling apart of the plan's two columns where no table does it.

import InitiativeModel

/// Gathers the plan's texts, and says at the end which column each belongs to.
///
/// What stands in a table's column is known. Of what stands on lines behind both headings the form's own words tell where
/// the right column begins: (取組の内容); where they do not tell it surely nothing is split.
struct PlanColumns {
  /// A text of the plan.
  struct Text: Equatable {
    let text: String
    let line: Int
    let page: Int
    let layout: ImportLayout
  }

  private enum Event {
    case label(PlanSide)
    case text(Text, PlanSide?)
  }

  private var events: [Event] = []
  private(set) var left: [Text] = []
  private(set) var right: [Text] = []
  /// What could not be told apart.
  private(set) var undivided: [Text] = []

  /// Whether the plan has a text already.
  var hasText: Bool {
    events.contains { event in
      if case .text = event { return true }
      return false
    }
  }

  /// Whether a heading of a column was there already.
  func hasLabel(_ side: PlanSide) -> Bool {
    events.contains { event in
      if case .label(side) = event { return true }
      return false
    }
  }

  mutating func addLabel(_ side: PlanSide) { events.append(.label(side)) }

  /// Adds a text; nil for the side where no column tells it.
  mutating func add(_ text: String, _ row: FormRow, _ side: PlanSide?) {
    events.append(.text(Text(text: text, line: row.line, page: row.page, layout: row.layout), side))
  }

  /// Puts every text into its column; where one of the lines cannot be told, none of them is.
  mutating func settle() {
    var pending: [Text] = []
    var labels: Set<PlanSide> = []
    var sides: [(text: Text, side: PlanSide)] = []
    guard !hasForeignWords else {
      undivided = events.compactMap { event in
        if case .text(let text, _) = event { return text }
        return nil
      }
      return
    }
    for event in events {
      switch event {
      case .label(let side):
        if !pending.isEmpty {
          sides += told(pending, behind: labels)
          (pending, labels) = ([], [])
        }
        labels.insert(side)
      case .text(let text, let side?):
        if side == .policy { left.append(text) } else { right.append(text) }
      case .text(let text, nil): pending.append(text)
      }
    }
    if !pending.isEmpty { sides += told(pending, behind: labels) }
    guard undivided.isEmpty else { return undivided += sides.map(\.text) }
    left += sides.filter { $0.side == .policy }.map(\.text)
    right += sides.filter { $0.side == .actions }.map(\.text)
  }

  /// The columns of texts that stand behind some headings: behind one they are its own, behind both they have to tell.
  private mutating func told(_ texts: [Text], behind labels: Set<PlanSide>) -> [(text: Text, side: PlanSide)] {
    if let side = labels.first, labels.count == 1 {
      if isPlausible(texts, on: side) { return texts.map { ($0, side) } }
    } else if labels.count == 2, let (before, behind) = split(texts) {
      return before.map { ($0, .policy) } + behind.map { ($0, .actions) }
    }
    undivided += texts
    return []
  }

  // MARK: The form's own words

  /// The form's words at the start of a part of the plan.
  private enum Word {
    case purpose, outline, actions, target

    static let all: [(scalars: [Unicode.Scalar], word: Word)] = [
      ("(趣旨・目的)", purpose), ("(趣旨)", purpose), ("(取組の概要)", outline), ("(取組概要)", outline), ("(取組の内容)", actions),
      ("(取組内容)", actions), ("(目標)", target),
    ].map { (Array($0.0.unicodeScalars), $0.1) }
  }

  /// A word with the text and the place in it at which it stands.
  private struct Place {
    let word: Word
    let text: Int
    let start: Int
  }

  /// The words at the start of a line, or apart from what is before them.
  private static func words(_ texts: [Text]) -> [Place] {
    var places: [Place] = []
    for (index, text) in texts.enumerated() {
      let squeezed = SqueezedText(text.text)
      for start in squeezed.scalars.indices where squeezed.scalars[start] == "(" {
        guard squeezed.isApart(at: start) || squeezed.scalar(start - 1) == "。",
          let word = Word.all.first(where: { squeezed.has($0.scalars, at: start) })
        else { continue }
        places.append(Place(word: word.word, text: index, start: start))
      }
    }
    return places
  }

  /// Whether a text that stands in a column has the other column's words: a cell's border is missing.
  private var hasForeignWords: Bool {
    events.contains { event in
      guard case .text(let text, let side?) = event else { return false }
      return PlanColumns.isForeign(PlanColumns.words([text]).map(\.word), on: side)
    }
  }

  private static func isForeign(_ words: [Word], on side: PlanSide) -> Bool {
    words.contains { side == .policy ? $0 == .actions : $0 == .purpose || $0 == .outline }
  }

  /// Whether some texts can be those of a column: none of the other column's words, 目標 once, numbers that go up.
  private func isPlausible(_ texts: [Text], on side: PlanSide) -> Bool {
    let words = PlanColumns.words(texts).map(\.word)
    return !PlanColumns.isForeign(words, on: side) && words.count { $0 == .target } <= 1 && PlanColumns.countsUp(texts)
  }

  /// Splits texts that stand behind both headings where (取組の内容) begins; nil where that is not sure.
  private func split(_ texts: [Text]) -> (before: [Text], behind: [Text])? {
    let words = PlanColumns.words(texts)
    let starts = words.filter { $0.word == .actions }
    guard starts.count == 1, let start = starts.first else { return nil }
    let (before, behind) = PlanColumns.cut(texts, at: start)
    let first = words.first
    guard !before.isEmpty, first?.word == .purpose || first?.word == .outline, first?.text == 0, first?.start == 0,
      isPlausible(before, on: .policy), isPlausible(behind, on: .actions),
      behind.allSatisfy({ $0.page == texts[start.text].page })
        || before.allSatisfy({ $0.page < texts[start.text].page }),
      hasSureTargets(words, start, texts)
    else { return nil }
    return (before, behind)
  }

  /// Whether a 目標 behind (取組の内容) is surely the right column's: the left one has its own, or it stands in its cell.
  private func hasSureTargets(_ words: [Place], _ start: Place, _ texts: [Text]) -> Bool {
    guard let target = words.last(where: { $0.word == .target }),
      target.text > start.text || (target.text == start.text && target.start > start.start)
    else { return true }
    let isFirst = words.count { $0.word == .target } == 1
    return !isFirst || (target.text == start.text && texts.count == 2 && texts[start.text].layout != .oneLine)
  }

  private static func cut(_ texts: [Text], at place: Place) -> (before: [Text], behind: [Text]) {
    let text = texts[place.text]
    let squeezed = SqueezedText(text.text)
    func part(_ range: Range<Int>) -> [Text] {
      let part = squeezed.text(range)
      return part.isEmpty ? [] : [Text(text: part, line: text.line, page: text.page, layout: text.layout)]
    }
    return (
      Array(texts[..<place.text]) + part(0..<place.start),
      part(place.start..<squeezed.count) + Array(texts[(place.text + 1)...])
    )
  }

  /// Whether the circled numbers that begin lines go up within each part of the plan: two columns in turns repeat them.
  private static func countsUp(_ texts: [Text]) -> Bool {
    var last = 0
    let words = Word.all.map(\.scalars)
    for text in texts {
      let squeezed = SqueezedText(text.text)
      for place in squeezed.scalars.indices where squeezed.isApart(at: place) {
        if words.contains(where: { squeezed.has($0, at: place) }) { last = 0 }
        guard ("①"..."⑳").contains(squeezed.scalars[place]) else { continue }
        let number = Int(squeezed.scalars[place].value) - 0x245F
        if number <= last { return false }
        last = number
      }
    }
    return true
  }
}
