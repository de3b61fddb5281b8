// Holds the folders in which files are read that are no files yet.

import SheetStorage
import TestSupport

/// A book with one sheet, and a place for drafts.
public struct FuzzPlace: Sendable {
  let folder: TemporaryFolder
  let state: TemporaryFolder
  let book: BookFolder
  let store: DraftStore
  /// The sheet as it is when nothing was written over it.
  let stored: StoredSheet

  static let sheet = "item-01.json"

  /// Makes the folders, with the shortest of the sheets that ship.
  public init() throws {
    folder = try TemporaryFolder()
    state = try TemporaryFolder()
    let data = BookFolder(path: packageFolder + "/Data/tennoji-2019")
    book = BookFolder(path: folder.path, author: Author(name: "見本"))
    try book.createBook(try data.loadHeader())
    try folder.write(try data.loadSheet("item-09.json").bytes, to: FuzzPlace.sheet)
    store = DraftStore(book: folder.path, stateHome: state.path, home: nil)
    stored = try book.loadSheet(FuzzPlace.sheet)
  }
}
