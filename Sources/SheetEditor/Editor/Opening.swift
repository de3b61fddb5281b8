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
    // What an import left for an answer is one question, not one whether to go on and another how.
    if let only = waiting.first, waiting.count == 1, only.importedFrom != nil, asks(about: only) {
      draftsToSettle = draftsToSettle.filter { $0.id != id } + [only]
    }
    askAboutDraft(of: id)
    guard panels.isEmpty else { return }
    show(RecoveryPanel(drafts: waiting))
  }

  /// Whether going on from a draft needs an answer: its file changed the same texts, and nobody wrote in them since.
  func asks(about draft: RecoverableDraft) -> Bool { !openConflicts(of: draft).isEmpty }

  /// Asks about a draft of the open sheet that is to be gone on from; until it is answered the draft stays as it is, and
  /// the sheet holds nothing of it.
  mutating func askAboutDraft(of id: SheetID) {
    guard panels.isEmpty, let draft = draftsToSettle.first(where: { $0.id == id }) else { return }
    draftsToSettle.removeAll { $0 == draft }
    let fields = openConflicts(of: draft)
    guard sheet(id)?.waitingDrafts.contains(draft) == true, !fields.isEmpty else { return }
    show(ConflictPanel(sheet: id, fields: fields, draft: draft))
  }

  private func openConflicts(of draft: RecoverableDraft) -> [FieldConflict] {
    guard let edited = sheet(draft.id)?.edited else { return [] }
    return draft.openConflicts(in: draft.merged(with: edited))
  }

  /// Goes on from a draft about which it was asked: the answers follow.
  mutating func resume(_ draft: RecoverableDraft) -> [Effect] {
    let effects = library.answer(.resume, to: draft)
    withSheet(draft.id) { sheet in sheet.conflicts.removeAll { draft.conflicts.contains($0.field) } }
    return effects.map { .file($0) }
  }
}
