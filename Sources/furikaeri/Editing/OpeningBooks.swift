// Holds the taking over of books: at the start, or while the list is on the screen already.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage

extension EffectRunner {
  /// Takes over a book that was opened, with its drafts.
  func take(_ book: OpenedBook) {
    opened(book.stored)
    seen.merge(book.fileMarks) { $1 }
    for draft in book.drafts { found[draft.id] = draft.found }
    let store = store(book.section.path)
    for draft in book.emptyDrafts where draft.isWhole { store.remove(draft) }
  }

  /// Opens books beside the loop, several at once.
  func open(_ places: [String]) {
    guard !places.isEmpty else { return }
    let box = box
    DispatchQueue.global(qos: .userInitiated).async {
      DispatchQueue.concurrentPerform(iterations: places.count) { index in
        let book =
          LibraryFolder.book(at: places[index]) ?? .unreadable(path: places[index], .noBooks(path: places[index]))
        box.put(.opened(OpenedBook(book, appliesDrafts: false)))
      }
    }
  }
}
