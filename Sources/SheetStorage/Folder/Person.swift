// Holds the people whom the system knows: accounts by number and name, and who is in which group.

import Glibc

/// Somebody who may work in a folder: an account, or whoever is in a group whose members are not known.
public struct Person: Hashable, Sendable {
  /// The account's number; nil for somebody of a group.
  public let user: uid_t?
  /// The login; nil where the system has none for the number.
  public let login: String?
  /// The groups by number, the primary one first.
  public let groups: [gid_t]

  /// An account by its number.
  public init(user: uid_t) {
    let entry = getpwuid(user)
    self.init(user: user, login: entry.flatMap { $0.pointee.pw_name }, primary: entry?.pointee.pw_gid)
  }

  /// An account by its login; nil where there is none.
  public init?(login: String) {
    guard let entry = getpwnam(login) else { return nil }
    self.init(user: entry.pointee.pw_uid, login: entry.pointee.pw_name, primary: entry.pointee.pw_gid)
  }

  /// Somebody of a group.
  init(ofGroup group: gid_t) {
    user = nil
    login = nil
    groups = [group]
  }

  /// Whoever runs this program, with the groups that they have at this moment.
  public static var current: Person {
    var groups = [gid_t](repeating: 0, count: 1024)
    let count = getgroups(Int32(groups.count), &groups)
    return Person(
      user: geteuid(), login: Person(user: geteuid()).login,
      groups: [getegid()] + groups.prefix(max(0, Int(count))))
  }

  private init(user: uid_t, login: String?, groups: [gid_t]) {
    self.user = user
    self.login = login
    self.groups = groups
  }

  private init(user: uid_t, login: UnsafeMutablePointer<CChar>?, primary: gid_t?) {
    var groups = [gid_t](repeating: 0, count: 1024)
    var count = Int32(groups.count)
    if let login, let primary, getgrouplist(login, primary, &groups, &count) >= 0 {
      self.init(user: user, login: String(cString: login), groups: Array(groups.prefix(Int(count))))
    } else {
      self.init(user: user, login: login.map { String(cString: $0) }, groups: primary.map { [$0] } ?? [])
    }
  }

  /// The accounts that are in a group: those that it lists, and those whose primary group it is.
  static func members(of group: gid_t) -> [Person] {
    var people: [Person] = []
    var names = getgrgid(group)?.pointee.gr_mem
    var logins: [String] = []
    while let list = names, let name = list.pointee {
      logins.append(String(cString: name))
      names = list + 1
    }
    people += logins.compactMap { Person(login: $0) }
    var users: [uid_t] = []
    setpwent()
    while let entry = getpwent() { if entry.pointee.pw_gid == group { users.append(entry.pointee.pw_uid) } }
    endpwent()
    return people + users.map { Person(user: $0) }
  }

  /// A group's name; nil where the system has none for the number.
  public static func name(ofGroup group: gid_t) -> String? {
    getgrgid(group).flatMap { $0.pointee.gr_name.map { String(cString: $0) } }
  }

  /// A group's number by its name; nil where there is none.
  static func group(named name: String) -> gid_t? { getgrnam(name)?.pointee.gr_gid }
}
