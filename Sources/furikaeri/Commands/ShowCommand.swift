// Holds `show`: sheets as text.

import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording
import Terminal

struct ShowCommand: ProgramCommand {
  let folder: String
  let item: Int?

  init(_ words: CommandWords) throws(UsageError) {
    folder = try words.required(words.argument, "FOLDER")
    item = try words.item
  }

  func run() throws(StorageError) -> Int32 {
    let books = OpenLibrary.inOrder(try LibraryFolder.load(folder)) { $0.header }
    var shown = 0
    var problems: [String] = []
    for book in books {
      switch book {
      case .unreadable(_, let error): problems.append(Wording.sentence(error))
      case .readable(let stored):
        for entry in stored.entries {
          switch entry {
          case .readable(let sheet) where item == nil || sheet.sheet.number == item:
            if shown > 0 { Output.result("") }
            show(sheet.sheet, stored.header)
            shown += 1
          case .readable: break
          case .unreadable(let name, let error):
            if item == nil || BookFinding.number(inName: name) == item { problems.append(Wording.sentence(error)) }
          }
        }
      }
    }
    for problem in problems { Output.message(problem) }
    if let item, shown == 0, problems.isEmpty {
      Output.message(Wording.noSuchItem(item, folder))
      return ExitStatus.unreadable
    }
    return problems.isEmpty ? ExitStatus.done : ExitStatus.unreadable
  }

  private func show(_ sheet: InitiativeSheet, _ header: BookHeader) {
    let lines = PlainTextForm.lines(of: sheet, in: header)
    guard let columns else { return Output.result(.lines(lines)) }
    for line in lines.map({ SafeText.visible($0) }) {
      let indent = String(line.prefix { $0 == " " })
      let breaker = LineBreaker(width: columns - indent.count, widths: TerminalSettings.printedWidths)
      for wrapped in breaker.lines(of: String(line.dropFirst(indent.count))) {
        Output.result(wrapped.isEmpty ? "" : indent + wrapped)
      }
    }
  }

  /// The terminal's width; nil where the result goes elsewhere, and its lines stay whole.
  private var columns: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return 80 }
    return Int(size.ws_col)
  }
}

extension ShowCommand {
  static let name = "show"
  static let usage = "FOLDER [--item N]"
  static let summary = "項目を文字で表示する"
  static let help = """
    項目を文字で表示します。--item で一つに絞れます。
    端末では画面の幅で折り返し、パイプやファイルへは折り返さずに出します(| less、> 項目.txt)。
    """
}
