// Holds how files are told apart that are no workbook but look like one from outside.

import CFileCalls
import SheetExchange

extension ForeignFile {
  /// What an archive is that holds no workbook.
  init(_ archive: Archive) {
    let type = (try? archive.content(of: "mimetype")).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    if archive.holds("xl/workbook.bin") {
      self = .binaryWorkbook
    } else if archive.holds("word/document.xml") || type.hasPrefix("application/vnd.oasis.opendocument.text") {
      self = .document
    } else if archive.holds("ppt/presentation.xml") || type.hasPrefix("application/vnd.oasis.opendocument.presentation")
    {
      self = .presentation
    } else if type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
      self = .openWorkbook
    } else {
      self = archive.holds("[Content_Types].xml") || !type.isEmpty ? .otherOffice : .archive
    }
  }

  /// What a file in the form of Office 97 to 2003 is; newer ones have it when they are protected by a password.
  init(compound bytes: UnsafeRawBufferPointer) {
    let kinds: [(String, ForeignFile)] = [
      ("EncryptedPackage", .passwordProtected), ("WordDocument", .document), ("PowerPoint Document", .presentation),
      ("Workbook", .oldWorkbook), ("Book", .oldWorkbook),
    ]
    self = kinds.first { ForeignFile.holds($0.0, bytes) }?.1 ?? .otherOffice
  }

  /// Whether a name stands in the directory of such a file: in UTF-16, with its end.
  private static func holds(_ name: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let sought = (name.utf16 + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    guard let start = bytes.baseAddress else { return false }
    return cf_contains(start, bytes.count, sought, sought.count)
  }
}
