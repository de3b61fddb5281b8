import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts on disk")
struct DraftTests {
  private let folder: TemporaryFolder
  private let state: TemporaryFolder

  init() throws {
    folder = try Sample.book(1...2)
    state = try TemporaryFolder()
  }

  private var store: DraftStore { DraftStore(book: folder.path, stateHome: state.path, home: nil) }

  /// The drafts that are free.
  ///
  /// A program that another test is just starting holds this one's descriptors, and so its locks, for a moment.
  private func free() -> [FoundDraft] {
    for _ in 0..<100 {
      let drafts = store.drafts()
      if !drafts.isEmpty { return drafts }
      usleep(10_000)
    }
    return []
  }

  private func stored() throws -> StoredSheet { try BookFolder(path: folder.path).loadSheet("item-01.json") }

  private func insert(_ text: String, at offset: Int) -> FieldEdit {
    FieldEdit(field: .results, offset: offset, removed: "", inserted: text)
  }

  private var draftFolder: String { state.path + "/furikaeri/drafts" }

  @Test("Every edit handed over is found again after the program is gone, without any sync")
  func survives() throws {
    let stored = try stored()
    var journal: DraftJournal? = store.journal(for: stored, sheet: stored.sheet)
    #expect(journal?.append(insert("途中の", at: 0), cursor: 9) == .kept)
    #expect(journal?.append(insert("文", at: 9), cursor: 12) == .kept)
    #expect(journal?.append(FieldEdit(field: .achievement, offset: 0, removed: "", inserted: "②"), cursor: 0) == .kept)
    #expect(store.drafts().isEmpty, "the journal of a living program is not taken over")
    journal = nil
    let found = try #require(free().first)
    let merge = found.merged(with: stored.sheet)
    #expect(merge.sheet.selfEvaluation.results == "途中の文")
    #expect(merge.sheet.selfEvaluation.achievement == .notMet)
    #expect(merge.conflicts.isEmpty && found.isWhole)
  }

  @Test("Drafts are private to the user and go when nothing is unsaved")
  func privateAndGone() throws {
    let journal = store.journal(for: try stored(), sheet: try stored().sheet)
    _ = journal.append(insert("文", at: 0), cursor: 3)
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: draftFolder).first)
    let attributes = try FileManager.default.attributesOfItem(atPath: draftFolder + "/" + name)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(
      try FileManager.default.attributesOfItem(atPath: draftFolder)[.posixPermissions] as? Int == 0o700)
    journal.finish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: draftFolder).isEmpty)
  }

  @Test("No file is made before the first edit")
  func lazy() throws {
    let journal = store.journal(for: try stored(), sheet: try stored().sheet)
    journal.finish()
    #expect(!FileManager.default.fileExists(atPath: draftFolder))
  }

  @Test("Where drafts cannot be kept they go into the book, out of git's sight")
  func elsewhere() throws {
    let blocked = DraftStore(book: folder.path, stateHome: "/proc/none", home: nil)
    let journal = blocked.journal(for: try stored(), sheet: try stored().sheet)
    let status = journal.append(insert("文", at: 0), cursor: 3)
    guard case .keptElsewhere(let place) = status else {
      Issue.record("kept as \(status)")
      return
    }
    #expect(place.hasSuffix("/.furikaeri"))
    #expect(try folder.text(".furikaeri/.gitignore") == "*\n")
    journal.finish()
  }

  @Test("Where no place can be written the person is told, and typing goes on")
  func nowhere() throws {
    let lost = DraftStore(book: "/proc/none", stateHome: "/proc/none", home: nil)
    let journal = lost.journal(for: try stored(), sheet: try stored().sheet)
    guard case .notKept = journal.append(insert("文", at: 0), cursor: 3) else {
      Issue.record("claims to be kept")
      return
    }
  }

  @Test("A disk that fills up and empties again loses nothing, whatever write it was that failed", arguments: 1...12)
  func diskFull(failing: Int) throws {
    let stored = try stored()
    let calls = FakeFileCalls.failing(failing, code: ENOSPC)
    let full = DraftStore(book: folder.path, stateHome: state.path, home: nil, calls: calls)
    var journal: DraftJournal? = full.journal(for: stored, sheet: stored.sheet)
    var statuses: [DraftStatus] = []
    for place in 0..<8 {
      if let status = journal?.append(insert("字", at: place * 3), cursor: 0) { statuses.append(status) }
    }
    if case .notKept? = statuses.last { Issue.record("not kept although the disk has room again") }
    journal = nil
    let text = free().compactMap { $0.contents[.results] }.max { $0.count < $1.count }
    #expect(text == "字字字字字字字字")
  }

  @Test("A long journal is written anew as one snapshot and holds the same text")
  func compacts() throws {
    let stored = try stored()
    var journal: DraftJournal? = store.journal(for: stored, sheet: stored.sheet)
    var offset = 0
    for _ in 0..<3000 {
      _ = journal?.append(insert("長い文章を書いています。", at: offset), cursor: 0)
      offset += "長い文章を書いています。".utf8.count
    }
    #expect(journal?.sync() == nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: draftFolder)
    #expect(names.count == 1)
    journal = nil
    let draft = try #require(free().first).merged(with: stored.sheet).sheet
    #expect(draft.selfEvaluation.results.string.count == 3000 * 12)
  }

  @Test("A journal cut anywhere gives back a beginning of the edits and never crashes")
  func cutAnywhere() throws {
    let stored = try stored()
    var journal: DraftJournal? = store.journal(for: stored, sheet: stored.sheet)
    for place in 0..<6 { _ = journal?.append(insert("字", at: place * 3), cursor: 0) }
    journal = nil
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: draftFolder).first)
    let whole = try state.read("furikaeri/drafts/" + name)
    var lengths: Set<Int> = []
    for count in stride(from: 0, through: whole.count, by: 7) {
      try state.write(Array(whole[..<count]), to: "furikaeri/drafts/" + name)
      guard let found = store.drafts().first else { continue }
      let text = found.contents[.results] ?? ""
      #expect(text == String(repeating: "字", count: text.count))
      lengths.insert(text.count)
    }
    #expect(lengths.max() ?? 0 >= 5)
  }

  @Test("Whatever stands in a journal, nothing crashes and no other sheet is touched")
  func mutated() throws {
    let stored = try stored()
    var journal: DraftJournal? = store.journal(for: stored, sheet: stored.sheet)
    for place in 0..<4 { _ = journal?.append(insert("字", at: place * 3), cursor: 0) }
    journal = nil
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: draftFolder).first)
    let whole = try state.read("furikaeri/drafts/" + name)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<800 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      try state.write(bytes, to: "furikaeri/drafts/" + name)
      for found in store.drafts() {
        #expect(found.fileName == "item-01.json")
        #expect((found.contents[.results] ?? "").allSatisfy { $0 == "字" })
      }
    }
  }

  @Test("A draft over a sheet that changed meanwhile keeps both sides")
  func changedMeanwhile() throws {
    let before = try stored()
    var journal: DraftJournal? = store.journal(for: before, sheet: before.sheet)
    _ = journal?.append(insert("自分", at: 0), cursor: 6)
    journal = nil
    var theirs = before.sheet
    theirs.midTermReview.targetForecast = .willBeMet
    try folder.write(try Sample.file(theirs), to: "item-01.json")
    let merge = try #require(free().first).merged(with: try stored().sheet)
    #expect(merge.sheet.midTermReview.targetForecast == .willBeMet)
    #expect(merge.sheet.selfEvaluation.results == "自分")
    #expect(merge.conflicts.isEmpty)
  }

  @Test(
    "A save whose end the draft does not tell of is known for its own: nothing stands there twice",
    arguments: [false, true])
  func ownSave(isWrittenAnew: Bool) throws {
    let stored = try stored()
    var journal: DraftJournal? = store.journal(for: stored, sheet: stored.sheet)
    _ = journal?.append(insert("一度目", at: 0), cursor: 9)
    journal?.noteSave()
    var sheet = stored.sheet
    sheet.selfEvaluation.results = "一度目"
    _ = try BookFolder(path: folder.path).write(try sheet.validated(), over: stored)
    _ = journal?.append(insert("、二度目", at: 9), cursor: 21)
    // Handed over once more, and never written.
    journal?.noteSave()
    if isWrittenAnew { _ = journal?.begin() }
    journal = nil
    let merge = try #require(free().first).merged(with: sheet)
    #expect(merge.sheet.selfEvaluation.results == "一度目、二度目" && merge.conflicts.isEmpty)
    var theirs = sheet
    theirs.midTermReview.issuesAndImprovements = "ほかの人のほかの欄"
    let both = try #require(free().first).merged(with: theirs)
    #expect(both.sheet.selfEvaluation.results == "一度目、二度目" && both.conflicts.isEmpty)
    theirs.selfEvaluation.results = "ほかの人の文"
    #expect(try #require(free().first).merged(with: theirs).conflicts == [.results])
  }

  @Test("Drafts of another book are left alone")
  func otherBook() throws {
    let other = try Sample.book(1...1)
    var journal: DraftJournal? = store.journal(for: try stored(), sheet: try stored().sheet)
    _ = journal?.append(insert("文", at: 0), cursor: 3)
    journal = nil
    #expect(DraftStore(book: other.path, stateHome: state.path, home: nil).drafts().isEmpty)
    #expect(store.drafts().count == 1)
  }

  @Test("A draft thrown away stays two weeks; one that is damaged is put aside when it is taken over")
  func putAway() throws {
    for isDamaged in [false, true] {
      var journal: DraftJournal? = store.journal(for: try stored(), sheet: try stored().sheet)
      _ = journal?.append(insert("文", at: 0), cursor: 3)
      journal = nil
      let path = try #require(free().first?.path)
      if isDamaged {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.seekToEnd()
        try file.write(contentsOf: Data("torn".utf8))
      }
      let found = try #require(free().first)
      #expect(found.isWhole == !isDamaged)
      if isDamaged { store.remove(found) } else { #expect(store.discard(found)) }
      #expect(store.drafts().isEmpty)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: draftFolder)
    #expect(names.filter { $0.hasSuffix(".broken") }.count == 1 && names.contains("old"))
    let old = try FileManager.default.contentsOfDirectory(atPath: draftFolder + "/old")
    #expect(old.count == 1)
    let longAgo = timespec(tv_sec: time(nil) - 15 * 24 * 60 * 60, tv_nsec: 0)
    utimensat(AT_FDCWD, draftFolder + "/old/" + (old.first ?? ""), [longAgo, longAgo], 0)
    let journal = store.journal(for: try stored(), sheet: try stored().sheet)
    _ = journal.append(insert("次", at: 0), cursor: 3)
    journal.finish()
    _ = journal.append(insert("次", at: 0), cursor: 3)
    let path = try FileManager.default.contentsOfDirectory(atPath: draftFolder).first { $0.hasSuffix(".draft") }
    _ = store.discard(
      FoundDraft(
        path: draftFolder + "/" + (path ?? ""), fileName: "item-01.json", base: [], contents: [:], isWhole: true,
        modified: 0))
    #expect(try FileManager.default.contentsOfDirectory(atPath: draftFolder + "/old") == [path ?? ""])
  }

  @Test("Where the folder for what was thrown away cannot be used, a draft is put away beside it")
  func putAwayBeside() throws {
    var journal: DraftJournal? = store.journal(for: try stored(), sheet: try stored().sheet)
    _ = journal?.append(insert("文", at: 0), cursor: 3)
    journal = nil
    try state.write("", to: "furikaeri/drafts/old")
    let found = try #require(free().first)
    #expect(store.discard(found))
    #expect(store.drafts().isEmpty)
    #expect(try state.names("furikaeri/drafts").contains(JournalFile.name(of: found.path) + ".discarded"))
  }
}
