// Holds settling what becomes of two versions that git left in a sheet's file.

extension InitiativeSheet {
  /// The sheet with nothing entered.
  var withoutEntries: InitiativeSheet {
    var sheet = self
    for field in EntryField.allCases { sheet.setContent("", of: field) }
    return sheet
  }
}

extension Library {
  /// Makes one sheet of the two versions, as the answers say; it is a draft until it is saved over both.
  ///
  /// - Returns: what is to be asked of the files: that the sheet's draft holds what was settled.
  package mutating func settle(_ id: SheetID, _ answers: [GitConflict]) -> [FileEffect] {
    guard var sheet = unmergedSheet(id), let versions = sheet.versions else { return [] }
    sheet.settle(versions.settled(answers))
    // A draft of an earlier time that says the same needs no answer.
    for draft in sheet.waitingDrafts where draft.merged(with: sheet.edited).entryDifferences(from: sheet.edited).isEmpty
    {
      sheet.forget(draft)
    }
    let change = sheet.countDraftChange()
    put(sheet)
    return [.restartDraft(id, sheet.edited, change: change)]
  }

  /// Takes two versions that git left in a file.
  ///
  /// A sheet with a draft stays as it is, and what is saved of it is refused: nothing that was written in it goes.
  mutating func takeVersions(_ versions: GitVersions, _ content: FileContent, of id: SheetID) -> [FileEffect] {
    guard var sheet = self[id] ?? unmergedSheet(id), !sheet.hasDraft, content.version > sheet.version else { return [] }
    sheet.takeOver(content, versions)
    put(sheet)
    return [.follow(id, content.version)]
  }
}
