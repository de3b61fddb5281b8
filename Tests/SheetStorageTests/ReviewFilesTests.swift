import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Supervisors' marks on disk")
struct ReviewFilesTests {
  private func mark(_ comment: LongText, _ decision: ReviewMark.Decision = .sentBack) -> ReviewMark {
    ReviewMark(
      period: .midTerm, decision: decision, comment: comment, place: .init(field: .midTermIssues, line: 2), who: "課長",
      when: "2026-11-21T00:00:00Z",
      contents: [.implementationForecast: "(i)", .targetForecast: "②", .midTermIssues: "一\n二"])
  }

  @Test("A mark reads back as it was set, beside those before it, in canonical form")
  func roundTrip() throws {
    let folder = try Sample.book(1...2)
    let book = BookFolder(path: folder.path)
    #expect(try book.load().reviews.isEmpty)
    #expect(try book.add(mark("直して\nください"), to: "item-01.json").marks == [mark("直して\nください")])
    let both = try book.add(mark("", .confirmed), to: "item-01.json")
    #expect(both.marks == [mark("直して\nください"), mark("", .confirmed)])
    #expect(try book.load().reviews == ["item-01.json": both])
    #expect(try folder.bookNames() == ["book.json", "item-01.json", "item-02.json", "reviews"])
    #expect(try folder.names("reviews") == [".furikaeri", "item-01.json"])
    let text = try folder.text("reviews/item-01.json")
    #expect(text.contains("\"decision\": \"差戻し\"") && text.hasSuffix("}\n"))
  }

  @Test("Keys of newer programs stay, and a newer format is refused untouched")
  func unknownKeys() throws {
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path)
    try folder.write("{\"formatVersion\": 1, \"marks\": [], \"later\": {\"a\": 1e400}}", to: "reviews/item-01.json")
    _ = try book.add(mark("よい"), to: "item-01.json")
    #expect(try folder.text("reviews/item-01.json").contains("1e400"))
    let newer = "{\"formatVersion\": 2, \"marks\": []}"
    try folder.write(newer, to: "reviews/item-01.json")
    #expect(throws: StorageError.self) { try book.add(mark("よい"), to: "item-01.json") }
    #expect(try folder.text("reviews/item-01.json") == newer)
  }

  @Test(
    "Broken marks are told, the sheets are read, and the file is left alone",
    arguments: [
      "", "{", "[]", "{\"formatVersion\": 1}", "{\"formatVersion\": 1, \"marks\": [{\"period\": \"midTerm\"}]}",
      "{\"formatVersion\": 1, \"marks\": [{\"period\": \"いつか\", \"decision\": \"確認済\"}]}",
      "{\"formatVersion\": 1, \"marks\": [{\"period\": \"\", \"decision\": \"確認済\"}]}",
    ])
  func broken(content: String) throws {
    let folder = try Sample.book(1...1)
    try folder.write(content, to: "reviews/item-01.json")
    let stored = try BookFolder(path: folder.path).load()
    #expect(stored.sheets.count == 1 && stored.reviews.isEmpty && stored.reviewProblems.count == 1)
    #expect(throws: StorageError.self) {
      try BookFolder(path: folder.path).add(mark("よい"), to: "item-01.json")
    }
    #expect(try folder.text("reviews/item-01.json") == content)
  }

  @Test("A reply stands in its mark, a comment on several fields names them; a program that knows neither keeps both")
  func replies() throws {
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path)
    let places = [ReviewMark.Place(field: .targetForecast), .init(field: .midTermIssues, line: 2)]
    let both = ReviewMark(
      period: .midTerm, decision: .sentBack, comment: "そろえて", places: places, who: "課長", when: "2026-11-21T00:00:00Z",
      contents: [.implementationForecast: "(i)", .targetForecast: "②", .midTermIssues: "一\n二"])
    _ = try book.add(both, to: "item-01.json")
    _ = try book.add(mark("もう一つ"), to: "item-01.json")
    let reply = ReviewReply(side: .staff, comment: "書きました\n二行目", who: "山田", when: "2026-11-21T01:00:00Z")
    let answer = ReviewReply(side: .supervisor, comment: "はい", who: "課長", when: "2026-11-21T02:00:00Z")
    _ = try book.add(reply, to: both, of: "item-01.json")
    let again = ReviewReply(side: .staff, comment: reply.comment, who: "山田", when: "2026-11-21T01:00:09Z")
    _ = try book.add(again, to: both, of: "item-01.json")
    let reviews = try book.add(answer, to: both, of: "item-01.json")
    #expect(reviews.marks == [both.withReplies([reply, answer]), mark("もう一つ")])
    #expect(try book.load().reviews == ["item-01.json": reviews])
    let text = try folder.text("reviews/item-01.json")
    #expect(
      text.contains("\"formatVersion\": 1") && text.contains("\"places\"") && text.contains("\"side\": \"staff\""))
    #expect(throws: StorageError.markMissing(path: folder.path + "/reviews/item-01.json")) {
      try book.add(reply, to: mark("どこにもない"), of: "item-01.json")
    }
    #expect(try folder.text("reviews/item-01.json") == text)
  }

  @Test(
    "Broken replies and places are told with their place",
    arguments: [
      ("replies", "[{\"comment\": [], \"side\": \"だれか\"}]", "marks[1].replies[1].side"),
      ("replies", "{}", "marks[1].replies"), ("replies", "[{\"side\": \"staff\"}]", "marks[1].replies[1].comment"),
      ("places", "[{\"field\": \"どこか\"}]", "marks[1].places[1].field"),
    ])
  func brokenReplies(key: String, value: String, path: String) throws {
    let folder = try Sample.book(1...1)
    try folder.write(
      "{\"formatVersion\": 1, \"marks\": [{\"decision\": \"差戻し\", \"period\": \"midTerm\", "
        + "\"\(key)\": \(value)}]}",
      to: "reviews/item-01.json")
    guard case .invalid(_, let problems)? = try BookFolder(path: folder.path).load().reviewProblems.first else {
      Issue.record("not told")
      return
    }
    #expect(problems.map(\.path) == [path])
  }

  @Test("A mark that is not the last one any more is not taken back; two that are go one after the other")
  func withdrawal() throws {
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path)
    _ = try book.add(mark("一"), to: "item-01.json")
    _ = try book.add(mark("二"), to: "item-01.json")
    let text = try folder.text("reviews/item-01.json")
    #expect(throws: StorageError.markedMeanwhile(path: folder.path + "/reviews/item-01.json")) {
      try book.add(mark("", .withdrawn), to: "item-01.json", withdrawing: mark("一"))
    }
    #expect(try folder.text("reviews/item-01.json") == text)
    _ = try book.add(mark("", .withdrawn), to: "item-01.json", withdrawing: mark("二"))
    let none = try book.add(mark("", .withdrawn), to: "item-01.json", withdrawing: mark("一"))
    #expect(none.last(.midTerm) == nil && none.marks.count == 4)
    #expect(try book.add(mark("", .withdrawn), to: "item-01.json", withdrawing: mark("一")) == none)
  }

  @Test("A link in the place of reviews is not followed")
  func link() throws {
    let folder = try Sample.book(1...1)
    let elsewhere = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/reviews", withDestinationPath: elsewhere.path)
    #expect(try BookFolder(path: folder.path).load().reviewProblems.count == 1)
    #expect(throws: StorageError.self) { try BookFolder(path: folder.path).add(mark("よい"), to: "item-01.json") }
    #expect(try elsewhere.names().isEmpty)
  }

  @Test("Eight supervisors at once: no mark is lost")
  func together() async throws {
    let folder = try Sample.book(1...1)
    let path = folder.path
    await withTaskGroup(of: Void.self) { group in
      for who in 0..<8 {
        group.addTask {
          for count in 0..<10 {
            #expect(throws: Never.self) {
              try BookFolder(path: path).add(mark(LongText("\(who)-\(count)")), to: "item-01.json")
            }
          }
        }
      }
    }
    let comments = try BookFolder(path: path).reviews(of: "item-01.json").marks.map(\.comment.string)
    #expect(Set(comments).count == 80 && comments.count == 80)
  }

  @Test("A comment that is being written is private, is replaced whole, and goes elsewhere where it has to")
  func keptComments() throws {
    let folder = try Sample.book(1...1)
    let home = try TemporaryFolder()
    func store() -> DraftStore { DraftStore(book: folder.path, stateHome: home.path, home: nil) }
    func all(_ store: DraftStore) -> [String: [String]] {
      _ = Waiting.until { !store.comments.all().isEmpty }
      return store.comments.all()
    }
    var program: DraftStore? = store()
    try program?.comments.keep(["書きかけ"], for: "item-01.json")
    try program?.comments.keep(["書きかけの文\n二行目", "二つ目"], for: "item-01.json")
    program = nil
    #expect(all(store()) == ["item-01.json": ["書きかけの文\n二行目", "二つ目"]])
    let names = try home.names("furikaeri/drafts")
    #expect(names.count == 1)
    var status = stat()
    #expect(stat("\(home.path)/furikaeri/drafts/\(names[0])", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(store().drafts().isEmpty)
    let next = store()
    let found = next.comments.found()
    try next.comments.keep(["書きかけの文\n二行目", "二つ目"], for: "item-01.json", takingOver: found)
    #expect(try home.names("furikaeri/drafts").count == 1)
    try next.comments.keep([], for: "item-01.json")
    #expect(store().comments.all().isEmpty)
    #expect(try home.names("furikaeri/drafts").isEmpty)
    func blocked() -> DraftStore { DraftStore(book: folder.path, stateHome: "/proc/nowhere", home: nil) }
    try blocked().comments.keep(["よそに"], for: "item-01.json")
    #expect(all(blocked()) == ["item-01.json": ["よそに"]])
    #expect(try folder.names(".furikaeri").contains { $0.hasSuffix(".comment") })
  }

  @Test("Every call failing once: the marks are the old or the new ones, whole")
  func everyCallFails() throws {
    for code in [EIO, ENOSPC, EROFS] {
      var number = 0
      var isWhole = false
      while !isWhole {
        number += 1
        let folder = try Sample.book(1...1)
        _ = try BookFolder(path: folder.path).add(mark("前"), to: "item-01.json")
        let count = Counter()
        let calls = FakeFileCalls.failing(number, code: code, counting: count)
        let result = try? BookFolder(path: folder.path, calls: calls).add(mark("後"), to: "item-01.json")
        isWhole = count.value < number
        let now = try BookFolder(path: folder.path).reviews(of: "item-01.json").marks.map(\.comment)
        #expect(now == ["前"] || now == ["前", "後"])
        if result != nil { #expect(now == ["前", "後"]) }
        let again = try BookFolder(path: folder.path).add(mark("後"), to: "item-01.json")
        #expect(again.marks.map(\.comment) == ["前", "後"], "given again after call \(number) failed")
      }
      #expect(number > 8)
    }
  }
}
