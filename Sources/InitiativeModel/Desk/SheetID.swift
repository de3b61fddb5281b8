// Holds the name of a sheet among all that are open.

/// The name of a sheet among all that are open: its book's folder and its file.
public struct SheetID: Hashable, Sendable {
  /// The book's folder, as a path.
  public let book: String
  /// The file in it, such as item-01.json.
  public let fileName: String

  /// Makes a name.
  public init(book: String, fileName: String) {
    self.book = book
    self.fileName = fileName
  }
}
