// Holds the progress of a library as one JSON value.

import InitiativeModel
import SheetStorage

/// How all books stand, for other programs.
enum StatusJSON {
  /// The books with their totals and sheets, and what could not be read.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    .json(
      .object([
        JSONMember(key: "books", value: .array(status.library.books.map { value($0, status.library) })),
        JSONMember(key: "unreadable", value: .array(status.unreadable.map { .string($0) })),
      ]))
  }

  private static func value(_ section: BookSection, _ library: Library) -> JSONValue {
    let totals = ReviewPeriod.allCases.map { period in
      let progress = library.progress(of: section, period)
      let counts =
        PeriodState.allCases.map { ($0.rawValue, progress[$0]) }
        + MarkState.allCases.map { ($0.rawValue, progress[$0]) }
      let members = counts.map { JSONMember(key: $0.0, value: .number(String($0.1))) }
      return JSONMember(key: period.rawValue, value: .object(members))
    }
    return .object([
      JSONMember(key: "fiscalYear", value: section.header.map { .number(String($0.fiscalYear.year)) } ?? .null),
      JSONMember(key: "path", value: .string(section.path)),
      JSONMember(key: "problems", value: .array(section.problems.map { .string($0) })),
      JSONMember(key: "sheets", value: .array(library.sheets(of: section).map { value($0) })),
      JSONMember(key: "totals", value: .object(totals)),
      JSONMember(key: "ward", value: section.header.map { .string($0.ward) } ?? .null),
    ])
  }

  private static func value(_ sheet: EditedSheet) -> JSONValue {
    var members = [
      JSONMember(key: "draft", value: .bool(sheet.hasDraft)),
      JSONMember(key: "file", value: .string(sheet.id.fileName)),
      JSONMember(key: "number", value: .number(String(sheet.edited.number))),
      JSONMember(key: "starred", value: .bool(sheet.edited.starred)),
      JSONMember(key: "subtitle", value: .string(sheet.edited.subtitle)),
      JSONMember(key: "title", value: .string(sheet.edited.title)),
    ]
    for field in EntryField.allCases where field.isChoice {
      let sign = sheet.edited.chosenOption(of: field)?.sign
      members.append(JSONMember(key: field.rawValue, value: sign.map { .string($0) } ?? .null))
    }
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      members.append(JSONMember(key: period.rawValue, value: .string(standing.entry.rawValue)))
      members.append(
        JSONMember(key: period.rawValue + "Mark", value: standing.mark.map { .string($0.rawValue) } ?? .null))
    }
    return .object(members)
  }
}
