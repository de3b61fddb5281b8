// Holds the reading of one item: in short, whole, a field, the plan, the comments.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// The sheet that is open.
  var sheet: EditedSheet? { item.flatMap { library[$0] } }

  /// Where the person is and whether something is left to be saved, in a line.
  var whereabouts: String {
    guard let sheet else {
      return section.map { Wording.Plain.heading($0, shown: shownRows.count, settings.filter) }
        ?? Wording.Plain.bookCount(library.books.count)
    }
    return Wording.Plain.title(sheet.edited) + (sheet.hasDraft ? Wording.Plain.isUnsaved : "")
  }

  /// Reads the open sheet in short: how it stands, and each field in a line.
  func summarize() {
    guard let sheet else { return }
    if !sheet.edited.subtitle.isEmpty { say([sheet.edited.subtitle]) }
    say(ReviewPeriod.allCases.map { Wording.Plain.standing($0, sheet.standing(of: $0)) })
    say(EntryField.allCases.map { Wording.Plain.summary($0, in: sheet) })
    if sheet.openComments.count > 0 { say([Wording.Plain.commentCount(sheet.openComments.count)]) }
  }

  /// Reads all fields, or one of them, with the numbers of its lines.
  mutating func read(_ words: [String]) {
    guard let sheet else { return }
    guard words.isEmpty || words.count == 1 else { return refuse(Wording.Plain.usage(.read), .notUnderstood) }
    guard let word = words.first else {
      for field in EntryField.allCases { say(Wording.Plain.lines(of: field, in: sheet)) }
      return
    }
    guard let field = field(word) else { return }
    say(Wording.Plain.lines(of: field, in: sheet))
    for comment in sheet.openComments(on: field) { say(Wording.lines(of: comment)) }
  }

  /// The field of a number, or nil after saying which there are.
  mutating func field(_ word: String) -> EntryField? {
    guard let number = Int(word), EntryField.allCases.indices.contains(number - 1) else {
      refuse(Wording.Plain.noField(word), .notUnderstood)
      return nil
    }
    return EntryField.allCases[number - 1]
  }

  func readPlan() {
    guard let sheet else { return }
    for field in [EntryField.policyAndTargets, .annualActions] {
      let lines = sheet.edited.text(of: field).lines
      say([field.address.printedName + ":"] + (lines.isEmpty ? [Wording.notEntered] : lines))
    }
  }

  /// Reads the marks of both periods, with every comment and what was replied to it.
  func readComments() {
    guard let sheet else { return }
    let lines = ReviewPeriod.allCases.flatMap { period -> [String] in
      let last = sheet.reviews.last(period).map { ["\(period.printedName) \(Wording.marked($0))"] } ?? []
      let comments = sheet.reviews.comments(on: period)
      return last + comments.flatMap { [Wording.places(of: $0) + ":"] + Wording.lines(of: $0) }
    }
    say(lines.isEmpty ? [Wording.Plain.noComments] : lines)
  }

  func readDifferences() {
    guard let sheet else { return }
    let lines = Wording.lines(from: sheet.saved, to: sheet.edited)
    say(lines.isEmpty ? [Wording.nothingToSave] : lines)
  }
}
