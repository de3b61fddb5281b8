// Holds the formats in which the progress of a library can be had.

/// The formats by the names under which they are asked for; each is made in a file of its own.
public enum StatusFormat: String, CaseIterable, Sendable {
  /// For people, at the terminal.
  case text
  /// For other programs: one value.
  case json
  /// For Excel: a row a sheet.
  case csv
  /// A page to look at and to print.
  case html

  /// The whole result.
  public func output(_ status: LibraryStatus) -> SafeOutput {
    switch self {
    case .text: StatusText.output(status)
    case .json: StatusJSON.output(status)
    case .csv: StatusCSV.output(status)
    case .html: StatusPage.output(status)
    }
  }
}
