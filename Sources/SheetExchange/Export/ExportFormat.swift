// Holds the formats in which sheets leave for other people.

/// The formats by the names under which they are asked for; each is made in a file of its own.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The official form, to look at in a browser and to print.
  case html
  /// For people and for any other program: the form's lines, not wrapped.
  case text

  /// The whole result.
  public func output(_ content: ExportContent) -> SafeOutput {
    switch self {
    case .html: PageForm.output(content)
    case .text: PlainTextForm.output(content)
    }
  }
}
