// Holds the measuring of work by the processor's time, which others on the machine do not take from it.

import Foundation

/// The processor's time.
public enum ProcessorTime {
  /// The seconds that the processor worked for this thread.
  public static func seconds<Result>(of work: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let start = now
    let result = try work()
    return (now - start, result)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
