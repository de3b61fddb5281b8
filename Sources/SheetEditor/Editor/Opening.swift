// Holds what happens while the books of a large library are read.

import InitiativeModel

extension EditorState {
  /// Puts a book in its place; with the last one it is asked what becomes of the drafts that were found.
  mutating func bookWasOpened(_ section: BookSection, _ sheets: [EditedSheet], _ drafts: [RecoverableDraft]) {
    _ = library.take(.bookOpened(section, sheets, isReviewing ? [] : drafts))
    if !isReviewing { foundDrafts += drafts }
    if selected == nil { selected = library.rows.first { _ in true }?.id }
    let isSearching = panel(SearchPanel.self) != nil || panel(HitPanel.self) != nil
    if isSearching, !library.books.contains(where: \.isLoading) {
      let (index, rows) = (SearchIndex(library.allSheets), SearchPanel.bodyRows(size))
      change(panel: SearchPanel.self) { $0.renew(index, rows: rows) }
      change(panel: HitPanel.self) { $0.renew(index) }
    }
    offerFoundDrafts()
  }

  /// Asks about the drafts once all books are read and nothing else is asked.
  mutating func offerFoundDrafts() {
    guard !foundDrafts.isEmpty, panels.isEmpty, opened == nil, !library.books.contains(where: \.isLoading) else {
      return
    }
    show(RecoveryPanel(drafts: foundDrafts))
    foundDrafts = []
  }

  /// Asks about the drafts of a sheet that is opened for writing, so that nothing is written beside a draft that nobody
  /// has seen; those that were left for later come up again.
  mutating func offerDrafts(of id: SheetID) {
    guard !isReviewing, panels.isEmpty, let waiting = sheet(id)?.waitingDrafts, !waiting.isEmpty else { return }
    foundDrafts.removeAll { $0.id == id }
    show(RecoveryPanel(drafts: waiting))
  }
}
