// Holds the reading of a JSON export that came back.

import InitiativeModel
import SheetStorage

extension JSONForm {
  /// Whether a file is JSON: it begins with an object that has a key.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    guard let text = try? ReturnedText(bytes).text else { return false }
    let shown = text.utf8.lazy.filter { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    return shown.prefix(2).elementsEqual("{\"".utf8)
  }

  /// Reads an export; keys that no field has are left out, fields whose keys are missing stay as they are in the book.
  public static func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    let decoded = try ReturnedText(bytes)
    let root = try document(decoded.text)
    try checkVersion(root, place: nil)
    guard case .array(let books)? = root["books"] else { throw .missingColumn("books") }
    var sheets = ReturnedSheets()
    for (place, book) in books.enumerated() {
      let name: (Int) -> String = { sheet in
        books.count == 1 ? TableWording.sheet(sheet) : TableWording.sheet(sheet, ofBook: place + 1)
      }
      try read(book, place: TableWording.book(place + 1), sheetName: name, into: &sheets)
    }
    return try sheets.book(isLossy: decoded.isLossy)
  }

  private static func document(_ text: String) throws(ReturnedFileError) -> JSONValue {
    do throws(JSONSyntaxError) {
      return try JSONParser.parse(Array(text.utf8), limits: .export)
    } catch {
      switch error.kind {
      case .tooManyKeys, .tooManyValues: throw .tooLarge
      case .unexpectedEnd, .unexpectedCharacter, .trailingText, .invalidUTF8, .otherEncoding, .invalidEscape,
        .controlCharacter, .invalidNumber, .duplicateKey, .tooDeep, .mergeMarkers:
        throw .damaged(place: TableWording.line(error.line))
      }
    }
  }

  /// Refuses a newer format before anything else is read of it.
  private static func checkVersion(_ value: JSONValue, place: String?) throws(ReturnedFileError) {
    let key = "formatVersion"
    guard let version = value[key] else { return }
    guard case .number(let text) = version, let number = Int(text), (1...formatVersion).contains(number) else {
      throw .unreadableValue(place: place ?? TableWording.wholeFile, field: key, value: shown(version))
    }
  }

  private static func read(
    _ book: JSONValue, place: String, sheetName: (Int) -> String, into sheets: inout ReturnedSheets
  ) throws(ReturnedFileError) {
    guard case .object = book else { throw .damaged(place: place) }
    try checkVersion(book, place: place)
    let ward = try text("ward", of: book, place)
    var year: FiscalYear?
    if let value = book["fiscalYear"] {
      guard case .number(let digits) = value, let number = Int(digits), let read = FiscalYear(number) else {
        throw .unreadableValue(place: place, field: "fiscalYear", value: shown(value))
      }
      year = read
    }
    guard case .array(let items)? = book["sheets"] else { throw .missingColumn("sheets") }
    for (number, item) in items.enumerated() {
      try sheets.add(try sheet(item, place: sheetName(number + 1)), ward: ward, year: year)
    }
  }

  private static func sheet(_ value: JSONValue, place: String) throws(ReturnedFileError) -> ReturnedSheet {
    guard case .object = value else { throw .damaged(place: place) }
    try checkVersion(value, place: place)
    guard case .number(let digits)? = value["number"], let number = ReturnedValue.number(digits) else {
      throw .unreadableValue(place: place, field: "number", value: value["number"].map { shown($0) } ?? "")
    }
    var sheet = ReturnedSheet(number: number, place: place)
    if let text = try text("version", of: value, place), !text.isEmpty {
      guard let version = ReturnedValue.version(text) else {
        throw .unreadableValue(place: place, field: "version", value: TableWording.excerpt(text))
      }
      sheet.version = version
    }
    if let star = value["starred"] {
      guard case .bool(let isStarred) = star else {
        throw .unreadableValue(place: place, field: "starred", value: shown(star))
      }
      sheet.starred = isStarred
    }
    for field in SheetField.searched {
      if let found = try content(of: field, in: value, place) { sheet.texts[field] = found }
    }
    return sheet
  }

  /// What stands at a field's path; nil where one of its keys is missing.
  private static func content(
    of field: SheetField, in sheet: JSONValue, _ place: String
  ) throws(ReturnedFileError) -> LongText? {
    var found = sheet
    for key in field.path.split(separator: ".") {
      guard case .object = found else { throw unreadable(field, found, place) }
      guard let next = found[String(key)] else { return nil }
      found = next
    }
    if case .entry(let entry) = field, entry.isChoice {
      if case .null = found { return "" }
      guard case .string(let text) = found, let sign = ReturnedValue.sign(text, of: entry) else {
        throw unreadable(field, found, place)
      }
      return LongText(sign)
    }
    guard case .array(let items) = found else {
      guard case .string(let text) = found else { throw unreadable(field, found, place) }
      return LongText(text)
    }
    guard field != .title, field != .subtitle else { throw unreadable(field, found, place) }
    var lines: [String] = []
    for item in items {
      guard case .string(let line) = item else { throw unreadable(field, item, place) }
      lines.append(line)
    }
    return LongText(lines: lines)
  }

  private static func text(_ key: String, of value: JSONValue, _ place: String) throws(ReturnedFileError) -> String? {
    guard let found = value[key] else { return nil }
    guard case .string(let text) = found else {
      throw .unreadableValue(place: place, field: key, value: shown(found))
    }
    return text
  }

  private static func unreadable(_ field: SheetField, _ value: JSONValue, _ place: String) -> ReturnedFileError {
    .unreadableValue(place: place, field: field.printedName, value: shown(value))
  }

  /// A value as a message shows it.
  private static func shown(_ value: JSONValue) -> String {
    TableWording.excerpt(String(decoding: JSONWriter.line(of: value).dropLast(), as: UTF8.self))
  }
}
