import Testing

@testable import InitiativeModel

@Suite("Steps of undo")
struct EditHistoryTests {
  @Test("Letters that run on are one step with one edit, however many there are")
  func runningLetters() {
    var history = EditHistory()
    for place in 0..<500 { history.add(Self.letter(at: place), typedAt: place * 100) }
    let steps = history.undo(in: .results)
    #expect(steps.count == 1)
    #expect(steps.first?.edit == FieldEdit(field: .results, offset: 0, removed: "", inserted: letters(500)))
    #expect(steps.first?.cursorBefore == 0 && steps.first?.cursorAfter == 500)
    #expect(history.undo(in: nil) == [])
    #expect(history.redo(in: .results).map(\.edit) == steps.map(\.edit))
  }

  @Test("A letter somewhere else, after a pause or behind a removal is a step of its own")
  func apart() {
    var history = EditHistory()
    history.add(Self.letter(at: 0), typedAt: 0)
    history.add(Self.letter(at: 1), typedAt: 2000)
    history.add(FieldEdit(field: .results, offset: 1, removed: "字", inserted: ""), typedAt: nil)
    history.add(Self.letter(at: 1), typedAt: 2100)
    history.add(Self.letter(at: 7), typedAt: 2200)
    #expect(Self.stepsLeft(in: &history).count == 5)
  }

  @Test("The last thousand steps can be taken back; those before are forgotten")
  func manySteps() {
    var history = EditHistory()
    for place in 0..<3000 { history.add(Self.letter(at: place), typedAt: nil) }
    let left = Self.stepsLeft(in: &history)
    #expect(left.map(\.edit.offset) == Array((2000..<3000).reversed()))
    #expect(history.redo(in: nil).first?.edit == Self.letter(at: 2000))
  }

  @Test("Steps hold four megabytes of text at the most, the last one whatever its size")
  func largeSteps() {
    let megabyte = String(repeating: "a", count: 1 << 20)
    var history = EditHistory()
    for place in 0..<9 {
      history.add(FieldEdit(field: .results, offset: place, removed: "", inserted: megabyte), typedAt: nil)
    }
    var copy = history
    #expect(Self.stepsLeft(in: &copy).map(\.edit.offset) == [8, 7, 6, 5])
    let all = String(repeating: megabyte, count: 6)
    history.add(FieldEdit(field: .results, offset: 0, removed: all, inserted: ""), typedAt: nil)
    #expect(Self.stepsLeft(in: &history).map(\.edit.removed) == [all])
  }

  @Test("A step over several fields is kept or forgotten whole")
  func severalFields() {
    let fields: [EntryField] = [.results, .midTermIssues, .selfEvaluationIssues]
    let whole = fields.map { FieldEdit(field: $0, offset: 0, removed: "", inserted: "字") }
    for more in 997..<1001 {
      var history = EditHistory()
      history.add(whole, asOne: true)
      for place in 0..<more { history.add(Self.letter(at: place), typedAt: nil) }
      let left = Self.stepsLeft(in: &history)
      #expect(left.count(where: { $0.whole != nil }) == (more == 997 ? 3 : 0), "\(more)")
      #expect(left.count(where: { $0.whole == nil }) == min(more, 1000), "\(more)")
    }
  }

  /// A letter that is typed at a place.
  private static func letter(at place: Int) -> FieldEdit {
    FieldEdit(field: .results, offset: place, removed: "", inserted: "a")
  }

  private func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

  /// All steps that can be taken back, the last one first.
  private static func stepsLeft(in history: inout EditHistory) -> [EditStep] {
    var steps: [EditStep] = []
    while case let taken = history.undo(in: nil), !taken.isEmpty { steps += taken }
    return steps
  }
}

extension EditHistory {
  /// Adds an edit whose cursor stands behind it.
  fileprivate mutating func add(_ edit: FieldEdit, typedAt: Int?) {
    let end = edit.offset + edit.inserted.utf8.count
    add(edit, cursorBefore: edit.offset + edit.removed.utf8.count, cursorAfter: end, typedAt: typedAt)
  }
}
