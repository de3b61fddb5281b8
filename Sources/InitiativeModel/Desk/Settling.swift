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
    var settled = versions.settled(answers)
    let earlier = sheet.earlierAnswer
    if let earlier {
      // What was written since beside the places that are asked about stays as it is.
      let asked = Set(answers.compactMap(\.place.written))
      for field in EntryField.written where !asked.contains(field) { settled.copy(field, from: earlier.merged) }
      sheet.forget(earlier)
    }
    sheet.settle(settled)
    // A draft of an earlier time that says the same needs no answer.
    for draft in sheet.waitingDrafts where draft.merged(with: sheet.edited).entryDifferences(from: sheet.edited).isEmpty
    {
      sheet.forget(draft)
    }
    let change = sheet.countDraftChange()
    put(sheet)
    guard let earlier else { return [.restartDraft(id, sheet.edited, change: change)] }
    guard earlier.merged.entryDifferences(from: sheet.edited).isEmpty else {
      return [.restartDraft(id, sheet.edited, change: change), .discardDraft(id, draft: earlier.name)]
    }
    return [.resumeDraft(id, sheet.edited, change: change, draft: earlier.name)]
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
