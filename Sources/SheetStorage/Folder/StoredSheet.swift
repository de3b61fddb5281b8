// Holds a sheet as it was read, with the bytes it came from.

import InitiativeModel

/// A sheet and the file it was read from.
public struct StoredSheet: Equatable, Sendable {
  /// The file's name in its book, such as item-01.json.
  public let fileName: String
  /// The sheet.
  public let sheet: InitiativeSheet
  /// The file's bytes; a save replaces these and no others.
  public let bytes: [UInt8]
}

extension StoredSheet {
  /// The document that the bytes hold, with every key, known or not; of two versions that git left, of both.
  func document(path: String) throws(StorageError) -> JSONValue {
    do {
      return try BookFolder.document(bytes, path: path)
    } catch {
      guard let versions = MarkedVersions(bytes), let both = UnmergedDocument(versions) else { throw error }
      return both.document
    }
  }
}
