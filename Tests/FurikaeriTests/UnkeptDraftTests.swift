import TestSupport
import Testing

@Suite("An import whose drafts cannot be kept")
struct UnkeptDraftTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let published = CommandTests.published.replacing("SIGN", with: "②")

  @Test("An import whose ② cannot be kept as a draft fails, says so, and writes nothing")
  func notKept() throws {
    try folder.write("", to: "book/.furikaeri")
    let run = try ProgramRun(
      ["import", "-", "--into", folder.path + "/book", "--year", "2019"], input: Array(Self.published.utf8),
      environment: ["XDG_STATE_HOME": "/dev/null", "XDG_RUNTIME_DIR": "/dev/null", "HOME": "/dev/null"])
    #expect(run.status == 3 && run.output.isEmpty)
    #expect(run.errors.contains("項目1") && run.errors.contains("②を下書きに残せませんでした"))
    #expect(try folder.names("book") == [".furikaeri"])
  }
}
