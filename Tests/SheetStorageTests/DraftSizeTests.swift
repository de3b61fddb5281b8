import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

@Suite("How large drafts and comments may be")
struct DraftSizeTests {
  private let place: DraftPlaces

  init() throws { place = try DraftPlaces() }

  @Test("A text of nine mebibytes is found again, with what was typed behind it")
  func large() throws {
    let text = String(repeating: "九メビバイトの文の一行。\n", count: 260_000)
    #expect(text.utf8.count > 9 << 20)
    var journal: DraftJournal? = try place.journal()
    #expect(journal?.append(.insert(text)) == .kept)
    #expect(journal?.append(.insert("続き", at: text.utf8.count)) == .kept)
    journal = nil
    let found = try #require(place.free().first)
    #expect(found.isWhole && found.contents[.results]?.utf8.elementsEqual((text + "続き").utf8) == true)
  }

  @Test("Several comments of the largest size are kept together")
  func longComments() throws {
    let texts = (0..<5).map { String(repeating: "長", count: 349_000) + "\($0)" }
    try place.store().comments.keep(texts, for: "item-01.json")
    #expect(place.comments() == texts)
  }

  @Test("Comments that would not be read back are refused with their limit, and those before stay")
  func commentTooLong() throws {
    var program: DraftStore? = place.store()
    try program?.comments.keep([String(repeating: "c", count: DraftLimit.comment - 4096)], for: "item-01.json")
    #expect(throws: KeepingError.tooLarge(limit: DraftLimit.comment)) {
      try program?.comments.keep([String(repeating: "c", count: DraftLimit.comment)], for: "item-01.json")
    }
    program = nil
    #expect(place.comments().first?.utf8.count == DraftLimit.comment - 4096)
  }

  @Test("A draft that would not be read back is refused with its limit before it is written")
  func draftTooLarge() throws {
    let stored = try place.stored()
    let huge = StoredSheet(
      fileName: stored.fileName, sheet: stored.sheet, bytes: [UInt8](repeating: 0x20, count: DraftLimit.record + 1))
    let journal = place.store().journal(for: huge, sheet: stored.sheet)
    #expect(journal.append(.insert("文")) == .notKept(.tooLarge(limit: DraftLimit.record)))
    #expect(journal.append(.insert("文")) == .notKept(.tooLarge(limit: DraftLimit.record)))
    #expect((try? place.state.names("furikaeri/drafts"))?.isEmpty ?? true)
    #expect(journal.restart(over: stored, sheet: stored.sheet) == .kept, "with less of it the draft is kept again")
  }

  @Test("A large journal that cannot be written is not written down at every key, but when it is to be synced")
  func notAtEveryKey() throws {
    let count = Counter()
    let isFull = Mutex(true)
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      guard call == .write else { return }
      _ = count.next()
      if isFull.withLock({ $0 }) { throw SystemError(call: "write", code: ENOSPC) }
    }
    let journal = try place.journal(calls)
    let text = String(repeating: "字", count: 200_000)
    _ = journal.append(.insert(text))
    let tries = count.value
    for number in 0..<20 {
      #expect(
        journal.append(.insert("字", at: text.utf8.count + 3 * number))
          == .notKept(.system(SystemError(call: "write", code: ENOSPC))))
    }
    #expect(count.value == tries)
    isFull.withLock { $0 = false }
    #expect(journal.sync() == nil && journal.status == .kept && journal.isProven)
  }

  @Test("Thousands of keys at the front of a long text are written down anew and read back in seconds")
  func manyKeys() throws {
    let text = String(repeating: "三メビバイトの文の一行。\n", count: 86_000)
    #expect(text.utf8.count > 3 << 20)
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(.insert(text))
    let (seconds, found) = try ProcessorTime.seconds {
      for number in 0..<3000 { _ = journal?.append(.insert("字", at: 3 * number)) }
      journal = nil
      return try #require(place.free().first)
    }
    #expect(seconds < 20, "a debug build; docs/reliability.md has the release build's time")
    #expect(found.contents[.results]?.utf8.elementsEqual((String(repeating: "字", count: 3000) + text).utf8) == true)
  }
}
