// Holds who may do what with a file, as its mode and its access list (POSIX ACL) say together.

import CFileCalls
import Glibc

/// The rights on a file or folder by class of person; each is made of 4 read, 2 write, 1 execute or enter.
///
/// The mask of the kernel's form is applied when a list is read, and made to let everything through when one is
/// written, so that the rights here are those that count.
struct AccessList: Equatable, Sendable {
  var owner: UInt16
  var group: UInt16
  var other: UInt16
  var users: [uid_t: UInt16] = [:]
  var groups: [gid_t: UInt16] = [:]

  /// Rights as a mode alone gives them.
  init(mode: mode_t) {
    owner = UInt16(mode >> 6 & 7)
    group = UInt16(mode >> 3 & 7)
    other = UInt16(mode & 7)
  }

  /// The rights on an open file.
  init(of descriptor: Int32, status: stat) {
    self = AccessList.bytes(of: descriptor).flatMap { AccessList($0) } ?? AccessList(mode: status.st_mode)
  }

  /// The rights on a file that may not be opened.
  init(at path: String, status: stat) {
    let bytes = AccessList.read { cf_access_list_at(path, false, $0, $1) }
    self = bytes.flatMap { AccessList($0) } ?? AccessList(mode: status.st_mode)
  }

  /// A list as the kernel holds it; nil where there is none.
  static func bytes(of descriptor: Int32, forNew: Bool = false) -> [UInt8]? {
    read { cf_access_list(descriptor, forNew, $0, $1) }
  }

  /// Reads into a buffer, and into a larger one where that is too small.
  private static func read(_ call: (UnsafeMutableRawPointer?, Int) -> Int) -> [UInt8]? {
    for capacity in [4096, 64 * 1024] {
      var bytes = [UInt8](repeating: 0, count: capacity)
      let size = bytes.withUnsafeMutableBytes { call($0.baseAddress, $0.count) }
      if size != -Int(ERANGE) { return size > 0 ? Array(bytes[..<size]) : nil }
    }
    return nil
  }

  // MARK: The kernel's form

  private enum Tag {
    static let owner: UInt16 = 1
    static let user: UInt16 = 2
    static let group: UInt16 = 4
    static let namedGroup: UInt16 = 8
    static let mask: UInt16 = 16
    static let other: UInt16 = 32
  }

  /// Reads the kernel's form: a version, then a tag, rights and a number for each entry.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 4, bytes.count % 8 == 4, Array(bytes[..<4]) == [2, 0, 0, 0] else { return nil }
    self.init(mode: 0)
    var mask: UInt16 = 7
    for place in stride(from: 4, to: bytes.count, by: 8) {
      let tag = UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8
      let rights = UInt16(bytes[place + 2]) & 7
      let number = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[place + 4 + $1]) << UInt32(8 * $1) }
      switch tag {
      case Tag.owner: owner = rights
      case Tag.user: users[number] = rights
      case Tag.group: group = rights
      case Tag.namedGroup: groups[number] = rights
      case Tag.mask: mask = rights
      case Tag.other: other = rights
      default: return nil
      }
    }
    limit(sharedTo: mask)
  }

  private mutating func limit(sharedTo mask: UInt16) {
    group &= mask
    users = users.mapValues { $0 & mask }
    groups = groups.mapValues { $0 & mask }
  }

  /// The kernel's form; empty where the mode says all.
  var bytes: [UInt8] {
    guard isExtended else { return [] }
    var bytes: [UInt8] = [2, 0, 0, 0]
    func add(_ tag: UInt16, _ rights: UInt16, _ number: UInt32 = .max) {
      bytes += [UInt8(tag), 0, UInt8(rights), 0] + (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
    add(Tag.owner, owner)
    for (user, rights) in users.sorted(by: { $0.key < $1.key }) { add(Tag.user, rights, user) }
    add(Tag.group, group)
    for (group, rights) in groups.sorted(by: { $0.key < $1.key }) { add(Tag.namedGroup, rights, group) }
    add(Tag.mask, shared)
    add(Tag.other, other)
    return bytes
  }

  /// Whether the list names people or groups besides those of the mode.
  var isExtended: Bool { !users.isEmpty || !groups.isEmpty }

  /// What anybody but the owner and the others has: the bits in the middle of the mode.
  private var shared: UInt16 { (Array(users.values) + Array(groups.values)).reduce(group) { $0 | $1 } }

  /// The mode of a file with this list.
  var mode: mode_t { mode_t(owner << 6 | shared << 3 | other) }

  /// The nearest mode where there are no lists.
  var modeAlone: mode_t { mode_t(owner << 6 | group << 3 | other) }

  // MARK: Two lists

  /// Gives everybody the rights of another list as well.
  mutating func formUnion(_ more: AccessList) {
    owner |= more.owner
    group |= more.group
    other |= more.other
    users.merge(more.users) { $0 | $1 }
    groups.merge(more.groups) { $0 | $1 }
  }

  /// Whether everybody has at least the rights of another list.
  func contains(_ other: AccessList) -> Bool {
    var both = self
    both.formUnion(other)
    return both == self
  }

  /// The same without the right to execute, for files.
  var withoutExecution: AccessList {
    var list = self
    list.owner &= 6
    list.group &= 6
    list.other &= 6
    list.users = users.mapValues { $0 & 6 }
    list.groups = groups.mapValues { $0 & 6 }
    return list
  }

  /// The rights of those who may write, and nothing for anybody else.
  var ofWriters: AccessList {
    func kept(_ rights: UInt16) -> UInt16 { rights & 2 != 0 ? rights : 0 }
    var list = self
    list.group = kept(group)
    list.other = kept(other)
    list.users = users.filter { $0.value & 2 != 0 }
    list.groups = groups.filter { $0.value & 2 != 0 }
    return list
  }

  /// Whether somebody besides the owner may write.
  var isWritableByOthers: Bool { (shared | other) & 2 != 0 }

  // MARK: One person

  /// The rights of a person who is in some groups on a file of an owner and a group; root has all.
  func rights(of user: uid_t?, in memberships: Set<gid_t>, owner: uid_t, group: gid_t) -> UInt16 {
    if user == 0 { return 7 }
    if user == owner { return self.owner }
    if let user, let rights = users[user] { return rights }
    var matching = groups.filter { memberships.contains($0.key) }.map(\.value)
    if memberships.contains(group) { matching.append(self.group) }
    return matching.isEmpty ? other : matching.reduce(0) { $0 | $1 }
  }
}
