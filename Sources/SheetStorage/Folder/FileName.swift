// Holds a file's name as its bytes, for names that are no UTF-8.

/// A name as the file system has it: any bytes but / and NUL.
public struct FileName: Equatable, Sendable {
  private let bytes: [UInt8]

  /// Takes a name, or a path, from the system.
  public init(cString: UnsafePointer<CChar>) {
    bytes = Array(UnsafeRawBufferPointer(start: cString, count: FileName.length(of: cString)))
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  /// Whether it is the name of the folder itself or of the one above, which stand in every folder.
  var isFolderItself: Bool { bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] }

  /// The name as text; nil where it is no UTF-8.
  public var text: String? { String(validating: bytes, as: UTF8.self) }

  /// The name as it can be shown, every byte that belongs to no character as \xHH: a shell takes it in $'…'.
  public var shown: String {
    var shown = ""
    var rest = bytes[...]
    while let byte = rest.first {
      if let (character, length) = FileName.character(at: rest) {
        shown += character
        rest = rest.dropFirst(length)
      } else {
        shown += "\\x" + String(byte, radix: 16, uppercase: true)
        rest = rest.dropFirst()
      }
    }
    return shown
  }

  private static func character(at bytes: ArraySlice<UInt8>) -> (String, Int)? {
    for length in 1...4 where length <= bytes.count {
      if let text = String(validating: bytes.prefix(length), as: UTF8.self) { return (text, length) }
    }
    return nil
  }

  /// The name for the system's calls.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
