// Holds `status`: how far every sheet of every book has come, in the format that was asked for.

import Glibc
import InitiativeModel
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording

struct StatusCommand {
  let folder: String
  let format: StatusFormat

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
