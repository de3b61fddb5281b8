// Holds the words with which tables and texts that came back name a place in them.

/// Where something stands in a file, as messages name it.
enum TableWording {
  static func line(_ line: Int) -> String { "\(line)行目" }
  static func cell(row: Int, column: Int) -> String { "\(row)行目の\(column)列目" }
  static func cell(row: Int, heading: String) -> String { "\(row)行目の「\(heading)」" }
  static func sheet(_ place: Int) -> String { "\(place)番目の項目" }
  static func sheet(_ place: Int, ofBook book: Int) -> String { "\(book)番目の綴りの\(place)番目の項目" }
  static func book(_ place: Int) -> String { "\(place)番目の綴り" }
  static let wholeFile = "ファイル全体"
  static let noField = "「\(ExchangeColumn.field(.title).heading)」などの欄"
  /// The beginning of a value for a message.
  static func excerpt(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(40)
    return String(start) + (start.endIndex == text.unicodeScalars.endIndex ? "" : "…")
  }
  static let heading = "見出し"
  static let end = "終わりの行「\(MarkdownForm.end)」"
  static let noPlace = "欄の外の文字"
  static let unknownWard = "(区名の記載なし)"
  static func rowTooLong(_ row: Int, column: Int) -> String { "\(row)行目の\(column)列目(見出しのない列)" }
  static func cutCell(row: Int, heading: String, units: Int) -> String {
    "\(row)行目の「\(heading)」(ちょうど\(units)文字)"
  }
}
