import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts and a book's folder that went somewhere else")
struct MovedBookTests {
  private let place: TemporaryFolder
  private let state: TemporaryFolder

  init() throws {
    place = try TemporaryFolder()
    state = try TemporaryFolder()
    try makeBook("book")
  }

  private func makeBook(_ name: String, ward: String = "見本区") throws {
    try place.write(Sample.header.replacingOccurrences(of: "見本区", with: ward), to: "\(name)/book.json")
    for number in 1...2 { try place.write(try Sample.file(Sample.sheet(number)), to: "\(name)/item-0\(number).json") }
  }

  private func path(_ name: String) -> String { "\(place.path)/\(name)" }

  private func store(_ name: String, stateHome: String? = nil) -> DraftStore {
    DraftStore(book: path(name), stateHome: stateHome ?? state.path, home: nil)
  }

  /// Leaves a draft of 残った文 as a program does that was killed.
  private func leaveDraft(_ name: String = "book", stateHome: String? = nil) throws {
    let stored = try BookFolder(path: path(name)).loadSheet("item-01.json")
    let journal = store(name, stateHome: stateHome).journal(for: stored, sheet: stored.sheet)
    _ = journal.append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "残った文"))
  }

  /// The texts of the drafts that are free.
  ///
  /// A program that another test is just starting holds this one's descriptors, and so its locks, for a moment.
  private func texts(_ name: String, stateHome: String? = nil) -> [String] {
    Waiting.look(until: { !$0.isEmpty }) {
      store(name, stateHome: stateHome).drafts().compactMap { $0.contents[.results] }
    }
  }

  private func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(atPath: path(from), toPath: path(to))
  }

  @Test("Renamed, the book still finds its draft")
  func renamed() throws {
    try leaveDraft()
    try move("book", "renamed")
    #expect(texts("renamed") == ["残った文"])
  }

  @Test("Replaced by a link to itself, it is found by the link and by the place behind it")
  func link() throws {
    try leaveDraft()
    try move("book", "book.real")
    try FileManager.default.createSymbolicLink(atPath: path("book"), withDestinationPath: path("book.real"))
    #expect(texts("book") == ["残った文"])
    #expect(texts("book.real") == ["残った文"])
  }

  @Test("Copied and the first one removed, it is found by what the sheet held when it began, now or in its history")
  func copied() throws {
    try leaveDraft()
    try FileManager.default.copyItem(atPath: path("book"), toPath: path("copy"))
    #expect(store("copy").drafts().isEmpty, "as long as the draft's own book is there it is not another's")
    try FileManager.default.removeItem(atPath: path("book"))
    #expect(texts("copy") == ["残った文"])
    let folder = BookFolder(path: path("copy"), author: Author(name: "山田"))
    var changed = Sample.sheet(1)
    changed.midTermReview.targetForecast = .willBeMet
    _ = try folder.write(try changed.validated(), over: try folder.loadSheet("item-01.json"))
    #expect(texts("copy") == ["残った文"])
  }

  @Test("Another book of the same ward and year never gets it, nor one of another ward at the same place")
  func others() throws {
    try makeBook("other")
    try leaveDraft()
    #expect(store("other").drafts().isEmpty)
    try FileManager.default.removeItem(atPath: path("book"))
    try makeBook("book", ward: "よその区")
    #expect(store("book").drafts().isEmpty)
    try place.write("{\"number\": 1, \"title\": \"ちがう項目\"}", to: "other/item-01.json")
    #expect(store("other").drafts().isEmpty)
  }

  @Test("A draft inside the book moves with it")
  func inside() throws {
    try leaveDraft(stateHome: "/proc/none")
    try move("book", "renamed")
    try makeBook("book", ward: "よその区")
    #expect(texts("renamed", stateHome: "/proc/none") == ["残った文"])
  }

  @Test("A draft whose header tells only the path is found by the path, and by a link that stands there")
  func pathAlone() throws {
    let real = realpath(path("book"), nil).map { String(cString: $0) } ?? ""
    var bytes = DraftFraming.magic
    var framing = DraftFraming()
    let records: [DraftRecord] = [
      .header(DraftHeader(folder: real, fileName: "item-01.json")),
      .base(Array(try Sample.file(Sample.sheet(1)).utf8)), .snapshot([.results: "前の文"]),
    ]
    for record in records { bytes += framing.frame(record) ?? [] }
    let prefix = String(SHA256.hexadecimal(real.utf8).prefix(16))
    try state.write(bytes, to: "furikaeri/drafts/\(prefix)-item-01.json-7-0badcafe.draft")
    #expect(texts("book") == ["前の文"])
    try move("book", "book.real")
    try FileManager.default.createSymbolicLink(atPath: path("book"), withDestinationPath: path("book.real"))
    #expect(texts("book.real") == ["前の文"])
  }
}
