// Holds who saves.

import Glibc

/// Who saves, as the history and the names of copies tell it.
public struct Author: Sendable {
  /// The name.
  public let name: String

  /// Names the author.
  public init(name: String) { self.name = name }

  /// The name as part of a file name: what is no letter, digit or hyphen of ASCII is left out.
  var forFileName: String {
    let kept = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(32)
    return kept.isEmpty ? String(getuid()) : String(kept)
  }
}
