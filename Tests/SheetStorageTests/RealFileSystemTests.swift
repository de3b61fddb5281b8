import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

/// On the file system of the machine's temporary files; in the long run on every kind that can be mounted.
@Suite("Real file systems", .serialized)
struct RealFileSystemTests {
  private static let kinds: [MountedFileSystem.Kind] = LongRun.isOn ? MountedFileSystem.Kind.allCases : [.own]
  private static let name = "item-01.json"

  /// A mounted file system with a book of one sheet on it, made by the program.
  private func book(_ kind: MountedFileSystem.Kind) throws -> (system: MountedFileSystem, book: BookFolder)? {
    guard let system = try MountedFileSystem(kind) else { return nil }
    let book = BookFolder(path: system.path + "/book", author: Author(name: "a"))
    try book.createBook(BookHeader(ward: "見本区", fiscalYear: try #require(FiscalYear(2019))))
    _ = try book.create(try Sample.sheet(1).validated())
    return (system, book)
  }

  private func save(_ book: BookFolder, _ text: LongText) throws -> BookFolder.Written {
    let base = try book.loadSheet(RealFileSystemTests.name)
    var sheet = base.sheet
    sheet.selfEvaluation.results = text
    return try book.write(try sheet.validated(), over: base)
  }

  @Test("Saves, marks, presence and drafts; a stale version is refused; nothing lies about", arguments: kinds)
  func everything(kind: MountedFileSystem.Kind) throws {
    guard let (system, book) = try book(kind) else { return }
    defer { withExtendedLifetime(system) {} }
    var times: [Double] = []
    let first = try book.loadSheet(RealFileSystemTests.name)
    for number in 1...(LongRun.isOn ? 50 : 5) {
      let started = Date()
      let written = try save(book, LongText("版 \(number)"))
      times.append(Date().timeIntervalSince(started) * 1000)
      #expect(written.historyError == nil && written.foreignCopies.isEmpty)
    }
    #expect(try book.history(of: RealFileSystemTests.name).entries.count == times.count)
    var stale = first.sheet
    stale.starred = true
    #expect(throws: StorageError.self) { try book.write(try stale.validated(), over: first) }
    let mark = ReviewMark(period: .midTerm, decision: .confirmed, comment: "", who: "", when: "", contents: [:])
    for count in 1...2 { #expect(try book.add(mark, to: RealFileSystemTests.name).marks.count == count) }
    let store = DraftStore(book: book.path, stateHome: system.path + "/state", home: nil)
    let stored = try book.loadSheet(RealFileSystemTests.name)
    let journal = store.journal(for: stored, sheet: stored.sheet)
    #expect(journal.begin() == .kept && journal.sync() == nil)
    journal.finish()
    let names = try FileManager.default.contentsOfDirectory(atPath: book.path).sorted()
    #expect(names == [".furikaeri", ".gitattributes", "book.json", "history", "item-01.json", "reviews"])
    let probe = try FileSystemProbe(in: book.path)
    times.sort()
    print(
      "\(kind.rawValue): save \(times[times.count / 2]) ms, most \(times[times.count - 1]) ms; locks \(word(probe.locks)),"
        + " exchange \(word(probe.exchange)), access lists \(word(probe.accessLists)), fsync \(word(probe.sync))")
  }

  private func word(_ failure: SystemError?) -> String { failure.map { "no (\($0.code))" } ?? "yes" }

  @Test("Four programs save at once: no acknowledged save is lost", arguments: kinds)
  func together(kind: MountedFileSystem.Kind) throws {
    guard let (system, book) = try book(kind) else { return }
    defer { withExtendedLifetime(system) {} }
    let hasLocks = try FileSystemProbe(in: book.path).locks == nil
    let output = try TemporaryFolder()
    let programs = try (0..<4).map { number in
      try Child.start(
        [Child.built("FaultProbe"), "loop", book.path, "0", "p\(number)-"],
        ["/dev/null", "\(output.path)/\(number)", "/dev/null"])
    }
    func acknowledgedSaves() -> Int {
      (0..<4).reduce(0) { $0 + ((try? output.text(String($1)))?.split(separator: "\n").count ?? 0) }
    }
    let deadline = Date(timeIntervalSinceNow: 120)
    while acknowledgedSaves() < (LongRun.isOn ? 200 : 8), Date() < deadline { usleep(10_000) }
    for program in programs { kill(program, SIGTERM) }
    for program in programs { Child.wait(for: program) }
    let acknowledged = acknowledgedSaves()
    let history = try book.history(of: RealFileSystemTests.name)
    print("\(kind.rawValue): \(acknowledged) saves of four programs, \(history.entries.count) in the history")
    #expect(acknowledged >= (LongRun.isOn ? 200 : 8))
    _ = try book.loadSheet(RealFileSystemTests.name)
    if hasLocks {
      #expect(history.unreadable == 0 && history.entries.count >= acknowledged)
      for (entry, next) in zip(history.entries, history.entries.dropFirst()) { #expect(entry.to == next.from) }
    }
    _ = try save(book, "次の版")
    let names = try FileManager.default.contentsOfDirectory(atPath: book.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("A full disk: the sheet is the old or the new one, nothing is claimed that is not so", arguments: kinds)
  func full(kind: MountedFileSystem.Kind) throws {
    guard kind != .own else {
      // The machine's own disk is not filled; writes that fail stand for it.
      try expectHonest(.own) {
        FakeFileCalls { call, _ throws(SystemError) in
          if call == .write { throw SystemError(call: "write", code: ENOSPC) }
        }
      }
      return
    }
    try expectHonest(kind) { SystemFileCalls() }
  }

  private func expectHonest(_ kind: MountedFileSystem.Kind, _ calls: () -> any FileCalls) throws {
    guard let (system, plain) = try book(kind) else { return }
    defer { withExtendedLifetime(system) {} }
    _ = try save(plain, "前の文")
    let empty = system.fill()
    defer { empty() }
    let long = LongText(String(repeating: "長い文。", count: 100_000))
    let base = try plain.loadSheet(RealFileSystemTests.name)
    var sheet = base.sheet
    sheet.selfEvaluation.results = long
    let book = BookFolder(path: plain.path, author: Author(name: "a"), calls: calls())
    var outcome = "saved"
    do {
      _ = try book.write(try sheet.validated(), over: base)
    } catch let error as StorageError {
      outcome = "\(error)"
    }
    let now = try plain.loadSheet(RealFileSystemTests.name)
    #expect(now.bytes == base.bytes || now.sheet.selfEvaluation.results == long)
    #expect((outcome == "saved") == (now.bytes != base.bytes), "\(outcome)")
    let store = DraftStore(book: plain.path, stateHome: system.path + "/state", home: nil, calls: calls())
    let journal = store.journal(for: now, sheet: sheet)
    let status = journal.begin()
    let failure = journal.sync()
    if case .kept = status, failure == nil {
      let drafts = system.path + "/state/furikaeri/drafts/"
      let sizes = try FileManager.default.contentsOfDirectory(atPath: drafts).map { name in
        (try Data(contentsOf: URL(fileURLWithPath: drafts + name))).count
      }
      #expect(sizes.contains { $0 > long.string.utf8.count }, "a draft that is said to be kept is not there")
    }
    print(
      "\(kind.rawValue): on a full disk the save is: \(outcome); the draft is: \(status), \(String(describing: failure))"
    )
    journal.finish()
    empty()
    #expect(try save(plain, long).stored.sheet.selfEvaluation.results == long)
    let names = try FileManager.default.contentsOfDirectory(atPath: plain.path)
    #expect(!names.contains { $0.hasSuffix(".tmp") })
  }

  @Test("Two people in one shared folder of it", arguments: kinds)
  func shared(kind: MountedFileSystem.Kind) throws {
    try requireRoot()
    guard let system = try MountedFileSystem(kind) else { return }
    defer { withExtendedLifetime(system) {} }
    chmod(system.path, 0o755)
    for (place, mode) in [("setgid", 0o2775), ("plain", 0o775)] as [(String, mode_t)] {
      let path = "\(system.path)/\(place)"
      mkdir(path, 0o755)
      chown(path, Colleague.owner.user, Colleague.staff)
      chmod(path, mode)
      var status = stat()
      stat(path, &status)
      guard status.st_gid == Colleague.staff else {
        print("\(kind.rawValue): everything belongs to who mounted it; there is nothing to share by group")
        return
      }
      for (number, person) in [Colleague.root, .member, .owner, .member].enumerated() {
        let outcome = try person.probe(["work", path], umask: "077")
        #expect(outcome == "saves \(number + 1) marks \(number + 1)", "\(place), turn \(number + 1)")
      }
    }
  }
}
