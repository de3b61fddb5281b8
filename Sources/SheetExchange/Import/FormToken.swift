// Holds what of a line the form itself prints, and the comparing of texts without white space.

import InitiativeModel

/// A part of a line that the form prints, or that has one meaning wherever it stands.
enum FormToken: Hashable {
  /// 取組項目 N; whether it says that the sheet goes on.
  case heading(Int, isContinued: Bool)
  /// 計画.
  case plan
  /// 取組の方針・目標内容, the left column, or 当年度の取組内容, the right one.
  case column(PlanSide)
  /// 中間振り返り or 自己評価.
  case period(ReviewPeriod)
  /// The label of a field that stands in one period only.
  case label(EntryField)
  /// 課題と改善策, with the sign of the note behind it.
  case issues(sign: String?)
  /// The note of 課題と改善策 on its own.
  case requirement(sign: String)
  /// The legend of a choice, or one line of it.
  case legend(EntryField)
  /// An answer.
  case sign

  /// The part of the form that it begins or belongs to; nil for what stands in both reviews.
  var part: FormPart? {
    switch self {
    case .plan, .column: .plan
    case .period(let period): .review(period)
    case .label(let field), .legend(let field): .review(field.period)
    case .heading, .issues, .requirement, .sign: nil
    }
  }
}

/// The two columns of the plan.
enum PlanSide: Hashable {
  case policy, actions

  var label: String {
    switch self {
    case .policy: PrintedForm.policyAndTargets
    case .actions: PrintedForm.annualActions
    }
  }

  var field: SheetField {
    switch self {
    case .policy: .policyAndTargets
    case .actions: .annualActions
    }
  }
}

/// The three parts of a sheet, in the form's order.
enum FormPart: Hashable {
  case plan
  case review(ReviewPeriod)

  var order: Int {
    switch self {
    case .plan: 0
    case .review(.midTerm): 1
    case .review(.final): 2
    }
  }

  var name: String {
    switch self {
    case .plan: PrintedForm.plan
    case .review(let period): period.printedName
    }
  }
}

/// A text without white space in its plain form, with the way back to the text.
struct SqueezedText {
  let original: [Unicode.Scalar]
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each scalar its place in the original.
  private(set) var places: [Int] = []
  /// For each scalar whether white space, or nothing, stands before it.
  private(set) var isApart: [Bool] = []

  init(_ text: String) {
    original = Array(text.unicodeScalars)
    var apart = true
    for (place, scalar) in original.enumerated() {
      guard !scalar.isSpace else {
        apart = true
        continue
      }
      for _ in 0..<(scalar == "ⅱ" ? 2 : 1) {
        scalars.append(FormCell.plainForm(of: scalar))
        places.append(place)
        isApart.append(apart)
        apart = false
      }
    }
  }

  var count: Int { scalars.count }

  /// The scalar at a place; nil behind the end.
  func scalar(_ place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

  /// Whether a place stands apart from what is before it; the end does.
  func isApart(at place: Int) -> Bool { place >= count || isApart[place] }

  /// Whether some scalars stand at a place.
  func has(_ wanted: [Unicode.Scalar], at place: Int) -> Bool {
    guard place >= 0, place + wanted.count <= count, scalars[place] == wanted.first else { return false }
    return scalars[place..<(place + wanted.count)].elementsEqual(wanted)
  }

  /// The original text from one place to another, without white space at its ends.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let end = range.upperBound < count ? places[range.upperBound] : original.count
    return String(String.UnicodeScalarView(original[places[range.lowerBound]..<end])).trimmed
  }
}
