// Holds the formats in which sheets leave for other people.

/// The formats by the names under which they are asked for; each is made in a file of its own.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The official form, to look at in a browser and to print.
  case html
  /// The form in a text that wikis and editors show as one, and that comes back.
  case markdown
  /// A row a sheet with every text, for Excel; it comes back.
  case csv
  /// For people and for any other program: the form's lines, not wrapped.
  case text
  /// One value, for other programs; it comes back.
  case json
  /// A workbook in the form's layout, for Excel; it comes back.
  case xlsx

  /// Whether `import` takes a file of the format back.
  public var comesBack: Bool {
    switch self {
    case .markdown, .csv, .json, .xlsx: true
    case .html, .text: false
    }
  }

  /// The whole result; nil for a workbook, which is written to a file by `SheetWorkbook`.
  public func output(_ content: ExportContent) -> SafeOutput? {
    switch self {
    case .html: PageForm.output(content)
    case .markdown: MarkdownForm.output(content)
    case .csv: CSVForm.output(content)
    case .text: PlainTextForm.output(content)
    case .json: JSONForm.output(content)
    case .xlsx: nil
    }
  }
}
