// Holds the supervisors' marks of a book on disk: one file a sheet in `reviews/`.
//
// Contract. A mark is added behind those that are there, under the lock of `reviews/` itself, so that the folder's
// permissions alone say who may set one: nothing else in the book has to be writable. A `reviews/` that is there is left
// as it is, and what is made in it takes its look, not the book's. A file that cannot be read is reported and never
// written over. A mark that was set is on the disk.

import Glibc
import InitiativeModel

extension BookFolder {
  static let reviewsName = "reviews"

  /// Adds a mark to those of a sheet; all marks as the file holds them now.
  ///
  /// A mark that is given again because the disk had not confirmed it stands there once.
  public func add(_ mark: ReviewMark, to fileName: String) throws(StorageError) -> SheetReviews {
    let book = try OpenFolder(path)
    do {
      Glibc.close(try SharedFiles(folder: book, calls: calls).subfolder(BookFolder.reviewsName, isMended: false))
    } catch {
      throw .system(path: book.path(of: BookFolder.reviewsName), error)
    }
    let folder = try book.subfolder(BookFolder.reviewsName)
    let lock = try CommitLock.take(folder, calls: calls)
    defer { withExtendedLifetime(lock) {} }
    let replacement = FileReplacement(folder: folder, calls: calls, author: author)
    if lock != nil {
      _ = Leftovers(replacement: replacement, isNobodys: BookFolder.holdsNoOtherMarks).clear()
    }
    let names = try folder.names()
    guard names.contains(fileName) else {
      let document = ReviewCodec.adding(mark, to: .object([]))
      try replacement.create(fileName, JSONWriter.bytes(of: document))
      return try BookFolder.reviews(folder, fileName).reviews
    }
    let current = try BookFolder.reviews(folder, fileName)
    let unproven: SystemError?
    if let last = current.reviews.marks.last, BookFolder.isSame(last, mark) {
      unproven = replacement.syncNames()
    } else {
      let bytes = JSONWriter.bytes(of: ReviewCodec.adding(mark, to: current.document))
      unproven = try replacement.replace(fileName, base: current.bytes, with: bytes).unproven
    }
    if let unproven { throw .system(path: folder.path(of: fileName), unproven) }
    return try BookFolder.reviews(folder, fileName).reviews
  }

  /// Whether two marks are one that was given twice: only the time differs.
  private static func isSame(_ one: ReviewMark, _ other: ReviewMark) -> Bool {
    one.who == other.who && one.period == other.period && one.decision == other.decision
      && one.comment == other.comment && one.place == other.place && one.contents == other.contents
  }

  /// Whether a leftover of `reviews/` can go.
  ///
  /// It can where it is an older version of the file, or holds one mark more that was never put in place because its
  /// program was killed. A version that has marks the file lacks, and lacks marks the file has, is kept.
  private static func holdsNoOtherMarks(_ leftover: [UInt8], than file: [UInt8]?) -> Bool {
    func marks(_ bytes: [UInt8]) -> [ReviewMark]? {
      (try? JSONParser.parse(bytes)).flatMap { try? ReviewCodec.decode($0) }?.marks
    }
    guard let some = marks(leftover), let all = file.map({ marks($0) }) ?? [] else { return false }
    return some.allSatisfy { all.contains($0) } || (some.count == all.count + 1 && all.allSatisfy { some.contains($0) })
  }

  /// The marks of a sheet as they are now; none where there is no file.
  public func reviews(of fileName: String) throws(StorageError) -> SheetReviews {
    do {
      return try BookFolder.reviews(try OpenFolder(path).subfolder(BookFolder.reviewsName), fileName).reviews
    } catch {
      if case .notFound = error { return SheetReviews() }
      throw error
    }
  }

  /// Every sheet's marks by the sheet's file name, and what is wrong with the files that cannot be read.
  static func allReviews(_ folder: OpenFolder) -> (reviews: [String: SheetReviews], problems: [StorageError]) {
    let subfolder: OpenFolder
    let names: [String]
    do {
      subfolder = try folder.subfolder(reviewsName)
      names = try subfolder.names()
    } catch {
      if case .notFound = error { return ([:], []) }
      return ([:], [error])
    }
    var found: [String: SheetReviews] = [:]
    var problems: [StorageError] = []
    for name in names where BookFinding.number(inName: name) != nil {
      do {
        found[name] = try reviews(subfolder, name).reviews
      } catch {
        problems.append(error)
      }
    }
    return (found, problems)
  }

  private static func reviews(
    _ folder: OpenFolder, _ name: String
  ) throws(StorageError) -> (reviews: SheetReviews, bytes: [UInt8], document: JSONValue) {
    let (bytes, document) = try document(folder, name)
    do {
      return (try ReviewCodec.decode(document), bytes, document)
    } catch {
      throw BookFolder.error(error, path: folder.path(of: name))
    }
  }
}
