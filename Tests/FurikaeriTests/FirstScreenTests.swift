import Foundation
import InitiativeModel
import SheetSession
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("The first screen")
struct FirstScreenTests {
  private let folder: TemporaryFolder
  private var book: String { folder.path + "/Data/tennoji-2019" }
  private var state: String { folder.path + "/state" }

  init() throws { folder = try copyOfData() }

  @Test("Comments that an earlier program left are taken over behind the first screen, which waits for no file")
  func begunBehindIt() throws {
    let places = DraftPlaces(stateHome: state)
    func names() throws -> [String] { try folder.names("state/furikaeri/drafts") }
    var before: DraftStore? = places.store(of: book)
    try before?.comments.keep(["書きかけの文"], for: "item-01.json")
    before = nil
    // The lock goes with a copy of the descriptor that a test's child may have had, a moment later.
    _ = Waiting.until { !places.store(of: book).comments.all().isEmpty }
    let left = try names()
    let terminal = MemoryTerminal([("歳出の削減", [.hungUp])])
    var atFirstScreen: [String]?
    terminal.onFirstScreen = { atFirstScreen = try? names() }
    let settings = TerminalSettings(
      type: "memory", ambiguous: .narrow, clipboard: false, inputMethod: false, escapeDelay: 25, theme: .monochrome,
      background: nil)
    let session = LibrarySession(drafts: places, onResult: Wake.wake)
    let command = try EditCommand(CommandWords([book], of: EditCommand.self))
    let library = try OpenLibrary(book, appliesDrafts: false, drafts: places)
    _ = command.edit(library, nil, on: terminal, settings, session)
    #expect(left.count == 1 && atFirstScreen == left)
    #expect(try names().count == 1 && names() != left)
  }

  @Test("A terminal gets the first screen with the first bytes, and is asked what it is behind it")
  func inOnePiece() throws {
    let pty = try PtyTerminal([ProgramRun.path, book], environment: ["XDG_STATE_HOME": state])
    #expect(pty.sends("\u{1B}[c"))
    #expect(String(decoding: pty.firstBytes, as: UTF8.self).contains("\u{1B}[?1049h"))
    let all = String(decoding: pty.bytes, as: UTF8.self)
    let screen = try #require(all.range(of: "歳出の削減"))
    let question = try #require(all.range(of: "\u{1B}[6n"))
    #expect(screen.upperBound <= question.lowerBound)
    pty.write("\u{11}")
    #expect(pty.ends() == 0)
  }

  @Test("A locale that is named for times and numbers and not installed keeps nobody from writing")
  func otherLocales() throws {
    let pty = try PtyTerminal(
      [ProgramRun.path, book],
      environment: [
        "XDG_STATE_HOME": state, "LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LC_TIME": "xx_XX.UTF-8",
        "LC_NUMERIC": "xx_XX.UTF-8",
      ])
    #expect(pty.sends("歳出の削減"))
    pty.write("\u{11}")
    #expect(pty.ends() == 0)
  }
}
