// Holds what a look from outside finds changed at one sheet.

import InitiativeModel
import SheetStorage

/// What somebody else changed at one sheet.
struct OutsideChange: Sendable {
  let id: SheetID
  let file: FileStamp?
  let reviewsFile: FileStamp?
  /// The sheet as it is now; nil where its file looks as before.
  let sheet: Result<StoredSheet, StorageError>?
  /// The supervisors' marks as they are now; nil where their file looks as before.
  let reviews: Result<SheetReviews, StorageError>?

  /// Looks at a sheet's files; nil where both look as before.
  init?(of id: SheetID, since last: FileStamp?, reviewsSince lastReviews: FileStamp?, _ header: BookHeader?) {
    self.id = id
    file = FileStamp(of: id.fileName, in: id.book)
    reviewsFile = FileStamp(of: "reviews/" + id.fileName, in: id.book)
    guard file != last || reviewsFile != lastReviews else { return nil }
    let book = BookFolder(path: id.book)
    sheet =
      file == last
      ? nil
      : Result { () throws(StorageError) in
        try book.requireSameBook(header)
        return try book.loadSheet(id.fileName)
      }
    reviews =
      reviewsFile == lastReviews ? nil : Result { () throws(StorageError) in try book.reviews(of: id.fileName) }
  }
}
