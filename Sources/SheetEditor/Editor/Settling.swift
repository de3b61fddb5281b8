// Holds what happens with a sheet of which git left two versions in its file.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Asks which of the two versions each place gets.
  ///
  /// While reviewing entries are only read.
  mutating func settle(_ id: SheetID) {
    guard !isReviewing else { return refuse(Wording.settledByStaff) }
    guard let sheet = library.unmergedSheet(id), let versions = sheet.versions else { return }
    show(SettlePanel(id, versions, draft: sheet.earlierAnswer))
  }

  /// Makes one sheet of the two versions and opens it: it is a draft until it is saved.
  mutating func settle(_ id: SheetID, with answers: [GitConflict]) -> [Effect] {
    let effects = library.settle(id, answers)
    guard !effects.isEmpty, let sheet = sheet(id) else { return [] }
    let asked = answers.lazy.compactMap { if case .field(.entry(let field)) = $0.place { field } else { nil } }.first
    let broken = SheetRules.findings(in: sheet.edited).first { $0.severity == .blocking }
    var field = asked
    if case .entry(let entry)? = broken?.field { field = entry }
    openForm(id, at: field ?? .implementationForecast)
    if let broken {
      refuse(Wording.settledAgainstRule(Wording.sentence(broken)))
    } else {
      say(answers.isEmpty ? Wording.settledByItself : Wording.settled)
    }
    return effects.map { .file($0) }
  }

  /// git left two versions in a file while the program was running: a sheet without a draft goes back to the list.
  ///
  /// While it has a draft, is read for reviewing, or a panel lies over it, the versions wait.
  mutating func sheetIsUnmerged(_ id: SheetID, _ content: FileContent, _ versions: GitVersions) -> [Effect] {
    let isOpen = openSheet == id
    let hasDraft = sheet(id)?.hasDraft == true
    if hasDraft { refuse(Wording.unmergedUnderDraft(id.fileName, draftsAreKept: draftsAreKept)) }
    guard !hasDraft, !isOpen || (!isReviewing && panels.isEmpty) else {
      waitingVersions[id] = WaitingVersions(content: content, versions: versions)
      return []
    }
    waitingVersions[id] = nil
    if isOpen { opened = nil }
    closeSettling(of: id)
    let effects = library.take(.unmergedOnDisk(id, content, versions))
    say(isReviewing ? Wording.becameUnmergedInReview(id.fileName) : Wording.becameUnmerged(id.fileName))
    return effects.map { .file($0) }
  }

  /// Takes the versions that waited for a draft, a reader or a panel to go.
  mutating func takeWaitingVersions() -> [Effect] {
    guard !waitingVersions.isEmpty else { return [] }
    let free = waitingVersions.filter { id, _ in
      sheet(id)?.hasDraft != true && (openSheet != id || (!isReviewing && panels.isEmpty))
    }
    return free.sorted { ($0.key.book, $0.key.fileName) < ($1.key.book, $1.key.fileName) }.flatMap {
      sheetIsUnmerged($0.key, $0.value.content, $0.value.versions)
    }
  }

  /// Somebody settled the versions in another way, and one sheet stands in the file.
  mutating func unmergedSheetChanged(_ id: SheetID, _ content: FileContent) -> [Effect] {
    guard library.unmergedSheet(id) != nil else { return [] }
    closeSettling(of: id)
    let effects = library.take(.changedOnDisk(id, content))
    say(Wording.settledElsewhere(number: content.sheet.number))
    return effects.map { .file($0) }
  }

  private mutating func closeSettling(of id: SheetID) {
    panels.removeAll { ($0.panel as? SettlePanel)?.sheet == id }
  }
}

/// Two versions that git left in a file, while something keeps them from being shown.
struct WaitingVersions: Equatable, Sendable {
  let content: FileContent
  let versions: GitVersions
}
