// Holds the checksum of records.

import CFileCalls

/// The checksum CRC-32C (Castagnoli).
enum CRC32C {
  static func of(_ bytes: [UInt8]) -> UInt32 { cf_crc32c(0, bytes, bytes.count) }

  /// The checksum of another checksum's four bytes, the lowest first, and what follows them.
  static func of(_ bytes: ArraySlice<UInt8>, behind checksum: UInt32) -> UInt32 {
    let first = (0..<4).map { UInt8(truncatingIfNeeded: checksum >> UInt32(8 * $0)) }
    return bytes.withUnsafeBytes { cf_crc32c(cf_crc32c(0, first, first.count), $0.baseAddress, $0.count) }
  }
}
