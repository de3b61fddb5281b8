// Holds what the catalogue of the form's fields says of each of them.

/// One row of the catalogue; an object, as rows are asked for thousands of times a key and none is ever copied.
final class FormField: Sendable {
  /// The period in which the field is filled in.
  let period: ReviewPeriod
  /// The field's kind, and the way to its value in a sheet.
  let content: FieldContent
  /// The label printed on the form; nil for a choice whose legend stands there alone.
  let label: String?
  /// The name in narrow lists, behind the period's.
  let shortName: String
  /// The heading of the field's column in tables of many sheets; nil where those leave it out.
  let columnTitle: String?
  /// What F1 says of the field, a sentence a line.
  let help: [String]
  /// Whether the field belongs to the plan, which is read-only once it is fixed.
  let isPlan: Bool
  /// Whether its text is one line.
  let isOneLine: Bool

  init(
    period: ReviewPeriod, content: FieldContent, label: String?, shortName: String, columnTitle: String? = nil,
    help: [String], isPlan: Bool = false, isOneLine: Bool = false
  ) {
    self.isPlan = isPlan
    self.isOneLine = isOneLine
    self.period = period
    self.content = content
    self.label = label
    self.shortName = shortName
    self.columnTitle = columnTitle
    self.help = help
  }
}

/// The two kinds of fields, each with the way to its value.
enum FieldContent: Sendable {
  /// A long text; it is edited where it stands, so that a key copies no text of many pages.
  case text(
    _ read: @Sendable (InitiativeSheet) -> LongText,
    edit: @Sendable (inout InitiativeSheet, (inout LongText) -> Void) -> Void)
  /// One of two signs, by its place.
  case signs(
    [ChoiceOption], read: @Sendable (InitiativeSheet) -> ChoiceOrdinal?,
    write: @Sendable (inout InitiativeSheet, ChoiceOrdinal?) -> Void)

  /// A choice, which the sheet holds as a value of its own type.
  static func choice<Choice: ChoiceSign>(
    _ read: @escaping @Sendable (InitiativeSheet) -> Choice?,
    write: @escaping @Sendable (inout InitiativeSheet, Choice?) -> Void
  ) -> FieldContent {
    let choices = Array(Choice.allCases)
    return .signs(
      choices.map { ChoiceOption($0) },
      read: { sheet in
        read(sheet).flatMap { choices.firstIndex(of: $0) }.flatMap { ChoiceOrdinal(rawValue: $0 + 1) }
      },
      write: { sheet, place in write(&sheet, place.map { choices[$0.rawValue - 1] }) })
  }
}

extension EntryField {
  /// The period in which the field is filled in; of a field of the plan the one before which it is written.
  public var period: ReviewPeriod { row.period }

  /// The field's key in its part of a sheet file.
  public var key: String {
    // Asked for at every field of every sheet that is read: bytes are found much faster than characters.
    guard let dot = rawValue.utf8.lastIndex(of: UInt8(ascii: ".")) else { return rawValue }
    return String(rawValue[rawValue.utf8.index(after: dot)...])
  }

  /// Whether the field is a choice; the others are long texts.
  public var isChoice: Bool {
    switch row.content {
    case .signs: true
    case .text: false
    }
  }

  /// The two options of a choice field; none for a long text.
  public var options: [ChoiceOption] {
    switch row.content {
    case .signs(let options, _, _): options
    case .text: []
    }
  }

  /// Whether a label is printed for the field; the ①/② of the self-evaluation has its legend only.
  public var hasLabel: Bool { row.label != nil }

  /// The label printed on the form, or the legend that stands for it.
  public var printedLabel: String { row.label ?? options.map { $0.sign + $0.label }.joined(separator: "・") }

  /// The name in narrow lists, where the period is told beside it.
  public var shortName: String { row.shortName }

  /// The heading of the field's column in tables of many sheets; nil where those leave it out.
  public var columnTitle: String? { row.columnTitle }

  /// What the field wants, in sentences for who fills it in.
  public var help: [String] { row.help }

  /// The place of a sign among the field's options, as it is stored; nil for anything else.
  public func choice(signed sign: String) -> ChoiceOrdinal? {
    options.firstIndex { $0.sign == sign }.flatMap { ChoiceOrdinal(rawValue: $0 + 1) }
  }
}
