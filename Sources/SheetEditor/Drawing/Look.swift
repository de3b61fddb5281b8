// Holds the styles of the screens; words carry every state, a style only repeats them.

import InitiativeModel
import Terminal

/// The editor's styles by what they say; on another ground with `on`.
enum Look {
  static let plain = CellStyle()
  /// The one thing that is strong.
  static let strong = CellStyle(.standard, bold: true)
  /// Headings of the form.
  static let heading = CellStyle(.heading, bold: true)
  /// What needs doing.
  static let alarm = CellStyle(.bad, bold: true)
  /// What is not finished.
  static let pending = CellStyle(.warning)
  /// What is done.
  static let done = CellStyle(.good)
  /// What explains, and what is empty.
  static let quiet = CellStyle(.quiet)
  /// A rule under a row.
  static let rule = CellStyle(.quiet, underline: true)
  /// An answer, or what the person is at.
  static let focus = CellStyle(.standard, on: .chosenButton, bold: true)
  static let button = CellStyle(.standard, on: .button)
  /// Text that is selected.
  static let selection = CellStyle(.standard, on: .selection)
  /// Where something that is looked for stands.
  static let hit = CellStyle(.standard, on: .found)
  /// Where the cursor stands among them.
  static let hitHere = CellStyle(.standard, on: .foundHere, bold: true)
  /// What a search over all sheets found.
  static let found = hit
  /// The band on top.
  static let band = CellStyle(.standard, on: .band)
  static let bandTitle = CellStyle(.standard, on: .band, bold: true)
  /// The footer, and the keys in it.
  static let footer = CellStyle(.standard, on: .footer)
  static let key = CellStyle(.standard, on: .key, bold: true)
  /// A key in a sentence or in the help.
  static let keyName = CellStyle(.heading, bold: true)
  /// States that stand out on a band.
  static let warningPill = CellStyle(.standard, on: .warningPill, bold: true)
  static let badPill = CellStyle(.standard, on: .badPill, bold: true)
  static let goodPill = CellStyle(.standard, on: .goodPill, bold: true)

  /// The style of a message's tone.
  static func of(_ tone: Message.Tone) -> CellStyle {
    switch tone {
    case .notice: strong
    case .success: CellStyle(.good, bold: true)
    case .refusal: alarm
    }
  }

  /// The style of how a period stands.
  static func of(_ standing: PeriodStanding) -> CellStyle {
    switch (standing.entry, standing.mark) {
    case (.deficient, _), (_, .sentBack?): alarm
    case (.draft, _), (.partlyEntered, _), (_, .changedSinceConfirmed?): pending
    case (_, .corrected?), (.complete, nil): plain
    case (_, .confirmed?): done
    case (.notEntered, nil): quiet
    }
  }
}
