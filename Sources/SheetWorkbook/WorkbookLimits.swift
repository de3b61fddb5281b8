// Holds how large workbooks may be, for writing and for reading.

/// The most that a workbook may hold; one of a ward's whole year has some 200 KB, and 3 MB when it is unpacked.
public enum WorkbookLimits {
  /// Of a cell, in UTF-16 units; Excel's own limit.
  public static let cellLength = 32_767
  /// Of a workbook that is written, besides its list.
  public static let sheets = 1_000
  /// Of a file that is read, in bytes.
  public static let bytes = 16 * 1024 * 1024
  /// Of one part of a file that is read, unpacked.
  static let part = 8 * 1024 * 1024
  /// Of all parts that are read, unpacked.
  static let parts = 32 * 1024 * 1024
  /// Of the files in a workbook.
  static let entries = 5_000
  /// Of the worksheets in a workbook that is read.
  static let tabs = 2_000
  /// Of the text of a cell in a file, in bytes: each unit may stand there as _xHHHH_.
  static let cellBytes = cellLength * 7
  /// Of the cells with something in them in one worksheet.
  static let cells = 20_000
}
