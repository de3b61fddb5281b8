// Holds the records of a draft journal and their chained checksums.

import InitiativeModel

/// One record of a journal.
enum DraftRecord: Equatable {
  /// Which sheet the draft belongs to: the book's resolved path and the file's name.
  case header(folder: String, fileName: String)
  /// The bytes that the sheet's file held when the draft began.
  case base([UInt8])
  /// All entries of the sheet at this point, as field and content.
  case snapshot([EntryField: String])
  /// One edit.
  case edit(FieldEdit, cursor: Int)
  /// A record of a kind that this version does not know.
  case unknown(UInt8)

  /// The letter that stands for the kind in the file.
  var kind: UInt8 {
    switch self {
    case .header: UInt8(ascii: "H")
    case .base: UInt8(ascii: "B")
    case .snapshot: UInt8(ascii: "S")
    case .edit: UInt8(ascii: "K")
    case .unknown(let kind): kind
    }
  }

  /// What stands in the file for the record.
  var payload: [UInt8] {
    switch self {
    case .header(let folder, let fileName):
      return JSONWriter.bytes(
        of: .object([
          JSONMember(key: "fileName", value: .string(fileName)), JSONMember(key: "folder", value: .string(folder)),
        ]))
    case .base(let bytes): return bytes
    case .snapshot(let contents):
      let members = contents.map { JSONMember(key: $0.key.rawValue, value: .string($0.value)) }
      return JSONWriter.bytes(of: .object(members))
    case .edit(let edit, let cursor):
      return JSONWriter.bytes(
        of: .object([
          JSONMember(key: "at", value: .number(String(edit.offset))),
          JSONMember(key: "cursor", value: .number(String(cursor))),
          JSONMember(key: "field", value: .string(edit.field.rawValue)),
          JSONMember(key: "in", value: .string(edit.inserted)),
          JSONMember(key: "out", value: .string(edit.removed)),
        ]))
    case .unknown: return []
    }
  }

  /// Reads a record; nil when its payload makes no sense.
  init?(kind: UInt8, payload: [UInt8]) {
    switch kind {
    case UInt8(ascii: "B"): self = .base(payload)
    case UInt8(ascii: "H"), UInt8(ascii: "S"), UInt8(ascii: "K"):
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
      guard case .string(let folder)? = document["folder"], case .string(let name)? = document["fileName"] else {
        return nil
      }
      self = .header(folder: folder, fileName: name)
    case UInt8(ascii: "S"):
      var contents: [EntryField: String] = [:]
      for field in EntryField.allCases {
        if case .string(let text)? = document[field.rawValue] { contents[field] = text }
      }
      self = .snapshot(contents)
    default:
      guard case .string(let name)? = document["field"], let field = EntryField(rawValue: name),
        case .string(let removed)? = document["out"], case .string(let inserted)? = document["in"],
        case .number(let offset)? = document["at"], let at = Int(offset)
      else { return nil }
      self = .edit(FieldEdit(field: field, offset: at, removed: removed, inserted: inserted), cursor: 0)
    }
  }
}

/// Writes and reads the frames around records: length, checksum, kind, sequence number, payload, all little-endian.
///
/// The checksum of a record covers the one before it, so that a block from another draft cannot pass for part of this.
struct DraftFraming {
  static let magic: [UInt8] = Array("FDRAFT1\n".utf8)
  /// The largest payload that is read.
  static let largestPayload = OpenFolder.largestFile

  private var checksum = CRC32C.of(magic)
  private var sequence: UInt64 = 0

  /// The bytes of the next record.
  mutating func frame(_ record: DraftRecord) -> [UInt8] {
    let payload = record.payload
    let covered = [record.kind] + DraftFraming.littleEndian(sequence, 8) + payload
    checksum = CRC32C.of(DraftFraming.littleEndian(UInt64(checksum), 4) + covered)
    sequence += 1
    return DraftFraming.littleEndian(UInt64(payload.count), 4) + DraftFraming.littleEndian(UInt64(checksum), 4)
      + covered
  }

  /// The records of a file up to the first that is damaged; whether there is nothing behind them but zero bytes.
  static func read(_ bytes: [UInt8]) -> (records: [DraftRecord], isWhole: Bool) {
    guard bytes.starts(with: magic) else { return ([], bytes.isEmpty) }
    var records: [DraftRecord] = []
    var framing = DraftFraming()
    var place = magic.count
    while place + 17 <= bytes.count {
      let length = Int(number(bytes[place..<(place + 4)]))
      let end = place + 17 + length
      guard length <= largestPayload, end <= bytes.count else { break }
      let covered = bytes[(place + 8)..<end]
      let expected = CRC32C.of(littleEndian(UInt64(framing.checksum), 4) + covered)
      guard UInt64(expected) == number(bytes[(place + 4)..<(place + 8)]),
        number(bytes[(place + 9)..<(place + 17)]) == framing.sequence,
        let record = DraftRecord(kind: bytes[place + 8], payload: Array(bytes[(place + 17)..<end]))
      else { break }
      framing.checksum = expected
      framing.sequence += 1
      records.append(record)
      place = end
    }
    return (records, bytes[place...].allSatisfy { $0 == 0 })
  }

  private static func littleEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The checksum CRC-32C (Castagnoli).
enum CRC32C {
  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0 as UInt32) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 0 ? value >> 1 : value >> 1 ^ 0x82F6_3B78 }
  }
}
