// Holds what a draft's book is known by.

import InitiativeModel

/// The book of a draft, as it is known again when its folder stands elsewhere.
struct BookIdentity: Equatable, Sendable {
  /// The folder's file system and number in it; nil where they are not known.
  var place: FilePlace?
  /// What book.json says; nil where it could not be read.
  var ward: String?
  var year: Int?

  /// Looks at a book's folder, and at its book.json where what that says is not given.
  init(folder: String, header: BookHeader? = nil) {
    place = FilePlace(path: folder)
    let header = header ?? (try? BookFolder(path: folder).loadHeader())
    ward = header?.ward
    year = header?.fiscalYear.year
  }

  init(_ document: JSONValue) {
    if let device = document.number("device"), let inode = document.number("inode") {
      place = FilePlace(device: device, inode: inode)
    }
    if case .string(let ward)? = document["ward"] { self.ward = ward }
    year = document.number("year").map { Int($0) }
  }

  /// Whether nothing that both know of the ward and the year differs; an empty ward is not known.
  func agrees(with other: BookIdentity) -> Bool {
    guard let ward, let year, let otherWard = other.ward, let otherYear = other.year else { return true }
    return (ward == otherWard || ward.isEmpty || otherWard.isEmpty) && year == otherYear
  }

  /// Whether both are known to be of one ward and year.
  func isOfSameWardAndYear(as other: BookIdentity) -> Bool {
    ward != nil && year != nil && ward == other.ward && year == other.year
  }
}
