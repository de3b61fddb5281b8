// Holds the names of worksheets: legal ones, each of them once.

import InitiativeModel
import SheetExchange
import SheetWording

/// The names of a workbook's worksheets.
enum PageNames {
  /// What Excel takes for a name, in UTF-16 units.
  private static let length = 31

  /// The names of all sheets in order: the number, with the ward before it where there are several books.
  static func names(of content: ExportContent) -> [String] {
    var taken: Set<String> = [ListPage.name]
    return content.books.flatMap { book in
      book.sheets.map { exported in
        let number = exported.sheet.number < 10 ? "0\(exported.sheet.number)" : String(exported.sheet.number)
        // A name of digits alone would have to be quoted in references, which libxlsxwriter does not do.
        let name = content.books.count > 1 ? "\(legal(Wording.ward(book.header))) \(number)" : "項目\(number)"
        return unique(name, &taken)
      }
    }
  }

  /// A name that no other worksheet has, whatever its case.
  private static func unique(_ name: String, _ taken: inout Set<String>) -> String {
    for count in 1... {
      let tail = count == 1 ? "" : " (\(count))"
      let candidate = cut(name, to: length - tail.utf16.count) + tail
      if taken.insert(candidate.lowercased()).inserted { return candidate }
    }
    return name
  }

  /// A ward's name without what no worksheet's name may have, short enough for the number behind it.
  private static func legal(_ name: String) -> String {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\", "'", "：", "？", "＊", "／", "［", "］", "＼"]
    let scalars = name.unicodeScalars.map { scalar in
      forbidden.contains(scalar) || !CellText.isAllowed(scalar) || scalar.value < 0x20 ? "_" : scalar
    }
    return cut(String(String.UnicodeScalarView(scalars)), to: length - 6)
  }

  private static func cut(_ text: String, to length: Int) -> String {
    var (result, used) = ("", 0)
    for character in text {
      used += character.utf16.count
      guard used <= length else { break }
      result.append(character)
    }
    return result
  }
}
