// Holds the records of a draft journal.

import InitiativeModel

/// One record of a journal.
enum DraftRecord: Equatable {
  /// Which sheet the draft belongs to, and who writes it.
  case header(DraftHeader)
  /// The bytes that the sheet's file held when the draft began.
  case base([UInt8])
  /// The fields of the sheet at this point, with their content: all entries, and the plan where the draft is of it.
  case snapshot([EntryField: String])
  /// One edit.
  case edit(FieldEdit)
  /// Entries that were handed to the disk to be saved: these, or as all records before leave them.
  case handed([EntryField: String]?)
  /// The comments on the sheet that wait to be given, the oldest first.
  case comments([String])
  /// A record of a kind that this version does not know.
  case unknown(UInt8)

  /// An edit of the plan that changes nothing: a program that knows none cannot read it.
  static let planMark = edit(FieldEdit(field: .policyAndTargets, offset: 0, removed: "", inserted: ""))

  /// The letter that stands for the kind in the file.
  var kind: UInt8 {
    switch self {
    case .header: UInt8(ascii: "H")
    case .base: UInt8(ascii: "B")
    case .snapshot: UInt8(ascii: "S")
    case .edit: UInt8(ascii: "K")
    case .handed: UInt8(ascii: "I")
    case .comments: UInt8(ascii: "C")
    case .unknown(let kind): kind
    }
  }

  /// What stands in the file for the record.
  var payload: [UInt8] {
    switch self {
    case .header(let header): return JSONWriter.bytes(of: header.document)
    case .base(let bytes): return bytes
    case .snapshot(let contents), .handed(let contents?):
      let members = contents.map { JSONMember(key: $0.key.rawValue, value: .string($0.value)) }
      return JSONWriter.bytes(of: .object(members))
    case .edit(let edit):
      return JSONWriter.bytes(
        of: .object([
          JSONMember(key: "at", value: .number(String(edit.offset))),
          JSONMember(key: "field", value: .string(edit.field.rawValue)),
          JSONMember(key: "in", value: .string(edit.inserted)),
          JSONMember(key: "out", value: .string(edit.removed)),
        ]))
    case .comments(let texts):
      return JSONWriter.bytes(of: .object([JSONMember(key: "comments", value: .array(texts.map { .string($0) }))]))
    case .handed(nil), .unknown: return []
    }
  }

  /// Reads a record; nil when its payload makes no sense.
  init?(kind: UInt8, payload: [UInt8]) {
    switch kind {
    case UInt8(ascii: "B"): self = .base(payload)
    case UInt8(ascii: "I") where payload.isEmpty: self = .handed(nil)
    case UInt8(ascii: "H"), UInt8(ascii: "S"), UInt8(ascii: "K"), UInt8(ascii: "I"), UInt8(ascii: "C"):
      guard let document = try? JSONParser.parse(payload), let record = DraftRecord(kind: kind, document) else {
        return nil
      }
      self = record
    default: self = .unknown(kind)
    }
  }

  private init?(kind: UInt8, _ document: JSONValue) {
    switch kind {
    case UInt8(ascii: "H"):
      guard let header = DraftHeader(document) else { return nil }
      self = .header(header)
    case UInt8(ascii: "S"), UInt8(ascii: "I"):
      var contents: [EntryField: String] = [:]
      for field in EntryField.written {
        if case .string(let text)? = document[field.rawValue] { contents[field] = text }
      }
      self = kind == UInt8(ascii: "S") ? .snapshot(contents) : .handed(contents)
    case UInt8(ascii: "C"):
      guard case .array(let values)? = document["comments"] else { return nil }
      self = .comments(values.compactMap { if case .string(let text) = $0 { text } else { nil } })
    default:
      guard case .string(let name)? = document["field"], let field = EntryField(rawValue: name),
        case .string(let removed)? = document["out"], case .string(let inserted)? = document["in"],
        case .number(let offset)? = document["at"], let at = Int(offset)
      else { return nil }
      self = .edit(FieldEdit(field: field, offset: at, removed: removed, inserted: inserted))
    }
  }
}
