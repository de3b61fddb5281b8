// Holds the calls on files and names, each with the changes that it makes.

import CFuse
import Glibc

extension DiskState {
  // MARK: What there is

  /// What the kernel is told of a file or folder.
  private func attributes(_ number: UInt64, _ node: DiskTree.Node) -> fuse_attr {
    var answer = fuse_attr()
    answer.ino = number
    answer.size = node.isFolder ? 4096 : UInt64(node.bytes.count)
    answer.blocks = (answer.size + 511) / 512
    answer.mode = UInt32(node.isFolder ? S_IFDIR : S_IFREG) | node.mode
    answer.nlink = UInt32(max(0, node.links)) + (node.isFolder ? 1 : 0)
    answer.uid = node.owner
    answer.gid = node.group
    answer.blksize = 4096
    let (seconds, rest) = node.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
    (answer.atime, answer.mtime, answer.ctime) = (UInt64(seconds), UInt64(seconds), UInt64(seconds))
    (answer.atimensec, answer.mtimensec, answer.ctimensec) = (UInt32(rest), UInt32(rest), UInt32(rest))
    return answer
  }

  func attributes(of number: UInt64) -> FuseReply {
    guard let node = tree.nodes[number] else { return .failed(ESTALE) }
    var answer = fuse_attr_out()
    answer.attr_valid = traits.memory
    answer.attr = attributes(number, node)
    return .values(answer)
  }

  private func entry(_ number: UInt64) -> fuse_entry_out {
    var answer = fuse_entry_out()
    answer.nodeid = number
    answer.entry_valid = traits.memory
    answer.attr_valid = traits.memory
    if let node = tree.nodes[number] { answer.attr = attributes(number, node) }
    return answer
  }

  private func number(_ name: String, _ folder: UInt64) -> UInt64? { tree.nodes[folder]?.names[name] }

  func lookUp(_ name: String, in folder: UInt64) -> FuseReply {
    number(name, folder).map { .values(entry($0)) } ?? .failed(ENOENT)
  }

  mutating func openFolder(_ number: UInt64, _ machine: Int) -> FuseReply {
    let answer = opened(number, machine)
    listings[answer.fh] = (tree.nodes[number]?.names ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return .values(answer)
  }

  func list(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_read_in.self)
    var bytes: [UInt8] = []
    for (index, item) in (listings[asked.fh] ?? []).enumerated().dropFirst(Int(asked.offset)) {
      let name = Array(item.name.utf8)
      var one: [UInt8] = []
      for value in [item.node, UInt64(index + 1)] { withUnsafeBytes(of: value) { one += $0 } }
      let type = UInt32(tree.nodes[item.node]?.isFolder == true ? DT_DIR : DT_REG)
      for value in [UInt32(name.count), type] { withUnsafeBytes(of: value) { one += $0 } }
      one += name + [UInt8](repeating: 0, count: (8 - name.count % 8) % 8)
      if bytes.count + one.count > Int(asked.size) { break }
      bytes += one
    }
    return .done(bytes)
  }

  // MARK: Content

  func read(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_read_in.self)
    let bytes = tree.nodes[request.node]?.bytes ?? []
    return .done(Array(bytes.dropFirst(Int(asked.offset)).prefix(Int(asked.size))))
  }

  mutating func write(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_write_in.self)
    // The kernel has worked out where a file ends to which is added; on a share that may be an old end.
    return make(
      [.write(request.node, at: Int(asked.offset), Array(request.content))],
      .values(fuse_write_out(size: asked.size, padding: 0)))
  }

  mutating func setAttributes(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_setattr_in.self)
    guard let node = tree.nodes[request.node] else { return .failed(ESTALE) }
    func sets(_ flag: Int32) -> Bool { asked.valid & UInt32(flag) != 0 }
    var changes: [DiskChange] = []
    if sets(FATTR_SIZE) { changes.append(.cut(request.node, length: Int(asked.size))) }
    if sets(FATTR_MODE) || sets(FATTR_UID) || sets(FATTR_GID) {
      changes.append(
        .dress(
          request.node, mode: sets(FATTR_MODE) ? asked.mode & 0o7777 : node.mode,
          owner: sets(FATTR_UID) ? asked.uid : node.owner, group: sets(FATTR_GID) ? asked.gid : node.group))
    }
    if sets(FATTR_MTIME_NOW) {
      tree.date(request.node, DiskTree.now)
    } else if sets(FATTR_MTIME) {
      tree.date(request.node, Int(asked.mtime) * 1_000_000_000 + Int(asked.mtimensec))
    }
    if case .never = make(changes) { return .never }
    return attributes(of: request.node)
  }

  // MARK: Names

  /// Makes a file or folder under a name.
  private mutating func make(_ name: String, isFolder: Bool, mode: UInt32, _ request: FuseRequest) -> UInt64? {
    let number = takeNumber()
    let group = tree.nodes[request.node].map { $0.mode & 0o2000 != 0 ? $0.group : request.header.gid } ?? 0
    let reply = make([
      .make(number, isFolder: isFolder, mode: mode & 0o7777, owner: request.header.uid, group: group),
      .names([DiskName(folder: request.node, name: name, node: number)]),
    ])
    if case .never = reply { return nil }
    return number
  }

  mutating func create(_ request: FuseRequest, _ machine: Int) -> FuseReply {
    let asked = request.values(fuse_create_in.self)
    let name = request.name(behind: MemoryLayout<fuse_create_in>.size)
    if let known = number(name, request.node) {
      guard asked.flags & UInt32(O_EXCL) == 0 else { return .failed(EEXIST) }
      return .values(entry(known), opened(known, machine))
    }
    guard let made = make(name, isFolder: false, mode: asked.mode & ~asked.umask, request) else { return .never }
    return .values(entry(made), opened(made, machine))
  }

  mutating func makeFolder(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_mkdir_in.self)
    let name = request.name(behind: MemoryLayout<fuse_mkdir_in>.size)
    guard number(name, request.node) == nil else { return .failed(EEXIST) }
    let inherited = (tree.nodes[request.node]?.mode ?? 0) & 0o2000
    guard let made = make(name, isFolder: true, mode: asked.mode & ~asked.umask | inherited, request) else {
      return .never
    }
    return .values(entry(made))
  }

  mutating func link(_ request: FuseRequest) -> FuseReply {
    let asked = request.values(fuse_link_in.self)
    let name = request.name(behind: MemoryLayout<fuse_link_in>.size)
    guard number(name, request.node) == nil else { return .failed(EEXIST) }
    guard let node = tree.nodes[asked.oldnodeid], node.links > 0 else { return .failed(ESTALE) }
    let reply = make([.names([DiskName(folder: request.node, name: name, node: asked.oldnodeid)])])
    if case .never = reply { return reply }
    return .values(entry(asked.oldnodeid))
  }

  mutating func unlink(_ name: String, in folder: UInt64, _ machine: Int) -> FuseReply {
    guard let node = number(name, folder) else { return .failed(ENOENT) }
    return make([.names([DiskName(folder: folder, name: name, node: nil)] + kept(node, folder, machine))])
  }

  /// On a share, the name that a file which is open gets in place of its last one; none elsewhere.
  private mutating func kept(_ node: UInt64, _ folder: UInt64, _ machine: Int) -> [DiskName] {
    guard traits.isShare, tree.nodes[node]?.links == 1, silly[node] == nil,
      open.values.contains(where: { $0.node == node && $0.machine == machine })
    else { return [] }
    let name = DiskName(folder: folder, name: ".nfs\(node)", node: node)
    silly[node] = name
    return [name]
  }

  mutating func removeFolder(_ name: String, in folder: UInt64) -> FuseReply {
    guard let number = number(name, folder), let node = tree.nodes[number] else { return .failed(ENOENT) }
    guard node.isFolder else { return .failed(ENOTDIR) }
    guard node.names.isEmpty else { return .failed(ENOTEMPTY) }
    return make([.names([DiskName(folder: folder, name: name, node: nil)])])
  }

  mutating func rename(_ request: FuseRequest, _ machine: Int) -> FuseReply {
    let isPlain = request.code == FUSE_RENAME
    let folder = isPlain ? request.values(fuse_rename_in.self).newdir : request.values(fuse_rename2_in.self).newdir
    let names = request.names(
      behind: isPlain ? MemoryLayout<fuse_rename_in>.size : MemoryLayout<fuse_rename2_in>.size)
    guard names.count == 2, let node = number(names[0], request.node) else { return .failed(ENOENT) }
    let there = number(names[1], folder)
    let flags = request.renameFlags
    guard flags == 0 || traits.exchanges, flags <= 2 else { return .failed(EINVAL) }
    let new = DiskName(folder: folder, name: names[1], node: node)
    if flags == 2 {
      guard there != nil else { return .failed(ENOENT) }
      return make([.names([new, DiskName(folder: request.node, name: names[0], node: there)])])
    }
    guard there == nil || flags == 0 else { return .failed(EEXIST) }
    // Two names of one file stay as they are.
    guard there != node else { return .empty }
    if let there, tree.nodes[there]?.isFolder == true {
      guard tree.nodes[there]?.names.isEmpty == true else { return .failed(ENOTEMPTY) }
    }
    let silly = there.map { kept($0, folder, machine) } ?? []
    return make([.names([DiskName(folder: request.node, name: names[0], node: nil), new] + silly)])
  }
}
