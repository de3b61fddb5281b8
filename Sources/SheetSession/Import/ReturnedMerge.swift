// Holds putting what a file that came back says of one sheet together with what the book holds by now.

import InitiativeModel
import SheetExchange

/// One sheet of a file that came back over the book's: three versions, put together field by field.
///
/// Only the fields that are in the file take part. What both sides changed stays in the book as it is, and so does a
/// period whose ② would lose its text; what the file says of these fields waits as a draft. Where nobody knows what the
/// sheet was when it was exported, a field that is blank in the book is taken, one that is blank in the file stays, and
/// every other difference counts as changed on both sides.
struct ReturnedMerge {
  /// What the book holds.
  let present: InitiativeSheet
  /// What the sheet's file is to hold.
  private(set) var written: InitiativeSheet
  /// What the sheet was when it was exported; without its entries where nobody knows that.
  let began: InitiativeSheet
  /// That with what the file says.
  private let returned: InitiativeSheet
  /// The entries that both sides changed.
  private(set) var conflicts: [EntryField] = []
  /// The long texts in which both sides changed different lines, and that hold both changes.
  private(set) var combined: [EntryField] = []
  /// The periods that stay as they are because a ② would stand without its text.
  private(set) var brokenPeriods: [ReviewPeriod] = []
  /// The entries that are blank in the file and not in the book, where nobody knows who emptied them.
  private(set) var keptUnread: [EntryField] = []
  /// The parts of the form that staff do not fill in and that the file alone changed, and those that both sides changed.
  private(set) var printed: [SheetField] = []
  private(set) var printedConflicts: [SheetField] = []
  private(set) var changesStar = false
  /// The entries of the file that wait as a draft.
  private(set) var waiting: [EntryField] = []

  /// Puts a sheet together.
  ///
  /// - Parameters:
  ///   - base: what the sheet was when it was exported; nil where nobody knows.
  ///   - takesPrinted: whether what is printed may change too: title, subtitle, plan and ★.
  /// - Throws: `ReturnedFileError.unreadableValue` for a choice that is none.
  init(
    _ sheet: ReturnedSheet, present: InitiativeSheet, base: InitiativeSheet?, takesPrinted: Bool
  ) throws(ReturnedFileError) {
    self.present = present
    var began = base ?? present
    if base == nil { for field in EntryField.allCases { began.setContent("", of: field) } }
    var returned = began
    for field in EntryField.allCases {
      guard try returned.take(field, from: sheet) else { continue }
      guard base == nil, returned.isBlank(field) else { continue }
      if !present.isBlank(field) { keptUnread.append(field) }
      returned.copy(field, from: began)
    }
    self.began = began
    self.returned = returned
    let merge = SheetMerge(base: began, ours: returned, theirs: present)
    written = merge.sheet
    conflicts = merge.conflicts
    for field in conflicts { written.copy(field, from: present) }
    waiting = conflicts
    keepRule()
    combined = EntryField.allCases.filter {
      !written.agrees(with: present, in: $0) && !written.agrees(with: returned, in: $0)
    }
    mergePrinted(sheet, base, takesPrinted)
  }

  /// The draft with what waits, over `began`; nil where nothing does.
  var draft: InitiativeSheet? {
    guard !waiting.isEmpty else { return nil }
    var draft = began
    for field in waiting { draft.copy(field, from: returned) }
    return draft
  }

  /// What the file says of an entry.
  func fileContent(of field: EntryField) -> String { returned.content(of: field) }

  /// Puts a period back whose ② would stand without its text; where that is broken in the book already, all entries wait.
  private mutating func keepRule() {
    for period in ReviewPeriod.allCases where RequiredWhenNotMetRule().isBroken(in: written, period: period) {
      brokenPeriods.append(period)
      putBack([period.decidingChoice, period.requiredText])
    }
    if (try? written.validated()) == nil { putBack(EntryField.allCases) }
  }

  private mutating func putBack(_ fields: [EntryField]) {
    let changed = fields.filter { !written.agrees(with: present, in: $0) }
    for field in changed { written.copy(field, from: present) }
    waiting = EntryField.allCases.filter { waiting.contains($0) || changed.contains($0) }
  }

  // MARK: What is printed

  /// Looks at title, subtitle, plan and ★; nothing printed loses to nothing read.
  private mutating func mergePrinted(_ sheet: ReturnedSheet, _ base: InitiativeSheet?, _ takes: Bool) {
    for field in [SheetField.title, .subtitle, .policyAndTargets, .annualActions] {
      guard let text = sheet.texts[field].map({ field.isOfOneLine ? LongText($0.lines.joined(separator: " ")) : $0 }),
        !text.isBlank, text != present.text(of: field), text != base?.text(of: field)
      else { continue }
      if !present.text(of: field).isBlank, present.text(of: field) != base?.text(of: field) {
        printedConflicts.append(field)
      } else {
        printed.append(field)
        if takes { written.setPrinted(text, of: field) }
      }
    }
    guard let starred = sheet.starred, starred != present.starred, base.map({ $0.starred != starred }) ?? true else {
      return
    }
    changesStar = true
    if takes { written.starred = starred }
  }
}

extension SheetField {
  /// Whether the field has no line feeds.
  fileprivate var isOfOneLine: Bool { self == .title || self == .subtitle }
}

extension InitiativeSheet {
  /// Puts what a file that came back says of an entry into it; false where the file does not say.
  mutating func take(_ field: EntryField, from sheet: ReturnedSheet) throws(ReturnedFileError) -> Bool {
    guard let text = sheet.texts[.entry(field)] else { return false }
    guard field.isChoice else {
      let saysNothing =
        text.isBlank && text != self.text(of: field) && ReviewPeriod.allCases.map(\.requiredText).contains(field)
      setText(saysNothing ? "" : text, of: field)
      return true
    }
    let choice = field.choice(signed: text.string) ?? ChoiceOrdinal(typed: text.string)
    guard choice != nil || text.string.allSatisfy(\.isWhitespace) else {
      throw .unreadableValue(
        place: sheet.place, field: SheetField.entry(field).printedName, value: text.string)
    }
    setChoice(choice, of: field)
    return true
  }

  /// Puts a text into a printed part of the sheet.
  mutating func setPrinted(_ text: LongText, of field: SheetField) {
    switch field {
    case .title: title = text.string
    case .subtitle: subtitle = text.string
    case .policyAndTargets: plan.policyAndTargets = text
    case .annualActions: plan.annualActions = text
    case .number, .entry: break
    }
  }
}
