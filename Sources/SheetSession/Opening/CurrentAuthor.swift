// Holds who is using the program.

import Glibc
import SheetStorage

extension Author {
  /// FURIKAERI_USER, or else the login's name.
  public static var current: Author {
    if let name = environment("FURIKAERI_USER") { return Author(name: name) }
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return Author(name: String(cString: name)) }
    return Author(name: String(getuid()))
  }
}
