// Holds the translation between a sheet and its JSON document.

import InitiativeModel

/// Why a document is not what it should be.
enum CodecError: Error, Equatable {
  case newerFormat(Int)
  case invalid([ContentProblem])
}

/// Reads and writes the documents of item files, format version 1.
enum SheetCodec {
  static let formatVersion = 1
  /// The numbers that a sheet can have.
  static let numbers = 1...999

  /// Reads a sheet; every problem is collected.
  static func decode(_ document: JSONValue) throws(CodecError) -> InitiativeSheet {
    var reader = ContentReader(document)
    try checkVersion(&reader)
    let number = reader.number("number", in: numbers)
    var sheet = InitiativeSheet(
      number: number ?? 0, title: reader.text("title", default: nil), subtitle: reader.text("subtitle", default: ""),
      starred: reader.flag("starred"))
    var problems = reader.problems
    if let plan = document["plan"] {
      var planReader = ContentReader(plan, path: "plan")
      sheet.plan.policyAndTargets = planReader.lines("policyAndTargets", required: true)
      sheet.plan.annualActions = planReader.lines("annualActions", required: true)
      problems += planReader.problems
    } else {
      reader.missing("plan")
      problems = reader.problems
    }
    for period in ReviewPeriod.allCases {
      if let part = document[period.key] { read(part, of: period, into: &sheet, &problems) }
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    return sheet
  }

  /// Refuses a document of a newer format before anything else is said of it.
  static func checkVersion(_ reader: inout ContentReader) throws(CodecError) {
    if let version = reader.number("formatVersion", in: 1...Int.max), version > formatVersion {
      throw .newerFormat(version)
    }
  }

  /// Reads the part of one period; a field whose key is not there is blank.
  private static func read(
    _ part: JSONValue, of period: ReviewPeriod, into sheet: inout InitiativeSheet, _ problems: inout [ContentProblem]
  ) {
    var reader = ContentReader(part, path: period.key)
    for field in period.fields {
      if field.isChoice {
        sheet.setChoice(reader.choice(of: field), of: field)
      } else {
        sheet.setText(reader.lines(field.key, required: false), of: field)
      }
    }
    sheet.setPrintedRequirement(reader.text("printedRequirement", default: PrintedForm.requiredSign), of: period)
    problems += reader.problems
  }

  /// The document of a sheet: the known keys set in `document`, everything else in it kept.
  static func encode(_ valid: ValidatedSheet, into document: JSONValue = .object([])) -> JSONValue {
    encode(valid.sheet, into: document)
  }

  /// The same of a sheet as it was read, which is for an export and never for its file.
  static func encode(_ sheet: InitiativeSheet, into document: JSONValue) -> JSONValue {
    var root = document
    root.set("formatVersion", .number(String(formatVersion)))
    root.set("number", .number(String(sheet.number)))
    root.set("title", .string(sheet.title))
    root.set("subtitle", .string(sheet.subtitle))
    root.set("starred", .bool(sheet.starred))
    var plan = root["plan"] ?? .object([])
    plan.set("policyAndTargets", lines(sheet.plan.policyAndTargets))
    plan.set("annualActions", lines(sheet.plan.annualActions))
    root.set("plan", plan)
    for period in ReviewPeriod.allCases {
      var part = root[period.key] ?? .object([])
      for field in period.fields { part.set(field.key, value(sheet.content(of: field), of: field)) }
      part.set("printedRequirement", .string(sheet.printedRequirement(of: period)))
      root.set(period.key, part)
    }
    return root
  }

  /// What stands in a file for a field's content: a sign or null, or the lines of a long text.
  static func value(_ content: String, of field: EntryField) -> JSONValue {
    guard field.isChoice else { return lines(LongText(content)) }
    return content.isEmpty ? .null : .string(content)
  }

  /// What stands in a file for a long text.
  static func lines(_ text: LongText) -> JSONValue { .array(text.lines.map { .string($0) }) }
}

/// Reads and writes the document of book.json, format version 1.
enum BookHeaderCodec {
  /// Reads a header; every problem is collected.
  static func decode(_ document: JSONValue) throws(CodecError) -> BookHeader {
    var reader = ContentReader(document)
    try SheetCodec.checkVersion(&reader)
    let year = reader.number("fiscalYear", in: FiscalYear.range).flatMap { FiscalYear($0) }
    let ward = reader.text("ward", default: nil)
    let title = reader.text("title", default: PrintedForm.heading)
    let supervisors = reader.texts("supervisors")
    let planIsOpen = reader.flag("planIsOpen")
    guard let year, reader.problems.isEmpty else { throw .invalid(reader.problems) }
    return BookHeader(
      ward: ward, fiscalYear: year, title: title, supervisors: supervisors, planIsOpen: planIsOpen)
  }

  /// The document of a header: the known keys set in `document`, everything else in it kept.
  static func encode(_ header: BookHeader, into document: JSONValue = .object([])) -> JSONValue {
    var root = document
    root.set("formatVersion", .number(String(SheetCodec.formatVersion)))
    root.set("fiscalYear", .number(String(header.fiscalYear.year)))
    root.set("ward", .string(header.ward))
    root.set("title", .string(header.title))
    if !header.supervisors.isEmpty { root.set("supervisors", .array(header.supervisors.map { .string($0) })) }
    if header.planIsOpen || root["planIsOpen"] != nil { root.set("planIsOpen", .bool(header.planIsOpen)) }
    return root
  }
}
