// Holds the documents of sheets and headers for exports, which are no book's files.

import InitiativeModel

/// Sheets and headers as JSON, with the keys of their files.
public enum SheetDocument {
  /// A sheet as it was read, whether its rules hold or not.
  public static func value(of sheet: InitiativeSheet) -> JSONValue { SheetCodec.encode(sheet, into: .object([])) }

  /// A book's header.
  public static func value(of header: BookHeader) -> JSONValue { BookHeaderCodec.encode(header) }
}
