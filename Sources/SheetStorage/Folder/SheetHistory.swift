// Holds what the history of a sheet tells, read out of its file's bytes.

/// The saves of a sheet as its history file tells them.
///
/// Lines that git put together out of two people's saves are told in the order of their times, each once; otherwise the
/// file's order counts.
public struct SheetHistory: Sendable {
  /// How the sheet's file had been changed by something else than a save before a save.
  public enum ChangeBefore: Equatable, Sendable {
    /// To something that no save left: another program wrote it, or git put two versions together.
    case unknown
    /// Back to what the save of that time left.
    case putBack(toSaveOf: String)
    /// Back to what it was before the save of that time.
    case putBackBefore(saveOf: String)
  }

  /// One save.
  public struct Told: Sendable {
    /// What it changed.
    public let entry: HistoryEntry
    /// What had happened to the file since the save before; nil for nothing.
    public let changeBefore: ChangeBefore?

    /// Whether the save was cut short so that nobody knows whether it took place.
    public var isInterrupted: Bool { entry.isInterrupted }
  }

  /// Everything that is told; a save that was cut short and of which nobody knows whether it took place too.
  public let told: [Told]
  /// How many lines cannot be read.
  public let unreadable: Int
  /// Whether git's marks of an unfinished merge stand in the file.
  public let hasMergeMarkers: Bool
  /// Whether all of it is there.
  public let check: HistoryCheck

  /// The saves that took place.
  public var entries: [HistoryEntry] { told.map(\.entry).filter { !$0.isInterrupted } }

  /// Reads the file's bytes.
  ///
  /// - Parameters:
  ///   - sheet: the digest of what the sheet's file holds; nil where it cannot be read.
  ///   - path: the history's path, for messages.
  /// - Throws: `StorageError.tooManyLines` for more lines than saves can have written.
  init(_ bytes: [UInt8], sheet: String?, path: String) throws(StorageError) {
    guard !HistoryLine.areMore(than: HistoryFile.mostLines, in: bytes) else {
      throw .tooManyLines(path: path, limit: HistoryFile.mostLines)
    }
    let (all, hasMergeMarkers) = HistoryLine.split(bytes)
    var seen = Set<ArraySlice<UInt8>>()
    let lines = all.filter { seen.insert($0.bytes).inserted }
    guard let read = SheetHistory.read(lines, sheet) else {
      throw .tooManyLines(path: path, limit: HistoryFile.mostUnreadable)
    }
    let check = HistoryCheck(
      lines, read, repeated: all.count - lines.count, hasMergeMarkers: hasMergeMarkers, sheet: sheet)
    let told = SheetHistory.told(read.compactMap { $0 }, namedStates: check.namedStates)
    self.hasMergeMarkers = hasMergeMarkers
    self.check = check
    unreadable = zip(lines, read).filter { $0.isEnded && $1 == nil }.count
    self.told = check.isMerged || hasMergeMarkers ? SheetHistory.byTime(told) : told
  }

  /// What each line tells; nil where it cannot be read.
  ///
  /// An open line tells of a save that took place where the sheet, or the line of another save, knows what it led to.
  ///
  /// - Returns: nil where more of them cannot be read than a history may have.
  private static func read(_ lines: [HistoryLine], _ sheet: String?) -> [HistoryEntry?]? {
    var contents: [HistoryLine.Content] = []
    var unreadable = 0
    for line in lines {
      contents.append(line.content)
      if case .unreadable? = contents.last { unreadable += 1 }
      if unreadable > HistoryFile.mostUnreadable { return nil }
    }
    var states = Set(sheet.map { [$0] } ?? [])
    for case .entry(let entry) in contents { states.insert(entry.from) }
    return contents.map { content in
      switch content {
      case .entry(let entry): return entry
      case .begun(var entry):
        entry.isInterrupted = !states.contains(entry.to)
        return entry
      case .unreadable: return nil
      }
    }
  }

  // MARK: What happened between the saves

  private static func told(_ entries: [HistoryEntry], namedStates: [String: String]) -> [Told] {
    var saves: [String: String] = [:]
    var beginnings: [String: String] = [:]
    var states: [String] = []
    return entries.map { entry in
      var change: ChangeBefore?
      var expected = states
      switch entry.previous {
      case .notTold: break
      case .isFirst: expected = []
      case .line(let digest): if let state = namedStates[digest] { expected.append(state) }
      }
      if !expected.isEmpty, !expected.contains(entry.from) {
        change =
          saves[entry.from].map { .putBack(toSaveOf: $0) } ?? beginnings[entry.from].map { .putBackBefore(saveOf: $0) }
          ?? .unknown
      }
      states = entry.isInterrupted ? states + [entry.from, entry.to] : [entry.to]
      if !entry.isInterrupted { saves[entry.to] = entry.when }
      if beginnings[entry.from] == nil { beginnings[entry.from] = entry.when }
      return Told(entry: entry, changeBefore: change)
    }
  }

  private static func byTime(_ told: [Told]) -> [Told] {
    told.enumerated().sorted { ($0.element.entry.when, $0.offset) < ($1.element.entry.when, $1.offset) }.map(\.element)
  }
}

extension BookFolder {
  /// The last save of a sheet, read from the end of its history however long that is; nil where there is none.
  ///
  /// - Throws: as `history(of:)`.
  public func lastSave(of fileName: String) throws(StorageError) -> HistoryEntry? {
    try HistoryFile(folder: try OpenFolder(path), calls: calls, name: fileName).lastSave()
  }
}
