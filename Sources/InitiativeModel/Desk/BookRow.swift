// Holds one row of a book in a list.

/// One row of a book: a sheet, or a file that could not be read.
public enum BookRow: Equatable, Sendable {
  /// A sheet that can be opened.
  case sheet(SheetID)
  /// A sheet of which git left two versions in its file: what becomes of them is settled before it can be opened.
  case unmerged(SheetID)
  /// A file that cannot, with the reason as a sentence.
  case unreadable(SheetID, reason: String)

  /// The name of the sheet or file.
  public var id: SheetID {
    switch self {
    case .sheet(let id), .unmerged(let id), .unreadable(let id, _): id
    }
  }

  /// Whether it is a sheet that can be opened.
  public var isSheet: Bool {
    if case .sheet = self { return true }
    return false
  }
}
