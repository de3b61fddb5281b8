import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts on disk")
struct DraftTests {
  private let place: DraftPlaces

  init() throws { place = try DraftPlaces(1...2) }

  @Test("Every edit handed over is found again after the program is gone, without any sync")
  func survives() throws {
    let stored = try place.stored()
    var journal: DraftJournal? = try place.journal()
    #expect(journal?.append(.insert("途中の")) == .kept)
    #expect(journal?.append(.insert("文", at: 9)) == .kept)
    #expect(journal?.append(FieldEdit(field: .achievement, offset: 0, removed: "", inserted: "②")) == .kept)
    #expect(place.store().drafts().isEmpty, "the journal of a living program is not taken over")
    journal = nil
    let found = try #require(place.free().first)
    let merge = found.merged(with: stored.sheet)
    #expect(merge.sheet.selfEvaluation.results == "途中の文")
    #expect(merge.sheet.selfEvaluation.achievement == .notMet)
    #expect(merge.conflicts.isEmpty && found.isWhole)
  }

  @Test("Drafts are private to the user and go when nothing is unsaved")
  func privateAndGone() throws {
    let journal = try place.journal()
    _ = journal.append(.insert("文"))
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: place.first).first)
    let attributes = try FileManager.default.attributesOfItem(atPath: place.first + "/" + name)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(
      try FileManager.default.attributesOfItem(atPath: place.first)[.posixPermissions] as? Int == 0o700)
    journal.finish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.first).isEmpty)
  }

  @Test("No file is made before the first edit")
  func lazy() throws {
    let journal = try place.journal()
    journal.finish()
    #expect(!FileManager.default.fileExists(atPath: place.first))
  }

  @Test("Where drafts cannot be kept they go into the book, out of git's sight")
  func elsewhere() throws {
    let blocked = DraftStore(book: place.folder.path, stateHome: "/proc/none", home: nil)
    let journal = blocked.journal(for: try place.stored(), sheet: try place.stored().sheet)
    let status = journal.append(.insert("文"))
    guard case .keptElsewhere(let elsewhere) = status else {
      Issue.record("kept as \(status)")
      return
    }
    #expect(elsewhere.hasSuffix("/.furikaeri"))
    #expect(try place.folder.text(".furikaeri/.gitignore") == "*\n")
    journal.finish()
  }

  @Test("Where no place can be written the person is told, and typing goes on")
  func nowhere() throws {
    let lost = DraftStore(book: "/proc/none", stateHome: "/proc/none", home: nil)
    let journal = lost.journal(for: try place.stored(), sheet: try place.stored().sheet)
    guard case .notKept = journal.append(.insert("文")) else {
      Issue.record("claims to be kept")
      return
    }
  }

  @Test("A disk that fills up and empties again loses nothing, whatever write it was that failed", arguments: 1...12)
  func diskFull(failing: Int) throws {
    let calls = FakeFileCalls.failing(failing, code: ENOSPC)
    var journal: DraftJournal? = try place.journal(calls)
    var statuses: [DraftStatus] = []
    for number in 0..<8 {
      if let status = journal?.append(.insert("字", at: number * 3)) { statuses.append(status) }
    }
    if case .notKept? = statuses.last { Issue.record("not kept although the disk has room again") }
    journal = nil
    let text = place.free().compactMap { $0.contents[.results] }.max { $0.count < $1.count }
    #expect(text == "字字字字字字字字")
  }

  @Test("A long journal is written anew as one snapshot and holds the same text")
  func compacts() throws {
    let stored = try place.stored()
    var journal: DraftJournal? = try place.journal()
    var offset = 0
    for _ in 0..<3000 {
      _ = journal?.append(.insert("長い文章を書いています。", at: offset))
      offset += "長い文章を書いています。".utf8.count
    }
    #expect(journal?.sync() == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: place.first)
    #expect(names.count == 1)
    journal = nil
    let draft = try #require(place.free().first).merged(with: stored.sheet).sheet
    #expect(draft.selfEvaluation.results.string.count == 3000 * 12)
  }

  @Test("An edit of an earlier version, which told where the cursor was, is read; it is written without that")
  func earlierVersion() {
    let text = "{\"at\": 3, \"cursor\": 6, \"field\": \"selfEvaluation.results\", \"in\": \"字\", \"out\": \"\"}"
    let record = DraftRecord(kind: UInt8(ascii: "K"), payload: Array(text.utf8))
    #expect(record == .edit(.insert("字", at: 3)))
    #expect(record.map { String(decoding: $0.payload, as: UTF8.self) }?.contains("cursor") == false)
  }

  @Test("A journal cut anywhere gives back a beginning of the edits and never crashes")
  func cutAnywhere() throws {
    var journal: DraftJournal? = try place.journal()
    for number in 0..<6 { _ = journal?.append(.insert("字", at: number * 3)) }
    journal = nil
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: place.first).first)
    let whole = try place.state.read("furikaeri/drafts/" + name)
    var lengths: Set<Int> = []
    for count in stride(from: 0, through: whole.count, by: 7) {
      try place.state.write(Array(whole[..<count]), to: "furikaeri/drafts/" + name)
      guard let found = place.store().drafts().first else { continue }
      let text = found.contents[.results] ?? ""
      #expect(text == String(repeating: "字", count: text.count))
      lengths.insert(text.count)
    }
    #expect(lengths.max() ?? 0 >= 5)
  }

  @Test("Whatever stands in a journal, nothing crashes and no other sheet is touched")
  func mutated() throws {
    var journal: DraftJournal? = try place.journal()
    for number in 0..<4 { _ = journal?.append(.insert("字", at: number * 3)) }
    journal = nil
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: place.first).first)
    let whole = try place.state.read("furikaeri/drafts/" + name)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<800 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try place.state.write(bytes, to: "furikaeri/drafts/" + name)
      for found in place.store().drafts() {
        #expect(found.fileName == "item-01.json")
        #expect((found.contents[.results] ?? "").allSatisfy { $0 == "字" })
      }
    }
  }

  @Test("A draft over a sheet that changed meanwhile keeps both sides")
  func changedMeanwhile() throws {
    let before = try place.stored()
    var journal: DraftJournal? = place.store().journal(for: before, sheet: before.sheet)
    _ = journal?.append(.insert("自分"))
    journal = nil
    var theirs = before.sheet
    theirs.midTermReview.targetForecast = .willBeMet
    try place.folder.write(try Sample.file(theirs), to: "item-01.json")
    let merge = try #require(place.free().first).merged(with: try place.stored().sheet)
    #expect(merge.sheet.midTermReview.targetForecast == .willBeMet)
    #expect(merge.sheet.selfEvaluation.results == "自分")
    #expect(merge.conflicts.isEmpty)
  }

  @Test(
    "A save whose end the draft does not tell of is known for its own: nothing stands there twice",
    arguments: [false, true])
  func ownSave(isWrittenAnew: Bool) throws {
    let stored = try place.stored()
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(.insert("一度目"))
    journal?.noteSave()
    var sheet = stored.sheet
    sheet.selfEvaluation.results = "一度目"
    _ = try BookFolder(path: place.folder.path).write(try sheet.validated(), over: stored)
    _ = journal?.append(.insert("、二度目", at: 9))
    // Handed over once more, and never written.
    journal?.noteSave()
    if isWrittenAnew { _ = journal?.begin() }
    journal = nil
    let merge = try #require(place.free().first).merged(with: sheet)
    #expect(merge.sheet.selfEvaluation.results == "一度目、二度目" && merge.conflicts.isEmpty)
    var theirs = sheet
    theirs.midTermReview.issuesAndImprovements = "ほかの人のほかの欄"
    let both = try #require(place.free().first).merged(with: theirs)
    #expect(both.sheet.selfEvaluation.results == "一度目、二度目" && both.conflicts.isEmpty)
    theirs.selfEvaluation.results = "ほかの人の文"
    #expect(try #require(place.free().first).merged(with: theirs).conflicts == [.results])
  }

  @Test("Drafts of another book are left alone")
  func otherBook() throws {
    let other = try Sample.book(1...1)
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(.insert("文"))
    journal = nil
    #expect(DraftStore(book: other.path, stateHome: place.state.path, home: nil).drafts().isEmpty)
    #expect(place.store().drafts().count == 1)
  }

  @Test("A draft thrown away stays two weeks; one that is damaged is put aside when it is taken over")
  func putAway() throws {
    for isDamaged in [false, true] {
      var journal: DraftJournal? = try place.journal()
      _ = journal?.append(.insert("文"))
      journal = nil
      let path = try #require(place.free().first?.path)
      if isDamaged {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("torn".utf8))
      }
      let found = try #require(place.free().first)
      #expect(found.isWhole == !isDamaged)
      if isDamaged { place.store().remove(found) } else { #expect(place.store().discard(found)) }
      #expect(place.store().drafts().isEmpty)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.first)
    #expect(names.filter { $0.hasSuffix(".broken") }.count == 1 && names.contains("old"))
    let old = try FileManager.default.contentsOfDirectory(atPath: place.first + "/old")
    #expect(old.count == 1)
    let longAgo = timespec(tv_sec: time(nil) - 15 * 24 * 60 * 60, tv_nsec: 0)
    utimensat(AT_FDCWD, place.first + "/old/" + (old.first ?? ""), [longAgo, longAgo], 0)
    let journal = try place.journal()
    _ = journal.append(.insert("次"))
    journal.finish()
    _ = journal.append(.insert("次"))
    let path = try FileManager.default.contentsOfDirectory(atPath: place.first).first { $0.hasSuffix(".draft") }
    _ = place.store().discard(
      FoundDraft(
        path: place.first + "/" + (path ?? ""), fileName: "item-01.json", base: [], contents: [:], isWhole: true,
        modified: 0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.first + "/old") == [path ?? ""])
  }

  @Test("Where the folder for what was thrown away cannot be used, a draft is put away beside it")
  func putAwayBeside() throws {
    var journal: DraftJournal? = try place.journal()
    _ = journal?.append(.insert("文"))
    journal = nil
    try place.state.write("", to: "furikaeri/drafts/old")
    let found = try #require(place.free().first)
    #expect(place.store().discard(found))
    #expect(place.store().drafts().isEmpty)
    #expect(try place.state.names("furikaeri/drafts").contains(JournalFile.name(of: found.path) + ".discarded"))
  }
}
