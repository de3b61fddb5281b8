// Holds the mark in a hidden row by which a worksheet is known again.

import InitiativeModel

/// What a worksheet says of itself, in one cell: the format, and of a sheet its book, number and version.
enum FormMark: Equatable {
  /// A worksheet that holds a sheet.
  case sheet(ward: String, fiscalYear: FiscalYear, number: Int, version: String)
  /// The list, which is not read.
  case list

  private static let word = "furikaeri"
  private static let format = "1"

  /// The mark as it stands in its cell; the ward is last, as it may be empty or hold blanks.
  var text: String {
    switch self {
    case .sheet(let ward, let fiscalYear, let number, let version):
      "\(FormMark.word) \(FormMark.format) sheet \(fiscalYear.year) \(number) \(version) \(ward)"
    case .list: "\(FormMark.word) \(FormMark.format) list"
    }
  }

  /// Reads a cell; nil where it holds no mark.
  init?(_ text: String) {
    let words = text.split(separator: " ", maxSplits: 6, omittingEmptySubsequences: false).map { String($0) }
    guard words.count >= 3, words[0] == FormMark.word, words[1] == FormMark.format else { return nil }
    if words[2] == "list" {
      self = .list
      return
    }
    guard words.count == 7, words[2] == "sheet", let year = Int(words[3]).flatMap({ FiscalYear($0) }),
      let number = Int(words[4]), number >= 1
    else { return nil }
    self = .sheet(ward: words[6], fiscalYear: year, number: number, version: words[5])
  }
}
