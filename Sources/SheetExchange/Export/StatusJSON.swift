// Holds the progress of a library as one JSON value.

import InitiativeModel
import SheetStorage

/// How all books stand, for other programs.
enum StatusJSON {
  /// The books with their totals and sheets, and what could not be read.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    .json(
      .object([
        JSONMember(key: "books", value: .array(status.library.books.map { value($0, status) })),
        JSONMember(key: "unreadable", value: .array(status.unreadable.map { .string($0) })),
      ]))
  }

  private static func value(_ section: BookSection, _ status: LibraryStatus) -> JSONValue {
    let library = status.library
    let totals = ReviewPeriod.allCases.map { period in
      let progress = library.progress(of: section, period)
      let counts =
        PeriodState.allCases.map { ($0.rawValue, progress[$0]) }
        + MarkState.allCases.map { ($0.rawValue, progress[$0]) }
      let members = counts.map { JSONMember(key: $0.0, value: .number(String($0.1))) }
      return JSONMember(key: period.rawValue, value: .object(members))
    }
    let numbers: ([Int]) -> JSONValue = { .array($0.map { .number(String($0)) }) }
    var members = [
      JSONMember(key: "fiscalYear", value: section.header.map { .number(String($0.fiscalYear.year)) } ?? .null),
      JSONMember(key: "path", value: .string(section.path)),
      JSONMember(key: "problems", value: .array(section.problems.map { .string($0) })),
      JSONMember(key: "sheets", value: .array(library.sheets(of: section).map { value($0, section, status) })),
      JSONMember(key: "totals", value: .object(totals)),
      JSONMember(key: "ward", value: section.header.map { .string($0.ward) } ?? .null),
      JSONMember(key: "lastSave", value: value(status.lastSave(of: section), hasNumber: true)),
      JSONMember(key: "openComments", value: .number(String(status.openComments(in: section)))),
      JSONMember(key: "notCarriedOut", value: numbers(status.notCarriedOut(in: section))),
      JSONMember(key: "conflicts", value: numbers(status.conflicts(in: section).map(\.edited.number))),
      JSONMember(key: "planIsOpen", value: section.header.map { .bool($0.planIsOpen) } ?? .null),
    ]
    if let due = status.due {
      let period = status.duePeriod(of: section)
      let open = period.map { status.openSheets(of: section, $0) } ?? []
      members.append(JSONMember(key: "due", value: value(due, period, isOpen: !open.isEmpty)))
      members.append(JSONMember(key: "dueSheets", value: numbers(open)))
    }
    return .object(members)
  }

  private static func value(_ save: LibraryStatus.Save?, hasNumber: Bool = false) -> JSONValue {
    guard let save else { return .null }
    let number = hasNumber ? [JSONMember(key: "number", value: .number(String(save.number)))] : []
    return .object(
      number + [JSONMember(key: "when", value: .string(save.when)), JSONMember(key: "who", value: .string(save.who))])
  }

  /// A deadline, the period that it is meant for, and the days since: 0 where nothing is open, or it is still to come.
  private static func value(_ due: DueDate, _ period: ReviewPeriod?, isOpen: Bool) -> JSONValue {
    .object([
      JSONMember(key: "date", value: .string(due.day.text)),
      JSONMember(key: "daysLate", value: .number(String(isOpen ? max(0, due.daysLate) : 0))),
      JSONMember(key: "period", value: period.map { .string($0.rawValue) } ?? .null),
    ])
  }

  private static func value(_ sheet: EditedSheet, _ section: BookSection, _ status: LibraryStatus) -> JSONValue {
    var members = [
      JSONMember(key: "draft", value: .bool(sheet.hasDraft)),
      JSONMember(key: "file", value: .string(sheet.id.fileName)),
      JSONMember(key: "number", value: .number(String(sheet.edited.number))),
      JSONMember(key: "starred", value: .bool(sheet.edited.starred)),
      JSONMember(key: "subtitle", value: .string(sheet.edited.subtitle)),
      JSONMember(key: "title", value: .string(sheet.edited.title)),
      JSONMember(key: "lastSave", value: value(status.lastSave(of: sheet))),
      JSONMember(key: "openComments", value: .number(String(status.openComments(on: sheet)))),
    ]
    if let due = status.due {
      let period = status.duePeriod(of: section)
      let isOpen = period.map { status.isOpen(sheet, $0) } ?? false
      members.append(JSONMember(key: "due", value: value(due, period, isOpen: isOpen)))
    }
    for field in EntryField.allCases where status.hasTexts && !field.isChoice {
      let lines = sheet.edited.text(of: field).lines.map { JSONValue.string($0) }
      members.append(JSONMember(key: field.rawValue, value: .array(lines)))
    }
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
