import Foundation
import TestSupport
import Testing

@testable import SheetStorage

@Suite("What one person left in a shared folder, and what another makes of it")
struct SharedFolderMendingTests {
  @Test("Mending leaves a group that somebody chose, and names the folder's beside it")
  func chosenGroup() throws {
    try requireRoot()
    let place = try Sample.book(1...1)
    try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
    #expect(try Colleague.owner.probe(["save", place.path]) == "saved")
    let history = place.path + "/history"
    let chosen = Colleague(user: Colleague.owner.user, groups: Colleague.owner.groups + [54_303])
    for person in [chosen, .root] {
      try #require(chown(history, Colleague.owner.user, 54_303) == 0 && chmod(history, 0o2770) == 0)
      #expect(try person.probe(["save", place.path]) == "saved")
      var status = stat()
      #expect(stat(history, &status) == 0 && status.st_gid == 54_303)
      #expect(AccessList(at: history, status: status).groups == [Colleague.staff: 7])
      #expect(try Colleague.member.probe(["save", place.path]) == "saved")
    }
  }

  @Test("A sheet that another person replaces stays writable for whoever could write it, and a private one private")
  func replaced() throws {
    try requireRoot()
    let place = try Sample.book(1...1)
    let sheet = place.path + "/item-01.json"
    try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
    try #require(chown(sheet, Colleague.owner.user, Colleague.staff) == 0 && chmod(sheet, 0o644) == 0)
    #expect(try Colleague.member.probe(["save", place.path]) == "saved")
    var status = stat()
    #expect(stat(sheet, &status) == 0 && status.st_uid == Colleague.member.user && status.st_gid == Colleague.staff)
    #expect(status.st_mode & 0o777 == 0o664)
    // Those who may only read in the folder are given nothing.
    try #require(chown(sheet, Colleague.owner.user, Colleague.staff) == 0 && chmod(sheet, 0o640) == 0)
    #expect(try Colleague.member.probe(["save", place.path]) == "saved")
    #expect(stat(sheet, &status) == 0 && status.st_mode & 0o777 == 0o660)
    // Root leaves the sheet to the person whose it is, in every way.
    try #require(chmod(sheet, 0o600) == 0 && chmod(place.path, 0o700) == 0)
    #expect(try Colleague.root.probe(["save", place.path]) == "saved")
    #expect(stat(sheet, &status) == 0 && status.st_uid == Colleague.member.user && status.st_mode & 0o7777 == 0o600)
  }

  @Test("What an earlier program left unusable is mended by whoever owns it; anybody else is told by name")
  func mended() throws {
    try requireRoot()
    let place = try Sample.book(1...1)
    try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
    #expect(try Colleague.owner.probe(["work", place.path]) == "saves 1 marks 1")
    for name in [".furikaeri", ".furikaeri/commit.lock", "history", "history/item-01.jsonl"] {
      let path = "\(place.path)/\(name)"
      let isFolder = !name.contains("/")
      try #require(chown(path, Colleague.owner.user, Colleague.owner.groups[0]) == 0)
      try #require(chmod(path, isFolder ? 0o700 : 0o600) == 0)
      let refused = try Colleague.member.probe(["work", place.path])
      #expect(refused.contains(path) && refused.contains(String(Colleague.owner.user)), "\(name): \(refused)")
      #expect(try Colleague.owner.probe(["save", place.path]) == "saved")
      #expect(try Colleague.member.probe(["work", place.path]).hasPrefix("saves"), "\(name)")
    }
  }

  @Test("A private file or folder of one's own that somebody else gave such a name is not opened to them")
  func notMended() throws {
    try requireRoot()
    for name in ["history/item-01.jsonl", ".furikaeri", "history"] {
      let place = try Sample.book(1...1)
      try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
      #expect(try Colleague.owner.probe(["save", place.path]) == "saved")
      let path = "\(place.path)/\(name)"
      try FileManager.default.removeItem(atPath: path)
      let isFolder = name != "history/item-01.jsonl"
      try place.write("私の控え\n", to: isFolder ? name + "/控え.txt" : name)
      try #require(chown(path, Colleague.owner.user, Colleague.owner.groups[0]) == 0)
      try #require(chmod(path, isFolder ? 0o700 : 0o600) == 0)
      for person in [Colleague.owner, .root] {
        _ = try person.probe(["save", place.path])
        var status = stat()
        #expect(stat(path, &status) == 0 && status.st_mode & 0o077 == 0, "\(name) \(person)")
        #expect(status.st_uid == Colleague.owner.user && status.st_gid == Colleague.owner.groups[0])
      }
    }
  }

  @Test("A private file that a colleague named like a left version stays private; a version of the sheet does not")
  func renamedPrivateFile() throws {
    try requireRoot()
    for person in [Colleague.owner, .root] {
      let place = try Sample.book(1...1)
      try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o2775) == 0)
      let other = try place.text("item-01.json").replacing("見本", with: "別")
      let cases: [(String, mode_t)] = [("私の控え\n", 0o600), ("{\"password\": 1}\n", 0o600), (other, 0o660)]
      for (text, mode) in cases {
        let hidden = place.path + "/.item-01.json.0123456789ab.tmp"
        try place.write(text, to: ".item-01.json.0123456789ab.tmp")
        try #require(chown(hidden, Colleague.owner.user, Colleague.owner.groups[0]) == 0 && chmod(hidden, 0o600) == 0)
        #expect(try person.probe(["save", place.path]) == "saved")
        let copy = place.path + "/" + (try #require(try place.names().first { $0.contains(".conflict-") }))
        var status = stat()
        #expect(stat(copy, &status) == 0 && status.st_mode & 0o777 == mode, "\(text) \(person)")
        try FileManager.default.removeItem(atPath: copy)
      }
    }
  }

  @Test("Root mends what root once made in somebody's folder")
  func mendedByRoot() throws {
    try requireRoot()
    let place = try Sample.book(1...1)
    try #require(chown(place.path, Colleague.owner.user, Colleague.staff) == 0 && chmod(place.path, 0o755) == 0)
    #expect(try Colleague.root.probe(["work", place.path]) == "saves 1 marks 1")
    for name in [".furikaeri", ".furikaeri/commit.lock", "history", "history/item-01.jsonl"] {
      try #require(chown("\(place.path)/\(name)", 0, 0) == 0)
    }
    #expect(!(try Colleague.owner.probe(["work", place.path]).hasPrefix("saves")))
    #expect(try Colleague.root.probe(["work", place.path]) == "saves 2 marks 2")
    #expect(try Colleague.owner.probe(["work", place.path]) == "saves 3 marks 3")
  }
}
