// Holds finding again what a sheet's file held when it was exported, by its history.

import InitiativeModel

/// The version of a sheet's file, by which an exported sheet is known again.
public enum SheetVersion {
  /// The version of a file: the first 16 hexadecimal digits of the SHA-256 of its bytes.
  public static func of(_ bytes: [UInt8]) -> String { String(SHA256.hexadecimal(bytes).prefix(16)) }
}

extension BookFolder {
  /// The versions of a sheet's file that its history names; none where that cannot be read.
  public func toldVersions(of sheet: StoredSheet) -> Set<String> {
    guard let told = try? history(of: sheet.fileName).told else { return [] }
    return Set(told.flatMap { [$0.entry.from, $0.entry.to] }.map { String($0.prefix(16)) })
  }

  /// A sheet as its file held it at a version, which is the present one or one that the history leads back to.
  ///
  /// Save by save what each changed is taken back. What was found is told only where its bytes have that version, or
  /// where every save on the way names the state in which the one before it left the file.
  ///
  /// - Parameter version: as `SheetVersion` makes it; letters in upper case mean the same.
  /// - Returns: nil where there is no such version, where something else than a save changed the sheet since, or where
  ///   a change stands deeper than anything in a sheet's file can.
  public func sheet(_ present: StoredSheet, at version: String) -> StoredSheet? {
    let version = version.lowercased()
    let digest = SHA256.hexadecimal(present.bytes)
    guard version.utf8.count == 16 else { return nil }
    guard !digest.hasPrefix(version) else { return present }
    guard let entries = try? history(of: present.fileName).entries,
      entries.contains(where: { $0.from.hasPrefix(version) || $0.to.hasPrefix(version) }),
      var document = try? BookFolder.document(present.bytes, path: present.fileName)
    else { return nil }
    var state = digest
    var isLinked = true
    for (place, entry) in entries.enumerated().reversed() {
      isLinked = isLinked && entry.to == state
      for change in entry.changes {
        let keys = change.key.split(separator: ".", maxSplits: JSONLimits.file.depth)
        guard keys.count <= JSONLimits.file.depth else { return nil }
        document.put(change.valueBefore, at: keys[...])
      }
      state = entry.from
      let isNamed = state.hasPrefix(version) || (place > 0 && entries[place - 1].to.hasPrefix(version))
      guard isNamed, let sheet = try? SheetCodec.decode(document) else { continue }
      let bytes = JSONWriter.bytes(of: document)
      if SheetVersion.of(bytes) == version || (isLinked && state.hasPrefix(version)) {
        return StoredSheet(fileName: present.fileName, sheet: sheet, bytes: bytes)
      }
    }
    return nil
  }
}

extension HistoryEntry.Change {
  /// What stood there before; nil for nothing.
  ///
  /// A choice that nobody has made stands in a file as null.
  fileprivate var valueBefore: JSONValue? {
    before == .null && EntryField(rawValue: key)?.isChoice != true ? nil : before
  }
}

extension JSONValue {
  /// Puts a value where it stands by its keys, making the objects on the way; nil takes the key away.
  fileprivate mutating func put(_ value: JSONValue?, at keys: ArraySlice<Substring>) {
    guard let first = keys.first.map(String.init) else { return }
    if keys.count > 1 {
      var inner = self[first] ?? .object([])
      inner.put(value, at: keys.dropFirst())
      set(first, inner)
    } else if let value {
      set(first, value)
    } else if case .object(let members) = self {
      self = .object(members.filter { !$0.hasKey(first) })
    }
  }
}
