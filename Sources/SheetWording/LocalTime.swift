// Holds times in the place's own time.

import Glibc

/// Times as people read them.
public enum LocalTime {
  /// A time such as 2026-11-21T08:05:00Z in the place's own time; the text itself where it is none.
  public static func text(of stamp: String) -> String {
    let numbers = stamp.split(whereSeparator: { !$0.isNumber }).compactMap { Int32($0) }
    guard numbers.count == 6, stamp.hasSuffix("Z") else { return stamp }
    var parts = tm()
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    return text(of: timegm(&parts), "%Y-%m-%d %H:%M")
  }

  /// A time in the place's own time.
  public static func text(of seconds: Int, _ format: String) -> String {
    var time = time_t(seconds)
    var parts = tm()
    localtime_r(&time, &parts)
    var text = [CChar](repeating: 0, count: 64)
    strftime(&text, text.count, format, &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
