import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts and what is proven of the disk")
struct DraftProofTests {
  private let place: DraftPlaces

  init() throws { place = try DraftPlaces() }

  private func append(_ text: String, to journal: DraftJournal?) {
    _ = journal?.append(.insert(text))
  }

  /// Appends until the journal is written anew, a key behind that.
  private func writeAnew(_ journal: DraftJournal?) {
    let before = place.paths
    while place.paths == before { append(String(repeating: "長", count: 30_000), to: journal) }
  }

  /// Calls of which the syncs of some paths fail as long as it is wanted.
  private func calls(
    failing: Flag, code: Int32 = ENOSPC, of isMeant: @escaping @Sendable (String) -> Bool
  ) -> FakeFileCalls {
    FakeFileCalls(syncing: { path throws(SystemError) in
      if failing.isSet, isMeant(path) { throw SystemError(call: "fsync", code: code) }
    })
  }

  @Test("Written anew, the file before stays until a sync proved the new one; killed in between, one draft is found")
  func writtenAnew() throws {
    var journal: DraftJournal? = try place.journal()
    append("初め", to: journal)
    #expect(journal?.sync() == nil)
    writeAnew(journal)
    #expect(place.paths.count == 2)
    append("終り", to: journal)
    let descriptor = try #require(journal?.copyOfDescriptor())
    #expect(place.paths.count == 2, "nothing is removed before the answer")
    _ = descriptor.sync()
    #expect(place.paths.count == 2)
    journal = nil
    let found = place.free()
    #expect(found.count == 1 && found.first?.contents[.results]?.hasPrefix("終り長") == true)
    let claimed = try #require(found.first.flatMap { place.store().claim($0) })
    #expect(claimed.files.count == 2 && place.store().drafts().isEmpty, "what is taken is nobody else's")
    for file in claimed.files { close(file.descriptor) }
    for draft in place.free() { place.store().remove(draft) }
    #expect(place.paths.isEmpty)
  }

  @Test("The answer of a sync removes the files before the one that it proved, and no other")
  func answers() throws {
    let journal = try place.journal()
    append("一", to: journal)
    let first = try #require(journal.copyOfDescriptor())
    writeAnew(journal)
    let second = try #require(journal.copyOfDescriptor())
    #expect(journal.take(first.sync()) == .proven && place.paths.count == 2, "nothing behind the first file is proven")
    #expect(journal.take(second.sync()) == .proven && place.paths.count == 1 && journal.isProven)
    let late = DraftProof(path: first.path, outcome: .failed(SystemError(call: "fsync", code: EIO)), count: 1)
    #expect(journal.take(late) == .nothing)
    #expect(journal.isProven && journal.status == .kept, "an answer about a file that is gone changes nothing")
  }

  @Test("A sync that was asked for before the last key proves nothing about that key")
  func lateAnswer() throws {
    let journal = try place.journal()
    append("一", to: journal)
    #expect(!journal.isProven)
    let asked = try #require(journal.copyOfDescriptor())
    append("二", to: journal)
    #expect(journal.take(asked.sync()) == .proven && !journal.isProven)
    #expect(journal.sync() == nil && journal.isProven)
  }

  @Test("Where only the sync reports an error the next place is tried, and the old file stays until that is proven")
  func syncFails() throws {
    let fails = Flag(false)
    let bad = place.state.path
    let journal = try place.journal(calls(failing: fails) { $0.hasPrefix(bad) })
    append("一", to: journal)
    #expect(journal.sync() == nil && place.paths.count == 1)
    writeAnew(journal)
    fails.set(true)
    let answer = try #require(journal.copyOfDescriptor()).sync()
    #expect(answer.outcome == .failed(SystemError(call: "fsync", code: ENOSPC)))
    #expect(journal.take(answer) == .writtenAnew)
    #expect(
      place.paths.count == 3 && journal.status == .keptElsewhere(folder: place.store().places[1]) && !journal.isProven)
    #expect(journal.take(try #require(journal.copyOfDescriptor()).sync()) == .proven)
    #expect(place.paths.count == 1 && place.paths[0].hasPrefix(place.store().places[1]) && journal.isProven)
    append("二", to: journal)
    writeAnew(journal)
    #expect(
      place.paths.allSatisfy { $0.hasPrefix(place.store().places[1]) }, "it does not go back to the disk that failed")
  }

  @Test("Where every sync fails nothing is called kept, the proven file stays, and the files do not pile up")
  func everySyncFails() throws {
    let fails = Flag(false)
    var journal: DraftJournal? = try place.journal(calls(failing: fails) { _ in true })
    append("証", to: journal)
    #expect(journal?.sync() == nil)
    let proven = place.paths
    fails.set(true)
    for _ in 0..<20 {
      append("続", to: journal)
      #expect(journal?.sync() == .system(SystemError(call: "fsync", code: ENOSPC)))
      #expect(journal?.status == .notKept(.system(SystemError(call: "fsync", code: ENOSPC))))
    }
    #expect(place.paths.contains(proven[0]) && place.paths.count <= 6)
    fails.set(false)
    append("終", to: journal)
    #expect(journal?.sync() == nil && journal?.isProven == true && place.paths.count == 1)
    journal = nil
    #expect(place.free().first?.contents[.results] == "終" + String(repeating: "続", count: 20) + "証")
  }

  @Test("A folder whose sync fails proves nothing; one that has no such call needs none", arguments: [EIO, EINVAL])
  func folderSync(code: Int32) throws {
    let journal = try place.journal(calls(failing: Flag(true), code: code) { !$0.hasSuffix(".draft") })
    append("一", to: journal)
    #expect((journal.sync() == nil) == (code == EINVAL) && journal.isProven == (code == EINVAL))
  }

  @Test("A file that somebody removed, renamed or emptied is written anew at the next sync", arguments: 0..<3)
  func removed(way: Int) throws {
    var journal: DraftJournal? = try place.journal()
    append("文", to: journal)
    let path = try #require(place.paths.first)
    switch way {
    case 0: unlink(path)
    case 1: rename(path, path + ".away")
    default: truncate(path, 0)
    }
    append("続", to: journal)
    #expect(journal?.sync() == nil && journal?.isProven == true && journal?.status == .kept)
    #expect(place.paths.count == 1 && place.paths.first != path)
    journal = nil
    #expect(place.free().first?.contents[.results] == "続文")
  }

  @Test("A place in which files are not found again is left for the next one")
  func notFoundAgain() throws {
    let bad = place.state.path
    let journal = try place.journal(
      FakeFileCalls(syncing: { if $0.hasPrefix(bad), $0.hasSuffix(".draft") { unlink($0) } }))
    append("文", to: journal)
    #expect(journal.sync() == nil && journal.status == .keptElsewhere(folder: place.store().places[1]))
  }

  @Test("What is left unsaved by a save begins anew, and the journal before goes when that is proven")
  func restarted() throws {
    var journal: DraftJournal? = try place.journal()
    append("前", to: journal)
    #expect(journal?.sync() == nil)
    var rest = try place.stored().sheet
    rest.setContent("残り", of: .midTermIssues)
    #expect(journal?.restart(over: try place.stored(), sheet: rest) == .kept)
    #expect(place.paths.count == 2 && journal?.isProven == false)
    #expect(journal?.sync() == nil && place.paths.count == 1)
    #expect(journal?.restart(over: try place.stored(), sheet: rest) == .kept && place.paths.count == 2)
    journal?.finish()
    #expect(place.paths.isEmpty, "nothing is unsaved")
    journal = nil
  }

  @Test("A draft of an earlier program goes when its text is proven in the new journal, and not before")
  func resumed() throws {
    var earlier: DraftJournal? = try place.journal()
    append("前の文", to: earlier)
    earlier = nil
    let found = try #require(place.free().first)
    let sheet = found.merged(with: try place.stored().sheet).sheet
    var journal: DraftJournal? = place.store().journal(for: try place.stored(), sheet: sheet)
    #expect(journal?.restart(over: try place.stored(), sheet: sheet, replacing: place.store().claim(found)) == .kept)
    #expect(place.paths.count == 2 && place.store().drafts().isEmpty)
    append("続き", to: journal)
    journal = nil
    let again = place.free()
    #expect(again.count == 1 && again.first?.contents[.results] == "続き前の文")
    journal = place.store().journal(for: try place.stored(), sheet: sheet)
    _ = journal?.restart(
      over: try place.stored(), sheet: sheet, replacing: again.first.flatMap { place.store().claim($0) })
    #expect(journal?.sync() == nil && place.paths.count == 1)
  }

  @Test("A new journal that was cut before its snapshot does not hide the one before")
  func cutSnapshot() throws {
    var journal: DraftJournal? = try place.journal()
    append("初め", to: journal)
    let before = place.paths
    writeAnew(journal)
    journal = nil
    let path = try #require(place.paths.first { !before.contains($0) })
    #expect(place.free().count == 1)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try bytes[..<(bytes.count / 3)].write(to: URL(fileURLWithPath: path))
    #expect(place.store().drafts().contains { $0.path == before[0] && $0.contents[.results]?.hasSuffix("初め") == true })
  }

  @Test("A draft that holds nothing new stays until the sheet and its name are on the disk")
  func empty() throws {
    var journal: DraftJournal? = try place.journal()
    append("同じ文", to: journal)
    journal = nil
    let found = try #require(place.free().first)
    for suffix in ["/item-01.json", DraftStore.resolved(place.folder.path)] {
      let failing = Flag(true)
      place.store(calls(failing: failing, code: EIO) { $0.hasSuffix(suffix) }).removeEmpty(found)
      #expect(place.free().count == 1, "\(suffix)")
    }
    place.store().removeEmpty(found)
    #expect(place.paths.isEmpty)
  }

  @Test("With the places looked at once for all books, each finds its own drafts")
  func listing() throws {
    var journal: DraftJournal? = try place.journal()
    append("文", to: journal)
    journal = nil
    #expect(place.free().count == 1)
    let other = try Sample.book(1...1)
    let listing = DraftStore.listing(stateHome: place.state.path, home: nil, runtime: place.runtime.path)
    func drafts(_ book: TemporaryFolder) throws -> [FoundDraft] {
      DraftStore(
        book: book.path, stateHome: place.state.path, home: nil, runtime: place.runtime.path,
        header: try BookFolder(path: book.path).loadHeader(), listing: listing
      ).drafts()
    }
    #expect(try drafts(place.folder).map(\.fileName) == ["item-01.json"])
    #expect(try drafts(other).isEmpty)
  }

  @Test("A new journal that was cut behind its base is removed without the one before", arguments: [0, 1])
  func cutBehindBase(back: Int) throws {
    var journal: DraftJournal? = try place.journal()
    append("初め", to: journal)
    let before = place.paths
    writeAnew(journal)
    journal = nil
    let path = try #require(place.paths.first { !before.contains($0) })
    #expect(place.free().count == 1)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let records = DraftFraming.read(bytes, most: 2).records
    var framing = DraftFraming()
    let beginning = records.reduce(DraftFraming.magic) { $0 + (framing.frame($1) ?? []) }
    try Data(beginning.dropLast(back)).write(to: URL(fileURLWithPath: path))
    let cut = try #require(place.store().drafts().first { $0.path == path })
    place.store().remove(cut)
    #expect(place.store().drafts().contains { $0.path == before[0] && $0.contents[.results]?.hasSuffix("初め") == true })
  }
}

/// Something that is so or is not, from any thread.
final class Flag: Sendable {
  private let value: Mutex<Bool>

  init(_ value: Bool) { self.value = Mutex(value) }

  var isSet: Bool { value.withLock { $0 } }

  func set(_ value: Bool) { self.value.withLock { $0 = value } }
}
