// Holds what has to hold for the marks on a sheet: a mark is added behind those that are there, and none of them changes.

import InitiativeModel
import SheetStorage

enum MarksFuzzing {
  static func read(_ bytes: [UInt8], in place: FuzzPlace) throws -> String {
    let file = "reviews/\(FuzzPlace.sheet)"
    try place.folder.write(bytes, to: file)
    let reviews: SheetReviews
    do throws(StorageError) {
      reviews = try place.book.reviews(of: FuzzPlace.sheet)
    } catch {
      let mark = mark("見本")
      let added = try? place.book.add(mark, to: FuzzPlace.sheet)
      try FuzzFinding.unless(added == nil, "a file that cannot be read was written over")
      try FuzzFinding.unless(try place.folder.read(file) == bytes, "a file that cannot be read is another")
      return "refused \(String(describing: error).prefix(20))"
    }
    for mark in reviews.marks { _ = mark.changes(in: place.stored.sheet) }
    for period in ReviewPeriod.allCases { _ = reviews.state(of: period, in: place.stored.sheet) }
    // A name that no mark has: one that is given again stands there once.
    let mark = mark(reviews.marks.map(\.who).joined() + "次")
    let added: SheetReviews
    do throws(StorageError) {
      added = try place.book.add(mark, to: FuzzPlace.sheet)
    } catch {
      try FuzzFinding.unless(try place.folder.read(file) == bytes, "a refused mark changed the file")
      return "unwritable \(String(describing: error).prefix(20))"
    }
    try FuzzFinding.unless(
      added.marks == reviews.marks + [mark], "\(added.marks) and not \(reviews.marks) with \(mark)")
    try FuzzFinding.unless(try place.book.reviews(of: FuzzPlace.sheet) == added, "other marks are read again")
    return "\(min(reviews.marks.count, 3)) marks"
  }

  private static func mark(_ who: String) -> ReviewMark {
    ReviewMark(
      period: .midTerm, decision: .sentBack, comment: "数を書いてください。", who: who, when: "2026-11-21T08:05:00Z",
      contents: [.implementationForecast: "(i)", .targetForecast: "②", .midTermIssues: "一\n二"])
  }
}
