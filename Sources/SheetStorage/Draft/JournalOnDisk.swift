// Holds a journal as it was found, before all of it is read.

/// A journal or a file of comments on disk, of which only the header was read.
struct JournalOnDisk {
  let place: String
  let name: String
  let header: DraftHeader
  /// The folder that the header names, with every link followed as far as there is something.
  let folder: String

  init(place: String, name: String, header: DraftHeader) {
    self.place = place
    self.name = name
    self.header = header
    folder = DraftStore.resolved(header.folder)
  }

  var path: String { "\(place)/\(name)" }
  /// Whether it holds comments and not a draft.
  var isOfComments: Bool { name.hasSuffix(KeptComments.ending) }
}
