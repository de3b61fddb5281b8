// Holds a day of the calendar, and how many days lie between two.

import InitiativeModel

/// A day of the Gregorian calendar, from 1989 on.
public struct CivilDay: Hashable, Comparable, Sendable {
  /// The year.
  public let year: Int
  /// The month, from 1.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a day; nil where the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard FiscalYear.range.contains(year), (1...12).contains(month),
      (1...CivilDay.length(ofMonth: month, year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads 2019-10-31, 2019/10/31, 2019年10月31日, R1.10.31, 令和元年10月31日 and their full-width forms.
  public init?(typed text: String) {
    var parts = [""]
    let scalars = text.unicodeScalars
    for scalar in text.contains("月") && scalars.last == "日" ? scalars.dropLast() : scalars[...] {
      switch scalar {
      case "-", "/", ".", "－", "／", "．", "年", "月": parts.append("")
      case "０"..."９": parts[parts.count - 1] += String(scalar.value - 0xFF10)
      default: parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    guard parts.count == 3, let year = FiscalYear(typed: parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year.year, month: month, day: day)
  }

  /// The number of days since 1970-01-01.
  public var number: Int {
    let years = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return years * 365 + years / 4 - years / 100 + years / 400 + dayOfYear - 719_468
  }

  /// The day as 2019-10-31.
  public var text: String {
    let digits: (Int) -> String = { $0 < 10 ? "0\($0)" : String($0) }
    return "\(year)-\(digits(month))-\(digits(day))"
  }

  /// The day as people write it: 令和元年10月31日, by the era of that very day.
  public var japaneseText: String {
    let (era, first) =
      (year, month) >= (2019, 5) ? ("令和", 2019) : (year, month, day) >= (1989, 1, 8) ? ("平成", 1989) : ("昭和", 1926)
    return "\(era)\(year == first ? "元" : String(year - first + 1))年\(month)月\(day)日"
  }

  /// Orders by time.
  public static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
