// Holds why a file that came back cannot be read, as facts.

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
