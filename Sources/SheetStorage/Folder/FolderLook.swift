// Holds how a folder wants what is made in it: whose, which group, which mode and access list.
//
// Contract. Whoever may write in the folder may use what is made in it, whatever the umask and whoever made it; nobody
// gets a right there that the folder's own mode, its access list or its list for new files does not give. What root
// makes belongs to the folder's owner. Where the file system has no lists, the mode says what it can.

import CFileCalls
import Glibc

/// The look of what is made in one folder.
struct FolderLook {
  /// Whose the folder is.
  let owner: uid_t
  /// The folder's group.
  let group: gid_t
  /// The folder's own mode.
  let mode: mode_t
  /// What the folder's list and its list for new files give together.
  let list: AccessList
  /// The list for new files as the kernel holds it; folders hand it on.
  private let listForNew: [UInt8]?

  /// Looks at an open folder; nil where that fails.
  init?(of folder: Int32) {
    var status = stat()
    guard fstat(folder, &status) == 0 else { return nil }
    owner = status.st_uid
    group = status.st_gid
    mode = status.st_mode & 0o7777
    listForNew = AccessList.bytes(of: folder, forNew: true)
    var list = AccessList(of: folder, status: status)
    if let more = listForNew.flatMap({ AccessList($0) }) { list.formUnion(more) }
    self.list = list
  }

  /// Whether the folder is meant for several people: somebody besides its owner may write in it.
  ///
  /// A place like /tmp, where everybody keeps their own, is not.
  var isShared: Bool { list.isWritableByOthers && mode & mode_t(S_ISVTX) == 0 }

  /// The rights on something in the folder that has an owner and a group.
  ///
  /// The rights of the folder's group and of its owner go with them where the group could not be given, or where
  /// another person is the owner.
  func rights(isFolder: Bool, owner actualOwner: uid_t, group actualGroup: gid_t) -> AccessList {
    var rights = isFolder ? list : list.withoutExecution
    if actualGroup != group {
      rights.groups[group, default: 0] |= rights.group
      rights.group = rights.groups[actualGroup] ?? rights.other
    }
    if actualOwner != owner, owner != 0, rights.other & rights.owner != rights.owner {
      rights.users[owner, default: 0] |= rights.owner
    }
    rights.owner |= isFolder ? 7 : 6
    return rights
  }

  // MARK: Giving it

  /// Gives something that this program has just made its look; only what the system does not allow is left out.
  func give(to descriptor: Int32, isFolder: Bool, calls: any FileCalls) {
    guard let status = own(descriptor, calls) else { return }
    let rights = rights(isFolder: isFolder, owner: status.st_uid, group: status.st_gid)
    try? calls.setMode(set(rights, on: descriptor, calls) | passedOn(isFolder), of: descriptor)
    if isFolder, let listForNew { try? calls.setAccessList(listForNew, forNew: true, of: descriptor) }
  }

  /// Gives a new file all but its mode, which is returned: setting it says that the file is finished.
  func dress(_ file: Int32, _ calls: any FileCalls) -> mode_t {
    guard let status = own(file, calls) else { return 0o600 }
    return set(rights(isFolder: false, owner: status.st_uid, group: status.st_gid), on: file, calls)
  }

  /// The same for a file that takes the place of another.
  ///
  /// It keeps what the old file had, exactly where owner and group stay; where they cannot, everybody who may write in
  /// the folder gets what the folder gives them, so that the person who wrote the old one is not shut out.
  func dress(_ file: Int32, like old: stat, list: [UInt8], _ calls: any FileCalls) -> mode_t {
    let wanted = old.st_uid == 0 ? owner : old.st_uid
    if geteuid() == 0, wanted != 0 { try? calls.setOwner(wanted, of: file) }
    if (try? calls.setGroup(old.st_gid, of: file)) == nil { try? calls.setGroup(group, of: file) }
    var now = stat()
    guard fstat(file, &now) == 0 else { return 0o600 }
    var rights = AccessList(list) ?? AccessList(mode: old.st_mode)
    if now.st_uid == old.st_uid, now.st_gid == old.st_gid {
      guard !list.isEmpty || AccessList.bytes(of: file) != nil else { return old.st_mode & 0o6777 }
      let isSet = (try? calls.setAccessList(list, forNew: false, of: file)) != nil
      return isSet ? old.st_mode & 0o6777 : rights.modeAlone
    }
    if now.st_gid != old.st_gid {
      if rights.group != 0 { rights.groups[old.st_gid, default: 0] |= rights.group }
      rights.group = rights.other
    }
    rights.formUnion(self.rights(isFolder: false, owner: now.st_uid, group: now.st_gid).ofWriters)
    return set(rights, on: file, calls)
  }

  /// Gives something that an earlier program made what those who may write in the folder lack; what belongs to somebody
  /// else, or has a second name elsewhere, is left alone.
  ///
  /// A group that is not this program's primary one was chosen by somebody and stays; the folder's is named beside it.
  ///
  /// - Parameter isOurs: whether it is what its name says, asked where it would be changed: somebody else may have given
  ///   that name to a private file of the person who runs this program.
  func mend(_ descriptor: Int32, isFolder: Bool, calls: any FileCalls, isOurs: () -> Bool) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_uid == geteuid() || geteuid() == 0,
      !isSufficient(status, descriptor, isFolder), isFolder || cf_link_count(descriptor) == 1, isOurs(),
      let now = own(descriptor, calls, keepsGroup: status.st_gid != getegid()), !isSufficient(now, descriptor, isFolder)
    else { return }
    var rights = AccessList(of: descriptor, status: now)
    rights.formUnion(self.rights(isFolder: isFolder, owner: now.st_uid, group: now.st_gid).ofWriters)
    let kept = now.st_mode & 0o7000
    try? calls.setMode(set(rights, on: descriptor, calls) | passedOn(isFolder) | kept, of: descriptor)
  }

  private func isSufficient(_ status: stat, _ descriptor: Int32, _ isFolder: Bool) -> Bool {
    guard geteuid() != 0 || status.st_uid != 0 || owner == 0 else { return false }
    return AccessList(of: descriptor, status: status).contains(
      rights(isFolder: isFolder, owner: status.st_uid, group: status.st_gid).ofWriters)
  }

  /// Gives owner and group, as far as the system allows; what the thing is then.
  private func own(_ descriptor: Int32, _ calls: any FileCalls, keepsGroup: Bool = false) -> stat? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    if geteuid() == 0, owner != 0, status.st_uid == 0 { try? calls.setOwner(owner, of: descriptor) }
    if status.st_gid != group, !keepsGroup { try? calls.setGroup(group, of: descriptor) }
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// Sets the access list; the mode that has to be set to complete it.
  func set(_ rights: AccessList, on descriptor: Int32, _ calls: any FileCalls) -> mode_t {
    guard rights.isExtended || AccessList.bytes(of: descriptor) != nil else { return rights.mode }
    let isSet = (try? calls.setAccessList(rights.bytes, forNew: false, of: descriptor)) != nil
    return isSet ? rights.mode : rights.modeAlone
  }

  /// A folder hands its group on where its folder does, or where several people work in it.
  private func passedOn(_ isFolder: Bool) -> mode_t {
    guard isFolder, mode & mode_t(S_ISGID) != 0 || isShared else { return 0 }
    return mode_t(S_ISGID)
  }

  /// The umask of this program, without changing it for a moment as umask() does.
  static var umask: mode_t {
    guard let file = try? OpenFolder.open("/proc/self/status") else { return 0o077 }
    defer { Glibc.close(file) }
    let bytes = (try? OpenFolder.bytes(of: file, count: 4096)) ?? []
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    let line = lines.first { $0.hasPrefix("Umask:") }
    return line.flatMap { mode_t($0.dropFirst(6).filter(\.isNumber), radix: 8) } ?? 0o077
  }
}
