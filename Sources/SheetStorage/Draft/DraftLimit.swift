// Holds how large drafts and comments may be: what writes them and what reads them go by the same numbers.

/// The limits of what is kept for the person, in bytes.
///
/// A sheet's file is read up to `OpenFolder.largestFile`. A draft holds that file, all entries and one edit, each as
/// JSON, where a line feed or a quotation mark takes two bytes; its limits leave room for entries of 32 MiB.
enum DraftLimit {
  /// The largest record of a journal: an edit that puts all entries in the place of all others.
  static let record = 160 * 1024 * 1024
  /// The largest journal.
  static let file = 256 * 1024 * 1024
  /// The largest header of a journal, which is read alone to see whose it is.
  static let header = 64 * 1024
  /// The largest file of all comments on a sheet that wait to be given; one alone may have an eighth of that.
  static let comment = 8 * 1024 * 1024
}
