// Holds the disk as its calls change it, with what goes wrong.

import CFuse
import Glibc

/// A disk in memory: what it holds, who has what open, and what was done.
struct DiskState: Sendable {
  var tree: DiskTree
  var record: DiskRecord
  var traits: DiskTraits
  var faults = DiskFaults() { didSet { callsMade = [] } }
  /// The calls since the faults began.
  var callsMade: [DiskCall] = []
  /// Whether the power is cut.
  var isOff = false
  /// What is open by its number, and on which machine.
  var open: [UInt64: (node: UInt64, machine: Int)] = [:]
  /// The listings of the folders that are open.
  var listings: [UInt64: [(name: String, node: UInt64)]] = [:]
  /// Files that went on a share while they were open, by the name that they have until then.
  var silly: [UInt64: DiskName] = [:]
  private var lastHandle: UInt64 = 0
  private var lastNumber: UInt64 = 0

  init(_ tree: DiskTree, _ traits: DiskTraits) {
    self.tree = tree
    self.traits = traits
    record = DiskRecord(start: tree)
  }

  /// Begins anew with what the disk holds after a power cut.
  mutating func restart(_ tree: DiskTree) {
    self.tree = tree
    record = DiskRecord(start: tree)
    faults = DiskFaults()
    isOff = false
    silly = [:]
  }

  /// A number for a new file or folder, which none ever had.
  mutating func takeNumber() -> UInt64 {
    lastNumber = max(lastNumber + 1, tree.freeNumber)
    return lastNumber
  }

  /// Opens a file or folder.
  mutating func opened(_ node: UInt64, _ machine: Int) -> fuse_open_out {
    lastHandle += 1
    open[lastHandle] = (node, machine)
    var answer = fuse_open_out()
    answer.fh = lastHandle
    return answer
  }

  /// Makes changes, each of which the power may be cut before; then gives the answer.
  mutating func make(_ changes: [DiskChange], _ reply: FuseReply = .empty) -> FuseReply {
    for change in changes {
      isOff = isOff || faults.cutAfter.map { record.changes.count >= $0 } ?? false
      if isOff { return .never }
      tree.apply(change)
      record.changes.append(change)
    }
    return reply
  }

  /// Answers a call from a machine.
  mutating func answer(_ request: FuseRequest, _ machine: Int) -> FuseReply {
    guard let call = request.call else { return answerKernel(request) }
    guard !isOff else { return .never }
    callsMade.append(call)
    if let once = faults.failingOnce, once.number == callsMade.count { return .failed(once.code) }
    if let code = faults.failing[call] { return .failed(code) }
    guard let node = tree.nodes[request.node] else { return .failed(ESTALE) }
    // A machine that has a file open keeps it (see `unlink`); any other has a stale idea of one that is gone.
    if traits.isShare, node.links == 0, request.node != DiskTree.root { return .failed(ESTALE) }
    switch call {
    case .lookup: return lookUp(request.name(), in: request.node)
    case .attributes: return attributes(of: request.node)
    case .setAttributes: return setAttributes(request)
    case .open: return .values(opened(request.node, machine))
    case .create: return create(request, machine)
    case .read: return read(request)
    case .write: return write(request)
    case .close: return .empty
    case .sync, .syncFolder: return make([.sync(request.node)])
    case .rename, .exchange: return rename(request, machine)
    case .link: return link(request)
    case .unlink: return unlink(request.name(), in: request.node, machine)
    case .makeFolder: return makeFolder(request)
    case .removeFolder: return removeFolder(request.name(), in: request.node)
    case .openFolder: return openFolder(request.node, machine)
    case .list: return list(request)
    case .space: return space
    case .lock: return .failed(traits.lockError ?? ENOSYS)
    }
  }

  /// What only the kernel asks.
  private mutating func answerKernel(_ request: FuseRequest) -> FuseReply {
    switch request.code {
    case FUSE_INIT: return begin(request.values(fuse_init_in.self))
    case FUSE_FORGET, FUSE_BATCH_FORGET, FUSE_INTERRUPT: return .silence
    case FUSE_RELEASE, FUSE_RELEASEDIR: return release(request.values(fuse_release_in.self).fh)
    case FUSE_DESTROY: return .empty
    // Attributes, unnamed files and whatever else there is: the kernel takes this for "there is no such thing".
    default: return .failed(ENOSYS)
    }
  }

  private func begin(_ asked: fuse_init_in) -> FuseReply {
    var answer = fuse_init_out()
    answer.major = UInt32(FUSE_KERNEL_VERSION)
    answer.minor = min(asked.minor, UInt32(FUSE_KERNEL_MINOR_VERSION))
    answer.max_readahead = asked.max_readahead
    answer.max_write = UInt32(FuseRequest.largestWrite)
    answer.max_pages = UInt16(FuseRequest.largestWrite / 4096)
    answer.max_background = 16
    answer.congestion_threshold = 12
    answer.time_gran = 1
    var flags = FUSE_BIG_WRITES | FUSE_MAX_PAGES | FUSE_AUTO_INVAL_DATA
    if traits.lockError != nil { flags |= FUSE_POSIX_LOCKS | FUSE_FLOCK_LOCKS }
    answer.flags = UInt32(flags)
    return .values(answer)
  }

  private mutating func release(_ handle: UInt64) -> FuseReply {
    guard let closed = open.removeValue(forKey: handle) else { return .empty }
    listings[handle] = nil
    guard !open.values.contains(where: { $0.node == closed.node }), let name = silly.removeValue(forKey: closed.node)
    else { return .empty }
    _ = make([.names([DiskName(folder: name.folder, name: name.name, node: nil)])])
    return .empty
  }

  private var space: FuseReply {
    var values = fuse_kstatfs()
    values.blocks = 1 << 20
    values.bfree = 1 << 19
    values.bavail = 1 << 19
    values.files = 1 << 20
    values.ffree = 1 << 19
    values.bsize = 4096
    values.frsize = 4096
    values.namelen = 255
    return .values(values)
  }
}
