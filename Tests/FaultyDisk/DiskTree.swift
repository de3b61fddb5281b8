// Holds what a disk holds at one moment: its files and folders, and the changes that they go through.

import Glibc

/// A change of a disk, as small as a power cut can take changes apart.
public enum DiskChange: Equatable, Sendable {
  /// A file or folder that has no name yet.
  case make(UInt64, isFolder: Bool, mode: UInt32, owner: UInt32, group: UInt32)
  /// Bytes in a file.
  case write(UInt64, at: Int, [UInt8])
  /// The length of a file.
  case cut(UInt64, length: Int)
  /// The mode, owner and group of a file or folder.
  case dress(UInt64, mode: UInt32, owner: UInt32, group: UInt32)
  /// Names of folders, all in one step.
  case names([DiskName])
  /// Nothing but the word that a file's content, or a folder's names, must be on the disk.
  case sync(UInt64)

  /// The files whose content, and the folders whose names it changes; a sync of one of them puts it on the disk.
  var places: [UInt64] {
    switch self {
    case .make, .sync: []
    case .write(let file, _, _), .cut(let file, _), .dress(let file, _, _, _): [file]
    case .names(let names): names.map(\.folder)
    }
  }

  /// Whether it changes names.
  var isOfNames: Bool {
    if case .names = self { return true }
    return false
  }
}

/// What a name of a folder leads to from a change on; nothing where the name goes.
public struct DiskName: Equatable, Sendable {
  let folder: UInt64
  let name: String
  let node: UInt64?
}

/// The files and folders of a disk.
public struct DiskTree: Sendable {
  /// A file or a folder.
  struct Node: Sendable {
    let isFolder: Bool
    var mode: UInt32
    var owner: UInt32
    var group: UInt32
    var bytes: [UInt8] = []
    var names: [String: UInt64] = [:]
    var links = 0
    /// When its content was changed, in nanoseconds since 1970.
    var modified: Int
  }

  /// The number of the disk's outermost folder, which the kernel's protocol fixes.
  static let root: UInt64 = 1

  private(set) var nodes: [UInt64: Node]

  /// An empty disk.
  public init() {
    nodes = [DiskTree.root: Node(isFolder: true, mode: 0o755, owner: 0, group: 0, links: 1, modified: DiskTree.now)]
  }

  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  /// A number that no file or folder has.
  var freeNumber: UInt64 { (nodes.keys.max() ?? DiskTree.root) + 1 }

  /// Makes a change.
  mutating func apply(_ change: DiskChange, at time: Int = DiskTree.now) {
    switch change {
    case .make(let number, let isFolder, let mode, let owner, let group):
      nodes[number] = Node(isFolder: isFolder, mode: mode, owner: owner, group: group, modified: time)
    case .write(let file, let place, let bytes):
      let missing = place + bytes.count - (nodes[file]?.bytes.count ?? 0)
      if missing > 0 { nodes[file]?.bytes += [UInt8](repeating: 0, count: missing) }
      nodes[file]?.bytes.replaceSubrange(place..<place + bytes.count, with: bytes)
      nodes[file]?.modified = time
    case .cut(let file, let length):
      let count = nodes[file]?.bytes.count ?? 0
      if length < count { nodes[file]?.bytes.removeLast(count - length) }
      if length > count { nodes[file]?.bytes += [UInt8](repeating: 0, count: length - count) }
      nodes[file]?.modified = time
    case .dress(let node, let mode, let owner, let group):
      nodes[node]?.mode = mode
      nodes[node]?.owner = owner
      nodes[node]?.group = group
    case .names(let names): for name in names { set(name, time) }
    case .sync: break
    }
  }

  private mutating func set(_ name: DiskName, _ time: Int) {
    if let before = nodes[name.folder]?.names[name.name] { nodes[before]?.links -= 1 }
    nodes[name.folder]?.names[name.name] = name.node
    nodes[name.folder]?.modified = time
    if let node = name.node { nodes[node]?.links += 1 }
  }

  /// Changes when a file was changed.
  mutating func date(_ node: UInt64, _ time: Int) { nodes[node]?.modified = time }

  // MARK: By path

  /// The bytes of the file with a path, such as `book/item-01.json`; nil where there is none.
  public subscript(_ path: String) -> [UInt8]? {
    guard let number = number(of: path), let node = nodes[number], !node.isFolder else { return nil }
    return node.bytes
  }

  /// The text of a file; nil where there is none.
  public func text(_ path: String) -> String? { self[path].map { String(decoding: $0, as: UTF8.self) } }

  /// The names in a folder, sorted; none where there is no such folder.
  public func names(_ path: String = "") -> [String] {
    number(of: path).flatMap { nodes[$0]?.names.keys.sorted() } ?? []
  }

  private func number(of path: String) -> UInt64? {
    var number = DiskTree.root
    for name in path.split(separator: "/") {
      guard let next = nodes[number]?.names[String(name)] else { return nil }
      number = next
    }
    return number
  }

  /// Every file with its path.
  public var files: [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    walk(DiskTree.root, "") { path, node in if !node.isFolder { found[path] = node.bytes } }
    return found
  }

  private func walk(_ number: UInt64, _ path: String, _ visit: (String, Node) -> Void) {
    guard let node = nodes[number] else { return }
    visit(path, node)
    for (name, inner) in node.names { walk(inner, path.isEmpty ? name : path + "/" + name, visit) }
  }

  /// Puts a file there, with the folders above it.
  public mutating func add(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o644) {
    let names = path.split(separator: "/").map(String.init)
    var folder = DiskTree.root
    for (depth, name) in names.enumerated() {
      let isFile = depth == names.count - 1
      if let known = nodes[folder]?.names[name] {
        if isFile { nodes[known]?.bytes = bytes }
        folder = known
        continue
      }
      let number = freeNumber
      let kind = isFile ? UInt32(S_IFREG) | mode : UInt32(S_IFDIR) | 0o755
      apply(.make(number, isFolder: !isFile, mode: kind & 0o7777, owner: 0, group: 0))
      apply(.names([DiskName(folder: folder, name: name, node: number)]))
      if isFile { nodes[number]?.bytes = bytes }
      folder = number
    }
  }

  /// Puts an empty folder there.
  public mutating func addFolder(_ path: String) {
    add(path + "/.", [])
    if let number = number(of: path) { apply(.names([DiskName(folder: number, name: ".", node: nil)])) }
  }

  /// Writes everything into a folder of the machine's own disk, which must be there and empty, with its modes.
  public func write(to place: String) {
    walk(DiskTree.root, "") { path, node in
      let whole = place + "/" + path
      if node.isFolder {
        mkdir(whole, 0o700)
      } else {
        let file = open(whole, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        _ = node.bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        close(file)
      }
      chmod(whole, mode_t(node.mode))
    }
  }
}
