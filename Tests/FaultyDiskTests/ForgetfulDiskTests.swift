import FaultyDisk
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

/// Saves by a program on the disk with faults, and every state in which a power cut at any moment can leave it.
@Suite("A power cut at every change of a save, on a disk that forgets", .serialized, .enabled(if: FaultyDisk.isWanted))
struct ForgetfulDiskTests {
  /// Looks at every state that a power cut can leave from a change on.
  ///
  /// - Parameter isGood: whether a state is one that may be; `isEnd` where everything had been acknowledged.
  private func expectAll(
    _ disk: FaultyDisk, from first: Int = 0, only isChosen: (PowerCut) -> Bool = { _ in true },
    _ what: String, _ isGood: (DiskTree, _ isEnd: Bool) throws -> Bool
  ) rethrows {
    let record = disk.record
    var states = 0
    var bad: [String] = []
    for count in first...record.changes.count {
      for (cut, tree) in record.remains(at: count) where isChosen(cut) {
        states += 1
        if try !isGood(tree, count == record.changes.count) { bad.append("\(count): \(cut)") }
      }
    }
    #expect(bad.isEmpty, "\(what): \(bad.count) of \(states) states after \(bad.prefix(8))")
    print("power cuts, \(what): \(record.changes.count - first) changes, \(states) states, \(bad.count) bad")
  }

  @Test("A sheet is the old or the new one, whole; what was acknowledged is there", arguments: [true, false])
  func saves(exchanges: Bool) throws {
    let disk = try Sample.disk(exchanges: exchanges)
    try expectOldOrNew("save", "saved", "book/item-01.json", disk, turns: LongRun.isOn ? 4 : 2, exchanges)
  }

  /// Does something several times, and looks at every state for the file before or after it.
  private func expectOldOrNew(
    _ word: String, _ answer: String, _ file: String, _ disk: FaultyDisk, turns: Int, _ exchanges: Bool
  ) throws {
    for turn in 1...turns {
      let before = disk.tree[file]
      let first = disk.record.changes.count
      #expect(try Sample.probe(disk, word, "0") == answer + "\n")
      let after = disk.tree[file]
      expectAll(disk, from: first, "\(word) \(turn), exchange \(exchanges)") { tree, isEnd in
        let now = tree[file]
        return now == after || now == before && !isEnd
      }
    }
  }

  @Test("Marks are the old or the new ones, whole; those that were acknowledged are there", arguments: [true, false])
  func marks(exchanges: Bool) throws {
    let disk = try Sample.disk(exchanges: exchanges)
    try expectOldOrNew("mark", "marked", "book/reviews/item-01.json", disk, turns: 2, exchanges)
  }

  @Test("A book that was made is there, in folders that were made for it, or there is none", arguments: [true, false])
  func books(exchanges: Bool) throws {
    var traits = DiskTraits()
    traits.exchanges = exchanges
    let disk = try FaultyDisk(traits: traits)
    let ended = try Child.run(disk.through + [Child.built("FaultProbe"), "make", disk.path() + "/library/ward/2019"])
    #expect(ended.output == "made\n")
    let names = ["book.json", "item-01.json"].map { "library/ward/2019/" + $0 }
    let whole = names.map { disk.tree[$0] }
    expectAll(disk, "a new book, exchange \(exchanges)") { tree, isEnd in
      let now = names.map { tree[$0] }
      return now == whole || now.allSatisfy { $0 == nil } && !isEnd
    }
  }

  @Test("A draft that is said to be on the disk is there, in the first folder that was ever made for one")
  func drafts() throws {
    let disk = try Sample.disk()
    #expect(try Sample.probe(disk, "draft", disk.path() + "/home/.local/state") == "kept\n")
    let drafts = disk.tree.files.filter { $0.key.hasSuffix(".draft") }
    #expect(drafts.count == 1)
    expectAll(disk, "a draft") { tree, isEnd in !isEnd || drafts.allSatisfy { tree[$0.key] == $0.value } }
  }

  @Test(
    "After every power cut the next save goes through, and the history tells what happened", arguments: [true, false])
  func next(exchanges: Bool) throws {
    let disk = try Sample.disk(exchanges: exchanges)
    for _ in 1...2 { #expect(try Sample.probe(disk, "save", "0") == "saved\n") }
    var seen: Set<[String: [UInt8]]> = []
    var zeros = 0
    // The short run takes the states that disks leave which keep things in order, the long one all.
    func isChosen(_ cut: PowerCut) -> Bool {
      switch cut {
      case .first, .names: true
      case .zeros, .content, .without, .only: LongRun.isOn
      }
    }
    try expectAll(disk, only: isChosen, "saves after power cuts, exchange \(exchanges)") { tree, _ in
      guard seen.insert(tree.files).inserted else { return true }
      let isZeroed = tree["book/history/item-01.jsonl"]?.contains(0) == true
      if isZeroed { zeros += 1 }
      return try isSavable(tree, isZeroed)
    }
    print("\(seen.count) different states, \(zeros) of them with zeros in the history")
  }

  /// Whether what a power cut left can be saved once more, with its history in order and nothing left of the earlier save.
  private func isSavable(_ tree: DiskTree, _ isZeroed: Bool) throws -> Bool {
    let folder = try TemporaryFolder()
    tree.write(to: folder.path)
    let book = BookFolder(path: folder.path + "/book", author: Author(name: "next"))
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred.toggle()
    let written = try book.write(try sheet.validated(), over: base)
    let history = try book.history(of: "item-01.json")
    let isClear = try folder.names("book").allSatisfy { !$0.hasPrefix(".item") }
    // Zeros in place of what was added last hide that line alone.
    return written.historyError == nil && history.entries.last?.who == "next"
      && (isZeroed || history.unreadable == 0) && isClear
  }
}
