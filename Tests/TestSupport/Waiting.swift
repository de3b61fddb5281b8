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
    let end = Date(timeIntervalSinceNow: seconds)
    repeat {
      if try isTrue() { return true }
      usleep(5_000)
    } while Date() < end
    return try isTrue()
  }
}
