// Holds the fiscal year with its Japanese name (和暦).

/// A Japanese fiscal year, 1 April to 31 March, named by the calendar year in which it begins.
///
/// 平成31年度, 令和元年度 and 2019 are the same year: the era changed on 1 May 2019, inside it.
public struct FiscalYear: Hashable, Comparable, Sendable {
  /// The calendar year of 1 April, 1989 to 2118.
  public let year: Int

  /// The years this program accepts: from 平成元年度 to 令和100年度.
  public static let range = 1989...2118

  /// Makes a fiscal year, or nil outside `range`.
  public init?(_ year: Int) {
    guard FiscalYear.range.contains(year) else { return nil }
    self.year = year
  }

  /// Reads 2019, 2019年度, R1, R元, 令和元, 令和元年度, 平成31, H31 and their full-width forms; nil for anything else.
  public init?(typed text: String) {
    var digits = ""
    var era = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\u{3000}": continue
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "０"..."９": digits += String(scalar.value - 0xFF10)
      case "元" where digits.isEmpty: digits = "1"
      case "年", "度": continue
      default:
        guard digits.isEmpty else { return nil }
        era.unicodeScalars.append(scalar)
      }
    }
    guard digits.count <= 4, let count = Int(digits), let offset = FiscalYear.offset(ofEra: era) else { return nil }
    guard era.isEmpty || count >= 1 else { return nil }
    self.init(offset + count)
  }

  /// The Japanese name, such as 令和元年度; the year in which an era begins takes the new era's name.
  public var japaneseName: String {
    if year >= 2019 { return FiscalYear.name("令和", year - 2018) }
    return FiscalYear.name("平成", year - 1988)
  }

  /// Both names, as headings show them: 2019年度(令和元年度).
  public var fullName: String { "\(year)年度(\(japaneseName))" }

  /// Orders by time.
  public static func < (left: FiscalYear, right: FiscalYear) -> Bool { left.year < right.year }

  private static func name(_ era: String, _ count: Int) -> String {
    "\(era)\(count == 1 ? "元" : String(count))年度"
  }

  private static func offset(ofEra era: String) -> Int? {
    switch era {
    case "": 0
    case "令和", "R", "r", "Ｒ", "ｒ", "令", "㋿": 2018
    case "平成", "H", "h", "Ｈ", "ｈ", "平", "㍻": 1988
    default: nil
    }
  }
}
