import CWorkbook

/// A zip as tests need them: any names, stored or packed, with what is wrong in it.
struct ZipBuilder {
  /// One file of the zip.
  struct Entry {
    var name: String
    var content: [UInt8]
    var isPacked = false
    /// The checksum that the zip says; the right one where it is nil.
    var checksum: UInt32?
    var flags: UInt16 = 0
  }

  var entries: [Entry] = []

  mutating func add(_ name: String, _ text: String) { entries.append(Entry(name: name, content: Array(text.utf8))) }

  /// The whole zip.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var table: [UInt8] = []
    for entry in entries {
      let start = bytes.count
      let content = entry.isPacked ? ZipBuilder.packed(entry.content) : entry.content
      let checksum = entry.checksum ?? ZipBuilder.checksum(entry.content)
      var head: [UInt8] = []
      head += little(UInt16(20)) + little(entry.flags) + little(UInt16(entry.isPacked ? 8 : 0)) + little(UInt32(0))
      head += little(checksum) + little(UInt32(content.count)) + little(UInt32(entry.content.count))
      head += little(UInt16(entry.name.utf8.count)) + little(UInt16(0))
      bytes += [0x50, 0x4B, 3, 4] + head + Array(entry.name.utf8) + content
      table += [0x50, 0x4B, 1, 2] + little(UInt16(20)) + head + little(UInt16(0)) + little(UInt16(0))
      table += little(UInt16(0)) + little(UInt32(0)) + little(UInt32(start)) + Array(entry.name.utf8)
    }
    let count = little(UInt16(entries.count))
    let end = [0x50, 0x4B, 5, 6] + little(UInt32(0)) + count + count + little(UInt32(table.count))
    return bytes + table + end + little(UInt32(bytes.count)) + little(UInt16(0))
  }

  private func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }

  static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32(0, bytes, UInt32(bytes.count))) }

  /// Bytes as deflate packs them, without a head.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(&stream, 6, 8, -15, 8, 0, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: bytes.count / 2 + 4096)
    var input = bytes
    let count = input.count
    let room = output.count
    input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        (stream.next_in, stream.avail_in) = (from.baseAddress, UInt32(count))
        (stream.next_out, stream.avail_out) = (to.baseAddress, UInt32(room))
        _ = deflate(&stream, 4)
      }
    }
    return Array(output.prefix(room - Int(stream.avail_out)))
  }
}
