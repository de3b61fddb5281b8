import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

@Suite("Marks and replies through a session")
struct ReviewSessionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  private var book: String { folder.path + "/Data/tennoji-2019" }
  private var id: SheetID { SheetID(book: book, fileName: "item-19.json") }

  private func session(supervisors: String? = nil) throws -> LibrarySession {
    if let supervisors {
      let header = try folder.text("Data/tennoji-2019/book.json")
      try folder.write(
        header.replacingOccurrences(of: "\"formatVersion\": 1,", with: "\"formatVersion\": 1, \(supervisors),"),
        to: "Data/tennoji-2019/book.json")
    }
    let places = DraftPlaces(stateHome: folder.path + "/state")
    let session = LibrarySession(drafts: places)
    session.take(OpenedBook(try #require(LibraryFolder.book(at: book)), appliesDrafts: false, places, places.listing()))
    return session
  }

  private func answers(_ session: LibrarySession, _ effect: FileEffect) -> [FileEvent] {
    var all = session.run(effect)
    session.finish(within: Waiting.longest)
    while let events = session.takeEvents() { all += events }
    return all
  }

  private func mark() throws -> UnsignedMark {
    let sheet = try BookFolder(path: book).loadSheet(id.fileName).sheet
    return UnsignedMark(
      .sentBack, of: .midTerm, in: sheet, comment: "件数を書いてください", places: [.init(field: .targetForecast)])
  }

  @Test("A mark by somebody whom the book does not name is refused by the session too; a reply of theirs is written")
  func notNamed() throws {
    let others = try session(supervisors: "\"supervisors\": [\"nobody-of-this-name\"]")
    let first = answers(others, .mark(id, try mark(), ticket: 3)).first
    guard case .markingFailed(id, let reason, ticket: 3)? = first else {
      Issue.record("not refused")
      return
    }
    #expect(reason.contains("nobody-of-this-name") && reason.contains("supervisors"))
    #expect(!FileManager.default.fileExists(atPath: book + "/reviews"))
    let signed = try mark().signed(by: "課長", at: "2026-11-21T00:00:00Z")
    _ = try BookFolder(path: book).add(signed, to: id.fileName)
    let reply = UnsignedReply("書きました", to: signed, side: .staff)
    let last = answers(others, .reply(id, reply, ticket: 4)).last
    guard case .marked(id, let reviews, .midTerm, ticket: 4)? = last else {
      Issue.record("not written")
      return
    }
    let sheet = try BookFolder(path: book).loadSheet(id.fileName).sheet
    #expect(reviews.marks[0].replies.map(\.comment) == ["書きました"])
    #expect(reviews.state(of: .midTerm, in: sheet) == .corrected)
  }

  @Test("A reply that cannot be written is answered with the place and the reason")
  func notWritable() throws {
    let session = try session()
    let signed = try mark().signed(by: "課長", at: "2026-11-21T00:00:00Z")
    let reply = UnsignedReply("書きました", to: signed, side: .staff)
    guard case .markingFailed(id, let reason, ticket: 1)? = answers(session, .reply(id, reply, ticket: 1)).last else {
      Issue.record("not told")
      return
    }
    #expect(reason.contains("reviews/item-19.json") && reason.contains("コメントが見つかりません"))
  }

  @Test("Nineteen marks in a row are set each with its own ticket, and a stale withdrawal takes none away")
  func inARow() throws {
    let session = try session()
    var tickets: [Int] = []
    for number in 1...19 {
      let id = SheetID(book: book, fileName: number < 10 ? "item-0\(number).json" : "item-\(number).json")
      let sheet = try BookFolder(path: book).loadSheet(id.fileName).sheet
      #expect(session.run(.mark(id, UnsignedMark(.confirmed, of: .midTerm, in: sheet), ticket: number)).isEmpty)
    }
    session.finish(within: Waiting.longest)
    while let events = session.takeEvents() {
      for case .marked(_, let reviews, .midTerm, let ticket) in events where reviews.marks.count == 1 {
        tickets.append(ticket)
      }
    }
    #expect(tickets == Array(1...19))
    let sheet = try BookFolder(path: book).loadSheet(id.fileName).sheet
    let stale = UnsignedMark(
      .withdrawn, of: .midTerm, in: sheet, withdrawing: try mark().signed(by: "課長", at: "2026-11-21T00:00:00Z"))
    guard case .markingFailed(id, let reason, ticket: 20)? = answers(session, .mark(id, stale, ticket: 20)).last else {
      Issue.record("taken away")
      return
    }
    #expect(reason.contains("別の印が付いた"))
    #expect(try BookFolder(path: book).reviews(of: id.fileName).state(of: .midTerm, in: sheet) == .confirmed)
  }
}
