import FaultyDisk
import Foundation
import TestSupport
import Testing

/// One save each of this program, vim and nano, on the same disk, and what a power cut at every moment of it leaves.
@Suite("A power cut while vim, nano and this program save", .enabled(if: FaultyDisk.isWanted))
struct OtherEditorsOnDiskTests {
  private static let name = "book/item-01.json"

  /// An editor with the keys that add a text to a file and save it, and the word with which it says so.
  struct Editor: Sendable {
    let name: String
    let command: [String]
    let ready: String
    let keys: String
    let saved: String
  }

  static let others = [
    Editor(
      name: "vim", command: ["vim", "--clean", "-c", "set backupskip="], ready: "formatVersion",
      keys: "iNEW\u{1B}:w\r", saved: "written"),
    Editor(
      name: "nano", command: ["nano", "--ignorercfiles"], ready: "formatVersion", keys: "NEW\u{13}", saved: "Wrote"),
  ]

  /// What the file holds after a power cut.
  private enum Found: String, CaseIterable {
    case old, new, missing, empty, torn
  }

  /// Of each kind of power cut, how many moments leave the file as what; a moment counts as the worst that it can leave.
  private func table(_ record: DiskRecord, from first: Int, old: [UInt8], new: [UInt8]) -> [String] {
    let kinds: [(String, (PowerCut, _ isFirst: Bool, _ isLast: Bool) -> Bool)] = [
      ("nothing unsynced survives", { _, isFirst, _ in isFirst }),
      ("everything survives (the program is killed)", { _, _, isLast in isLast }),
      ("names survive, content does not", { cut, _, _ in cut == .names || cut == .zeros }),
      ("any part survives", { _, _, _ in true }),
    ]
    return kinds.map { kind, isMeant in
      var counts: [Found: Int] = [:]
      for count in first...record.changes.count {
        let last = record.unsynced(at: count).count
        let found = record.remains(at: count).filter { isMeant($0.cut, $0.cut == .first(0), $0.cut == .first(last)) }
          .map { state($0.tree[OtherEditorsOnDiskTests.name], old, new) }
        let worst = Found.allCases.last { found.contains($0) } ?? .old
        counts[worst, default: 0] += 1
      }
      let bad = Found.allCases.dropFirst(2).reduce(0) { $0 + (counts[$1] ?? 0) }
      let words = Found.allCases.compactMap { one in counts[one].map { "\(one) \($0)" } }.joined(separator: ", ")
      return "\(kind): \(bad) bad of \(record.changes.count - first + 1) (\(words))"
    }
  }

  private func state(_ bytes: [UInt8]?, _ old: [UInt8], _ new: [UInt8]) -> Found {
    switch bytes {
    case nil: .missing
    case old: .old
    case new: .new
    case []: .empty
    case .some: .torn
    }
  }

  @Test("This program never leaves anything but the old or the new sheet", .enabled(if: LongRun.isOn))
  func compared() throws {
    var start = try FaultySession.tree()
    // As long as a sheet that is filled in: programs write such a file in several pieces.
    let filling = (0..<300).map { "      \"この行は、長い本文の\($0)行目です。\"" }.joined(separator: ",\n")
    let text = try #require(start.text(OtherEditorsOnDiskTests.name))
    let long = text.replacingOccurrences(of: "\"results\": []", with: "\"results\": [\n\(filling)\n    ]")
    #expect(long != text)
    start.add(OtherEditorsOnDiskTests.name, Array(long.utf8))
    let old = Array(long.utf8)
    let disk = try FaultyDisk(start)
    let session = try FaultySession(disk)
    #expect(session.begin() && session.type("㐀") && session.waits(for: "下書き保存済"))
    let first = disk.record.changes.count
    session.terminal.write("\u{13}")
    #expect(session.waits(for: "を保存しました"))
    // The draft goes and the claim is let go after that.
    usleep(500_000)
    let record = disk.record
    let new = try #require(disk.tree[OtherEditorsOnDiskTests.name])
    #expect(new != old && session.kill(restartingWith: start))
    let own = table(record, from: first, old: old, new: new)
    for line in own { print("furikaeri, \(line)") }
    #expect(own.allSatisfy { $0.contains(": 0 bad") })
    for editor in OtherEditorsOnDiskTests.others { try compare(editor, disk, start, old) }
  }

  private func compare(_ editor: Editor, _ disk: FaultyDisk, _ start: DiskTree, _ old: [UInt8]) throws {
    guard try Child.run(["sh", "-c", "command -v \(editor.command[0])"]).status == 0 else {
      print("NOT COVERED: \(editor.name) is not installed")
      return
    }
    disk.restart(start)
    let terminal = try PtyTerminal(
      disk.through + editor.command + [disk.path() + "/" + OtherEditorsOnDiskTests.name],
      environment: ["HOME": "/nonexistent"])
    #expect(terminal.sends(editor.ready))
    let first = disk.record.changes.count
    terminal.write(editor.keys)
    #expect(terminal.sends(editor.saved))
    usleep(500_000)
    let record = disk.record
    kill(terminal.process, SIGKILL)
    #expect(terminal.ends() != nil)
    let now = try #require(disk.tree[OtherEditorsOnDiskTests.name])
    #expect(now == Array("NEW".utf8) + old, "\(editor.name)")
    for line in table(record, from: first, old: old, new: now) { print("\(editor.name), \(line)") }
  }
}
