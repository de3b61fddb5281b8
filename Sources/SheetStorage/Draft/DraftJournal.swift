// Holds the journal of one sheet's unsaved edits.
//
// Contract. When `append` returns `.kept`, the edit has been handed to the system: a program that is killed at any
// moment after that loses nothing. A sync puts it on the disk, against power cuts; only what a sync proved is said to
// be there (`isProven`). A journal that cannot be written moves to the next place, with everything so far, and says so;
// it never throws typing away. When a journal is written anew, the file before goes only when a sync has proven the new
// one; until then the new one names it as replaced, and whoever finds both takes the new one alone. A journal is locked
// while its program lives. What would be too large to be read back is not written. A program that knows nothing of
// edited plans meets an edit that it cannot read in every journal of one (`DraftRecord.planMark`): it takes the journal for damaged,
// and such a one is kept.

import Glibc
import InitiativeModel

/// The unsaved edits of one sheet, on disk.
public final class DraftJournal {
  private let folders: [String]
  private let header: DraftHeader
  private var base: [UInt8]
  private let name: String
  private let calls: any FileCalls
  /// The entries as the last snapshot has them, and the edits behind it.
  private var contents: DraftContents
  private var edits: [FieldEdit] = []
  /// The entries as they were handed to the disk before the last snapshot, and behind how many of the edits since then
  /// they were handed over again.
  private var handed: [DraftContents] = []
  private var handedBehind: [Int] = []
  /// Whether the draft is of the plan as well; a journal of the entries alone tells nothing of the plan.
  private var isOfPlan = false
  /// The files that hold the journal, the one that is written last; those before go when it is proven.
  private var files: [JournalFile] = []
  private var framing = DraftFraming()
  /// The bytes of the file that is written, and of those the ones behind its snapshot.
  private var size = 0
  private var sizeOfEdits = 0
  /// Why the last edits do not stand in the file that is written; nothing more may follow in it then.
  private var failure: KeepingError?
  /// The places whose disk did not take what was written there, and those in which a file was not found again.
  private var refused: [String: SystemError] = [:]
  private var losing: Set<String> = []
  /// How many edits there were, and how many of them are on the disk.
  private var count = 0
  private var provenCount = 0

  /// The size from which the edits are written anew as one snapshot, in bytes; a journal larger than this that could
  /// not be written is not tried again at every key.
  private static let compactFrom = 256 * 1024

  /// Prepares a journal; no file is made before the first edit.
  ///
  /// - Parameters:
  ///   - folders: the places to keep it, the best first.
  ///   - sheet: the entries as they are before the first edit.
  init(
    folders: [String], name: String, header: DraftHeader, base: [UInt8], sheet: InitiativeSheet, calls: any FileCalls
  ) {
    self.folders = folders
    self.name = name
    self.header = header
    self.calls = calls
    self.base = base
    contents = DraftContents(of: sheet)
  }

  deinit { for file in files { close(file.descriptor) } }

  /// Whether every edit is known to be on the disk.
  public var isProven: Bool { provenCount == count && failure == nil && !files.isEmpty }

  /// Adds an edit, in one write.
  public func append(_ edit: FieldEdit) -> DraftStatus {
    edits.append(edit)
    count += 1
    let isFirstOfPlan = edit.field.isPlan && !isOfPlan
    if isFirstOfPlan { isOfPlan = true }
    if failure != nil, size > DraftJournal.compactFrom { return status }
    guard !files.isEmpty, failure == nil, !isFirstOfPlan, sizeOfEdits < DraftJournal.compactFrom,
      let bytes = framing.frame(.edit(edit)), size + bytes.count <= DraftLimit.file,
      writeAll(bytes) == nil
    else { return startAnew() }
    size += bytes.count
    sizeOfEdits += bytes.count
    return status
  }

  /// How many handovers without a known end are remembered when the journal is written anew.
  private static let keptHandovers = 4

  /// Whether the file that is written has no name any more.
  public var isGone: Bool {
    guard let file = files.last else { return false }
    var status = stat()
    return fstat(file.descriptor, &status) == 0 && status.st_nlink == 0
  }

  /// Notes that the sheet as it stands is handed to the disk: should the program end before it hears what came of that,
  /// the save is known for its own.
  public func noteSave() {
    handedBehind.append(edits.count)
    guard !files.isEmpty, failure == nil, let bytes = framing.frame(.handed(nil)) else { return }
    if writeAll(bytes) == nil { size += bytes.count } else { _ = startAnew() }
  }

  /// Writes the journal down now, though there was no edit.
  public func begin() -> DraftStatus {
    count += 1
    return startAnew()
  }

  /// Writes the journal down anew over what the sheet's file holds now.
  ///
  /// - Parameters:
  ///   - sheet: the entries as the person has them.
  ///   - claimed: a draft of an earlier program of which `sheet` holds everything.
  public func restart(
    over stored: StoredSheet, sheet: InitiativeSheet, replacing claimed: ClaimedDraft? = nil
  ) -> DraftStatus {
    base = stored.bytes
    contents = DraftContents(of: sheet)
    isOfPlan = EntryField.plan.contains { !sheet.agrees(with: stored.sheet, in: $0) }
    edits = []
    handed = []
    handedBehind = []
    files.insert(contentsOf: claimed?.files ?? [], at: 0)
    return begin()
  }

  /// A descriptor of its own for the file that is written, for waiting on the disk in another thread; nil without one.
  ///
  /// What could not be written is tried again first.
  public func copyOfDescriptor() -> DraftDescriptor? {
    if failure != nil { _ = startAnew() }
    guard failure == nil, let file = files.last else { return nil }
    let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : DraftDescriptor(descriptor: copy, file: file, count: count, calls: calls)
  }

  /// Takes the answer of a sync: what it proved is on the disk, and the files before that one go; what the disk did not
  /// take, or somebody took away, is written down anew.
  public func take(_ proof: DraftProof) -> SyncOutcome {
    guard let place = files.firstIndex(where: { $0.path == proof.path }) else { return .nothing }
    let folder = files[place].folder
    switch proof.outcome {
    case .proven:
      files[place].isProven = true
      provenCount = max(provenCount, proof.count)
      refused[folder] = nil
      losing.remove(folder)
      for file in files[..<place] { file.remove(calls) }
      files.removeSubrange(..<place)
      return .proven
    case .lost:
      guard place == files.count - 1 else { return .nothing }
      return moveOn(from: folder, losing.insert(folder).inserted ? nil : SystemError(call: "open", code: ESTALE))
    case .failed(let error):
      return place == files.count - 1 ? moveOn(from: folder, error) : .nothing
    }
  }

  /// Writes the journal down anew; a place that has an error comes last from here on.
  private func moveOn(from folder: String, _ error: SystemError?) -> SyncOutcome {
    if let error { refused[folder] = error }
    _ = startAnew()
    return failure == nil && files.last.map { refused[$0.folder] == nil } == true ? .writtenAnew : .nothing
  }

  /// Puts the journal on the disk, in the first place that takes it; waits for it.
  ///
  /// - Returns: what failed; nil when all of it is there.
  @discardableResult
  public func sync() -> KeepingError? {
    while let descriptor = copyOfDescriptor(), take(descriptor.sync()) == .writtenAnew {}
    guard !isProven else { return nil }
    if case .notKept(let error) = status { return error }
    return .system(SystemError(call: "fsync", code: EIO))
  }

  /// Removes the journal: nothing in it is unsaved any more.
  public func finish() {
    for file in files { file.remove(calls) }
    forget()
  }

  /// Puts the journal with what was thrown away, where it can be read for two weeks; where that cannot be done, it stays
  /// where it is and is offered again.
  public func putAway(in store: DraftStore) {
    for file in files {
      store.putAway(file.path)
      close(file.descriptor)
    }
    forget()
  }

  private func forget() {
    files = []
    handed = []
    handedBehind = []
    size = 0
    sizeOfEdits = 0
    failure = nil
  }

  /// Where the journal is being kept.
  public var status: DraftStatus {
    if let failure { return .notKept(failure) }
    guard let file = files.last else { return .notKept(.system(SystemError(call: "open", code: ENOENT))) }
    if let error = refused[file.folder] { return .notKept(.system(error)) }
    return file.folder == folders.first ? .kept : .keptElsewhere(folder: file.folder)
  }

  /// Writes header, base and a snapshot into a new file in the first place that takes it; places whose disk refused
  /// come last.
  ///
  /// Where no place takes it the files before stay as they are, and it is tried again later.
  private func startAnew() -> DraftStatus {
    for (number, edit) in edits.enumerated() {
      if handedBehind.contains(number) { handed.append(contents) }
      contents.apply(edit)
    }
    if handedBehind.contains(edits.count) { handed.append(contents) }
    handed = handed.suffix(DraftJournal.keptHandovers)
    handedBehind = []
    edits = []
    do {
      let bytes = try snapshot()
      size = bytes.count
      try create(bytes)
      failure = nil
    } catch {
      failure = error
    }
    return status
  }

  /// A whole journal without edits.
  private func snapshot() throws(KeepingError) -> [UInt8] {
    size = DraftLimit.file
    var header = header
    header.replaces = files.map(\.name)
    framing = DraftFraming()
    var bytes = DraftFraming.magic
    var records: [DraftRecord] = [.header(header), .base(base), .snapshot(contents.all(withPlan: isOfPlan))]
    if isOfPlan { records.append(.planMark) }
    for index in handed.indices { records.append(.handed(handed[index].all(withPlan: isOfPlan))) }
    for record in records {
      guard let frame = framing.frame(record) else { throw .tooLarge(limit: DraftLimit.record) }
      bytes += frame
    }
    guard bytes.count <= DraftLimit.file else { throw .tooLarge(limit: DraftLimit.file) }
    return bytes
  }

  private func create(_ bytes: [UInt8]) throws(KeepingError) {
    var failure = SystemError(call: "open", code: ENOENT)
    for folder in folders.filter({ refused[$0] == nil }) + folders.filter({ refused[$0] != nil }) {
      do {
        try create(bytes, in: folder)
        sizeOfEdits = 0
        return dropSuperfluous()
      } catch {
        failure = error
      }
    }
    throw .system(failure)
  }

  private func create(_ bytes: [UInt8], in folder: String) throws(SystemError) {
    let madeIn = try DraftStore.prepare(folder, calls)
    let path = "\(folder)/\(name)-\(TemporaryFile.randomHexadecimal(8)).draft"
    let file = try calls.create(in: AT_FDCWD, name: path, mode: 0o600)
    try? calls.lock(file)
    files.append(JournalFile(path: path, descriptor: file, madeIn: madeIn))
    if let error = writeAll(bytes) {
      files.removeLast().remove(calls)
      throw error
    }
  }

  /// Of files that were never proven, one a place is enough: a later one holds all of an earlier one.
  private func dropSuperfluous() {
    for index in files.indices.dropLast().reversed() where !files[index].isProven {
      guard files[(index + 1)...].dropLast().contains(where: { $0.folder == files[index].folder }) else { continue }
      files.remove(at: index).remove(calls)
    }
  }

  private func writeAll(_ bytes: [UInt8]) -> SystemError? {
    guard let file = files.last else { return SystemError(call: "write", code: EBADF) }
    do {
      try calls.writeAll(bytes, to: file.descriptor)
      return nil
    } catch {
      return error
    }
  }
}
