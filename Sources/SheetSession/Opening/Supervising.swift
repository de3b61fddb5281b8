// Holds who may mark the sheets of a book: what book.json says, and who the person is.

import Glibc
import InitiativeModel

extension Supervisors {
  /// Who may mark by the header's list of logins and %groups; everybody where it names nobody.
  init(_ header: BookHeader) {
    guard !header.supervisors.isEmpty else {
      self = .everybody
      return
    }
    let groups = Supervisors.ownGroups
    let isNamed = header.supervisors.contains { name in
      name.hasPrefix("%") ? groups.contains(String(name.dropFirst())) : name == Supervisors.login
    }
    self = isNamed ? .oneself : .others(header.supervisors)
  }

  /// The login by the system: FURIKAERI_USER changes nothing here.
  private static let login = getpwuid(getuid()).flatMap { $0.pointee.pw_name.map { String(cString: $0) } } ?? ""

  private static let ownGroups: Set<String> = {
    var groups = [gid_t](repeating: 0, count: 1024)
    let count = getgroups(Int32(groups.count), &groups)
    let all = groups.prefix(max(0, Int(count))) + [getgid(), getegid()]
    return Set(all.compactMap { getgrgid($0).flatMap { $0.pointee.gr_name.map { String(cString: $0) } } })
  }()
}
