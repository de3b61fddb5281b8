// Holds whether a person starts the program for the first time.

import Glibc
import SheetStorage

/// The mark that is left behind by the first start, beside the drafts.
public struct FirstStart: Sendable {
  private let folder: String?
  private let calls: any FileCalls

  /// Names the place of the mark.
  ///
  /// - Parameters:
  ///   - stateHome: the value of XDG_STATE_HOME, or nil.
  ///   - home: the home folder, or nil.
  public init(stateHome: String?, home: String?, calls: any FileCalls = SystemFileCalls()) {
    let state = stateHome ?? home.map { $0 + "/.local/state" }
    folder = state.map { $0 + "/furikaeri" }
    self.calls = calls
  }

  /// The place that the environment names.
  public static var current: FirstStart {
    FirstStart(stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"))
  }

  /// Whether this is the first start; asked again, it is not.
  ///
  /// Where drafts have been kept it is none, and where no mark can be left it is never said to be one.
  public func isNow() -> Bool {
    guard let folder, access(folder + "/drafts", F_OK) != 0, access(folder + "/started", F_OK) != 0 else {
      return false
    }
    do {
      try calls.makeFolder(folder, mode: 0o700)
      try calls.close(try calls.create(in: AT_FDCWD, name: folder + "/started", mode: 0o600))
      return true
    } catch {
      return false
    }
  }
}
