// Holds what a check says of a book as a whole: the sheets' numbers, files that nobody reads, a second book.

/// What is wrong with a book beside what its sheets say.
public enum BookFinding: Hashable, Sendable {
  /// Two or more files hold a sheet of the same number; file names in order.
  case duplicateNumber(Int, files: [String])
  /// Numbers between 1 and the highest that no sheet has.
  case missingNumbers([Int])
  /// A file whose name says another number than the sheet in it.
  case fileNameDiffers(file: String, number: Int)
  /// A file that looks like one of the book's and that nobody reads: work may be hidden in it.
  case strayFile(String, StrayKind)
  /// Two or more books of one ward and fiscal year stand beside each other; their folders.
  case sameBook(ward: String, year: FiscalYear, folders: [String])

  /// Where a file that nobody reads comes from.
  public enum StrayKind: Hashable, Sendable {
    /// A copy that a person or a program for shared folders made, or a misspelt name.
    case copy
    /// A version that was kept when two saves met.
    case keptVersion
    /// The name is no UTF-8.
    case undecodableName
  }

  /// The name of the rule, stable for scripts.
  public var rule: String {
    switch self {
    case .duplicateNumber: "duplicate-number"
    case .missingNumbers: "missing-numbers"
    case .fileNameDiffers: "file-name-differs"
    case .strayFile: "stray-file"
    case .sameBook: "same-book"
    }
  }

  /// Two sheets of one number, or two books of one ward and year, block handing in; the rest is worth a look.
  public var severity: Finding.Severity {
    switch self {
    case .duplicateNumber, .sameBook: .blocking
    case .missingNumbers, .fileNameDiffers, .strayFile: .advisory
    }
  }

  /// Checks the numbers of a book's sheets.
  ///
  /// - Parameter files: the file name and number of each sheet; the number that the name says is compared when it has one.
  public static func findings(in files: [(name: String, number: Int)]) -> [BookFinding] {
    let byNumber = Dictionary(grouping: files, by: \.number)
    let duplicates = byNumber.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      BookFinding.duplicateNumber($0.key, files: $0.value.map(\.name).sorted())
    }
    let missing = (1..<max(2, (byNumber.keys.max() ?? 1))).filter { byNumber[$0] == nil }
    let named = files.filter { number(inName: $0.name).map { [$0] } != [$0.number] }.map {
      BookFinding.fileNameDiffers(file: $0.name, number: $0.number)
    }
    return duplicates + (missing.isEmpty || files.isEmpty ? [] : [.missingNumbers(missing)]) + named
  }

  /// The number in a file name of the form item-01.json; nil for any other name.
  public static func number(inName name: String) -> Int? {
    let bytes = name.utf8
    guard (12...16).contains(bytes.count), bytes.starts(with: "item-".utf8), bytes.suffix(5).elementsEqual(".json".utf8)
    else { return nil }
    var number = 0
    for digit in bytes.dropFirst(5).dropLast(5) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }
}

extension BookFinding {
  /// Finds among the names in a book's folder those that look like the book's files and are none.
  ///
  /// Copies are named by the programs for shared folders and by file managers in many ways, such as item-05 (1).json,
  /// item-05 のコピー.json or コピー ～ item-05.json.
  public static func strays(among names: [String]) -> [BookFinding] {
    names.compactMap { name in strayKind(of: name).map { .strayFile(name, $0) } }
  }

  private static func strayKind(of name: String) -> StrayKind? {
    guard number(inName: name) == nil, name != "book.json" else { return nil }
    let lower = name.lowercased()
    let namesItem = lower.hasPrefix("item-") || "0123456789".contains { lower.contains("item-\($0)") }
    if namesItem { return lower.contains(".conflict-") ? .keptVersion : .copy }
    return lower.contains("book") && lower.contains(".json") ? .copy : nil
  }

  /// Finds the books of one ward and year among those of a folder; a book that names no ward is left out.
  public static func sameBooks(among books: [(folder: String, header: BookHeader)]) -> [BookFinding] {
    let named = books.filter { !LongText($0.header.ward).isBlank }
    return Dictionary(grouping: named) { [$0.header.wardKey, String($0.header.fiscalYear.year)] }.values.compactMap {
      guard let first = $0.first, $0.count > 1 else { return nil }
      return .sameBook(ward: first.header.ward, year: first.header.fiscalYear, folders: $0.map(\.folder).sorted())
    }.sorted { $0.firstFolder < $1.firstFolder }
  }

  private var firstFolder: String {
    if case .sameBook(_, _, let folders) = self { return folders.first ?? "" }
    return ""
  }
}

extension BookHeader {
  /// The ward's name for comparing: without white space and without 区 at its end.
  public var wardKey: String { BookHeader.key(ofWard: ward) }

  /// A ward's name for comparing: 天王寺 and 天王寺区 are the same.
  public static func key(ofWard name: String) -> String {
    let squeezed = String(name.filter { !$0.isWhitespace })
    return squeezed.hasSuffix("区") && squeezed.count > 1 ? String(squeezed.dropLast()) : squeezed
  }
}
