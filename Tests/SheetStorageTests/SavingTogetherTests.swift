import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

/// Runs work on threads of its own and waits for all of them.
func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread.detachNewThread {
      work(number)
      group.leave()
    }
  }
  group.wait()
}

@Suite("Several people saving one book")
struct SavingTogetherTests {
  private static let name = "item-01.json"
  /// How often each of the eight writers saves: 200 in the long run, 20 otherwise.
  private static let saves = LongRun.isOn ? 200 : 20

  /// What came of eight writers who each add their own lines to one text.
  private struct Outcome {
    var acknowledged = 0
    var inFile = 0
    var copies = 0
    var failures = 0
  }

  /// Lets eight writers read, add a line and save again and again.
  private func write(_ calls: any FileCalls) throws -> Outcome {
    let folder = try Sample.book(1...1)
    let path = folder.path
    let acknowledged = Counter()
    let failures = Counter()
    onThreads(8) { writer in
      let book = BookFolder(path: path, author: Author(name: "w\(writer)"), calls: calls)
      for number in 0..<SavingTogetherTests.saves {
        while true {
          do {
            let base = try book.loadSheet(SavingTogetherTests.name)
            var sheet = base.sheet
            let lines = base.sheet.selfEvaluation.results.lines
            sheet.selfEvaluation.results = LongText(lines: lines + ["\(writer)-\(number)"])
            _ = try book.write(try sheet.validated(), over: base)
            _ = acknowledged.next()
            break
          } catch StorageError.changedOnDisk {
            continue
          } catch StorageError.busy {
            continue
          } catch {
            _ = failures.next()
            break
          }
        }
      }
    }
    let lines = try BookFolder(path: path).loadSheet(SavingTogetherTests.name).sheet.selfEvaluation.results.lines
    return Outcome(
      acknowledged: acknowledged.value, inFile: Set(lines).count,
      copies: try folder.bookNames().filter { $0.contains(".conflict-") }.count, failures: failures.value)
  }

  @Test("Eight writers: no acknowledged save is lost, nobody is left out")
  func eightWriters() throws {
    let outcome = try write(SystemFileCalls())
    #expect(outcome.acknowledged == 8 * SavingTogetherTests.saves && outcome.failures == 0)
    #expect(outcome.inFile == outcome.acknowledged && outcome.copies == 0)
  }

  /// Two writers who began with the same version: the second saves when the first is about to exchange the names, and
  /// where there are no locks it is done before the first goes on.
  private func saveWithinSave(locks: Bool) throws -> (acknowledged: Int, copies: Int) {
    let folder = try Sample.book(1...1)
    let path = folder.path
    let base = try BookFolder(path: path).loadSheet(SavingTogetherTests.name)
    let acknowledged = Counter()
    @Sendable func save(_ text: LongText, _ calls: any FileCalls) {
      var sheet = base.sheet
      sheet.selfEvaluation.results = text
      guard let valid = try? sheet.validated() else { return }
      if (try? BookFolder(path: path, calls: calls).write(valid, over: base)) != nil { _ = acknowledged.next() }
    }
    @Sendable func check(_ call: FakeFileCalls.Call) throws(SystemError) {
      if call == .lock, !locks { throw SystemError(call: "fcntl", code: ENOLCK) }
    }
    let exchanges = Counter()
    let second = DispatchGroup()
    save(
      "一人目",
      FakeFileCalls { call, _ throws(SystemError) in
        try check(call)
        guard call == .exchange, exchanges.next() == 1 else { return }
        second.enter()
        Thread.detachNewThread {
          save("二人目", FakeFileCalls { call, _ throws(SystemError) in try check(call) })
          second.leave()
        }
        if !locks { second.wait() }
      })
    second.wait()
    return (acknowledged.value, try folder.bookNames().filter { $0.contains(".conflict-") }.count)
  }

  @Test("Who saves in the middle of another save waits for it, and is told")
  func withLock() throws {
    let outcome = try saveWithinSave(locks: true)
    #expect(outcome.acknowledged == 1 && outcome.copies == 0)
  }

  @Test("The test sees it when the lock is taken out")
  func withoutLock() throws {
    let outcome = try saveWithinSave(locks: false)
    #expect(outcome.acknowledged == 2 && outcome.copies == 1, "the second version has to stand beside the sheet")
  }

  @Test("Over a version that was read too late a save is lost: that is what the look before the save is for")
  func withoutCheck() throws {
    for looks in [true, false] {
      let folder = try Sample.book(1...1)
      let book = BookFolder(path: folder.path)
      let base = try book.loadSheet(SavingTogetherTests.name)
      var acknowledged = 0
      for text: LongText in ["一人目", "二人目"] {
        var sheet = base.sheet
        sheet.selfEvaluation.results = LongText(lines: base.sheet.selfEvaluation.results.lines + [text.string])
        let over = looks ? base : try book.loadSheet(SavingTogetherTests.name)
        if (try? book.write(try sheet.validated(), over: over)) != nil { acknowledged += 1 }
      }
      let inFile = try book.loadSheet(SavingTogetherTests.name).sheet.selfEvaluation.results.lines.count
      #expect(looks ? inFile == acknowledged : inFile < acknowledged)
    }
  }

  @Test("Without locks nothing is lost either: what was displaced stands beside the sheet")
  func noLocks() throws {
    let folder = try Sample.book(1...1)
    let base = try BookFolder(path: folder.path).loadSheet(SavingTogetherTests.name)
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .lock { throw SystemError(call: "fcntl", code: EOPNOTSUPP) }
    }
    var sheet = base.sheet
    sheet.starred = true
    _ = try BookFolder(path: folder.path, calls: calls).write(try sheet.validated(), over: base)
    #expect(try BookFolder(path: folder.path).loadSheet(SavingTogetherTests.name).sheet.starred)
  }

  @Test("A program that takes no lock writes all the time: every version is kept")
  func foreignWriter() throws {
    let folder = try Sample.book(1...1)
    let path = folder.path
    let isDone = Mutex(false)
    let theirs = Mutex<(written: Set<String>, cameBack: Set<String>)>(([], []))
    onThreads(2) { thread in
      if thread == 0 {
        SavingTogetherTests.saveAgainAndAgain(path, times: LongRun.isOn ? 2000 : 200)
        isDone.withLock { $0 = true }
        return
      }
      guard let open = try? OpenFolder(path) else { return }
      var number = 0
      while !isDone.withLock({ $0 }) {
        number += 1
        var sheet = Sample.sheet(1)
        sheet.midTermReview.issuesAndImprovements = LongText("相手 \(number)")
        guard let text = try? Sample.file(sheet) else { continue }
        try? Data(text.utf8).write(to: URL(fileURLWithPath: path + "/.theirs"))
        try? SystemFileCalls().exchange(in: open.descriptor, ".theirs", SavingTogetherTests.name)
        let back = (try? String(contentsOfFile: path + "/.theirs", encoding: .utf8)) ?? ""
        theirs.withLock { all in
          all.written.insert(SHA256.hexadecimal(text.utf8))
          all.cameBack.insert(SHA256.hexadecimal(back.utf8))
        }
        usleep(UInt32.random(in: 0...6_000))
      }
    }
    // Their versions: one came back to them, one was opened before it was replaced, or it stands beside the sheet.
    let copies = Set(
      try folder.bookNames().filter { $0.hasPrefix("item-01") }.map { SHA256.hexadecimal(try folder.read($0)) })
    let history = try BookFolder(path: path).history(of: SavingTogetherTests.name)
    let (written, cameBack) = theirs.withLock { $0 }
    let lost = written.subtracting(cameBack).subtracting(copies).subtracting(history.entries.map(\.from))
    #expect(lost.isEmpty, "\(lost.count) of \(written.count)")
    #expect(written.count > 10 && history.unreadable == 0)
    #expect(try folder.leftovers().filter { $0 != ".theirs" }.isEmpty)
  }

  private static func saveAgainAndAgain(_ path: String, times: Int) {
    let book = BookFolder(path: path)
    var saved = 0
    while saved < times {
      guard let base = try? book.loadSheet(name) else { continue }
      var sheet = base.sheet
      sheet.selfEvaluation.results = LongText("自分 \(saved)")
      if let valid = try? sheet.validated(), (try? book.write(valid, over: base)) != nil { saved += 1 }
    }
  }

  @Test("A sheet that somebody changed is not written over, whatever its times say", arguments: 0..<6)
  func outsideChange(kind: Int) throws {
    let folder = try Sample.book(1...1)
    let path = folder.path + "/" + SavingTogetherTests.name
    let base = try BookFolder(path: folder.path).loadSheet(SavingTogetherTests.name)
    var before = stat()
    stat(path, &before)
    let text = try folder.text(SavingTogetherTests.name)
    let same = text.replacingOccurrences(of: "見本の取組1", with: "見本の取組9")
    let longer = text.replacingOccurrences(of: "見本の取組1", with: "長くなった見本の取組1")
    let times = [timespec(tv_sec: before.st_mtim.tv_sec - 3600, tv_nsec: 0), before.st_mtim]
    switch kind {
    case 0: try inPlace(longer, path, nil)
    case 1: try renamed(longer, path, times[0])
    case 2: try inPlace(longer, path, times[0])
    case 3: try inPlace(same, path, timespec(tv_sec: before.st_mtim.tv_sec, tv_nsec: 999_999_999))
    case 4: try inPlace(longer, path, times[1])
    default: try inPlace(same, path, times[1])
    }
    let theirs = try folder.read(SavingTogetherTests.name)
    var sheet = base.sheet
    sheet.starred = true
    #expect(throws: StorageError.self) { try BookFolder(path: folder.path).write(try sheet.validated(), over: base) }
    #expect(try folder.read(SavingTogetherTests.name) == theirs)
  }

  private func inPlace(_ text: String, _ path: String, _ time: timespec?) throws {
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
    if let time { utimensat(AT_FDCWD, path, [time, time], 0) }
  }

  private func renamed(_ text: String, _ path: String, _ time: timespec) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + ".new"))
    utimensat(AT_FDCWD, path + ".new", [time, time], 0)
    #expect(rename(path + ".new", path) == 0)
  }

  @Test("Who waits too long for the lock is told; the lock of a program that is gone keeps nobody out")
  func lock() throws {
    let folder = try Sample.book(1...1)
    let open = try OpenFolder(folder.path)
    var held: CommitLock? = try CommitLock.take(open, calls: SystemFileCalls())
    #expect(held != nil)
    #expect(throws: StorageError.busy(path: open.path)) {
      try CommitLock.take(try OpenFolder(folder.path), calls: SystemFileCalls(), patience: 20)
    }
    held = nil
    #expect(try CommitLock.take(try OpenFolder(folder.path), calls: SystemFileCalls(), patience: 5000) != nil)
  }

  @Test("Eight programs racing for the lock: never two owners")
  func lockRace() throws {
    let folder = try Sample.book(1...1)
    let path = folder.path
    let inside = Mutex(0)
    let violations = Counter()
    onThreads(8) { _ in
      for _ in 0..<(LongRun.isOn ? 1000 : 50) {
        guard let open = try? OpenFolder(path),
          let lock = try? CommitLock.take(open, calls: SystemFileCalls(), patience: 60_000)
        else { continue }
        let owners = inside.withLock { inside in
          inside += 1
          return inside
        }
        if owners != 1 { _ = violations.next() }
        inside.withLock { $0 -= 1 }
        withExtendedLifetime(lock) {}
      }
    }
    #expect(violations.value == 0)
  }

  @Test("What the book shares has the folder's own mode, whatever the umask", arguments: [0o775, 0o755, 0o700])
  func sharing(mode: mode_t) throws {
    let folder = try Sample.book(1...1)
    chmod(folder.path, mode)
    let save = "umask 077; exec \(Child.built("FaultProbe")) save \(folder.path) 0"
    let run = try Child.run(["sh", "-c", save])
    #expect(run.status == 0 && run.output == "saved\n")
    for (name, expected) in [
      (".furikaeri", mode), (".furikaeri/commit.lock", mode & 0o666), ("history", mode),
      ("history/item-01.jsonl", mode & 0o666),
    ] {
      var status = stat()
      #expect(stat(folder.path + "/" + name, &status) == 0 && status.st_mode & 0o777 == expected, "\(name)")
    }
  }
}
