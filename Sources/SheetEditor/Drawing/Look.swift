// Holds the styles of the screens; words carry every state, a style only repeats them.

import InitiativeModel
import Terminal

/// The editor's styles by what they say.
enum Look {
  static let plain = CellStyle()
  /// What has the focus.
  static let focus = made { $0.reverse = true }
  /// Where something that is looked for stands.
  static let hit = made {
    $0.bold = true
    $0.underline = true
  }
  /// What a search over all sheets found.
  static let found = focus
  /// Headings of the form.
  static let heading = made { $0.bold = true }
  /// What needs doing.
  static let alarm = made {
    $0.bold = true
    $0.color = .error
  }
  /// What is not finished.
  static let pending = made { $0.color = .warning }
  /// What is done.
  static let done = made { $0.color = .good }
  /// What is only there to be read.
  static let quiet = made { $0.color = .quiet }
  /// Keys in the footer.
  static let key = made { $0.bold = true }

  /// The style of a message's tone.
  static func of(_ tone: Message.Tone) -> CellStyle {
    switch tone {
    case .notice: heading
    case .success:
      made {
        $0.bold = true
        $0.color = .good
      }
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

  private static func made(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = CellStyle()
    change(&style)
    return style
  }
}
