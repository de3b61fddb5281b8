// Holds the place of a cell, as people and files name it.

/// A cell of a worksheet: row and column, counted from 0.
struct CellPlace: Hashable {
  var row: Int
  var column: Int

  /// The name of the cell: F9.
  var name: String { "\(CellPlace.letters(of: column))\(row + 1)" }

  /// The letters of a column.
  static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

extension CellPlace {
  /// The rows and columns that a worksheet of Excel can have.
  private static let most = (rows: 1_048_576, columns: 16_384)

  /// Reads a name such as F9 or $F$9; nil for anything else.
  init?(name: some StringProtocol) {
    var (row, column) = (0, 0)
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard row <= CellPlace.most.rows, column <= CellPlace.most.columns else { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}
