// Holds an open folder: from here on names are looked up in it alone, wherever the folder may be moved.

import Glibc

/// A folder opened once; every file in it is reached through its descriptor, one name component at a time.
final class OpenFolder {
  /// The folder's path as it was resolved when it was opened, for messages.
  let path: String
  let descriptor: Int32

  /// The largest file that is read, in bytes.
  static let largestFile = 8 * 1024 * 1024

  /// Opens a folder; links in the path given are followed once, here.
  init(_ path: String) throws(StorageError) {
    guard let resolved = realpath(path, nil) else {
      throw OpenFolder.error(path, SystemError(call: "realpath", code: errno))
    }
    defer { free(resolved) }
    guard let decoded = String(validatingCString: resolved) else {
      throw .nameNotUTF8(path: FileName(cString: resolved).shown)
    }
    self.path = decoded
    descriptor = Glibc.open(self.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw OpenFolder.error(path, SystemError(call: "open", code: errno)) }
  }

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Opens a folder inside this one; a link is not followed.
  func subfolder(_ name: String) throws(StorageError) -> OpenFolder {
    let opened = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw OpenFolder.error(path(of: name), SystemError(call: "open", code: errno)) }
    return OpenFolder(descriptor: opened, path: path(of: name))
  }

  /// Opens a folder inside this one whose name is no UTF-8; a link is followed.
  func subfolder(_ name: FileName) throws(StorageError) -> OpenFolder {
    let opened = openat(descriptor, name.cString, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw OpenFolder.error(path(of: name.shown), SystemError(call: "open", code: errno)) }
    return OpenFolder(descriptor: opened, path: path(of: name.shown))
  }

  static func error(_ path: String, _ system: SystemError) -> StorageError {
    switch system.code {
    case ENOENT: .notFound(path: path)
    case ENOTDIR: .notAFolder(path: path)
    case ELOOP: .symbolicLink(path: path)
    default: .system(path: path, system)
    }
  }

  /// The path of a file in the folder, for messages.
  func path(of name: String) -> String { "\(path)/\(name)" }

  /// The names in the folder, sorted; those that begin with a dot are left out.
  func names() throws(StorageError) -> [String] { try allNames().filter { !$0.hasPrefix(".") } }

  /// The names in the folder, sorted, with those that begin with a dot; those that are no UTF-8 are left out.
  func allNames() throws(StorageError) -> [String] { try fileNames().compactMap(\.text).sorted() }

  /// The names in the folder that are no UTF-8.
  func undecodableNames() throws(StorageError) -> [FileName] {
    try fileNames().filter { $0.text == nil }.sorted { $0.shown < $1.shown }
  }

  /// Both at once: the names as `names` gives them, and those that are no UTF-8.
  func listing() throws(StorageError) -> (names: [String], undecodable: [FileName]) {
    var (names, undecodable): ([String], [FileName]) = ([], [])
    for name in try fileNames() {
      guard let text = name.text else {
        undecodable.append(name)
        continue
      }
      if !text.hasPrefix(".") { names.append(text) }
    }
    return (names.sorted(), undecodable.sorted { $0.shown < $1.shown })
  }

  /// All names in the folder as their bytes.
  private func fileNames() throws(StorageError) -> [FileName] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else {
      throw .system(path: path, SystemError(call: "opendir", code: errno))
    }
    defer { closedir(stream) }
    var names: [FileName] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { FileName(cString: $0) }
      }
      if !name.isFolderItself { names.append(name) }
    }
    return names
  }

  // MARK: Reading

  /// Reads a whole file and says what it is; nothing but a regular file of a bounded size is touched.
  func read(
    _ name: String, largest: Int = largestFile
  ) throws(StorageError) -> (bytes: [UInt8], status: stat) {
    let (file, status) = try open(name, largest: largest)
    defer { close(file) }
    let size = Int(status.st_size)
    var bytes: [UInt8]
    do {
      bytes = try OpenFolder.bytes(of: file, count: size + 1)
      if bytes.count > size {
        bytes += try OpenFolder.bytes(of: file, from: off_t(bytes.count), count: largest - size)
      }
    } catch {
      throw .system(path: path(of: name), error)
    }
    guard bytes.count <= largest else { throw .tooLarge(path: path(of: name), bytes: bytes.count, limit: largest) }
    return (bytes, status)
  }

  /// Opens a regular file of a bounded size for reading.
  func open(_ name: String, largest: Int) throws(StorageError) -> (file: Int32, status: stat) {
    guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else { throw .notFound(path: path(of: name)) }
    let file: Int32
    do {
      file = try OpenFolder.open(name, in: descriptor)
    } catch {
      throw OpenFolder.error(path(of: name), error)
    }
    var status = stat()
    let error: StorageError
    if fstat(file, &status) != 0 {
      error = .system(path: path(of: name), SystemError(call: "fstat", code: errno))
    } else if status.st_mode & S_IFMT != S_IFREG {
      error = .notAFile(path: path(of: name))
    } else if status.st_size > largest {
      error = .tooLarge(path: path(of: name), bytes: Int(status.st_size), limit: largest)
    } else {
      return (file, status)
    }
    close(file)
    throw error
  }

  /// Opens a file to read it or to look at it: a link is not followed, and a pipe is not waited for.
  ///
  /// - Parameter directory: where the name is looked up; without one it is a path.
  static func open(_ name: String, in directory: Int32 = AT_FDCWD) throws(SystemError) -> Int32 {
    let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { throw SystemError(call: "open", code: errno) }
    return file
  }

  /// The bytes of an open file from a place on, fewer than asked for where the file ends.
  static func bytes(of file: Int32, from start: off_t = 0, count: Int) throws(SystemError) -> [UInt8] {
    try WholeFile.bytes(count: count) { place, room, done in pread(file, place, room, start + off_t(done)) }
  }
}
