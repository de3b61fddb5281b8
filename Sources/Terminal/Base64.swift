// Holds the encoding in which terminals take text for their clipboard.

/// Base64 (RFC 4648, section 4).
public enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The encoded form of some bytes, padded to a multiple of four characters.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var encoded: [UInt8] = []
    var pending: UInt32 = 0
    var count = 0
    for byte in bytes {
      pending = pending << 8 | UInt32(byte)
      count += 1
      if count.isMultiple(of: 3) {
        encoded += [18, 12, 6, 0].map { digits[Int((pending >> $0) & 63)] }
        pending = 0
      }
    }
    switch count % 3 {
    case 1: encoded += [6, 0].map { digits[Int(((pending << 4) >> $0) & 63)] } + Array("==".utf8)
    case 2: encoded += [12, 6, 0].map { digits[Int(((pending << 2) >> $0) & 63)] } + Array("=".utf8)
    default: break
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}
