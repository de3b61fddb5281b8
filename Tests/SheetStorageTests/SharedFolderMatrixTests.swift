import Foundation
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Two people in one shared folder")
struct SharedFolderMatrixTests {
  private static let folders: [SharedFolder] = [
    SharedFolder(mode: 0o2775),
    SharedFolder(mode: 0o775),
    SharedFolder(mode: 0o2770),
    SharedFolder(mode: 0o770),
    SharedFolder(mode: 0o775, owner: 0),
    SharedFolder(mode: 0o777, group: Colleague.owner.groups[0]),
    SharedFolder(mode: 0o755, group: Colleague.owner.groups[0], access: [.user(Colleague.member.user, 7)]),
    SharedFolder(mode: 0o700, group: Colleague.owner.groups[0], access: [.group(Colleague.staff, 7)]),
    SharedFolder(
      mode: 0o700, group: Colleague.owner.groups[0], access: [.user(Colleague.member.user, 7)],
      forNew: [.user(Colleague.member.user, 7), .user(Colleague.owner.user, 7)]),
    SharedFolder(mode: 0o2775, forNew: [.group(Colleague.staff, 7), .others(0)]),
    SharedFolder(mode: 0o775, forNew: [.wholeGroup(5), .user(54_309, 7)]),
  ]

  private static let firsts: [Colleague] = [.owner, .member, .root]

  @Test(
    "Whoever comes first, under whatever umask: both save, mark, keep drafts and read, twice each",
    arguments: folders, firsts)
  func everyCell(folder: SharedFolder, first: Colleague) throws {
    try requireRoot()
    for umask in LongRun.isOn ? ["002", "022", "027", "077"] : ["022", "077"] {
      let place = try TemporaryFolder()
      let book = place.path + "/book"
      try folder.make(book)
      let others: [Colleague] = [.owner, .member].filter { $0.user != first.user }
      let turns = [first] + others + [first] + others
      for (number, person) in turns.enumerated() {
        let outcome = try person.probe(["work", book], umask: umask)
        #expect(outcome == "saves \(number + 1) marks \(number + 1)", "umask \(umask), turn \(number + 1)")
        guard outcome.hasPrefix("saves") else { break }
      }
    }
  }

  @Test("A book that somebody makes in a shared library is shared as the library is", arguments: ["022", "077"])
  func newBook(umask: String) throws {
    try requireRoot()
    for folder in [
      SharedFolder(mode: 0o2775), SharedFolder(mode: 0o770),
      SharedFolder(
        mode: 0o755, group: Colleague.owner.groups[0], access: [.user(Colleague.member.user, 7)]),
    ] {
      let place = try TemporaryFolder()
      try folder.make(place.path + "/library")
      let book = place.path + "/library/year/book"
      for (number, person) in [Colleague.root, .member, .owner].enumerated() {
        #expect(
          try person.probe(["work", book], umask: umask) == "saves \(number + 1) marks \(number + 1)",
          "\(folder.testDescription) \(number)")
      }
    }
  }

  @Test("A book that somebody imports into a shared library is everybody's who works there", arguments: ["022", "077"])
  func importedBook(umask: String) throws {
    try requireRoot()
    let text = "取組項目 1\n\n【題】\n\n計画\t取組の方針・目標内容\t当年度の取組内容\n\t方針\t計画\n"
    for first in [Colleague.member, .root] {
      let place = try TemporaryFolder()
      try SharedFolder(mode: 0o2775).make(place.path + "/library")
      let book = place.path + "/library/year/book"
      let groups = first.groups.map(String.init).joined(separator: ",")
      let identity = ["--reuid", "\(first.user)", "--regid", "\(first.groups[0])", "--groups", groups]
      let shell = ["sh", "-c", "umask \(umask); exec \"$@\"", "sh", Child.built("furikaeri")]
      let words = ["import", "-", "--into", book, "--ward", "旭区", "--year", "2019"]
      let run = try Child.run(["setpriv"] + identity + shell + words, input: Array(text.utf8))
      #expect(run.status == 0, "\(run.errors)")
      for (number, person) in [Colleague.owner, .member, .root].enumerated() {
        #expect(
          try person.probe(["work", book], umask: umask) == "saves \(number + 1) marks \(number + 1)",
          "\(first.testDescription) \(number)")
      }
    }
  }

  @Test("A reviews/ of the supervisors' own stays theirs, and what is made in it is as it says")
  func supervisorsReviews() throws {
    try requireRoot()
    let supervisors: gid_t = 54_303
    let supervisor = Colleague(user: 54_302, groups: [54_302, Colleague.staff, supervisors])
    for person in [supervisor, .root] {
      let place = try Sample.book(1...1)
      try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
      let reviews = place.path + "/reviews"
      try #require(mkdir(reviews, 0o700) == 0 && chown(reviews, supervisor.user, supervisors) == 0)
      try #require(chmod(reviews, 0o2775) == 0)
      #expect(try person.probe(["mark", place.path]) == "marked")
      let folder = try OpenFolder(reviews)
      let names = ["", "/.furikaeri", "/.furikaeri/commit.lock", "/item-01.json"]
      for (name, mode) in zip(names, [0o2775, 0o2775, 0o664, 0o664] as [mode_t]) {
        var status = stat()
        #expect(stat(reviews + name, &status) == 0 && status.st_mode & 0o7777 == mode, "\(name) \(status.st_mode)")
        #expect(status.st_gid == supervisors && status.st_uid == supervisor.user, "\(name) \(status.st_gid)")
      }
      #expect(AccessList.bytes(of: folder.descriptor) == nil)
      #expect(try Colleague.owner.probe(["mark", place.path]) != "marked")
    }
  }

  @Test("A book that somebody makes in their own folder, or in /tmp, is as the umask says")
  func ownBook() throws {
    try requireRoot()
    for (mode, expected) in [(0o755, 0o700), (0o1777, 0o700)] as [(mode_t, mode_t)] {
      let place = try TemporaryFolder()
      try SharedFolder(mode: mode).make(place.path + "/own")
      #expect(try Colleague.owner.probe(["work", place.path + "/own/book"], umask: "077") == "saves 1 marks 1")
      var status = stat()
      #expect(stat(place.path + "/own/book", &status) == 0 && status.st_mode & 0o7777 == expected)
      #expect(status.st_uid == Colleague.owner.user)
    }
  }

  @Test("A copy of a sheet outside the book is as the umask says", arguments: [("022", 0o644), ("077", 0o600)])
  func copy(umask: String, mode: mode_t) throws {
    try requireRoot()
    let book = try Sample.book(1...1)
    let place = try TemporaryFolder()
    chmod(place.path, 0o1777)
    let path = try Colleague.member.probe(["copy", book.path, place.path], umask: umask)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == mode && status.st_uid == Colleague.member.user)
  }

  @Test("Killed before every call of the first save in a shared folder: the other person saves all the same")
  func killedFirst() throws {
    try requireRoot()
    var number = 0
    var isSaved = false
    while !isSaved {
      number += 1
      let place = try Sample.book(1...1)
      try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o775) == 0)
      let killed = try Colleague.owner.probe(["save", place.path, String(number)], umask: "077")
      isSaved = killed == "saved"
      #expect(isSaved || killed.hasPrefix("status 137"), "call \(number): \(killed)")
      let saves = try BookFolder(path: place.path).history(of: "item-01.json").entries.count
      let outcome = try Colleague.member.probe(["work", place.path])
      #expect(
        outcome == "saves \(saves + 1) marks 1" || outcome == "saves \(saves) marks 1", "call \(number): \(outcome)")
      #expect(try place.leftovers().isEmpty, "call \(number)")
    }
    #expect(number > 15)
  }

  @Test("Nobody ever sees .furikaeri, the lock or the history half made")
  func halfMade() throws {
    let place = try Sample.book(1...1)
    chmod(place.path, 0o2775)
    let path = place.path
    let seen = Counter()
    let calls = FakeFileCalls { _, number throws(SystemError) in
      for (name, mode) in [(".furikaeri", 0o2775), (".furikaeri/commit.lock", 0o664), ("history", 0o2775)]
        as [(String, mode_t)]
      {
        var status = stat()
        guard stat("\(path)/\(name)", &status) == 0 else { continue }
        _ = seen.next()
        #expect(status.st_mode & 0o7777 == mode, "\(name) before call \(number)")
      }
    }
    let base = try BookFolder(path: path).loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred = true
    _ = try BookFolder(path: path, calls: calls).write(try sheet.validated(), over: base)
    #expect(seen.value > 10)
  }

  @Test("A draft that is kept inside the book shuts nobody out of it", arguments: [0o2775, 0o775, 0o755] as [mode_t])
  func draftFirst(mode: mode_t) throws {
    let place = try Sample.book(1...1)
    chmod(place.path, mode)
    let stored = try BookFolder(path: place.path).loadSheet("item-01.json")
    let store = DraftStore(book: place.path, stateHome: "/proc/none", home: nil)
    guard case .keptElsewhere = store.journal(for: stored, sheet: stored.sheet).begin() else {
      Issue.record("no draft")
      return
    }
    var status = stat()
    #expect(stat(place.path + "/.furikaeri", &status) == 0 && status.st_mode & 0o777 == mode & 0o777)
    #expect(try place.text(".furikaeri/.gitignore") == "*\n")
    #expect(stat(place.path + "/.furikaeri/.gitignore", &status) == 0 && status.st_mode & 0o777 == mode & 0o666)
  }
}
