// Holds the comments of a Markdown export by which its books and sheets are known again.

import InitiativeModel

/// A comment that stands before a book or below a sheet's heading.
enum MarkdownComment: Equatable {
  /// Whose book follows.
  case book(ward: String, year: FiscalYear)
  /// Which sheet it is, and its version.
  case sheet(number: Int, version: String)

  /// How every comment of ours begins.
  static let prefix = "<!-- furikaeri"

  private static let start = prefix + " "
  private static let close = " -->"

  /// The comment as a line.
  var written: String {
    switch self {
    case .book(let ward, let year):
      "\(Self.start)年度=\(year.year) 区=\(Self.escaped(ward))\(Self.close)"
    case .sheet(let number, let version): "\(Self.start)番号=\(number) 版=\(Self.escaped(version))\(Self.close)"
    }
  }

  /// Reads a line; nil where its values are not whole.
  init?(_ line: String) {
    guard line.hasPrefix(Self.start), line.hasSuffix(Self.close) else { return nil }
    let parts = line.dropFirst(Self.start.count).dropLast(Self.close.count).split(
      separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (first, second) = (String(parts[0]), String(parts[1]))
    if let year = Self.value("年度", first), let ward = Self.value("区", second) {
      guard let read = Int(year).flatMap({ FiscalYear($0) }) else { return nil }
      self = .book(ward: MarkdownLine.read(ward), year: read)
    } else if let number = Self.value("番号", first), let version = Self.value("版", second) {
      guard let read = ReturnedValue.number(number) else { return nil }
      self = .sheet(number: read, version: MarkdownLine.read(version))
    } else {
      return nil
    }
  }

  private static func value(_ name: String, _ part: String) -> String? {
    part.hasPrefix(name + "=") ? String(part.dropFirst(name.count + 1)) : nil
  }

  /// A value in which nothing can end the comment, and no white space can be lost.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      let isPlain = scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value)
      return isPlain ? String(scalar) : MarkdownLine.reference(scalar)
    }.joined()
  }
}
