// Holds what answers a dialogue in memory: at each prompt the next step.

import Foundation
import InitiativeModel
import SheetPlain
import SheetSession
import SheetStorage
import TestSupport

/// A dialogue over a copy of the books that ship.
final class DialogueRobot {
  /// What is done at prompts.
  enum Step {
    /// Enters a line.
    case line(String)
    /// Enters bytes as they are.
    case bytes([UInt8])
    /// Does something before the next line.
    case act(() throws -> Void)
  }

  /// What a dialogue said, and how it ended.
  struct Heard {
    /// All lines of standard output; a prompt stands before what was entered.
    var lines: [String] = []
    /// All lines of standard error.
    var messages: [String] = []
    var status = DialogueStatus.done
    var drafts = 0

    /// Whether a line was said.
    func said(_ line: String) -> Bool { lines.contains(line) }
  }

  let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  var book: String { folder.path + "/Data/tennoji-2019" }

  /// Where drafts are kept; another program of the same person finds those that were left here.
  var drafts: DraftPlaces { DraftPlaces(stateHome: folder.path + "/state") }

  /// What a sheet's file holds.
  func stored(_ number: Int) throws -> InitiativeSheet {
    try BookFolder(path: book).loadSheet(number < 10 ? "item-0\(number).json" : "item-\(number).json").sheet
  }

  /// Changes a sheet's file, as another program does.
  func change(_ number: Int, _ change: (inout InitiativeSheet) -> Void) throws {
    let folder = BookFolder(path: book)
    let before = try folder.loadSheet(number < 10 ? "item-0\(number).json" : "item-\(number).json")
    var sheet = before.sheet
    change(&sheet)
    _ = try folder.write(try sheet.validated(), over: before)
  }

  /// Runs a dialogue whose lines come from the steps; behind the last the input ends.
  ///
  /// - Parameter isTerminal: whether the lines are a person's, who sees them on the screen.
  func run(_ steps: [Step], in path: String? = nil, isTerminal: Bool = false) throws -> Heard {
    let opened = try OpenLibrary(path ?? book, appliesDrafts: false, drafts: drafts)
    let session = LibrarySession(drafts: drafts)
    for book in opened.books { session.take(book) }
    let pipe = Pipe()
    var rest = steps[...]
    var heard = Heard()
    var prompt = ""
    func answer() {
      while let step = rest.popFirst() {
        switch step {
        case .act(let act): do { try act() } catch { heard.messages.append("\(error)") }
        case .line(let line):
          if isTerminal {
            heard.lines.append(prompt + line)
            prompt = ""
          }
          return pipe.fileHandleForWriting.write(Data((line + "\n").utf8))
        case .bytes(let bytes):
          return pipe.fileHandleForWriting.write(Data(bytes))
        }
      }
      try? pipe.fileHandleForWriting.close()
    }
    let output = DialogueOutput(
      lines: { lines in
        for line in lines {
          heard.lines.append(prompt + line)
          prompt = ""
        }
      },
      prompt: { text in
        if !prompt.isEmpty { heard.lines.append(prompt) }
        prompt = text
        answer()
      }, message: { heard.messages.append($0) }, hasFailed: { false })
    let reader = LineReader(descriptor: pipe.fileHandleForReading.fileDescriptor, isTerminal: isTerminal)
    var dialogue = Dialogue(
      opened.library, drafts: opened.books.flatMap(\.offeredDrafts), session, reader, output)
    let end = dialogue.run()
    heard.status = end.status
    heard.drafts = end.drafts
    return heard
  }

  /// The same with lines alone.
  func run(_ lines: [String], in path: String? = nil, isTerminal: Bool = false) throws -> Heard {
    try run(lines.map { .line($0) }, in: path, isTerminal: isTerminal)
  }
}
