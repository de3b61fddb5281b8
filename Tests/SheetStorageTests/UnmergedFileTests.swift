import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Files in which git left two versions")
struct UnmergedFileTests {
  private static let name = "item-01.json"
  private let base: InitiativeSheet
  private let ours: InitiativeSheet
  private let theirs: InitiativeSheet

  init() {
    var sheet = Sample.sheet(1)
    sheet.midTermReview.issuesAndImprovements = "一\n二\n三"
    sheet.selfEvaluation.results = "実績"
    base = sheet
    sheet.midTermReview.issuesAndImprovements = "一\n二 山田\n三"
    sheet.selfEvaluation.results = "山田の実績"
    sheet.midTermReview.implementationForecast = .willBeCarriedOut
    ours = sheet
    sheet = base
    sheet.midTermReview.issuesAndImprovements = "一\n二 佐藤\n三"
    sheet.selfEvaluation.results = "佐藤の実績"
    sheet.midTermReview.implementationForecast = .willNotBeCarriedOut
    theirs = sheet
  }

  /// What git makes of the three versions in the work tree of a book.
  private func conflict(
    style: String = "merge", _ change: (String) -> String = { $0 }
  ) throws -> (folder: TemporaryFolder, git: Git) {
    let folder = try Sample.book(1...1)
    let git = Git(folder.path, style: style)
    func write(_ sheet: InitiativeSheet) throws {
      try folder.write(change(try Sample.file(sheet)), to: UnmergedFileTests.name)
    }
    try write(base)
    #expect(try git("init", "-q") == 0)
    #expect(try git.commit("base"))
    #expect(try git("checkout", "-q", "-b", "佐藤の枝") == 0)
    try write(theirs)
    #expect(try git.commit("theirs"))
    #expect(try git("checkout", "-q", "main") == 0)
    try write(ours)
    #expect(try git.commit("ours"))
    #expect(try git("merge", "-q", "佐藤の枝") == 1)
    #expect(try folder.text(UnmergedFileTests.name).contains("<<<<<<< HEAD"))
    return (folder, git)
  }

  private func unmerged(_ folder: TemporaryFolder) throws -> UnmergedFile {
    let read = Result { () throws(StorageError) in
      try BookFolder(path: folder.path).loadSheet(UnmergedFileTests.name)
    }
    guard case .failure(.unmerged(_, let file)) = read else { return try #require(nil as UnmergedFile?) }
    return file
  }

  private func obstacle(_ text: String) -> UnmergedFile.Obstacle? {
    UnmergedFile(UnmergedFileTests.name, Array(text.utf8), line: 1).obstacle
  }

  @Test(
    "Both versions are read back whole, with git's names for them and the base where git wrote it",
    arguments: ["merge", "diff3", "zdiff3"], [false, true])
  func versions(style: String, isCarriageReturned: Bool) throws {
    let folder = try conflict(style: style) {
      isCarriageReturned ? $0.replacing("\n", with: "\r\n") : $0
    }.folder
    let file = try unmerged(folder)
    #expect(file.versions?.ours == ours && file.versions?.theirs == theirs)
    #expect(file.obstacle == nil && file.oursName == "HEAD" && file.theirsName == "佐藤の枝")
    #expect(file.places > 1 && file.line == 4)
    #expect(style == "merge" ? file.versions?.base == nil : file.versions?.base == base)
    #expect(file.stored?.bytes == (try folder.read(UnmergedFileTests.name)))
  }

  @Test("Texts whose lines look like markers are texts: behind a quotation mark, never at a line's beginning")
  func hostileLines() throws {
    let lines = ["<<<<<<< HEAD", "|||||||", "=======", ">>>>>>> b", "<<<<<<<", "======= \\\" ]"]
    var sheet = base
    sheet.selfEvaluation.results = LongText(lines: lines)
    sheet.title = "=======\n>>>>>>> b"
    sheet.plan.policyAndTargets = LongText(lines: lines.reversed())
    let bytes = Array(try Sample.file(sheet).utf8)
    #expect(try SheetCodec.decode(try JSONParser.parse(bytes)) == sheet && MarkedVersions(bytes) == nil)
    #expect(!bytes.split(separator: 0x0A).contains { MergeMarker.begins($0) })
    var mine = sheet
    mine.selfEvaluation.results = LongText(lines: lines + ["山田"])
    var other = sheet
    other.selfEvaluation.results = LongText(lines: lines + ["佐藤"])
    let folder = try Sample.book(1...1)
    let git = Git(folder.path, style: "diff3")
    try folder.write(bytes, to: UnmergedFileTests.name)
    #expect(try git("init", "-q") == 0)
    #expect(try git.commit("base"))
    #expect(try git("checkout", "-q", "-b", "b") == 0)
    try folder.write(try Sample.file(other), to: UnmergedFileTests.name)
    #expect(try git.commit("theirs"))
    #expect(try git("checkout", "-q", "main") == 0)
    try folder.write(try Sample.file(mine), to: UnmergedFileTests.name)
    #expect(try git.commit("ours"))
    #expect(try git("merge", "-q", "b") == 1)
    let versions = try unmerged(folder).versions
    #expect(versions?.ours == mine && versions?.theirs == other && versions?.base == sheet)
  }

  @Test("Markers in another order than git's, or without an end, are told and settle nothing")
  func brokenMarkers() throws {
    let text = try conflict().folder.text(UnmergedFileTests.name)
    #expect(obstacle(text) == nil)
    for broken in [
      text.replacing("=======\n", with: "", maxReplacements: 1), text.replacing(">>>>>>> 佐藤の枝\n", with: ""),
      text.replacing("<<<<<<< HEAD\n", with: "", maxReplacements: 1),
      text.replacing("=======\n", with: "=======\n=======\n", maxReplacements: 1), "=======\n" + text,
      text.replacing("<<<<<<< HEAD\n", with: "<<<<<<< HEAD\n<<<<<<< HEAD\n", maxReplacements: 1),
    ] { #expect(obstacle(broken) == .markers) }
  }

  @Test("No beginning of such a file crashes, and none passes for two versions but the whole")
  func prefixes() throws {
    let bytes = Array(try conflict(style: "diff3").folder.text(UnmergedFileTests.name).utf8)
    for count in stride(from: 0, to: bytes.count - 4, by: 7) {
      #expect(UnmergedFile(UnmergedFileTests.name, Array(bytes[..<count]), line: 1).versions == nil)
    }
  }

  @Test("Where one version is no sheet it is said which; where both are of different items as well")
  func oneSide() throws {
    let text = try conflict().folder.text(UnmergedFileTests.name)
    #expect(obstacle(text.replacing("\"(i)\"", with: "\"(iii)\"")) == .ours)
    #expect(obstacle(text.replacing("\"(ii)\"", with: "\"(iii)\"")) == .theirs)
    #expect(obstacle(text.replacing("\"(ii)\"", with: "?").replacing("\"(i)\"", with: "?")) == .both)
    let numbers = "<<<<<<< HEAD\n  \"number\": 1,\n=======\n  \"number\": 2,\n>>>>>>> b\n"
    let file = try Sample.file(base)
    #expect(obstacle(file.replacing("  \"number\": 1,\n", with: numbers)) == .otherNumber)
  }

  @Test("A settled sheet is written over both versions as a canonical file, with a line of history")
  func written() throws {
    let (folder, git) = try conflict()
    let stored = try #require(try unmerged(folder).stored)
    let book = BookFolder(path: folder.path, author: Author(name: "山田"))
    let written = try book.write(try ours.validated(), over: stored)
    #expect(written.historyError == nil && written.unproven == nil)
    #expect(try folder.text(UnmergedFileTests.name) == Sample.file(ours))
    let history = try book.history(of: UnmergedFileTests.name)
    #expect(history.entries.count == 1 && history.check.findings.isEmpty)
    #expect(try git.unmerged() == [UnmergedFileTests.name])
    #expect(try git.commit("merged") && git.unmerged().isEmpty)
  }

  @Test("A file that got other markers meanwhile is not written over, and what is there is told")
  func changedMeanwhile() throws {
    let folder = try conflict().folder
    let stored = try #require(try unmerged(folder).stored)
    let now = try folder.text(UnmergedFileTests.name).replacing("佐藤の実績", with: "佐藤の新しい実績")
    try folder.write(now, to: UnmergedFileTests.name)
    let valid = try ours.validated()
    let written = Result { () throws(StorageError) in try BookFolder(path: folder.path).write(valid, over: stored) }
    guard case .failure(.unmerged(_, let file)) = written else {
      Issue.record("\(written)")
      return
    }
    #expect(file.versions?.theirs.selfEvaluation.results == "佐藤の新しい実績")
    #expect(try folder.text(UnmergedFileTests.name) == now)
    #expect(try folder.leftovers().filter { $0 != ".git" } == [])
  }

  @Test("Keys that the program does not know are kept from both versions; where they differ it is said which")
  func unknownKeys() throws {
    func file(_ ours: String, _ theirs: String) throws -> [UInt8] {
      let lines = "<<<<<<< HEAD\n\(ours)=======\n\(theirs)>>>>>>> b\n"
      return Array(try Sample.file(base).replacing("  \"number\": 1,\n", with: lines + "  \"number\": 1,\n").utf8)
    }
    let both = UnmergedFile(
      UnmergedFileTests.name, try file("  \"a\": {\"x\": 1},\n", "  \"a\": {\"y\": 2},\n  \"b\": [3],\n"), line: 1)
    let folder = try Sample.book(1...1)
    let stored = try #require(both.stored)
    try folder.write(stored.bytes, to: UnmergedFileTests.name)
    _ = try BookFolder(path: folder.path).write(try base.validated(), over: stored)
    let document = try JSONParser.parse(try folder.read(UnmergedFileTests.name))
    #expect(document["a"]?["x"] == .number("1") && document["a"]?["y"] == .number("2"))
    #expect(document["b"] == .array([.number("3")]))
    let differing = try file("  \"a\": {\"x\": 1},\n", "  \"a\": {\"x\": 2},\n")
    #expect(UnmergedFile(UnmergedFileTests.name, differing, line: 1).obstacle == .unknownKeys(["a.x"]))
  }
}
