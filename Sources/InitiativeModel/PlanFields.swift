// Holds the rows of the plan's fields, which the ward writes before the plan is fixed.

extension EntryField {
  /// The fields of the plan, with the title above it, in the form's order.
  public static let plan: [EntryField] = [.title, .subtitle, .policyAndTargets, .annualActions]

  /// All fields that a draft can hold: those of the plan, then the entries.
  public static let written: [EntryField] = plan + allCases

  /// Whether the field belongs to the plan, or to the title above it.
  public var isPlan: Bool { row.isPlan }

  /// Whether the field's text is one line; the others are long texts or choices.
  public var isOneLine: Bool { row.isOneLine }

  /// A text as the field can hold it: in a field of one line, blanks for line feeds.
  public func fitting(_ text: String) -> String {
    guard isOneLine else { return text }
    return LongText(text).lines.joined(separator: " ")
  }

  /// The field's address: a field of the plan is none of the entries.
  public var address: SheetField {
    switch self {
    case .title: .title
    case .subtitle: .subtitle
    case .policyAndTargets: .policyAndTargets
    case .annualActions: .annualActions
    case .implementationForecast, .targetForecast, .midTermIssues, .results, .achievement, .selfEvaluationIssues:
      .entry(self)
    }
  }

  /// The field at an address; nil for the number.
  public init?(_ address: SheetField) {
    switch address {
    case .number: return nil
    case .title: self = .title
    case .subtitle: self = .subtitle
    case .policyAndTargets: self = .policyAndTargets
    case .annualActions: self = .annualActions
    case .entry(let field): self = field
    }
  }
}

extension FormField {
  static let title = FormField(
    plan: .line({ $0.title }) { $0.title = $1 }, label: "題名", isOneLine: true,
    help: ["取組項目の題名を、【】を付けずに1行で書きます。", "「区政編 改革の柱…」のような参照も、題名の後に(　)で続けます。"])

  static let subtitle = FormField(
    plan: .line({ $0.subtitle }) { $0.subtitle = $1 }, label: "副題", isOneLine: true,
    help: ["題名の下に印刷する1行です。なければ空欄のままでかまいません。"])

  static let policyAndTargets = FormField(
    plan: .text({ $0.plan.policyAndTargets }) { $1(&$0.plan.policyAndTargets) }, label: PrintedForm.policyAndTargets,
    help: ["(趣旨・目的)(取組の概要)(目標)の順に、何のために何をめざすかを書きます。", "目標は数値で書くと、振り返りのときに確かめられます。"])

  static let annualActions = FormField(
    plan: .text({ $0.plan.annualActions }) { $1(&$0.plan.annualActions) }, label: PrintedForm.annualActions,
    help: ["(取組の内容)と(目標)に分けて、この年度に行うことを書きます。", "F4 か Ctrl-B で、前の年度の同じ欄を読んだり入れたりできます。"])

  /// A row of the plan: no period reviews it, the first is the one it is written before.
  private convenience init(
    plan content: FieldContent, label: String, isOneLine: Bool = false, help: [String]
  ) {
    self.init(
      period: .midTerm, content: content, label: label, shortName: label, help: help, isPlan: true,
      isOneLine: isOneLine)
  }
}

extension FieldContent {
  /// A text that the sheet holds as one line.
  fileprivate static func line(
    _ read: @escaping @Sendable (InitiativeSheet) -> String,
    write: @escaping @Sendable (inout InitiativeSheet, String) -> Void
  ) -> FieldContent {
    .text({ LongText(read($0)) }) { sheet, change in
      var text = LongText(read(sheet))
      change(&text)
      write(&sheet, text.string)
    }
  }
}
