// Holds what stands in the places of drafts that all books share.

/// What stands in the places that all books share, looked at once for all of them.
public struct DraftListing: Sendable {
  let files: [String: [JournalOnDisk]]

  init(places: [String]) {
    files = Dictionary(places.map { ($0, DraftFinder.list($0)) }) { one, _ in one }
  }
}
