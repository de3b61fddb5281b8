// Holds finding the files of a book's folder that look like the book's and that nobody reads.

import InitiativeModel

/// The stray files of a book.
enum StrayFiles {
  /// Those in the folder itself and in `reviews/`, with names that are no UTF-8 as they are shown.
  static func find(
    in folder: OpenFolder, _ listing: (names: [String], undecodable: [FileName])
  ) -> [BookFinding] {
    var found = BookFinding.strays(among: listing.names) + undecodable(listing.undecodable, "")
    if listing.names.contains(BookFolder.reviewsName),
      let reviews = try? folder.subfolder(BookFolder.reviewsName).listing()
    {
      let prefix = BookFolder.reviewsName + "/"
      for case .strayFile(let name, let kind) in BookFinding.strays(among: reviews.names) {
        found.append(.strayFile(prefix + name, kind))
      }
      found += undecodable(reviews.undecodable, prefix)
    }
    return found
  }

  private static func undecodable(_ names: [FileName], _ prefix: String) -> [BookFinding] {
    names.map { .strayFile(prefix + $0.shown, .undecodableName) }
  }
}
