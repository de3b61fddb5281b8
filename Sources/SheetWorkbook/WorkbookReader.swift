// Holds the reading of a workbook that was written by `WorkbookWriter` and saved by Excel or LibreOffice.

import SheetExchange

/// Reads a workbook that came back.
public enum WorkbookReader {
  /// Whether the bytes are those of a workbook, or of another file of Office that has to be named as such.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  /// Reads the sheets of a workbook.
  ///
  /// A file that is larger than `WorkbookLimits.bytes` is refused.
  public static func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    throw .noSheets
  }
}
