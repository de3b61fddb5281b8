import InitiativeModel
import Testing

@Suite("Editing and saving in a library")
struct LibraryEditingTests {
  private let id = SheetID(book: "見本", fileName: "item-01.json")
  private var library: Library

  init() {
    let section = BookSection(path: "見本", header: nil, rows: [.sheet(id)])
    library = Library([section], sheets: [EditedSheet(id: id, saved: LibraryEditingTests.sheet(""))])
  }

  private static func sheet(_ results: LongText) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.selfEvaluation.results = results
    return sheet
  }

  private func written(_ results: LongText, _ version: Int, ticket: Int) -> FileEvent {
    .saveAnswered(id, .written(FileContent(Self.sheet(results), FileVersion(version))), ticket: ticket)
  }

  @Test("An edit is put into the draft; what the field holds already is no edit")
  mutating func edits() {
    let edit = FieldEdit(field: .results, offset: 0, removed: "", inserted: "実績")
    #expect(library.fillIn(.results, with: "実績", in: id) == [.appendDraft(id, edit, change: 1)])
    #expect(library.fillIn(.results, with: "実績", in: id).isEmpty)
    #expect(library.fillIn(.achievement, with: "②", in: id).count == 1)
    #expect(library[id]?.edited.choice(of: .achievement) == .second && library.draftCount == 1)
    #expect(library.fillIn(.results, with: "実績", in: SheetID(book: "見本", fileName: "item-09.json")).isEmpty)
  }

  @Test("An edit that is taken back lets the draft go, and one that no draft can hold is not made")
  mutating func takenBack() {
    let before = library[id]?.edited.text(of: .results).string ?? ""
    #expect(library.fillIn(.results, with: before + "書", in: id).count == 1)
    let effects = library.fillIn(.results, with: before, in: id)
    #expect(effects.last == .dropDraft(id) && library[id]?.hasDraft == false)
    let large = String(repeating: "a", count: EditedSheet.largestEntries + 1)
    #expect(library.fillIn(.results, with: large, in: id).isEmpty && library[id]?.hasDraft == false)
  }

  @Test("A field of the plan is filled in only while the plan is open, a title on one line")
  mutating func plan() throws {
    #expect(library.fillIn(.annualActions, with: "計画", in: id).isEmpty)
    let header = BookHeader(ward: "天王寺区", fiscalYear: try #require(FiscalYear(2020)), planIsOpen: true)
    #expect(library.take(.planFixed("見本", header)).isEmpty && library.planIsOpen(of: id))
    #expect(library.fillIn(.annualActions, with: "計画", in: id).count == 1)
    _ = library.fillIn(.title, with: "題\n名", in: id)
    #expect(library[id]?.edited.title == "題 名" && library[id]?.edited.plan.annualActions == "計画")
    #expect(library.draftCount == 1 && library[id]?.standing(of: .midTerm).entry == .notEntered)
  }

  @Test("What breaks the ② rule is refused with its field and stays a draft")
  mutating func refused() {
    _ = library.fillIn(.targetForecast, with: "②", in: id)
    #expect(throws: RuleViolation.self) { try library.save(id) }
    #expect(library[id]?.hasDraft == true)
  }

  @Test("With its answer a save's draft goes, and an answer to no save changes nothing")
  mutating func saved() throws {
    #expect(try library.save(id).isEmpty)
    _ = library.fillIn(.results, with: "実績", in: id)
    let valid = try Self.sheet("実績").validated()
    #expect(try library.save(id) == [.save(id, valid, ticket: 1)])
    #expect(library.take(written("ほか", 1, ticket: 7)).isEmpty)
    #expect(library.take(written("実績", 1, ticket: 1)) == [.follow(id, FileVersion(1)), .dropDraft(id)])
    #expect(library[id]?.hasDraft == false && library[id]?.saved.selfEvaluation.results == "実績")
  }

  @Test("What is edited while a save is under way is saved behind it when that was asked for, and a draft when not")
  mutating func savedAgain() throws {
    for isAsked in [true, false] {
      var library = library
      _ = library.fillIn(.results, with: "一", in: id)
      _ = try library.save(id)
      _ = library.fillIn(.results, with: "一二", in: id)
      if isAsked { #expect(try library.save(id).isEmpty) }
      let effects = library.take(written("一", 1, ticket: 1))
      #expect(effects.first == .follow(id, FileVersion(1)))
      #expect(effects.contains(.restartDraft(id, Self.sheet("一二"), change: 3)))
      #expect(effects.contains(.save(id, try Self.sheet("一二").validated(), ticket: 2)) == isAsked)
    }
  }

  @Test("A save that the disk has not confirmed keeps its draft; one that failed does as well")
  mutating func unproven() throws {
    _ = library.fillIn(.results, with: "一", in: id)
    _ = try library.save(id)
    let content = FileContent(Self.sheet("一"), FileVersion(1))
    let unproven = FileEvent.saveAnswered(id, .unproven(content, reason: "停電"), ticket: 1)
    #expect(library.take(unproven) == [.follow(id, FileVersion(1))])
    #expect(library[id]?.hasDraft == true)
    #expect(try library.save(id).count == 1)
    #expect(library.take(.saveAnswered(id, .failed(reason: "満杯"), ticket: 2)).isEmpty)
    #expect(library[id]?.hasDraft == true)
  }

  @Test("What somebody else writes waits for the save that is under way, and is put together with what is edited")
  mutating func changed() throws {
    _ = library.fillIn(.achievement, with: "①", in: id)
    _ = try library.save(id)
    let theirs = FileContent(Self.sheet("ほかの人"), FileVersion(2))
    #expect(library.take(.changedOnDisk(id, theirs)).isEmpty)
    let effects = library.take(.saveAnswered(id, .failed(reason: "満杯"), ticket: 1))
    var merged = theirs.sheet
    merged.setChoice(.first, of: .achievement)
    #expect(effects == [.follow(id, FileVersion(2)), .restartDraft(id, merged, change: 2)])
    #expect(library.take(.changedOnDisk(id, theirs)).isEmpty)
  }
}
