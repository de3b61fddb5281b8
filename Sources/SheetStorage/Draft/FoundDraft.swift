// Holds a draft that an earlier program left.

import InitiativeModel

/// A draft found on disk whose program has ended, or may have.
public struct FoundDraft: Sendable {
  /// The journal's file.
  public let path: String
  /// The file name of the sheet it belongs to.
  public let fileName: String
  /// The bytes that the sheet's file held when the draft began.
  public let base: [UInt8]
  /// The entries as the draft leaves them; a field that is absent was not touched.
  public let contents: [EntryField: String]
  /// The entries as they were handed to the disk by saves whose end the draft does not tell of, the first of them first.
  var handed: [[EntryField: String]] = []
  /// Whether the whole journal could be read.
  public let isWhole: Bool
  /// When it was last written, in seconds since 1970.
  public let modified: Int
  /// The book's folder when the draft began.
  public internal(set) var folder = ""
  /// The file from which an import took it; nil for what a person wrote.
  public internal(set) var importedFrom: String?
  /// Whether its program may still be living: it can be copied and is not taken.
  public internal(set) var isInDoubt = false
  /// Earlier files of the same draft, of which this one holds everything.
  var replaced: [String] = []

  /// The sheet as its file held it when the draft began; nil where that cannot be read.
  public var began: InitiativeSheet? { UnmergedFile.sheet(in: base) }

  /// The two versions that git had left in the file when the draft began, of which it holds what was chosen; nil for
  /// any other draft.
  public var versions: GitVersions? {
    MarkedVersions(base) == nil ? nil : UnmergedFile(fileName, base, line: 1).versions
  }

  /// The draft over what the file holds now: what the draft changed stays changed, what the file gained since is kept.
  ///
  /// A field in which the file holds what the draft's own program handed to the disk gained nothing: that was its save.
  public func merged(with stored: InitiativeSheet) -> SheetMerge {
    var began = began ?? stored
    for field in EntryField.written {
      let content = stored.content(of: field)
      let isOwnSave = handed.contains { $0[field].map { $0.utf8.elementsEqual(content.utf8) } ?? false }
      if isOwnSave { began.copy(field, from: stored) }
    }
    var ours = began
    for (field, content) in contents { ours.setContent(content, of: field) }
    return SheetMerge(base: began, ours: ours, theirs: stored)
  }
}
