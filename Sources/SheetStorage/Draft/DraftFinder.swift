// Holds finding the journals and comments of a user in the places where drafts are kept.

import Glibc
import InitiativeModel

/// Looks for journals in some folders.
struct DraftFinder {
  let places: [String]
  let calls: any FileCalls
  var listing: DraftListing?

  /// Every draft that `isSought` and that no living program holds, the newest last.
  ///
  /// Of a journal and the one that was written in its place only the latter is given.
  func drafts(_ isSought: (JournalOnDisk) -> Bool) -> [FoundDraft] {
    let all = files().filter { !$0.isOfComments }
    let sought = all.filter(isSought)
    let names = Set(sought.map(\.name))
    let replacing = all.filter { !names.isDisjoint(with: $0.header.replaces) && holdsAll($0) }
    let replaced = Set(replacing.flatMap(\.header.replaces))
    return sought.filter { !replaced.contains($0.name) }.compactMap { journal in
      read(journal, replaced: all.filter { journal.header.replaces.contains($0.name) }.map(\.path))
    }.sorted { $0.modified < $1.modified }
  }

  /// Everything in the places.
  func files() -> [JournalOnDisk] { places.flatMap { listing?.files[$0] ?? DraftFinder.list($0) } }

  /// Whether somebody has a journal open.
  ///
  /// What cannot be opened may be anybody's. As some file systems keep locks to one machine, a lock that is free says
  /// nothing of a program that ran on another.
  func ownership(_ path: String, _ header: DraftHeader?) -> DraftOwnership {
    let file: Int32
    do {
      file = try OpenFolder.open(path)
    } catch {
      return error.code == ENOENT ? .free : .inDoubt
    }
    defer { close(file) }
    do {
      try calls.testLock(file)
      return header?.owner?.isElsewhere == true ? .inDoubt : .free
    } catch {
      return error.isHeld ? .owned : DraftOwner.ownership(of: header?.owner)
    }
  }

  /// The header of a journal; nil where there is none of this user.
  ///
  /// Comments that an earlier version kept have none and tell their sheet by their name.
  static func header(of path: String) -> DraftHeader? {
    guard let file = try? OpenFolder.open(path) else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return nil }
    guard let bytes = try? OpenFolder.bytes(of: file, count: DraftLimit.header), !bytes.isEmpty else { return nil }
    if !bytes.starts(with: DraftFraming.magic), let name = KeptComments.sheetOfOldName(JournalFile.name(of: path)) {
      return DraftHeader(folder: "", fileName: name)
    }
    guard case .header(let header)? = DraftFraming.read(bytes, most: 1).records.first,
      BookFinding.number(inName: header.fileName) != nil
    else { return nil }
    return header
  }

  static func list(_ place: String) -> [JournalOnDisk] {
    guard let open = try? OpenFolder(place), let names = try? open.names() else { return [] }
    return names.filter { $0.hasSuffix(".draft") || $0.hasSuffix(KeptComments.ending) }.compactMap { name in
      header(of: "\(place)/\(name)").map { JournalOnDisk(place: place, name: name, header: $0) }
    }
  }

  /// Whether a journal got as far as its snapshot: then it holds everything that it takes the place of.
  private func holdsAll(_ journal: JournalOnDisk) -> Bool {
    DraftFinder.records(journal).map { DraftFinder.haveSnapshot($0.records) } == true
  }

  private static func haveSnapshot(_ records: [DraftRecord]) -> Bool {
    records.contains { if case .snapshot = $0 { true } else { false } }
  }

  /// The bytes that the sheet's file held when a draft began; nil where they cannot be read.
  static func base(of journal: JournalOnDisk) -> [UInt8]? { records(journal).map { base($0.records) } }

  private static func records(
    _ journal: JournalOnDisk
  ) -> (records: [DraftRecord], isWhole: Bool, modified: Int)? {
    guard let open = try? OpenFolder(journal.place),
      let (bytes, status) = try? open.read(journal.name, largest: DraftLimit.file)
    else { return nil }
    let (records, isWhole) = DraftFraming.read(bytes)
    return (records, isWhole, status.st_mtim.tv_sec)
  }

  private func read(_ journal: JournalOnDisk, replaced: [String]) -> FoundDraft? {
    let ownership = ownership(journal.path, journal.header)
    guard ownership != .owned, let (records, isWhole, modified) = DraftFinder.records(journal) else { return nil }
    return FoundDraft(
      path: journal.path, fileName: journal.header.fileName, base: DraftFinder.base(records),
      contents: DraftFinder.contents(records), handed: DraftFinder.handed(records), isWhole: isWhole,
      modified: modified, folder: journal.header.folder, importedFrom: journal.header.importedFrom,
      isInDoubt: ownership == .inDoubt, replaced: DraftFinder.haveSnapshot(records) ? replaced : [])
  }

  private static func base(_ records: [DraftRecord]) -> [UInt8] {
    for case .base(let bytes) in records { return bytes }
    return []
  }

  private static func contents(_ records: [DraftRecord]) -> [EntryField: String] {
    var contents = DraftContents()
    for record in records {
      switch record {
      case .snapshot(let all): contents = DraftContents(all)
      case .edit(let edit): contents.apply(edit)
      case .header, .base, .handed, .comments, .unknown: break
      }
    }
    return contents.all()
  }

  /// The entries as they were whenever they were handed to the disk.
  private static func handed(_ records: [DraftRecord]) -> [[EntryField: String]] {
    var handed: [[EntryField: String]] = []
    var contents = DraftContents()
    for record in records {
      switch record {
      case .snapshot(let all): contents = DraftContents(all)
      case .edit(let edit): contents.apply(edit)
      case .handed(let all): handed.append(all ?? contents.all())
      case .header, .base, .comments, .unknown: break
      }
    }
    return handed
  }
}
