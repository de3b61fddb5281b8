import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts, comments and presence when a call fails")
struct DraftFaultTests {
  /// Tries something with the first call failing, then with the second, until no call is left to fail.
  ///
  /// - Parameter isLasting: whether all calls behind that one fail as well.
  private func everyCall(
    _ code: Int32, isLasting: Bool = false, atLeast least: Int, _ attempt: (FakeFileCalls, Int) throws -> Void
  ) throws {
    for failing in 1... {
      let count = Counter()
      let calls = FakeFileCalls(counting: count) { call, made throws(SystemError) in
        if made == failing || (isLasting && made > failing) { throw SystemError(call: call.rawValue, code: code) }
      }
      try attempt(calls, failing)
      guard count.value >= failing else {
        #expect(failing > least)
        return
      }
    }
  }

  /// Leaves the draft of a program that has ended.
  private func leaveDraft(_ text: String, in place: DraftPlaces) throws -> FoundDraft {
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(.insert(text))
    journal = nil
    return try #require(place.free().first)
  }

  @Test(
    "A draft is taken over, written on, synced and handed over: wherever it stops, all of it is found where it says",
    arguments: LongRun.isOn ? [EIO, ENOSPC, EACCES, EINVAL] : [EIO, EINVAL], [1, 2, 3, 5])
  func journal(code: Int32, steps: Int) throws {
    try everyCall(code, atLeast: steps > 2 ? 12 : 6) { calls, failing in
      try takeOver(steps, calls, failing, hasMorePlaces: true)
    }
  }

  @Test(
    "On a disk that fails from some moment on a draft is kept, or is said not to be, and what was there stays",
    arguments: LongRun.isOn ? [EIO, ENOSPC] : [EIO], [3, 5])
  func lasting(code: Int32, steps: Int) throws {
    try everyCall(code, isLasting: true, atLeast: 12) { calls, failing in
      try takeOver(steps, calls, failing, hasMorePlaces: false)
    }
  }

  /// Takes an earlier draft over, types, syncs, hands over and types again, as many of these steps as are wanted.
  private func takeOver(_ steps: Int, _ calls: FakeFileCalls, _ failing: Int, hasMorePlaces: Bool) throws {
    let place = try DraftPlaces()
    let earlier = try leaveDraft("前の文", in: place)
    let store = place.store(calls)
    let stored = try place.stored()
    let sheet = earlier.merged(with: stored.sheet).sheet
    var journal: DraftJournal? = store.journal(for: stored, sheet: sheet)
    var text = "前の文"
    var status = try #require(journal?.restart(over: stored, sheet: sheet, replacing: store.claim(earlier)))
    for step in 1..<steps {
      switch step {
      case 1, 4:
        status = try #require(journal?.append(.insert("続")))
        text = "続" + text
      case 2:
        let failure = journal?.sync()
        #expect((failure == nil) == journal?.isProven)
        status = try #require(journal?.status)
      default: journal?.noteSave()
      }
    }
    journal = nil
    let found = place.free().filter { $0.contents[.results] == text }
    switch status {
    case .kept: #expect(found.contains { $0.path.hasPrefix(place.first) }, "call \(failing)")
    case .keptElsewhere(let folder): #expect(found.contains { $0.path.hasPrefix(folder) }, "call \(failing)")
    case .notKept:
      #expect(!hasMorePlaces, "call \(failing): there were two more places")
      #expect(place.free().contains { $0.contents[.results]?.hasSuffix("前の文") == true }, "call \(failing)")
    }
  }

  @Test("A journal that is done with goes, or is found again whole", arguments: [EIO, EACCES])
  func finished(code: Int32) throws {
    try everyCall(code, atLeast: 4) { calls, failing in
      let place = try DraftPlaces()
      let journal = try place.journal(calls)
      _ = journal.append(.insert("文"))
      journal.finish()
      #expect(place.paths.isEmpty, "call \(failing)")
      #expect(try place.folder.read("item-01.json") == place.stored().bytes)
    }
  }

  @Test("A draft that is thrown away is there still, however old it is", arguments: [EIO, EACCES, ENOSPC])
  func discarded(code: Int32) throws {
    try everyCall(code, atLeast: 3) { calls, failing in
      let place = try DraftPlaces()
      let earlier = try leaveDraft("捨てる文", in: place)
      let longAgo = timespec(tv_sec: time(nil) - 20 * 24 * 60 * 60, tv_nsec: 0)
      utimensat(AT_FDCWD, earlier.path, [longAgo, longAgo], 0)
      let isDiscarded = place.store(calls).discard(earlier)
      #expect(place.store().drafts().isEmpty == isDiscarded, "call \(failing)")
      let name = JournalFile.name(of: earlier.path)
      let kept = ["", "old/"].flatMap { folder in
        ((try? place.state.names("furikaeri/drafts/" + folder)) ?? []).filter { $0.hasPrefix(name) }
      }
      #expect(kept.count == 1, "call \(failing)")
    }
  }

  @Test("A draft that could not be read whole is put aside, or stays", arguments: [EIO, EACCES])
  func damaged(code: Int32) throws {
    try everyCall(code, atLeast: 2) { calls, failing in
      let place = try DraftPlaces()
      let earlier = try leaveDraft("文", in: place)
      let file = try #require(FileHandle(forWritingAtPath: earlier.path))
      try file.seekToEnd()
      try file.write(contentsOf: Data("torn".utf8))
      try file.close()
      place.store(calls).remove(try #require(place.free().first))
      let name = JournalFile.name(of: earlier.path)
      #expect(try place.state.names("furikaeri/drafts").filter { $0.hasPrefix(name) }.count == 1, "call \(failing)")
    }
  }

  @Test(
    "Comments are taken over, changed and given: those that were kept last are found, or are said not to be kept",
    arguments: LongRun.isOn ? [EIO, ENOSPC, EACCES, EINVAL] : [EIO, EINVAL], [false, true])
  func comments(code: Int32, isLasting: Bool) throws {
    try everyCall(code, isLasting: isLasting, atLeast: 10) { calls, failing in
      let place = try DraftPlaces()
      try place.store().comments.keep(["前の"], for: "item-01.json")
      #expect(place.comments() == ["前の"])
      var program: DraftStore? = place.store(calls)
      var kept = ["前の"]
      for text in ["今の", "後の"] {
        let found = program?.comments.found() ?? []
        do {
          try program?.comments.keep(["前の", text], for: "item-01.json", takingOver: found)
          kept = ["前の", text]
        } catch {
          #expect(isLasting, "call \(failing): there were two more places")
        }
      }
      program = nil
      let found = place.comments(kept.count)
      #expect(kept.allSatisfy { found.contains($0) }, "call \(failing): \(found)")
    }
  }

  @Test("Comments that were given are forgotten, whatever fails", arguments: [EIO, EACCES])
  func given(code: Int32) throws {
    try everyCall(code, atLeast: 6) { calls, failing in
      let place = try DraftPlaces()
      var program: DraftStore? = place.store(calls)
      try program?.comments.keep(["書きかけ"], for: "item-01.json")
      try program?.comments.keep([], for: "item-01.json")
      program = nil
      #expect(place.store().comments.all().isEmpty, "call \(failing)")
    }
  }

  @Test("A sheet is marked as being edited, or it is said that it cannot be", arguments: [EIO, ENOSPC, ENOLCK])
  func presence(code: Int32) throws {
    try everyCall(code, atLeast: 10) { calls, failing in
      let folder = try Sample.book(1...1)
      let bytes = try folder.read("item-01.json")
      var outcome: EditingClaim.Outcome? = .mark("item-01.json", in: folder.path, calls)
      let holders = EditingClaim.holders(in: folder.path)
      switch outcome {
      case .claimed?: #expect(holders.keys.sorted() == ["item-01.json"], "call \(failing)")
      case .impossible?: #expect(holders.isEmpty, "call \(failing)")
      case .held?, nil: Issue.record("call \(failing): nobody else is there")
      }
      outcome = nil
      guard case .claimed = EditingClaim.Outcome.mark("item-01.json", in: folder.path, SystemFileCalls()) else {
        Issue.record("call \(failing): the next one cannot mark it")
        return
      }
      #expect(try folder.read("item-01.json") == bytes && folder.leftovers().isEmpty, "call \(failing)")
    }
  }

  @Test("A try of the file system leaves nothing behind", arguments: [EIO, ENOSPC])
  func probe(code: Int32) throws {
    try everyCall(code, atLeast: 8) { calls, failing in
      let folder = try Sample.book(1...1)
      _ = try? FileSystemProbe(in: folder.path, calls: calls)
      #expect(try folder.names() == ["book.json", "item-01.json"], "call \(failing)")
    }
  }
}

extension EditingClaim.Outcome {
  fileprivate static func mark(_ fileName: String, in book: String, _ calls: any FileCalls) -> Self {
    EditingClaim.claim(fileName, in: book, author: Author(name: "見本"), calls: calls)
  }
}
