// Holds who can do what in a book's folder as it stands, person by person, and what stops whom.
//
// Contract. Nothing is changed. What is said follows from owner, group, mode and access list of everything that a save
// or a mark uses, and of the folders above; it is said for people who are not there. Root is left out.

import Glibc
import InitiativeModel

/// What people can do in one book.
public struct BookAccess: Sendable {
  /// What somebody may want to do.
  public enum Deed: CaseIterable, Sendable {
    case enter, read, save, mark
  }

  /// Something that keeps somebody from doing something.
  public struct Obstacle: Hashable, Sendable {
    /// What it keeps them from; whoever cannot enter or read can neither save nor mark.
    public let deeds: Set<Deed>
    /// Where it is.
    public let path: String
    /// Whether that is a folder.
    public let isFolder: Bool
    /// The rights that are missing: 4 read, 2 write, 1 enter; 0 where the sticky bit keeps others' files from being
    /// replaced.
    public let missing: UInt16
    /// Whose it is, by number.
    public let owner: uid_t
    /// Its group.
    public let group: gid_t
  }

  /// Somebody and what stops them.
  public struct Row: Sendable {
    /// Who.
    public let person: Person
    /// Whether they set marks; where the book names no supervisors, those who may write in a `reviews/` that has a
    /// group of its own, and everybody where it has none.
    public let isMarking: Bool
    /// Whether they write reviews: somebody who is only named as a supervisor does not.
    public let isWriting: Bool
    /// What stops them.
    public let obstacles: [Obstacle]

    /// Whether they can do something; nil where they do not want to.
    public func can(_ deed: Deed) -> Bool? {
      switch deed {
      case .save where !isWriting: return nil
      case .mark where !isMarking: return nil
      case .enter: return !isKept(from: [.enter])
      case .read: return !isKept(from: [.enter, .read])
      case .save, .mark: return !isKept(from: [.enter, .read, deed])
      }
    }

    private func isKept(from deeds: Set<Deed>) -> Bool {
      obstacles.contains { !$0.deeds.isDisjoint(with: deeds) }
    }
  }

  /// The folder's path.
  public let path: String
  /// Whose the folder is.
  public let owner: Person
  /// The folder's group.
  public let group: gid_t
  /// The folder's mode.
  public let mode: mode_t
  /// Everybody who may be meant to work here.
  public private(set) var rows: [Row] = []
  /// Files that are written in place and have a second name, which may be a sheet's.
  public private(set) var linked: [String] = []

  /// Looks at a book.
  ///
  /// - Parameter supervisors: logins and %groups, as the book names them.
  public init(_ path: String, supervisors: [String]) throws(StorageError) {
    let folder = try OpenFolder(path)
    guard let look = FolderLook(of: folder.descriptor) else { throw .notFound(path: path) }
    self.path = folder.path
    owner = Person(user: look.owner)
    group = look.group
    mode = look.mode
    let things = BookAccess.things(in: folder)
    linked = things.filter { $0.isWritten && $0.status.st_nlink > 1 }.map(\.path)
    let writing = BookAccess.people(look)
    let marking = supervisors.isEmpty ? BookAccess.markers(folder, look, writing) : BookAccess.named(supervisors)
    rows = BookAccess.unique(writing + marking).map { person in
      let isMarking = marking.contains { $0.isSame(person) }
      let isWriting = writing.contains { $0.isSame(person) }
      let wanted: Set<Deed> = Set([.enter, .read] + (isWriting ? [.save] : []) + (isMarking ? [.mark] : []))
      return Row(
        person: person, isMarking: isMarking, isWriting: isWriting,
        obstacles: things.compactMap { $0.obstacle(for: person, in: look, wanted) })
    }
  }

  /// Whether somebody cannot do what they are meant to.
  public var shutsOut: Bool {
    !linked.isEmpty || rows.contains { row in Deed.allCases.contains { row.can($0) == false } }
  }

  // MARK: Who

  private static func people(_ look: FolderLook) -> [Person] {
    [Person(user: look.owner), .current] + people(look.list, group: look.group)
  }

  /// The people of a folder's groups, and those whom its list names.
  private static func people(_ list: AccessList, group: gid_t) -> [Person] {
    let groups = [group] + list.groups.keys.sorted()
    return groups.filter { $0 != 0 }
      .flatMap { members(of: $0, rights: $0 == group ? list.group : list.groups[$0] ?? 0) }
      + list.users.keys.sorted().map { Person(user: $0) }
  }

  /// The people of a group; where nobody is known to be in one that may write, somebody of it.
  private static func members(of group: gid_t, rights: UInt16) -> [Person] {
    let members = Person.members(of: group)
    return members.isEmpty && rights & 2 != 0 ? [Person(ofGroup: group)] : members
  }

  /// Who sets marks where the book names nobody: those who may write in a `reviews/` that an administrator gave a group
  /// of its own, and everybody who works in the book otherwise.
  private static func markers(_ folder: OpenFolder, _ look: FolderLook, _ writing: [Person]) -> [Person] {
    let path = folder.path(of: BookFolder.reviewsName)
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_gid != look.group else {
      return writing
    }
    let list = AccessList(at: path, status: status)
    return ([Person(user: status.st_uid)] + writing + people(list, group: status.st_gid)).filter { person in
      list.rights(of: person.user, in: Set(person.groups), owner: status.st_uid, group: status.st_gid) & 2 != 0
    }
  }

  private static func named(_ supervisors: [String]) -> [Person] {
    supervisors.flatMap { name -> [Person] in
      guard name.hasPrefix("%") else { return Person(login: name).map { [$0] } ?? [] }
      return Person.group(named: String(name.dropFirst())).map { Person.members(of: $0) } ?? []
    }
  }

  private static func unique(_ people: [Person]) -> [Person] {
    people.reduce(into: []) { found, person in
      if person.user != 0, !found.contains(where: { $0.isSame(person) }) { found.append(person) }
    }
  }

  // MARK: What

  /// A file or folder that work in the book needs.
  private struct Thing {
    let path: String
    let status: stat
    let list: AccessList
    /// The rights that each deed needs.
    let needs: [(Deed, UInt16)]
    /// Whether it is written in place.
    let isWritten: Bool
    /// A sheet in a folder with the sticky bit, which only its owner may replace.
    let isHeld: Bool

    var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }

    func obstacle(for person: Person, in look: FolderLook, _ wanted: Set<Deed>) -> Obstacle? {
      let rights = list.rights(of: person.user, in: Set(person.groups), owner: status.st_uid, group: status.st_gid)
      let unmet = needs.filter { wanted.contains($0.0) && $0.1 & ~rights != 0 }
      if !unmet.isEmpty { return obstacle(Set(unmet.map(\.0)), unmet.reduce(0) { $0 | $1.1 } & ~rights) }
      guard isHeld, wanted.contains(.save), person.user != status.st_uid, person.user != look.owner else { return nil }
      return obstacle([.save], 0)
    }

    private func obstacle(_ deeds: Set<Deed>, _ missing: UInt16) -> Obstacle {
      Obstacle(
        deeds: deeds, path: path, isFolder: isFolder, missing: missing, owner: status.st_uid, group: status.st_gid)
    }
  }

  private static func things(in folder: OpenFolder) -> [Thing] {
    var things: [Thing] = []
    var isHeld = false
    func add(_ path: String, _ needs: [(Deed, UInt16)], isWritten: Bool = false, isSheet: Bool = false) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return }
      things.append(
        Thing(
          path: path, status: status, list: AccessList(at: path, status: status), needs: needs, isWritten: isWritten,
          isHeld: isSheet && isHeld))
    }
    let parts = folder.path.split(separator: "/")
    for count in 0..<parts.count { add("/" + parts[..<count].joined(separator: "/"), [(.enter, 1)]) }
    let names = (try? folder.names()) ?? []
    let hasReviews = names.contains(BookFolder.reviewsName)
    add(folder.path, [(.enter, 1), (.read, 5), (.save, 7)] + (hasReviews ? [] : [(.mark, 7)]))
    isHeld = (things.last?.status.st_mode ?? 0) & mode_t(S_ISVTX) != 0
    for name in names where name == BookFolder.headerName || BookFinding.number(inName: name) != nil {
      add(folder.path(of: name), [(.read, 4)], isSheet: name != BookFolder.headerName)
    }
    addPrivate(folder, .save, add)
    if let history = try? folder.subfolder(HistoryFile.folderName) {
      add(history.path, [(.save, 7)])
      for name in (try? history.names()) ?? [] { add(history.path(of: name), [(.save, 6)], isWritten: true) }
    } else {
      add(folder.path(of: HistoryFile.folderName), [(.save, 7)])
    }
    if hasReviews {
      add(folder.path(of: BookFolder.reviewsName), [(.read, 5), (.mark, 7)])
      if let reviews = try? folder.subfolder(BookFolder.reviewsName) {
        for name in (try? reviews.names()) ?? [] { add(reviews.path(of: name), [(.read, 4)]) }
        addPrivate(reviews, .mark, add)
      }
    }
    return things
  }

  /// The folder that is never exchanged, and the lock in it.
  private static func addPrivate(
    _ folder: OpenFolder, _ deed: Deed, _ add: (String, [(Deed, UInt16)], Bool, Bool) -> Void
  ) {
    let path = folder.path(of: SharedFiles.privateName)
    add(path, [(deed, 7)], false, false)
    add(path + "/commit.lock", [(deed, 6)], false, false)
    for name in (try? OpenFolder(path).names()) ?? [] where name.hasSuffix(".json.lock") {
      add(path + "/" + name, [], true, false)
    }
  }
}

extension Person {
  /// Whether two are one: the same account, or somebody of the same group.
  func isSame(_ other: Person) -> Bool {
    user == other.user && (user != nil || groups == other.groups)
  }
}
