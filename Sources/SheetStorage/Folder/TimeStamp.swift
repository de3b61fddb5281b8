// Holds the time as files tell it.

import Glibc

/// The time as files tell it.
public enum TimeStamp {
  /// Now, in UTC, as 2026-11-21T08:05:00Z.
  public static var now: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
