import CFileCalls
import Foundation
import TestSupport
import Testing

@testable import SheetStorage

/// A person of the tests, who needs no account: a user, a primary group of their own, and the group that all share.
struct Colleague: CustomTestStringConvertible, Sendable {
  let user: uid_t
  let groups: [gid_t]

  static let staff: gid_t = 54_300
  static let owner = Colleague(user: 54_301, groups: [54_301, staff])
  static let member = Colleague(user: 54_302, groups: [54_302, staff])
  static let root = Colleague(user: 0, groups: [0])

  var testDescription: String { user == 0 ? "root" : user == 54_301 ? "the owner" : "the other" }

  /// Runs the probe as this person; what it wrote, or its exit status.
  func probe(_ words: [String], umask: String = "022") throws -> String {
    let identity = [String(user), String(groups[0]), groups.map(String.init).joined(separator: ","), umask]
    let run = try Child.run([Child.built("FaultProbe"), "as"] + identity + words)
    let output = run.output.trimmingCharacters(in: .newlines)
    return run.status == 0 ? output : "status \(run.status) \(output) \(run.errors.prefix(300))"
  }
}

/// A folder as an administrator sets it up for two people: an owner and somebody who shares a group with them.
struct SharedFolder: CustomTestStringConvertible, Sendable {
  var mode: mode_t
  var owner: uid_t = Colleague.owner.user
  var group: gid_t = Colleague.staff
  /// Who is named besides, in the folder's own list and in the one for what is made in it.
  var access: [Named] = []
  var forNew: [Named] = []

  enum Named: Sendable {
    case user(uid_t, UInt16)
    case group(gid_t, UInt16)
    case wholeGroup(UInt16)
    case others(UInt16)
  }

  var testDescription: String {
    "\(String(mode, radix: 8)) \(owner):\(group)" + (access.isEmpty ? "" : " \(access)")
      + (forNew.isEmpty ? "" : " new \(forNew)")
  }

  /// Makes the folder under a path that has none.
  func make(_ path: String) throws {
    try #require(mkdir(path, 0o700) == 0 && chown(path, owner, group) == 0 && chmod(path, mode) == 0)
    try set(access, forNew: false, path)
    try set(forNew, forNew: true, path)
  }

  private func set(_ entries: [Named], forNew: Bool, _ path: String) throws {
    guard !entries.isEmpty else { return }
    var list = AccessList(mode: mode)
    for entry in entries {
      switch entry {
      case .user(let user, let rights): list.users[user] = rights
      case .group(let group, let rights): list.groups[group] = rights
      case .wholeGroup(let rights): list.group = rights
      case .others(let rights): list.other = rights
      }
    }
    let folder = try OpenFolder(path)
    try #require(cf_set_access_list(folder.descriptor, forNew, list.bytes, list.bytes.count) == 0)
  }
}

/// Whether the tests can be other people; told by a test that cannot go on otherwise.
func requireRoot() throws {
  try #require(geteuid() == 0, "these tests become other users: run them as root, as .ci/run does in a container")
}
