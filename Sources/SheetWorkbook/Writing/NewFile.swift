// Holds a file that gets its name when it is complete.

import Glibc
import SheetStorage

/// A file beside the place where it will stand.
struct NewFile {
  /// The path that the file will have.
  let path: String
  /// Where it is written.
  let temporary: String

  /// Makes an empty file beside the path; one that stands there has to be an ordinary file.
  init(path: String) throws(WorkbookError) {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw .system(path: path, SystemError(call: "open", code: errno)) }
    close(descriptor)
    temporary = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Puts the file on the disk and under its name, with the rights that a new file has here, or those of the one before.
  func keep() throws(WorkbookError) {
    var status = stat()
    let mask = umask(0o077)
    umask(mask)
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o666 & ~mask
    let descriptor = open(temporary, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(path: path, SystemError(call: "open", code: errno)) }
    defer { close(descriptor) }
    guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else {
      throw .system(path: path, SystemError(call: "fsync", code: errno))
    }
    guard rename(temporary, path) == 0 else { throw .system(path: path, SystemError(call: "rename", code: errno)) }
  }

  /// Takes the file away where it has not got its name.
  func discard() { unlink(temporary) }
}
