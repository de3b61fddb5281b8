// Holds the two-way choices of the form: what they share, and the three of them.

/// A choice between two printed signs, such as ① and ②.
///
/// The raw value is the sign as people see it and as a sheet file stores it; `EntryField` says which field it answers.
public protocol ChoiceSign: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// The words printed beside the sign.
  var label: String { get }
}

extension ChoiceSign {
  /// The sign as printed: `(i)`, `(ii)`, `①` or `②`.
  public var sign: String { rawValue }
}

/// One of the two options of a choice field.
public struct ChoiceOption: Hashable, Sendable {
  /// The sign as printed and stored.
  public let sign: String
  /// The words beside it.
  public let label: String

  init(_ choice: some ChoiceSign) {
    sign = choice.sign
    label = choice.label
  }
}

/// The place of a choice on the form: the first or the second sign.
public enum ChoiceOrdinal: Int, CaseIterable, Hashable, Sendable {
  /// (i) or ①.
  case first = 1
  /// (ii) or ②.
  case second = 2

  /// Reads the ways in which people type a first or second choice; nil for anything else.
  public init?(typed text: String) {
    let brackets: Set<Unicode.Scalar> = ["(", ")", "（", "）", " ", "\u{3000}", ":", "："]
    let bare = String(String.UnicodeScalarView(text.unicodeScalars.filter { !brackets.contains($0) }))
    switch bare {
    case "1", "１", "①", "i", "ｉ", "I", "Ｉ", "ⅰ", "Ⅰ": self = .first
    case "2", "２", "②", "ii", "ｉｉ", "II", "ＩＩ", "ⅱ", "Ⅱ": self = .second
    default: return nil
    }
  }
}

/// Whether the plan's actions will be carried out this year.
///
/// Source: 中間振り返り 取組内容の実施見込み.
public enum ImplementationForecast: String, ChoiceSign {
  /// The actions will be carried out.
  case willBeCarriedOut = "(i)"
  /// The actions will not be carried out.
  case willNotBeCarriedOut = "(ii)"

  /// 実施見込み or 実施できない見込み.
  public var label: String {
    switch self {
    case .willBeCarriedOut: "実施見込み"
    case .willNotBeCarriedOut: "実施できない見込み"
    }
  }
}

/// Whether the plan's targets will be met this year.
///
/// Source: 中間振り返り 目標の達成見込み.
public enum TargetForecast: String, ChoiceSign {
  /// The targets will be met.
  case willBeMet = "①"
  /// The targets will not be met; 課題と改善策 is then required.
  case willNotBeMet = "②"

  /// 達成見込み or 達成できない見込み.
  public var label: String {
    switch self {
    case .willBeMet: "達成見込み"
    case .willNotBeMet: "達成できない見込み"
    }
  }
}

/// Whether the year's targets were met.
///
/// Source: 自己評価 ①：目標達成 ②：目標未達成.
public enum Achievement: String, ChoiceSign {
  /// The targets were met.
  case met = "①"
  /// The targets were not met; 課題と改善策 is then required.
  case notMet = "②"

  /// 目標達成 or 目標未達成.
  public var label: String {
    switch self {
    case .met: "目標達成"
    case .notMet: "目標未達成"
    }
  }
}
