import InitiativeModel
import SheetSession
import SheetStorage
import TestSupport
import Testing

@Suite("A second front end")
struct SecondFrontEndTests {
  private let folder: TemporaryFolder
  private let id: SheetID

  init() throws {
    folder = try copyOfData()
    id = SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json")
  }

  private func opened() throws -> SecondFrontEnd {
    try SecondFrontEnd(folder.path + "/Data", drafts: DraftPlaces(stateHome: folder.path + "/state"))
  }

  private func stored() throws -> InitiativeSheet { try BookFolder(path: id.book).loadSheet(id.fileName).sheet }

  @Test("It lists what is missing, is refused by the ② rule, fills in 課題と改善策, and the file holds it")
  func fillsIn() throws {
    var editor = try opened()
    #expect(editor.library.allSheets.count == 28)
    #expect(editor.missing(in: id, for: .final).count == 2)

    editor.fillIn(.results, with: "目標を下回った。\n次年度に見直す。", in: id)
    editor.fillIn(.achievement, with: "②", in: id)
    #expect(editor.save(id) == ["自己評価 課題と改善策: ②なので記入が必要です。"])
    #expect(try stored().selfEvaluation.achievement == nil)
    #expect(editor.library[id]?.hasDraft == true)

    editor.fillIn(.selfEvaluationIssues, with: "周知の時期を早める。", in: id)
    #expect(editor.save(id).isEmpty)
    #expect(try stored().selfEvaluation.issuesAndImprovements == "周知の時期を早める。")
    #expect(try stored().selfEvaluation.results.lines == ["目標を下回った。", "次年度に見直す。"])
    #expect(editor.library[id]?.hasDraft == false && editor.missing(in: id, for: .final).isEmpty)
    #expect(try folder.names("state/furikaeri/drafts").isEmpty)
  }

  @Test("Two of them put together what both wrote in one sheet, and a field that both changed holds both texts")
  func together() throws {
    var one = try opened()
    var other = try opened()
    one.fillIn(.results, with: "一人目の実績", in: id)
    #expect(one.save(id).isEmpty)
    other.fillIn(.achievement, with: "①", in: id)
    other.fillIn(.results, with: "二人目の実績", in: id)
    #expect(other.save(id).isEmpty)
    #expect(other.library[id]?.edited.selfEvaluation.results.lines == ["二人目の実績", "一人目の実績"])
    #expect(try stored().selfEvaluation.achievement == nil)
    #expect(other.save(id).isEmpty)
    #expect(try stored().selfEvaluation.results.lines == ["二人目の実績", "一人目の実績"])
    #expect(try stored().selfEvaluation.achievement == .met)
  }

  @Test("What one leaves unsaved the next one goes on from and saves")
  func goesOn() throws {
    do {
      var first = try opened()
      first.fillIn(.results, with: "書きかけ", in: id)
      #expect(first.library.draftCount == 1)
    }
    #expect(try stored().selfEvaluation.results.isEmpty)
    var next = try opened()
    #expect(next.offered.map(\.id) == [id] && next.library.draftCount == 0)
    next.resumeDrafts()
    next.fillIn(.results, with: "書きかけと続き", in: id)
    #expect(next.save(id).isEmpty)
    #expect(try stored().selfEvaluation.results == "書きかけと続き")
    #expect(try opened().offered.isEmpty)
  }
}
