import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts of a plan, and whether a book's plan is open")
struct PlanDraftTests {
  private let place: DraftPlaces

  init() throws { place = try DraftPlaces(1...1) }

  private func edit(_ field: EntryField, _ text: String) -> FieldEdit {
    FieldEdit(field: field, offset: 0, removed: "", inserted: text)
  }

  private func records() throws -> [DraftRecord] {
    let path = try #require(place.paths.first)
    let folder = try OpenFolder(path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 })
    return DraftFraming.read(try folder.read(String(try #require(path.split(separator: "/").last))).bytes).records
  }

  @Test("A plan that was being written when the program was killed is found again, with title and entries")
  func survives() throws {
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(edit(.results, "実績"))
    #expect(journal?.append(edit(.annualActions, "書きかけの計画")) == .kept)
    _ = journal?.append(edit(.title, "新しい"))
    _ = journal?.append(FieldEdit(field: .annualActions, offset: 21, removed: "", inserted: "です"))
    journal = nil
    let stored = try place.stored().sheet
    let merge = try #require(place.free().first).merged(with: stored)
    #expect(merge.sheet.plan.annualActions.string == "書きかけの計画です" + stored.plan.annualActions.string)
    #expect(merge.sheet.title == "新しい" + stored.title && merge.sheet.selfEvaluation.results.string.hasPrefix("実績"))
    #expect(merge.sheet.plan.policyAndTargets == stored.plan.policyAndTargets && merge.conflicts.isEmpty)
  }

  @Test("A journal of entries tells nothing of the plan: what somebody else makes of that stays theirs")
  func entriesAlone() throws {
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(edit(.results, "実績"))
    for case .snapshot(let contents) in try records() {
      #expect(contents.count == EntryField.allCases.count && !contents.keys.contains { $0.isPlan })
    }
    journal = nil
    let found = try #require(place.free().first)
    #expect(!found.contents.keys.contains { $0.isPlan })
    var theirs = try place.stored().sheet
    theirs.plan.annualActions = "相手の計画"
    #expect(found.merged(with: theirs).sheet.plan == theirs.plan)
  }

  @Test("In every journal of a plan stands an edit of it, by which a program that knows none takes it for damaged")
  func olderProgram() throws {
    let journal = try place.journal()
    func hasPlanEdit() throws -> Bool {
      try records().contains { if case .edit(let edit) = $0 { edit.field.isPlan } else { false } }
    }
    _ = journal.append(edit(.annualActions, "計画"))
    #expect(try hasPlanEdit())
    var sheet = try place.stored().sheet
    sheet.plan.annualActions = "書き直した計画"
    _ = journal.restart(over: try place.stored(), sheet: sheet)
    #expect(try hasPlanEdit())
    sheet = try place.stored().sheet
    sheet.selfEvaluation.results = "実績"
    _ = journal.restart(over: try place.stored(), sheet: sheet)
    #expect(journal.sync() == nil)
    #expect(try place.paths.count == 1 && !hasPlanEdit())
    journal.finish()
  }

  @Test("book.json says that the plan is open; without the key it is fixed, and unknown keys stay")
  func header() throws {
    let folder = BookFolder(path: place.folder.path)
    #expect(try !folder.loadHeader().planIsOpen)
    var header = try folder.loadHeader()
    let fixed = try place.folder.text("book.json")
    try folder.replaceHeader(header)
    #expect(try place.folder.text("book.json") == fixed)
    try place.folder.write(fixed.dropLast(3) + ",\n  \"zusatz\": [1]\n}\n", to: "book.json")
    header.planIsOpen = true
    try folder.replaceHeader(header)
    #expect(try folder.loadHeader() == header)
    #expect(try place.folder.text("book.json").contains("\"planIsOpen\": true"))
    header.planIsOpen = false
    try folder.replaceHeader(header)
    #expect(try place.folder.text("book.json").contains("\"planIsOpen\": false"))
    #expect(try place.folder.text("book.json").contains("\"zusatz\""))
  }

  @Test("A mark that speaks of a field of the plan is no mark")
  func marks() throws {
    try place.folder.write(
      """
      {"formatVersion": 1, "marks": [{"decision": "差戻し", "period": "midTerm", "places": [{"field": "title"}]}]}
      """, to: "reviews/item-01.json")
    #expect(throws: StorageError.self) { try BookFolder(path: place.folder.path).reviews(of: "item-01.json") }
  }
}
