// Holds what has to hold for the journal of a draft, whatever stands in it and wherever it was cut.

import CFileCalls
import InitiativeModel
import SheetStorage

/// The journal of a draft; bytes that do not begin as one are its records, one a line: a letter for the kind and the rest.
enum JournalFuzzing {
  private static let magic = Array("FDRAFT1\n".utf8)

  static func read(_ bytes: [UInt8], in place: FuzzPlace) throws -> String {
    guard !bytes.starts(with: magic) else { return try look(at: bytes, in: place) ?? "no draft" }
    let header = Array("H{\"fileName\":\"\(FuzzPlace.sheet)\",\"folder\":\"\(place.folder.path)\"}".utf8)
    let lines = [header[...]] + bytes.split(separator: 0x0A).prefix(40)
    let records = framed(lines)
    let kind = try look(at: magic + records.joined(), in: place)
    // A cut in the middle of a record leaves what the records before it say.
    let cut = Int(cf_crc32c(0, bytes, bytes.count)) % records.count
    let whole = magic + records[..<cut].joined()
    let before = try contents(of: whole, in: place)
    let broken = try contents(of: whole + records[cut].dropLast(), in: place)
    try FuzzFinding.unless(before == broken, "half a record changes the draft")
    return kind ?? "no draft"
  }

  /// Reads a journal; what is read is written as a journal and read again.
  private static func look(at bytes: [UInt8], in place: FuzzPlace) throws -> String? {
    guard let draft = try found(bytes, in: place) else { return nil }
    let merge = draft.merged(with: place.stored.sheet)
    _ = merge.sheet.entryDifferences(from: place.stored.sheet)
    _ = draft.began
    _ = draft.versions
    let members = draft.contents.map { JSONMember(key: $0.key.rawValue, value: .string($0.value)) }
    let header = JSONValue.object([
      JSONMember(key: "fileName", value: .string(draft.fileName)),
      JSONMember(key: "folder", value: .string(draft.folder)),
    ])
    let again = framed([
      ([UInt8(ascii: "H")] + JSONWriter.line(of: header))[...], ([UInt8(ascii: "B")] + draft.base)[...],
      ([UInt8(ascii: "S")] + JSONWriter.line(of: .object(members)))[...],
    ])
    let second = try found(magic + again.joined(), in: place)
    try FuzzFinding.unless(
      second?.contents == draft.contents && second?.base == draft.base && second?.isWhole == true,
      "what was read and written again is another draft")
    return "\(draft.isWhole ? "whole" : "broken") \(draft.contents.count) \(draft.began == nil ? "" : "began")"
  }

  private static func contents(of bytes: [UInt8], in place: FuzzPlace) throws -> [EntryField: String]? {
    try found(bytes, in: place)?.contents
  }

  private static func found(_ bytes: [UInt8], in place: FuzzPlace) throws -> FoundDraft? {
    try place.state.write(bytes, to: "furikaeri/drafts/0000000000000000-\(FuzzPlace.sheet)-1-x.draft")
    let drafts = place.store.drafts()
    try FuzzFinding.unless(drafts.count <= 1, "\(drafts.count) drafts in one journal")
    return drafts.first
  }

  /// Records with the frames of a journal around them: length, checksum, kind, number, payload.
  private static func framed(_ records: [ArraySlice<UInt8>]) -> [[UInt8]] {
    func littleEndian(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var checksum = cf_crc32c(0, magic, magic.count)
    return records.enumerated().map { number, record in
      let body = [record.first ?? 0] + littleEndian(number, 8) + record.dropFirst()
      let chained = littleEndian(Int(checksum), 4) + body
      checksum = cf_crc32c(0, chained, chained.count)
      return littleEndian(record.count - 1, 4) + littleEndian(Int(checksum), 4) + body
    }
  }
}
