// Holds `status`: how far every sheet of every book has come, in the format that was asked for.

import Glibc
import InitiativeModel
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording

struct StatusCommand: ProgramCommand {
  let folder: String
  let format: StatusFormat

  init(_ words: CommandWords) throws(UsageError) {
    folder = words.folder
    format = try words.choice("--format", else: .text)
  }

  func run() throws(StorageError) -> Int32 {
    let opened = try OpenLibrary(folder)
    let library = opened.library
    Output.result(format.output(LibraryStatus(library, unreadable: opened.unreadable, now: time(nil))))
    let books = library.books.compactMap { section in section.header.map { (section.path, $0) } }
    for finding in BookFinding.sameBooks(among: books) { Output.message(Wording.sentence(finding)) }
    for problem in opened.unreadable { Output.message(problem) }
    return opened.unreadable.isEmpty ? ExitStatus.done : ExitStatus.unreadable
  }
}

extension StatusCommand {
  static let name = "status"
  static let usage = "[FOLDER] [--format \(StatusFormat.listed(by: "|"))]"
  static let summary = "進み具合を表示する"
  static let help = """
    綴りと項目ごとの進み具合と、確認・差戻しを表示します(画面の一覧と同じ数です)。
    html は印刷できる一枚のページです: furikaeri status Data --format html > 進み具合.html
    """
}
