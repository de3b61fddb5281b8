// Holds the waiting of tests for what another thread or program does a moment later.

import Foundation

/// The waiting for what comes a moment later.
///
/// A test waits as long as the busiest machine may need, since what comes late is not wrong; how long something takes
/// is measured in the processor's time, or on a quiet machine.
public enum Waiting {
  /// The longest that a test waits for one thing, in seconds.
  public static let longest = 120.0

  /// Asks again and again until the answer is yes.
  ///
  /// - Returns: false when it is not within the time.
  public static func until(within seconds: Double = longest, _ isTrue: () throws -> Bool) rethrows -> Bool {
    try look(within: seconds, until: { $0 }, isTrue)
  }

  /// Looks again and again until what is wanted is there.
  ///
  /// - Returns: what was seen last.
  public static func look<Found>(
    within seconds: Double = longest, until isThere: (Found) -> Bool, _ look: () throws -> Found
  ) rethrows -> Found {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let found = try look()
      if isThere(found) || Date() >= end { return found }
      usleep(5_000)
    }
  }
}
