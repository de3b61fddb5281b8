// Holds why a published text is not surely read, as facts; sentences are made in the wording.

import InitiativeModel

/// How a text is laid out.
public enum ImportLayout: String, CaseIterable, Sendable {
  /// Rows whose cells are parted by tabs.
  case tabRows
  /// Tables of a web page.
  case html
  /// Tables of Markdown.
  case pipes
  /// Columns side by side, parted by blanks.
  case sideBySide
  /// Labels and texts on lines of their own.
  case lines
  /// Labels and texts one behind the other on one line.
  case oneLine
}

/// A sign that a text was not read as it was meant; one of them is enough to take nothing of it.
public enum ImportDoubt: Hashable, Sendable {
  /// More than a fifth of the letters have no place; how many of how many, and the lines of the first of them.
  case tooMuchUnplaced(letters: Int, of: Int, lines: [Int])
  /// A review stands where it can be of the sheet before or the sheet behind.
  case unsettledOrder(line: Int)
  /// A line looks like a heading, and is none that can be read.
  case unreadHeading(String, line: Int)
  /// A part of the form stands once more, or out of its order, in one sheet: a heading is missing.
  case partOutOfOrder(sheet: Int, part: String, line: Int)
  /// A label of the form stands inside a field's text.
  case labelInText(sheet: Int, SheetField, label: String, line: Int)
  /// A label stands behind a text on its line, so that the text can be the label's or the one's before it.
  case labelBehindText(label: String, line: Int)
  /// A text can be of the field whose label is before it or of another one.
  case unsettledText(String, sheet: Int, line: Int)
  /// A sheet lacks a part of the form that other sheets of the text have.
  case missingPart(sheet: Int, part: String, line: Int)
  /// A question is answered twice, and not alike.
  case differentAnswers(sheet: Int, EntryField, line: Int)
  /// What would hide a stretch of a web page, such as <!--, does not surely end.
  case unclosedMarkup(String, line: Int)
  /// Two sheets of one number say different things.
  case differentSheets(number: Int, line: Int)
  /// Heads of pages name several wards.
  case severalWards([String])
  /// A heading has nothing of the form behind it.
  case emptySheet(number: Int, line: Int)
}

/// What is read instead of a ward's form of this programme.
public enum OtherForm: Hashable, Sendable {
  /// Another form of the programme, such as 様式2.
  case form(String)
  /// Another programme, such as 市政改革プラン3.0.
  case programme(String)
  /// Another city.
  case city(String)
}
