import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("A second name of another file in the place of a file that is written to")
struct PlantedLinkTests {
  /// A book of two sheets that has been written once, so that everything is there.
  private func book() throws -> TemporaryFolder {
    let folder = try Sample.book(1...2)
    _ = try save(folder)
    return folder
  }

  private func save(_ folder: TemporaryFolder) throws -> BookFolder.Written {
    let book = BookFolder(path: folder.path)
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.starred.toggle()
    return try book.write(try sheet.validated(), over: base)
  }

  private func plant(_ name: String, _ folder: TemporaryFolder) throws {
    unlink("\(folder.path)/\(name)")
    try #require(link("\(folder.path)/item-02.json", "\(folder.path)/\(name)") == 0)
    chmod("\(folder.path)/item-02.json", 0o600)
  }

  private func expectUntouched(_ folder: TemporaryFolder, _ bytes: [UInt8]) throws {
    var status = stat()
    #expect(try folder.read("item-02.json") == bytes)
    #expect(stat(folder.path + "/item-02.json", &status) == 0 && status.st_mode & 0o7777 == 0o600)
  }

  @Test("As the history: the save goes through, the other sheet stays, and the history's name is told")
  func history() throws {
    let folder = try book()
    let bytes = try folder.read("item-02.json")
    try plant("history/item-01.jsonl", folder)
    let written = try save(folder)
    try expectUntouched(folder, bytes)
    #expect(written.historyError?.code == EMLINK)
    #expect("\(String(describing: written.historyError))".contains("history/item-01.jsonl"))
  }

  @Test("As the commit lock or the note for git: nothing is written", arguments: ["commit.lock", ".gitignore"])
  func lock(name: String) throws {
    let folder = try book()
    let bytes = try folder.read("item-02.json")
    try plant(".furikaeri/" + name, folder)
    #expect(try save(folder).historyError == nil)
    try expectUntouched(folder, bytes)
  }

  @Test("As a presence file: the sheet is marked all the same, and nothing is written then or when it is let go")
  func presence() throws {
    let folder = try book()
    let bytes = try folder.read("item-02.json")
    try plant(".furikaeri/item-01.json.lock", folder)
    for isPlantedLater in [false, true] {
      var outcome: EditingClaim.Outcome? = EditingClaim.claim(
        "item-01.json", in: folder.path, author: Author(name: "a"))
      guard case .claimed? = outcome else {
        Issue.record("not marked")
        return
      }
      if isPlantedLater { try #require(link(folder.path + "/.furikaeri/item-01.json.lock", folder.path + "/x") == 0) }
      outcome = nil
      try expectUntouched(folder, bytes)
      unlink(folder.path + "/.furikaeri/item-01.json.lock")
    }
    #expect(try !folder.read("x").isEmpty)
  }

  @Test("As the marks: the sheet stays as it is")
  func marks() throws {
    let folder = try book()
    try folder.write("{\"formatVersion\": 1, \"marks\": []}", to: "other")
    let bytes = try folder.read("other")
    try folder.write("", to: "reviews/x")
    try #require(link(folder.path + "/other", folder.path + "/reviews/item-01.json") == 0)
    let mark = ReviewMark(period: .midTerm, decision: .confirmed, comment: "", who: "", when: "", contents: [:])
    #expect(try BookFolder(path: folder.path).add(mark, to: "item-01.json").marks.count == 1)
    #expect(try folder.read("other") == bytes)
  }
}
