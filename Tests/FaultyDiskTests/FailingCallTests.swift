import FaultyDisk
import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

/// Programs that save on a disk of which each call fails in turn.
@Suite("Every call of a save failing once, with every error", .serialized, .enabled(if: FaultyDisk.isWanted))
struct FailingCallTests {
  static let errors = [ENOSPC, EIO, EDQUOT, ESTALE, EROFS, EINTR]

  @Test("The sheet is old or new and whole, never said to be saved when it is not", arguments: errors)
  func saves(code: Int32) throws {
    let disk = try Sample.disk(exchanges: code != ESTALE)
    #expect(try Sample.probe(disk, "save", "0") == "saved\n")
    let start = disk.tree
    let old = try #require(start["book/item-01.json"])
    var counts = (saved: 0, refused: 0, newThoughRefused: 0)
    // The short run takes one call in twenty, others with every error.
    let step = LongRun.isOn ? 1 : 20
    var number = LongRun.isOn ? 1 : 1 + Int(code) % step
    while true {
      disk.restart(start)
      disk.faults.failingOnce = (number, code)
      let said = try Sample.probe(disk, "save", "0")
      if disk.calls.count < number { break }
      let call = disk.calls[number - 1]
      let now = disk.tree["book/item-01.json"]
      let isNew = now != old
      #expect(now == old || isSheet(now), "\(call), call \(number)")
      #expect(said == "saved\n" || said == "refused\n", "\(call), call \(number)")
      if said == "saved\n" { #expect(isNew, "\(call), call \(number)") }
      switch (said, isNew) {
      case ("saved\n", _): counts.saved += 1
      case (_, true): counts.newThoughRefused += 1
      case (_, false): counts.refused += 1
      }
      disk.faults = DiskFaults()
      #expect(try Sample.probe(disk, "save", "0") == "saved\n", "after \(call), call \(number)")
      for name in disk.tree.names("book") {
        #expect(!name.hasPrefix(".item"), "\(call), call \(number)")
        // What was replaced and could not be read any more may be somebody's: it is kept.
        if name.contains(".conflict-") { #expect(disk.tree["book/" + name] == old, "\(call), call \(number)") }
      }
      number += step
    }
    #expect(number > 100)
    print("\(String(cString: strerror(code))): \(counts)")
  }

  /// Whether bytes are a sheet with the line that the program adds.
  private func isSheet(_ bytes: [UInt8]?) -> Bool {
    guard let bytes, let folder = try? TemporaryFolder(), (try? folder.write(bytes, to: "item-01.json")) != nil else {
      return false
    }
    let sheet = try? BookFolder(path: folder.path).loadSheet("item-01.json").sheet
    return sheet?.selfEvaluation.results.lines.last == "新しい行"
  }
}
