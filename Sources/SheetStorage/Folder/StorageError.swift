// Holds what can go wrong with files, as facts; sentences are made elsewhere.

/// Why a folder or file could not be read or written.
///
/// Every case names its path.
public enum StorageError: Error, Equatable, Sendable {
  /// There is nothing at the path.
  case notFound(path: String)
  /// The name's bytes are no UTF-8; the path has them as \xHH.
  case nameNotUTF8(path: String)
  /// A file stands where a folder should be.
  case notAFolder(path: String)
  /// The folder holds no book.
  case noBooks(path: String)
  /// The folder holds sheets but no book.json.
  case headerMissing(path: String)
  /// The name belongs to a folder, a pipe or a device.
  case notAFile(path: String)
  /// The name is a symbolic link, which may lead out of the folder.
  case symbolicLink(path: String)
  /// The file is, or would become, larger than what is read; both in bytes.
  case tooLarge(path: String, bytes: Int, limit: Int)
  /// A history has more lines, or more that tell nothing, than are read.
  case tooManyLines(path: String, limit: Int)
  /// The file has no content.
  case empty(path: String)
  /// The file holds only zero bytes, as after a power cut.
  case zeroFilled(path: String)
  /// The text is no JSON.
  case syntax(path: String, JSONSyntaxError)
  /// git left two versions of a sheet in the file.
  case unmerged(path: String, UnmergedFile)
  /// The JSON is no sheet or header.
  case invalid(path: String, [ContentProblem])
  /// A newer program wrote the file.
  case newerFormat(path: String, version: Int)
  /// The file holds something else than when it was opened; what it holds now, if that is a sheet.
  case changedOnDisk(path: String, now: StoredSheet?)
  /// The file was there when it was opened and is not any more.
  case vanished(path: String)
  /// A file of the name is already there.
  case alreadyExists(path: String)
  /// The folder holds the book of another ward or year than when it was opened.
  case otherBook(path: String)
  /// Another mark was set since the one that was to be taken back.
  case markedMeanwhile(path: String)
  /// The mark that was to be replied to is not in the file.
  case markMissing(path: String)
  /// The sheet has another plan than the file, and the book's plan is fixed.
  case planIsFixed(path: String)
  /// Somebody else has been writing the book for too long.
  case busy(path: String)
  /// What was about to be written would not read back the same.
  case wouldNotReadBack(path: String)
  /// A system call failed.
  case system(path: String, SystemError)
}
