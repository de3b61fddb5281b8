import FaultyDisk
import Foundation
import TestSupport
import Testing

/// The real program in a terminal, on the disk with faults.
@Suite("The program on a disk with faults", .serialized, .enabled(if: FaultyDisk.isWanted))
struct FaultySessionTests {
  /// Characters that the form has nowhere: seen on the line, a key was handled.
  private static let first = "㐀㐁㐂㐃㐄㐅㐆㐇"
  private static let second = "㑀㑁㑂㑃"
  private static let kept = "下書き保存済"
  private static let saved = "を保存しました"
  /// What was replaced could not be read again, so that it may be somebody's: it is kept.
  private static let savedBeside = "に残しました"

  /// What somebody saw of a session: the text that was said to be kept, and the text that was said to be saved.
  private struct Seen {
    var isOpen = false
    var kept = ""
    var saved = ""
  }

  /// Writes, waits for the draft, saves, writes on and waits for the draft again, as far as the disk lets anybody.
  private func work(_ session: FaultySession) -> Seen {
    var seen = Seen()
    seen.isOpen = session.begin()
    guard seen.isOpen, session.type(FaultySessionTests.first), session.waits(for: FaultySessionTests.kept) else {
      return seen
    }
    seen.kept = FaultySessionTests.first
    session.terminal.write("\u{13}")
    guard session.waits(for: FaultySessionTests.saved) else { return seen }
    seen.saved = FaultySessionTests.first
    guard session.type(FaultySessionTests.second) else { return seen }
    let typed = session.terminal.sent
    guard session.waits(for: FaultySessionTests.kept, since: typed) else { return seen }
    seen.kept += FaultySessionTests.second
    return seen
  }

  @Test("A power cut at any change: the sheet is whole, what was said to be saved or kept is there")
  func powerCut() throws {
    let start = try FaultySession.tree()
    let disk = try FaultyDisk(start)
    let whole = try FaultySession(disk)
    let seen = work(whole)
    #expect(seen.saved == FaultySessionTests.first && seen.kept == FaultySessionTests.first + FaultySessionTests.second)
    let count = disk.record.changes.count
    let new = disk.tree[FaultySession.sheet]
    #expect(whole.kill(restartingWith: start))
    var figures = (cuts: 0, states: 0, recoveries: 0)
    for cut in stride(from: LongRun.isOn ? 0 : 5, through: count, by: LongRun.isOn ? 1 : 17) {
      disk.restart(start)
      disk.faults.cutAfter = cut
      let session = try FaultySession(disk)
      let seen = work(session)
      let record = disk.record
      #expect(session.kill(restartingWith: start), "cut \(cut)")
      var recovered: [[String: [UInt8]]: String] = [:]
      for (kind, tree) in record.remains(at: record.changes.count) {
        let file = tree[FaultySession.sheet]
        let isNew = file == new
        #expect(isNew || file == start[FaultySession.sheet] && seen.saved.isEmpty, "cut \(cut), \(kind)")
        figures.states += 1
        guard !seen.kept.isEmpty, isAsked(kind) else { continue }
        let found =
          try recovered[tree.files]
          ?? {
            disk.restart(tree)
            figures.recoveries += 1
            return try FaultySession.recovered(disk)
          }()
        recovered[tree.files] = found
        let all = (isNew ? FaultySessionTests.first : "") + found
        #expect(seen.kept.allSatisfy { all.contains($0) }, "cut \(cut), \(kind): \(all) of \(seen.kept)")
      }
      figures.cuts += 1
    }
    print("power cuts of the program: \(count) changes, \(figures)")
  }

  /// Whether the drafts of such a state are read by the program; of the others the sheet is looked at.
  private func isAsked(_ cut: PowerCut) -> Bool {
    switch cut {
    case .first, .names, .zeros, .content: true
    case .without, .only: false
    }
  }

  @Test(
    "Every call failing once: a sentence, no torn sheet, the text is kept, and the next F2 saves",
    arguments: [ENOSPC, EIO, EDQUOT, ESTALE, EROFS, EINTR])
  func failing(code: Int32) throws {
    let start = try FaultySession.tree()
    var traits = DiskTraits()
    traits.exchanges = code != ESTALE
    let disk = try FaultyDisk(start, traits: traits)
    var figures = (saved: 0, refused: 0)
    let step = LongRun.isOn ? 2 : 40
    var number = 1 + Int(code) % step
    while true {
      disk.restart(start)
      let session = try FaultySession(disk)
      #expect(session.begin() && session.type(FaultySessionTests.first) && session.waits(for: FaultySessionTests.kept))
      var place = session.terminal.sent
      disk.faults.failingOnce = (number, code)
      session.terminal.write("\u{13}")
      let isTold = session.waits(
        for: FaultySessionTests.saved, FaultySessionTests.savedBeside, "ません", "変更されました", since: place)
      #expect(isTold, "call \(number): \(session.sent(since: place).suffix(400))")
      let isOver = disk.calls.count < number
      let call = isOver ? "" : disk.calls[number - 1].rawValue
      let sent = session.sent(since: place)
      let isSaved = sent.contains(FaultySessionTests.saved) || sent.contains(FaultySessionTests.savedBeside)
      let file = disk.tree.text(FaultySession.sheet)
      #expect(!isSaved || file?.contains(FaultySessionTests.first) == true, "\(call), call \(number)")
      #expect(file?.hasSuffix("}\n") == true, "\(call), call \(number)")
      if isSaved { figures.saved += 1 } else { figures.refused += 1 }
      disk.faults = DiskFaults()
      place = session.terminal.sent
      #expect(session.type(FaultySessionTests.second), "\(call), call \(number)")
      session.terminal.write("\u{13}")
      let isSavedThen = session.waits(for: FaultySessionTests.saved, since: place)
      #expect(isSavedThen, "\(call), call \(number): \(session.sent(since: place).suffix(400))")
      let all = FaultySessionTests.first + FaultySessionTests.second
      #expect(disk.tree.text(FaultySession.sheet)?.contains(all) == true, "\(call), call \(number)")
      #expect(session.kill(restartingWith: start))
      if isOver { break }
      number += step
    }
    print("the program, \(String(cString: strerror(code))): \(number) calls, \(figures)")
  }

  @Test("While every sync of the disk takes two seconds, and while every call does, keys are shown at once")
  func slow() throws {
    let start = try FaultySession.tree()
    for kind in ["sync", "every call"] {
      let disk = try FaultyDisk(start)
      // The home folder is on a disk of its own: the kernel lets nobody write into a file of a file system in user space
      // that is being synced.
      let home = try TemporaryFolder()
      let session = try FaultySession(disk, state: home.path)
      #expect(session.begin() && session.type(FaultySessionTests.first))
      var faults = DiskFaults()
      for call in DiskCall.allCases where kind != "sync" || call == .sync || call == .syncFolder {
        faults.delays[call] = 2
      }
      disk.faults = faults
      session.terminal.write("\u{13}")
      var times: [Double] = []
      for number in 0..<(LongRun.isOn ? 300 : 40) {
        let key = String(UnicodeScalar(0x4000 + number).map(Character.init) ?? "x")
        let place = session.terminal.sent
        let started = Date()
        session.terminal.write(key)
        while !session.sent(since: place).contains(key), Date().timeIntervalSince(started) < 30 { usleep(500) }
        times.append(Date().timeIntervalSince(started))
        usleep(20_000)
        if number % 20 == 10 { session.terminal.write("\u{13}") }
      }
      times.sort()
      let most = times[times.count - 1]
      print("\(kind) takes 2 s: a key is shown after \(times[times.count / 2] * 1000) ms, at most \(most * 1000) ms")
      #expect(most < (LongRun.isOn ? 0.1 : 1.5), "\(kind)")
      #expect(session.kill(restartingWith: start))
    }
  }
}
