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
    let single = place(value, &reader, path)
    problems += reader.problems
    let places = objects(value["places"], path + ".places", &problems) { place($0, &$1, $2) }
    let replies = objects(value["replies"], path + ".replies", &problems) { reply($0, &$1, $2) }
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
      period: period, decision: decision, comment: comment, places: single.map { [$0] } ?? places, who: who, when: when,
      contents: contents, replies: replies)
  }

  /// Reads the objects of an array; none where there is no such array.
  private static func objects<Value>(
    _ value: JSONValue?, _ path: String, _ problems: inout [ContentProblem],
    _ read: (JSONValue, inout ContentReader, String) -> Value?
  ) -> [Value] {
    guard let value else { return [] }
    guard case .array(let items) = value else {
      problems.append(ContentProblem(path: path, kind: .wrongType(expected: .lines)))
      return []
    }
    return items.enumerated().compactMap { index, item in
      let path = "\(path)[\(index + 1)]"
      var reader = ContentReader(item, path: path)
      defer { problems += reader.problems }
      return read(item, &reader, path)
    }
  }

  private static func place(_ value: JSONValue, _ reader: inout ContentReader, _ path: String) -> ReviewMark.Place? {
    let field = value["field"] == nil ? nil : sign(EntryField.self, "field", &reader, path)
    let line = value["line"] == nil ? nil : reader.number("line", in: 1...Int.max)
    if let field, field.isPlan {
      reader.problems.append(ContentProblem(path: path + ".field", kind: .unknownSign(field.rawValue)))
      return nil
    }
    return field.map { ReviewMark.Place(field: $0, line: line) }
  }

  private static func reply(_ value: JSONValue, _ reader: inout ContentReader, _ path: String) -> ReviewReply? {
    let side = sign(ReviewReply.Side.self, "side", &reader, path)
    let comment = reader.lines("comment", required: true)
    let (who, when) = (reader.text("who", default: ""), reader.text("when", default: ""))
    return side.map { ReviewReply(side: $0, comment: comment, who: who, when: when) }
  }

  private static func sign<Value: RawRepresentable>(
    _ type: Value.Type, _ key: String, _ reader: inout ContentReader, _ path: String
  ) -> Value? where Value.RawValue == String {
    let problems = reader.problems.count
    let text = reader.text(key, default: nil)
    if let value = Value(rawValue: text) { return value }
    if reader.problems.count == problems {
      reader.problems.append(ContentProblem(path: "\(path).\(key)", kind: .unknownSign(text)))
    }
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

  /// The document with a reply more in a mark that it holds, counted from 0; everything else in it is kept.
  ///
  /// Replies stand within their mark, so that a program that knows none keeps them with it.
  static func adding(_ reply: ReviewReply, toMark place: Int, of document: JSONValue) -> JSONValue {
    guard case .array(var marks)? = document["marks"], marks.indices.contains(place) else { return document }
    var root = document
    var replies: [JSONValue] = []
    if case .array(let items)? = marks[place]["replies"] { replies = items }
    marks[place].set("replies", .array(replies + [encode(reply)]))
    root.set("marks", .array(marks))
    return root
  }

  private static func encode(_ reply: ReviewReply) -> JSONValue {
    var value = JSONValue.object([])
    value.set("comment", SheetCodec.lines(reply.comment))
    value.set("side", .string(reply.side.rawValue))
    value.set("when", .string(reply.when))
    value.set("who", .string(reply.who))
    return value
  }

  private static func encode(_ mark: ReviewMark) -> JSONValue {
    var value = JSONValue.object([])
    value.set("comment", SheetCodec.lines(mark.comment))
    value.set("decision", .string(mark.decision.rawValue))
    if let place = mark.places.first, mark.places.count == 1 {
      set(place, in: &value)
    } else if !mark.places.isEmpty {
      let places = mark.places.map { place in
        var value = JSONValue.object([])
        set(place, in: &value)
        return value
      }
      value.set("places", .array(places))
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

  private static func set(_ place: ReviewMark.Place, in value: inout JSONValue) {
    value.set("field", .string(place.field.rawValue))
    if let line = place.line { value.set("line", .number(String(line))) }
  }
}
