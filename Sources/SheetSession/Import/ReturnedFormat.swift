// Holds the formats in which an exported book comes back.

import SheetExchange

/// A format in which `export` writes and in which a book comes back, edited by others.
public struct ReturnedFormat: Sendable {
  /// Whether bytes are of this format, by what they hold and not by a name.
  let recognises: @Sendable ([UInt8]) -> Bool
  /// Reads a file of this format.
  let read: @Sendable ([UInt8]) -> Result<ReturnedBook, ReturnedFileError>

  /// Names a format by its two functions.
  public init(
    recognises: @escaping @Sendable ([UInt8]) -> Bool,
    read: @escaping @Sendable ([UInt8]) throws(ReturnedFileError) -> ReturnedBook
  ) {
    self.recognises = recognises
    self.read = { bytes in Result { () throws(ReturnedFileError) in try read(bytes) } }
  }

  /// The largest file that is read, in bytes.
  public static let largest = 16 * 1024 * 1024
}
