// Holds the taking over of books: at the start, or while the list is on the screen already.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage

extension EffectRunner {
  /// Takes over a book that was opened, with its drafts and comments.
  ///
  /// A draft that holds nothing new goes when the sheet is on the disk, which is waited for beside the loop.
  func take(_ book: OpenedBook) {
    opened(book.stored, book.section)
    seen.merge(book.fileMarks) { $1 }
    for draft in book.drafts { found[draft.id] = draft.found }
    let empty = book.emptyDrafts.filter { $0.isWhole && !$0.isInDoubt }
    guard !empty.isEmpty || !book.foundComments.isEmpty else { return }
    let store = store(book.section.path)
    for (id, texts) in book.keptComments {
      let found = book.foundComments.filter { $0.fileName == id.fileName }
      try? store.comments.keep(texts, for: id.fileName, takingOver: found)
    }
    guard !empty.isEmpty else { return }
    DispatchQueue.global(qos: .utility).async {
      for draft in empty { store.removeEmpty(draft) }
    }
  }

  /// Opens books beside the loop, several at once.
  func open(_ places: [String]) {
    guard !places.isEmpty else { return }
    let box = box
    DispatchQueue.global(qos: .userInitiated).async {
      let listing = OpenLibrary.draftListing()
      DispatchQueue.concurrentPerform(iterations: places.count) { index in
        let book =
          LibraryFolder.book(at: places[index]) ?? .unreadable(path: places[index], .noBooks(path: places[index]))
        box.put(.opened(OpenedBook(book, appliesDrafts: false, listing)))
      }
    }
  }
}
