import TestSupport
import Testing

@testable import FaultyDisk

/// What is said of power cuts must be so, or it proves nothing.
@Suite("What a power cut can leave")
struct DiskRecordTests {
  /// A file `f` that holds "old", and what is done then.
  private func record(_ changes: [DiskChange]) -> DiskRecord {
    var tree = DiskTree()
    tree.add("f", Array("old".utf8))
    var record = DiskRecord(start: tree)
    record.changes = changes
    return record
  }

  private let old: UInt64 = 2
  private let new: UInt64 = 3

  private func name(_ name: String, _ node: UInt64?) -> DiskName {
    DiskName(folder: DiskTree.root, name: name, node: node)
  }

  private func made(_ text: String) -> [DiskChange] {
    [
      .make(new, isFolder: false, mode: 0o644, owner: 0, group: 0), .names([name("t", new)]),
      .write(new, at: 0, Array(text.utf8)),
    ]
  }

  /// What the file can hold after a power cut at the end.
  private func contents(_ record: DiskRecord) -> Set<String?> {
    Set(record.remains(at: record.changes.count).map { $0.tree.text("f") })
  }

  @Test("Cut off and written anew: old, new, empty and a part")
  func inPlace() {
    let record = record([.cut(old, length: 0), .write(old, at: 0, [110, 101]), .write(old, at: 2, [119])])
    #expect(contents(record) == ["old", "", "ne", "new", "ned", "\0\0w", "olw", "\0\0\0"])
  }

  @Test("Renamed without a sync: old, new, and the new name without its content")
  func renamedUnsynced() {
    let rename = DiskChange.names([name("t", nil), name("f", new)])
    #expect(contents(record(made("new") + [rename])) == ["old", "new", "", "\0\0\0"])
  }

  @Test("Renamed with the file's sync: old or new; with the folder's as well: new")
  func renamedSynced() {
    let rename = DiskChange.names([name("t", nil), name("f", new)])
    let synced = made("new") + [.sync(new), rename]
    #expect(contents(record(synced)) == ["old", "new"])
    #expect(contents(record(synced + [.sync(DiskTree.root)])) == ["new"])
  }

  @Test("Names alone without content, content alone without names")
  func apart() throws {
    let remains = record(made("new")).remains(at: 3)
    let names = try #require(remains.first { $0.cut == .names }?.tree)
    #expect(names.files == ["f": Array("old".utf8), "t": []])
    let content = try #require(remains.first { $0.cut == .content }?.tree)
    #expect(content.files == ["f": Array("old".utf8)])
  }
}
