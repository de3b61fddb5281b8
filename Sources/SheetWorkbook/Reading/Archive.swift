// Holds the files of a zip that stands in memory, read within limits.

import CWorkbook
import SheetExchange

/// The files in a workbook; each is unpacked when it is asked for, and its checksum is proven.
final class Archive {
  /// The names of all files.
  private(set) var names: [String] = []
  private let zip: unzFile
  private var places: [String: unz64_file_pos] = [:]
  private var unpacked = 0
  private let isOurs: Bool

  /// Reads the table of the files.
  ///
  /// The bytes have to stay where they are as long as this lives.
  ///
  /// - Parameter isOurs: whether the program has just made it, however large; limits are for what others made.
  init(_ bytes: UnsafeRawBufferPointer, isOurs: Bool = false) throws(ReturnedFileError) {
    self.isOurs = isOurs
    guard let start = bytes.baseAddress, let zip = cw_open_zip(start, bytes.count) else {
      throw .damaged(place: nil)
    }
    self.zip = zip
    var result = unzGoToFirstFile(zip)
    while result == UNZ_OK {
      try addFile()
      result = unzGoToNextFile(zip)
    }
    guard result == UNZ_END_OF_LIST_OF_FILE, !names.isEmpty else { throw .damaged(place: nil) }
  }

  deinit { unzClose(zip) }

  /// Notes the file at which the table stands; two of one name, which programs read differently, are refused.
  private func addFile() throws(ReturnedFileError) {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: 512)
    var place = unz64_file_pos()
    guard
      unzGetCurrentFileInfo64(zip, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(zip, &place) == UNZ_OK, info.size_filename < name.count
    else { throw .damaged(place: nil) }
    guard info.flag & 1 == 0 else { throw .foreign(.passwordProtected) }
    guard names.count < WorkbookLimits.entries else { throw .tooLarge }
    let text = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard places.updateValue(place, forKey: text.lowercased()) == nil else { throw .damaged(place: text) }
    names.append(text)
  }

  /// Whether there is a file of this name, whatever its case.
  func holds(_ name: String) -> Bool { places[name.lowercased()] != nil }

  /// The content of a file; nil where there is none of this name.
  func content(of name: String) throws(ReturnedFileError) -> [UInt8]? {
    guard var place = places[name.lowercased()] else { return nil }
    var info = unz_file_info64()
    guard unzGoToFilePos64(zip, &place) == UNZ_OK,
      unzGetCurrentFileInfo64(zip, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK
    else { throw .damaged(place: name) }
    guard isOurs || info.uncompressed_size <= WorkbookLimits.part else { throw .tooLarge }
    unpacked += Int(info.uncompressed_size)
    guard isOurs || unpacked <= WorkbookLimits.parts else { throw .tooLarge }
    guard unzOpenCurrentFile(zip) == UNZ_OK else { throw .damaged(place: name) }
    let content = read(Int(info.uncompressed_size))
    // A wrong checksum is told when the file is closed.
    guard unzCloseCurrentFile(zip) == UNZ_OK, let content else { throw .damaged(place: name) }
    return content
  }

  /// Reads as many bytes as the table says, no more and no less.
  private func read(_ count: Int) -> [UInt8]? {
    let content = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count, let start = buffer.baseAddress {
        let part = unzReadCurrentFile(zip, start + filled, UInt32(min(count - filled, 1 << 20)))
        guard part > 0 else { return }
        filled += Int(part)
      }
    }
    var more: UInt8 = 0
    return content.count == count && unzReadCurrentFile(zip, &more, 1) == 0 ? content : nil
  }
}
