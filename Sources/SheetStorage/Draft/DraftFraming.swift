// Holds the frames around a journal's records, with their chained checksums.

/// Writes and reads the frames around records: length, checksum, kind, sequence number, payload, all little-endian.
///
/// The checksum of a record covers the one before it, so that a block from another draft cannot pass for part of this.
struct DraftFraming {
  static let magic: [UInt8] = Array("FDRAFT1\n".utf8)
  /// The bytes of a frame before its payload.
  static let overhead = 17

  private var checksum = CRC32C.of(magic)
  private var sequence: UInt64 = 0

  /// The bytes of the next record; nil, with nothing changed, where it is larger than what is read back.
  mutating func frame(_ record: DraftRecord) -> [UInt8]? {
    let payload = record.payload
    guard payload.count <= DraftLimit.record else { return nil }
    var frame = DraftFraming.littleEndian(UInt64(payload.count), 4) + [0, 0, 0, 0, record.kind]
    frame.reserveCapacity(DraftFraming.overhead + payload.count)
    frame += DraftFraming.littleEndian(sequence, 8)
    frame += payload
    checksum = CRC32C.of(frame[8...], behind: checksum)
    frame.replaceSubrange(4..<8, with: DraftFraming.littleEndian(UInt64(checksum), 4))
    sequence += 1
    return frame
  }

  /// The records of a file up to the first that is damaged, or as many as are wanted; whether there is nothing behind them but zero bytes.
  static func read(_ bytes: [UInt8], most: Int = .max) -> (records: [DraftRecord], isWhole: Bool) {
    guard bytes.starts(with: magic) else { return ([], bytes.isEmpty) }
    var records: [DraftRecord] = []
    var framing = DraftFraming()
    var place = magic.count
    while records.count < most, place + overhead <= bytes.count {
      let length = Int(number(bytes[place..<(place + 4)]))
      let end = place + overhead + length
      guard length <= DraftLimit.record, end <= bytes.count else { break }
      let expected = CRC32C.of(bytes[(place + 8)..<end], behind: framing.checksum)
      guard UInt64(expected) == number(bytes[(place + 4)..<(place + 8)]),
        number(bytes[(place + 9)..<(place + overhead)]) == framing.sequence,
        let record = DraftRecord(kind: bytes[place + 8], payload: Array(bytes[(place + overhead)..<end]))
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
