// Holds who is using the program.

import Glibc
import SheetSettings
import SheetStorage

extension Author {
  /// The name that is set, or else the login's.
  public static var current: Author {
    if let name = Settings.atStart.name { return Author(name: name) }
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return Author(name: String(cString: name)) }
    return Author(name: String(getuid()))
  }
}
