// Holds what a check says of a book as a whole: the sheets' numbers.

/// What is wrong with the numbers of a book's sheets.
public enum BookFinding: Hashable, Sendable {
  /// Two or more files hold a sheet of the same number; file names in order.
  case duplicateNumber(Int, files: [String])
  /// Numbers between 1 and the highest that no sheet has.
  case missingNumbers([Int])
  /// A file whose name says another number than the sheet in it.
  case fileNameDiffers(file: String, number: Int)

  /// The name of the rule, stable for scripts.
  public var rule: String {
    switch self {
    case .duplicateNumber: "duplicate-number"
    case .missingNumbers: "missing-numbers"
    case .fileNameDiffers: "file-name-differs"
    }
  }

  /// Two sheets of one number block handing in; the rest is worth a look.
  public var severity: Finding.Severity {
    switch self {
    case .duplicateNumber: .blocking
    case .missingNumbers, .fileNameDiffers: .advisory
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
    guard name.hasPrefix("item-"), name.hasSuffix(".json") else { return nil }
    let digits = name.dropFirst(5).dropLast(5)
    guard digits.count >= 2, digits.count <= 6, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
    return Int(digits)
  }
}
