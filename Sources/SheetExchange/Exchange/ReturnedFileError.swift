// Holds why a file that came back cannot be read, as facts.

/// A value that is none of its field's.
public struct UnreadableValue: Equatable, Sendable {
  /// Where it stands.
  public let place: String
  /// The field's printed name.
  public let field: String
  /// The value.
  public let value: String

  /// Names a value.
  public init(place: String, field: String, value: String) {
    self.place = place
    self.field = field
    self.value = value
  }
}

/// Why a file is not taken; sentences are made in the wording.
public enum ReturnedFileError: Error, Equatable, Sendable {
  /// The file is larger, or unpacks to more, than is read.
  case tooLarge
  /// The file is cut or broken; where, as far as that is known.
  case damaged(place: String?)
  /// The file is whole but has no sheets in it.
  case noSheets
  /// A heading that is needed is missing; what is needed.
  case missingColumn(String)
  /// The same heading stands twice.
  case repeatedColumn(String)
  /// A printed label is not on a worksheet, or not in its part of the form; the cell in which it is expected, as far as
  /// that can be told.
  case missingLabel(String, page: String, cell: String?)
  /// A printed label stands twice on a worksheet.
  case repeatedLabel(String, page: String)
  /// Values are none that their fields can have, where the format finds them all; two at least.
  case unreadableValues([UnreadableValue])
  /// A value is none that the field can have.
  case unreadableValue(place: String, field: String, value: String)
  /// The sheet of this number is in the file twice.
  case repeatedSheet(number: Int, place: String)
  /// The file holds the sheets of several books; their wards.
  case severalBooks([String])
  /// The file is another kind of file, which its sentence names.
  case foreign(ForeignFile)
  /// Text stands between the fields, in none of them; where, and the text.
  case textOutsideFields(place: String, text: String)
}
