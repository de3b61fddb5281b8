// Holds books as one JSON value, with the keys of their files.

import InitiativeModel
import SheetStorage

/// The official form for other programs: `books`, each its header with its `sheets`, each its file's document with its
/// `version`.
public enum JSONForm {
  /// The format's version; a newer one is refused when it comes back.
  static let formatVersion = 1

  /// One value in canonical form, but for hidden characters, which stand as \uXXXX.
  public static func output(_ content: ExportContent) -> SafeOutput {
    var root = JSONValue.object([])
    root.set("books", .array(content.books.map { value(of: $0) }))
    root.set("formatVersion", .number(String(formatVersion)))
    if let title = content.itemTitle { root.set("itemTitle", .string(title)) }
    return .json(root)
  }

  private static func value(of book: ExportedBook) -> JSONValue {
    var root = SheetDocument.value(of: book.header)
    let sheets = book.sheets.map { exported in
      var sheet = SheetDocument.value(of: exported.sheet)
      sheet.set("version", .string(exported.version))
      return sheet
    }
    root.set("sheets", .array(sheets))
    return root
  }
}
