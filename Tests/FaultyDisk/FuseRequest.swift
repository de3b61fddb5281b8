// Holds a call as the kernel asks it, and its answer.

import CFuse
import Glibc

/// A call of the kernel's protocol.
struct FuseRequest: Sendable {
  let header: fuse_in_header
  private let body: [UInt8]

  /// The size of the largest piece that the kernel hands over at once.
  static let largestWrite = 1 << 20

  init(_ bytes: UnsafeRawBufferPointer) {
    header = bytes.loadUnaligned(as: fuse_in_header.self)
    body = Array(bytes[MemoryLayout<fuse_in_header>.size...])
  }

  var code: fuse_opcode { fuse_opcode(rawValue: header.opcode) }
  var node: UInt64 { header.nodeid }

  /// The values that the call begins with.
  func values<Values>(_ type: Values.Type) -> Values { body.withUnsafeBytes { $0.loadUnaligned(as: type) } }

  /// The names that stand behind so many bytes, each ended by a zero.
  func names(behind count: Int) -> [String] {
    body[count...].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first of these names.
  func name(behind count: Int = 0) -> String { names(behind: count).first ?? "" }

  /// What a call to write brings.
  var content: ArraySlice<UInt8> {
    body[MemoryLayout<fuse_write_in>.size...].prefix(Int(values(fuse_write_in.self).size))
  }

  /// Whether the call renames with a flag, such as for an exchange.
  var renameFlags: UInt32 { code == FUSE_RENAME2 ? values(fuse_rename2_in.self).flags : 0 }

  /// What the disk calls it; nil for what is between the kernel and us alone.
  var call: DiskCall? {
    switch code {
    case FUSE_LOOKUP: .lookup
    case FUSE_GETATTR: .attributes
    case FUSE_SETATTR: .setAttributes
    case FUSE_OPEN: .open
    case FUSE_CREATE: .create
    case FUSE_READ: .read
    case FUSE_WRITE: .write
    case FUSE_FLUSH: .close
    case FUSE_FSYNC: .sync
    case FUSE_FSYNCDIR: .syncFolder
    case FUSE_RENAME: .rename
    case FUSE_RENAME2: renameFlags & 2 != 0 ? .exchange : .rename
    case FUSE_LINK: .link
    case FUSE_UNLINK: .unlink
    case FUSE_MKDIR: .makeFolder
    case FUSE_RMDIR: .removeFolder
    case FUSE_OPENDIR: .openFolder
    case FUSE_READDIR: .list
    case FUSE_STATFS: .space
    case FUSE_GETLK, FUSE_SETLK, FUSE_SETLKW: .lock
    default: nil
    }
  }
}

/// The answer to a call.
enum FuseReply: Sendable {
  case done([UInt8])
  case failed(Int32)
  /// The kernel wants none.
  case silence
  /// The power is cut.
  case never

  static let empty = FuseReply.done([])

  static func values<each Value>(_ value: repeat each Value) -> FuseReply {
    var bytes: [UInt8] = []
    for value in repeat each value { withUnsafeBytes(of: value) { bytes += $0 } }
    return .done(bytes)
  }

  /// Hands the answer to the kernel.
  func send(_ device: Int32, to request: FuseRequest) {
    var header = fuse_out_header(len: 0, error: 0, unique: request.header.unique)
    var body: [UInt8] = []
    switch self {
    case .silence, .never: return
    case .failed(let code): header.error = -code
    case .done(let bytes): body = bytes
    }
    header.len = UInt32(MemoryLayout<fuse_out_header>.size + body.count)
    let whole = withUnsafeBytes(of: header) { Array($0) } + body
    _ = write(device, whole, whole.count)
  }
}
