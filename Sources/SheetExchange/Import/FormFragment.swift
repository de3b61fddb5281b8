// Holds the recognising of a part of what the form prints, as narrow columns and page ends leave it behind.

import InitiativeModel

/// A stretch of a printed label, note or legend: never a text that somebody wrote.
enum FormFragment {
  /// Shorter ones are words that anybody writes.
  private static let fewest = 4

  /// What the form prints, squeezed.
  private static let printed: [String] = {
    var all = [PrintedForm.plan, PrintedForm.policyAndTargets, PrintedForm.annualActions]
    all += ReviewPeriod.allCases.map(\.printedName)
    all += EntryField.allCases.filter { $0.hasLabel && $0.period.requiredText != $0 }.map(\.printedLabel)
    all.append(PrintedForm.issuesAndImprovements + PrintedForm.requirementNote(sign: PrintedForm.requiredSign))
    for field in EntryField.allCases where field.isChoice {
      all.append(field.options.map { $0.sign + ":" + $0.label }.joined())
      all.append(field.options.map { $0.sign + $0.label }.joined())
    }
    return all.map(FormCell.squeeze)
  }()
  private static let longest = printed.map(\.utf8.count).max() ?? 0

  /// Whether a text is such a stretch and nothing else.
  static func isOne(_ text: String) -> Bool {
    guard text.utf8.count <= 4 * longest else { return false }
    let squeezed = FormCell.squeeze(text)
    guard squeezed.unicodeScalars.count >= fewest, squeezed.utf8.count <= longest else { return false }
    return printed.contains { $0.contains(squeezed) }
  }

  /// The line of a text that is such a stretch, or the whole of it; nil where there is none.
  static func first(in text: String) -> String? {
    if isOne(text) { return text }
    return text.split(separator: "\n").map(String.init).first(where: isOne)
  }
}
