import FaultyDisk
import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

/// Two programs that save one sheet on a share without locks and without an exchange of names.
@Suite("Two writers on a share", .serialized, .enabled(if: FaultyDisk.isWanted))
struct ShareTests {
  /// How the share is mounted.
  enum Share: CaseIterable, Sendable {
    /// By one machine, whose programs know of each other's changes at once.
    case oneMachine
    /// By two machines, each of which believes what it knew for three seconds.
    case twoMachines
  }

  @Test("What was acknowledged stands in the sheet or beside it", arguments: Share.allCases)
  func together(share: Share) throws {
    let disk = try FaultyDisk(
      try Sample.tree(), traits: .share(memory: share == .oneMachine ? 0 : 3), machines: 2)
    let output = try TemporaryFolder()
    let count = LongRun.isOn ? 200 : 10
    let programs = try (0..<2).map { number in
      let machine = share == .oneMachine ? 0 : number
      let words = [
        Child.built("FaultProbe"), "add", disk.path(machine: machine) + "/book", "0", "\(number)-", "\(count)",
      ]
      return try Child.start(disk.through + words, ["/dev/null", "\(output.path)/\(number)", "/dev/null"])
    }
    for program in programs { Child.wait(for: program) }
    let folder = try TemporaryFolder()
    disk.tree.write(to: folder.path)
    let texts = try folder.names("book").filter { $0.hasSuffix(".json") }.map { try folder.text("book/" + $0) }
    var acknowledged = 0
    var lost: [String] = []
    for number in 0..<2 {
      for line in try output.text("\(number)").split(separator: "\n") {
        acknowledged += 1
        if !texts.contains(where: { $0.contains("\"\(number)-\(line)\"") }) { lost.append("\(number)-\(line)") }
      }
    }
    print("\(share): \(acknowledged) acknowledged, \(lost.count) lost, \(texts.count - 2) copies beside the sheet")
    #expect(acknowledged == 2 * count && lost.isEmpty, "\(lost.prefix(20))")
  }

  @Test("What a program that was killed left of its turn is waited for, and goes", .enabled(if: LongRun.isOn))
  func left() throws {
    var tree = try Sample.tree()
    tree.add("book/.item-01.json.000000000000.tmp", try #require(tree["book/item-01.json"]))
    let disk = try FaultyDisk(tree, traits: .share(memory: 0))
    #expect(try Sample.probe(disk, "save", "0") == "saved\n")
    #expect(!disk.tree.names("book").contains { $0.hasPrefix(".item") })
  }
}
