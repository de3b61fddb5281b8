// Holds what is printed on a worksheet, by which its fields are found again.

import InitiativeModel

/// A printed label, heading or legend of a worksheet.
enum FormLabel: Hashable {
  /// 取組項目 with the number behind it.
  case item
  /// 副題.
  case subtitle
  /// The row heading of the plan.
  case plan
  /// The label of a plan's column.
  case planColumn(SheetField)
  /// The row heading of a period.
  case period(ReviewPeriod)
  /// The label of a field; of the ①/② of the self-evaluation its legend.
  case entry(EntryField)
  /// The words beside a choice that has a label as well.
  case legend(EntryField)

  /// All labels in the form's order, row by row.
  static let all: [FormLabel] =
    [.item, .subtitle, .plan, .planColumn(.policyAndTargets), .planColumn(.annualActions)]
    + ReviewPeriod.allCases.flatMap { period in
      [.period(period)]
        + period.fields.flatMap { $0.isChoice && $0.hasLabel ? [FormLabel.entry($0), .legend($0)] : [.entry($0)] }
    }

  /// The label as it is printed; of the item without its number.
  func text(requirement: String = PrintedForm.requiredSign) -> String {
    switch self {
    case .item: PrintedForm.item
    case .subtitle: "副題"
    case .plan: PrintedForm.plan
    case .planColumn(.policyAndTargets): PrintedForm.policyAndTargets
    case .planColumn: PrintedForm.annualActions
    case .period(let period): FormLabel.narrow(period.printedName)
    case .entry(let field) where field == field.period.requiredText:
      "\(field.printedLabel) \(PrintedForm.requirementNote(sign: requirement))"
    case .entry(let field): field.hasLabel ? field.printedLabel : FormLabel.legend(of: field)
    case .legend(let field): FormLabel.legend(of: field)
    }
  }

  /// A row heading for its narrow column: broken behind its second letter, 中間 over 振り返り.
  private static func narrow(_ heading: String) -> String { heading.prefix(2) + "\n" + heading.dropFirst(2) }

  private static func legend(of field: EntryField) -> String {
    field.options.map { "\($0.sign)：\($0.label)" }.joined(separator: "\n")
  }

  /// The labels that a cell may be, however its blanks and colons were typed; the two 課題と改善策 are alike.
  static func labels(_ text: String) -> [FormLabel] {
    guard text.utf8.count <= longest else { return [] }
    let bare = bare(text)
    if let labels = table[bare] { return labels }
    if number(in: text) != nil { return [.item] }
    let ends = requirement.split(separator: "|")
    guard let head = ends.first, let tail = ends.last, bare.hasPrefix(head), bare.hasSuffix(tail),
      bare.count == head.count + tail.count + 1
    else { return [] }
    return issues
  }

  /// No label is longer than this, in bytes, with many blanks in it.
  private static let longest = 300
  private static let issues = ReviewPeriod.allCases.map { FormLabel.entry($0.requiredText) }
  /// 課題と改善策 with its note, for any sign in that.
  private static let requirement =
    bare(PrintedForm.issuesAndImprovements + PrintedForm.requirementNote(sign: "|"))
  /// The labels by their text without blanks.
  private static let table: [String: [FormLabel]] = {
    var table = [bare(PrintedForm.issuesAndImprovements): issues]
    for label in all where label != .item && !issues.contains(label) { table[bare(label.text())] = [label] }
    return table
  }()

  /// The number behind 取組項目; nil where a cell is anything else.
  static func number(in text: String) -> Int? {
    let bare = bare(text)
    guard bare.hasPrefix(PrintedForm.item) else { return nil }
    let digits = bare.dropFirst(PrintedForm.item.count).map { $0.wholeNumberValue }
    guard !digits.isEmpty, digits.count <= 4 else { return nil }
    var number = 0
    for digit in digits {
      guard let digit, digit < 10 else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// A text without its blanks, with one kind of colons and brackets.
  static func bare(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "：": result.append(":")
      case "（": result.append("(")
      case "）": result.append(")")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The printed row that a label shares with others, counted from the top.
  var row: Int {
    switch self {
    case .item: 0
    case .subtitle: 1
    case .plan, .planColumn: 2
    case .period(.midTerm): 3
    case .period(.final): 5
    case .entry(let field), .legend(let field):
      FormLabel.period(field.period).row + (field.isChoice && field.hasLabel && !field.isFirst ? 1 : 0)
    }
  }

  /// The column in which it is printed, counted from 0.
  var column: Int {
    switch self {
    case .item, .subtitle, .plan, .period: 0
    case .planColumn(.annualActions): 5
    case .planColumn: 1
    case .entry(let field) where field == field.period.requiredText: 5
    case .entry(let field) where field.isChoice && !field.hasLabel: 4
    case .entry: 1
    case .legend: 3
    }
  }

  /// The label's name for messages.
  var name: String {
    switch self {
    case .item: PrintedForm.item
    case .subtitle: "副題"
    case .plan: PrintedForm.plan
    case .planColumn(let field): field.printedName
    case .period(let period): period.printedName
    case .entry(let field): SheetField.entry(field).printedName
    case .legend(let field): SheetField.entry(field).printedName + " の説明"
    }
  }
}

extension EntryField {
  /// Whether it is the first of its period.
  fileprivate var isFirst: Bool { self == period.fields.first }
}
