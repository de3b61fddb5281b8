// Holds what happens with a sheet of which git left two versions in its file.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Asks which of the two versions each place gets; where nothing is to be asked the sheet is opened at once.
  mutating func settle(_ id: SheetID) {
    guard let versions = library.unmergedSheet(id)?.versions else { return }
    show(SettlePanel(id, versions))
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
  mutating func sheetIsUnmerged(_ id: SheetID, _ content: FileContent, _ versions: GitVersions) -> [Effect] {
    let isOpen = openSheet == id
    let isInTheWay = sheet(id)?.hasDraft == true || (isOpen && (isReviewing || !panels.isEmpty))
    guard !isInTheWay else {
      refuse(Wording.unmergedUnderDraft(id.fileName, draftsAreKept: draftsAreKept))
      return []
    }
    if isOpen { opened = nil }
    closeSettling(of: id)
    let effects = library.take(.unmergedOnDisk(id, content, versions))
    say(Wording.becameUnmerged(id.fileName))
    return effects.map { .file($0) }
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
