// Holds the taking over of books: at the start, or while the list is on the screen already.

import Dispatch
import InitiativeModel
import SheetStorage

extension LibrarySession {
  /// Takes over a book that was opened, with its drafts and comments.
  ///
  /// A draft that holds nothing new goes when the sheet is on the disk, which is waited for beside the loop.
  public func take(_ book: OpenedBook) {
    opened(book)
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

  /// Opens books beside the loop, several at once; each is told as `FileEvent.bookOpened`.
  public func open(_ places: [String]) {
    guard !places.isEmpty else { return }
    let box = box
    let drafts = self.places
    DispatchQueue.global(qos: .userInitiated).async {
      let listing = drafts.listing()
      DispatchQueue.concurrentPerform(iterations: places.count) { index in
        let book =
          LibraryFolder.book(at: places[index]) ?? .unreadable(path: places[index], .noBooks(path: places[index]))
        box.put(.opened(OpenedBook(book, appliesDrafts: false, drafts, listing)))
      }
    }
  }

  /// Clears up beside the loop what ended programs left in books.
  public func clearUp(_ books: [String]) {
    let box = box
    queue.async {
      let copies = books.flatMap { BookFolder(path: $0, author: .current).clearUp() }
      if !copies.isEmpty { box.put(.cleared(copies)) }
    }
  }
}
