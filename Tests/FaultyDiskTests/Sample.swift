import FaultyDisk
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

/// Disks with a book, for the tests of this target.
enum Sample {
  /// A disk with a folder `book` that holds a book of one sheet, made by the program.
  static func disk(exchanges: Bool = true) throws -> FaultyDisk {
    var traits = DiskTraits()
    traits.exchanges = exchanges
    return try FaultyDisk(try tree(), traits: traits)
  }

  /// What such a disk holds.
  static func tree() throws -> DiskTree {
    let folder = try TemporaryFolder()
    let book = BookFolder(path: folder.path)
    try book.createBook(BookHeader(ward: "見本区", fiscalYear: try #require(FiscalYear(2019))))
    let plan = Plan(policyAndTargets: "(目標)\n・5件", annualActions: "(取組の内容)\n・行う")
    _ = try book.create(try InitiativeSheet(number: 1, title: "見本の取組1", plan: plan).validated())
    var tree = DiskTree()
    for name in ["book.json", "item-01.json"] { tree.add("book/" + name, try folder.read(name)) }
    return tree
  }

  /// Runs `FaultProbe` with a word on the book of a disk; what it said.
  static func probe(_ disk: FaultyDisk, machine: Int = 0, _ word: String, _ more: String...) throws -> String {
    let ended = try Child.run(
      disk.through + [Child.built("FaultProbe"), word, disk.path(machine: machine) + "/book"] + more)
    #expect(ended.errors == "")
    return ended.output
  }
}
