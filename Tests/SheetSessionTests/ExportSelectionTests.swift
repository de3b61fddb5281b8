import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

@Suite("The sheets of an export")
struct ExportSelectionTests {
  private let sheets = [
    InitiativeSheet(number: 1, title: "未収金対策の強化"), InitiativeSheet(number: 2, title: "地域活動の支援", subtitle: "担い手"),
    InitiativeSheet(number: 3, title: "地域活動の支援", subtitle: "負担感"), InitiativeSheet(number: 4, title: "未収金対策の強化(拡充)"),
  ]

  private func numbers(_ text: String) -> [Int] {
    let choice = TitleChoice(text, among: sheets)
    return sheets.filter { choice.takes($0) }.map(\.number)
  }

  @Test("A title is found as searching finds it; a whole title means itself alone")
  func titles() {
    #expect(numbers("未収金") == [1, 4])
    #expect(numbers("未収金対策の強化") == [1])
    #expect(numbers(" 未収金対策ノ強化　") == [1])
    #expect(numbers("地域活動の支援") == [2, 3])
    #expect(numbers("地域活動の支援 負担感") == [3])
    #expect(numbers("負担感") == [3])
    #expect(numbers("（拡充）") == [4])
    #expect(numbers("防災").isEmpty)
  }

  @Test("Where nothing is found the nearest titles are named, the nearest first, each once")
  func nearest() {
    let choice = TitleChoice("未集金対策の強化", among: sheets + sheets)
    #expect(choice.titles.isEmpty && choice.nearest.first == "未収金対策の強化")
    #expect(Set(choice.nearest).count == choice.nearest.count && choice.nearest.count <= 3)
    #expect(TitleChoice("xyz", among: sheets).nearest.isEmpty)
  }

  @Test("The sheets are as they are saved, with the digest of their file; what cannot be read is told beside them")
  func versions() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    try folder.write("{", to: "Data/tennoji-2019/item-03.json")
    let selection = try ExportSelection(book, drafts: DraftPlaces(stateHome: folder.path + "/state"))
    #expect(selection.content.books.count == 1 && selection.content.books[0].sheets.count == 18)
    #expect(selection.problems.count == 1 && selection.problems[0].contains("item-03.json"))
    let digest = SHA256.hexadecimal(try folder.read("Data/tennoji-2019/item-01.json"))
    #expect(selection.content.books[0].sheets[0].version == String(digest.prefix(16)))
    #expect(try ExportSelection(book, item: 4).problems.isEmpty)
  }

  @Test("A draft of an exported sheet is told, whether or not a program has it open; others are not")
  func drafts() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    let places = DraftPlaces(stateHome: folder.path + "/state")
    let stored = try BookFolder(path: book).loadSheet("item-05.json")
    let journal = places.store(of: book).journal(for: stored, sheet: stored.sheet)
    _ = journal.append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "下書き"))
    let all = try ExportSelection(folder.path + "/Data", drafts: places)
    #expect(all.drafted.map(\.numbers) == [[5]] && all.drafted[0].header.ward == "天王寺区")
    #expect(try ExportSelection(book, item: 4, drafts: places).drafted.isEmpty)
    #expect(!all.content.books[0].sheets[4].sheet.selfEvaluation.results.string.contains("下書き"))
  }
}
