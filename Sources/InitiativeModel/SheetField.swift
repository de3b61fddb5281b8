// Holds the addresses of all fields of a sheet, those of the plan among them.

/// The address of any field of a sheet, as findings and messages name it.
public enum SheetField: Hashable, Sendable {
  /// The printed number.
  case number
  /// The title.
  case title
  /// The line under the title.
  case subtitle
  /// 計画 取組の方針・目標内容.
  case policyAndTargets
  /// 計画 当年度の取組内容.
  case annualActions
  /// A field that the reviewing staff fill in.
  case entry(EntryField)

  /// The field's place in the sheet file, keys joined by dots.
  public var path: String {
    switch self {
    case .number: "number"
    case .title: "title"
    case .subtitle: "subtitle"
    case .policyAndTargets: "plan.policyAndTargets"
    case .annualActions: "plan.annualActions"
    case .entry(let field): field.rawValue
    }
  }

  /// The field's name for people, with the part of the form it stands in.
  public var printedName: String {
    switch self {
    case .number: "番号"
    case .title: "題名"
    case .subtitle: "副題"
    case .policyAndTargets: "\(PrintedForm.plan) \(PrintedForm.policyAndTargets)"
    case .annualActions: "\(PrintedForm.plan) \(PrintedForm.annualActions)"
    case .entry(let field) where field.isPlan: field.address.printedName
    case .entry(let field): "\(field.period.printedName) \(field.printedLabel)"
    }
  }
}

extension InitiativeSheet {
  /// The text of any field as it is read: the number in digits, a choice as its sign and words.
  public func text(of field: SheetField) -> LongText {
    switch field {
    case .number: LongText(String(number))
    case .title: LongText(title)
    case .subtitle: LongText(subtitle)
    case .policyAndTargets: plan.policyAndTargets
    case .annualActions: plan.annualActions
    case .entry(let field):
      field.isChoice ? LongText(chosenOption(of: field).map { "\($0.sign) \($0.label)" } ?? "") : text(of: field)
    }
  }
}

extension SheetField {
  /// The fields with text of their own, in the form's order.
  public static let searched: [SheetField] =
    [.title, .subtitle, .policyAndTargets, .annualActions] + EntryField.allCases.map { .entry($0) }
}
