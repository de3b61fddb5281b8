// Holds the translation between a sheet's marks and their JSON document, format version 1.

import InitiativeModel

/// Reads and writes the documents in `reviews/`.
enum ReviewCodec {
  /// Reads the marks; every problem is collected.
  static func decode(_ document: JSONValue) throws(CodecError) -> SheetReviews {
    var reader = ContentReader(document)
    try SheetCodec.checkVersion(&reader)
    var problems = reader.problems
    var marks: [ReviewMark] = []
    if case .array(let items)? = document["marks"] {
      for (index, item) in items.enumerated() {
        if let mark = mark(item, "marks[\(index + 1)]", &problems) { marks.append(mark) }
      }
    } else {
      problems.append(
        ContentProblem(path: "marks", kind: document["marks"] == nil ? .missing : .wrongType(expected: .lines)))
    }
    guard problems.isEmpty else { throw .invalid(problems) }
    return SheetReviews(marks: marks)
  }

  private static func mark(_ value: JSONValue, _ path: String, _ problems: inout [ContentProblem]) -> ReviewMark? {
    var reader = ContentReader(value, path: path)
    let period = sign(ReviewPeriod.self, "period", &reader, path)
    let decision = sign(ReviewMark.Decision.self, "decision", &reader, path)
    let comment = reader.lines("comment", required: false)
    let who = reader.text("who", default: "")
    let when = reader.text("when", default: "")
    let field = value["field"] == nil ? nil : sign(EntryField.self, "field", &reader, path)
    let line = value["line"] == nil ? nil : reader.number("line", in: 1...Int.max)
    problems += reader.problems
    guard let period, let decision else { return nil }
    var contents: [EntryField: String] = [:]
    for member in period.fields {
      switch value["marked"]?[member.rawValue] {
      case .string(let sign)?: contents[member] = sign
      case .array(let lines)?:
        contents[member] =
          LongText(
            lines: lines.map { line in
              if case .string(let text) = line { text } else { "" }
            }
          ).string
      default: break
      }
    }
    return ReviewMark(
      period: period, decision: decision, comment: comment,
      place: field.map { ReviewMark.Place(field: $0, line: line) }, who: who, when: when, contents: contents)
  }

  private static func sign<Value: RawRepresentable>(
    _ type: Value.Type, _ key: String, _ reader: inout ContentReader, _ path: String
  ) -> Value? where Value.RawValue == String {
    let text = reader.text(key, default: nil)
    if let value = Value(rawValue: text) { return value }
    if !text.isEmpty { reader.problems.append(ContentProblem(path: "\(path).\(key)", kind: .unknownSign(text))) }
    return nil
  }

  /// The document with one mark more; everything else in it is kept.
  static func adding(_ mark: ReviewMark, to document: JSONValue) -> JSONValue {
    var root = document
    root.set("formatVersion", .number(String(SheetCodec.formatVersion)))
    var marks: [JSONValue] = []
    if case .array(let items)? = document["marks"] { marks = items }
    root.set("marks", .array(marks + [encode(mark)]))
    return root
  }

  private static func encode(_ mark: ReviewMark) -> JSONValue {
    var value = JSONValue.object([])
    value.set("comment", SheetCodec.lines(mark.comment))
    value.set("decision", .string(mark.decision.rawValue))
    if let place = mark.place {
      value.set("field", .string(place.field.rawValue))
      if let line = place.line { value.set("line", .number(String(line))) }
    }
    let contents = mark.period.fields.map {
      JSONMember(key: $0.rawValue, value: SheetCodec.value(mark.contents[$0] ?? "", of: $0))
    }
    value.set("marked", .object(contents))
    value.set("period", .string(mark.period.rawValue))
    value.set("when", .string(mark.when))
    value.set("who", .string(mark.who))
    return value
  }
}
