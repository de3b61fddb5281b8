// Holds what a system call failed with.

import Glibc

/// A system call that failed.
public struct SystemError: Error, Equatable, Sendable {
  /// The call's name.
  public let call: String
  /// The error number.
  public let code: Int32
  /// What of a book refused, where that is known and is not the file that the call was for.
  public let refused: RefusedPlace?

  /// Makes an error.
  public init(call: String, code: Int32, refused: RefusedPlace? = nil) {
    self.call = call
    self.code = code
    self.refused = refused
  }

  /// Whether the file system has no such call, or not in this form; some have none for folders alone.
  var isUnsupported: Bool { [EINVAL, ENOSYS, EOPNOTSUPP].contains(code) }

  /// Whether a lock was refused because somebody has it, and not because there are none.
  var isHeld: Bool { code == EAGAIN || code == EACCES }
}
