// Holds the supervisors' marks of a book on disk: one file a sheet in `reviews/`.
//
// Contract. A mark is added behind those that are there, a reply to its mark, under the lock of `reviews/` itself, so that the folder's
// permissions alone say who may set one: nothing else in the book has to be writable. A `reviews/` that is there is left
// as it is, and what is made in it takes its look, not the book's. A file that cannot be read is reported and never
// written over. A mark that was set is on the disk.

import Glibc
import InitiativeModel

extension BookFolder {
  static let reviewsName = "reviews"

  /// What is added to the marks of a sheet.
  private enum Addition {
    case mark(ReviewMark)
    case reply(ReviewReply, toMark: Int)
  }

  /// Adds a mark to those of a sheet; all marks as the file holds them now.
  ///
  /// A mark that is given again because the disk had not confirmed it stands there once.
  ///
  /// - Parameter withdrawn: the mark that a withdrawal takes back; where another one is the period's last, nothing is
  ///   written.
  public func add(
    _ mark: ReviewMark, to fileName: String, withdrawing withdrawn: ReviewMark? = nil
  ) throws(StorageError) -> SheetReviews {
    try add(to: fileName) { reviews, path throws(StorageError) in
      // A second withdrawal looks like the first one and takes back another mark: what it names tells them apart.
      if let withdrawn, reviews.last(mark.period)?.isSame(as: withdrawn) == true { return .mark(mark) }
      if let last = reviews.marks.last, BookFolder.isSame(last, mark) { return nil }
      if withdrawn != nil { throw .markedMeanwhile(path: path) }
      return .mark(mark)
    }
  }

  /// Adds a reply to a mark of a sheet; all marks as the file holds them now.
  ///
  /// A reply that is given again because the disk had not confirmed it stands there once.
  public func add(
    _ reply: ReviewReply, to mark: ReviewMark, of fileName: String
  ) throws(StorageError) -> SheetReviews {
    try add(to: fileName) { reviews, path throws(StorageError) in
      guard let place = reviews.marks.firstIndex(where: { $0.isSame(as: mark) }) else {
        throw .markMissing(path: path)
      }
      if let last = reviews.marks[place].replies.last, BookFolder.isSame(last, reply) { return nil }
      return .reply(reply, toMark: place)
    }
  }

  /// Adds something to the marks of a sheet, or nothing where the file holds it already.
  private func add(
    to fileName: String, _ addition: (SheetReviews, String) throws(StorageError) -> Addition?
  ) throws(StorageError) -> SheetReviews {
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
    let inBook = FileReplacement(folder: book, calls: calls, author: author)
    if lock != nil {
      _ = Leftovers(replacement: replacement, isNobodys: BookFolder.holdsNoOtherMarks).clear()
    }
    let isThere = try folder.names().contains(fileName)
    let current = isThere ? try BookFolder.reviews(folder, fileName) : (SheetReviews(), [], .object([]))
    let document: JSONValue
    switch try addition(current.reviews, folder.path(of: fileName)) {
    case .mark(let mark)?: document = ReviewCodec.adding(mark, to: current.document)
    case .reply(let reply, let place)?: document = ReviewCodec.adding(reply, toMark: place, of: current.document)
    case nil:
      if let unproven = replacement.syncNames() ?? inBook.syncNames() {
        throw .system(path: folder.path(of: fileName), unproven)
      }
      return current.reviews
    }
    let bytes = JSONWriter.bytes(of: document)
    guard isThere else {
      try replacement.create(fileName, bytes)
      // `reviews/` may be new itself: without its name on the disk the file is nowhere.
      if let unproven = inBook.syncNames() {
        throw .system(path: folder.path(of: fileName), unproven)
      }
      return try BookFolder.reviews(folder, fileName).reviews
    }
    if let unproven = try replacement.replace(fileName, base: current.bytes, with: bytes).unproven {
      throw .system(path: folder.path(of: fileName), unproven)
    }
    return try BookFolder.reviews(folder, fileName).reviews
  }

  /// Whether two marks are one that was given twice: only the time differs.
  private static func isSame(_ one: ReviewMark, _ other: ReviewMark) -> Bool {
    one.who == other.who && one.period == other.period && one.decision == other.decision
      && one.comment == other.comment && one.places == other.places && one.contents == other.contents
  }

  private static func isSame(_ one: ReviewReply, _ other: ReviewReply) -> Bool {
    one.who == other.who && one.side == other.side && one.comment == other.comment
  }

  /// Whether a leftover of `reviews/` can go.
  ///
  /// It can where it is an older version of the file, or holds one mark or reply more that was never put in place
  /// because its program was killed. A version that has something the file lacks, and lacks something it has, is kept.
  private static func holdsNoOtherMarks(_ leftover: [UInt8], than file: [UInt8]?) -> Bool {
    func parts(_ bytes: [UInt8]) -> [ReviewMark]? {
      let marks = (try? JSONParser.parse(bytes)).flatMap { try? ReviewCodec.decode($0) }?.marks
      return marks?.flatMap { mark in [mark.withReplies([])] + mark.replies.map { mark.withReplies([$0]) } }
    }
    guard let some = parts(leftover), let all = file.map({ parts($0) }) ?? [] else { return false }
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
