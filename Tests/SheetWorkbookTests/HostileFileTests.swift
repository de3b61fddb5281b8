import CWorkbook
import Foundation
import InitiativeModel
import SheetExchange
import TestSupport
import Testing

@testable import SheetWorkbook

@Suite("Files that are broken, foreign or hostile")
struct HostileFileTests {
  private func error(_ bytes: [UInt8]) -> ReturnedFileError? {
    let (seconds, error) = ProcessorTime.seconds {
      #expect(throws: ReturnedFileError.self) { try WorkbookReader.read(bytes) }
    }
    #expect(seconds < 20)
    return error
  }

  private func zip(_ change: (inout ZipBuilder) throws -> Void) throws -> [UInt8] {
    var zip = try TestBook(Workbooks.bytes(InitiativeSheet(number: 1, title: "題名"))).zip
    try change(&zip)
    return zip.bytes
  }

  /// The same workbook with other XML for its sheet.
  private func sheet(_ xml: String, isPacked: Bool = false) throws -> [UInt8] {
    try zip { zip in
      let index = try #require(zip.entries.firstIndex { $0.name == "xl/worksheets/s1.xml" })
      zip.entries[index].content = Array(xml.utf8)
      zip.entries[index].isPacked = isPacked
    }
  }

  private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private let damage = ReturnedFileError.damaged(place: "xl/worksheets/s1.xml")

  @Test("A damaged workbook gives a reason, or its sheets as they were where only the zip around them broke")
  func damaged() throws {
    var exported = try Workbooks.exported("tennoji-2019")
    exported.sheets.removeAll { $0.sheet.number % 9 != 1 }
    let whole = try Workbooks.bytes([exported])
    let zip = try TestBook(whole).zip
    let count = ProcessInfo.processInfo.environment["FURIKAERI_LONG"] == nil ? 200 : 1_000
    let sheets = try WorkbookReader.read(whole).sheets
    var refused = 0
    for number in 0..<count {
      let bytes = DamagedWorkbooks.workbook(number, whole: whole, zip: zip)
      do {
        let book = try WorkbookReader.read(bytes)
        #expect(book.sheets.count <= sheets.count, "\(number)")
        if number % 3 == 0 { #expect(book.sheets == sheets, "\(number)") }
      } catch {
        refused += 1
      }
    }
    #expect(refused > count / 2)
  }

  @Test("A cut workbook is refused at every length")
  func cut() throws {
    let whole = try Workbooks.bytes(InitiativeSheet(number: 1, title: "題名"))
    for length in stride(from: 0, to: whole.count, by: 131) {
      #expect(throws: ReturnedFileError.damaged(place: nil), "\(length)") {
        try WorkbookReader.read(Array(whole.prefix(length)))
      }
    }
  }

  @Test("A part that unpacks to more than is read is refused, whatever the zip says of it")
  func bombs() throws {
    let blanks = String(repeating: " ", count: 12 * 1024 * 1024)
    #expect(error(try sheet("<worksheet xmlns='\(main)'>\(blanks)</worksheet>", isPacked: true)) == .tooLarge)
    let understated = try zip { zip in
      let index = try #require(zip.entries.firstIndex { $0.name == "xl/worksheets/s1.xml" })
      zip.entries[index].content = Array(repeating: 0x20, count: 1_000_000)
      zip.entries[index].isPacked = true
    }
    var bytes = understated
    let size = withUnsafeBytes(of: UInt32(1_000_000).littleEndian) { Array($0) }
    for place in 0..<(bytes.count - 4) where Array(bytes[place..<(place + 4)]) == size { bytes[place + 2] = 0 }
    #expect(error(bytes) != nil)
    #expect(error(Array(repeating: 0x50, count: WorkbookLimits.bytes + 1)) == .tooLarge)
  }

  @Test("Entities are never unfolded: a document type is refused before they are")
  func entities() throws {
    let levels = (1...20).map { "<!ENTITY e\($0) '&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);&e\($0 - 1);'>" }.joined()
    #expect(
      error(try sheet("<!DOCTYPE w [<!ENTITY e0 'x'>\(levels)]><worksheet xmlns='\(main)'>&e20;</worksheet>")) == damage
    )
    #expect(error(try sheet("<!DOCTYPE w SYSTEM 'file:///etc/passwd'><worksheet/>")) == damage)
    #expect(error(try sheet("<worksheet>&unknown;</worksheet>")) == damage)
  }

  @Test("XML that is broken, deep, or full of elements, names or attributes is refused")
  func xml() throws {
    let head = "<worksheet xmlns='\(main)'><sheetData>"
    for text in [
      "", "<worksheet", head, head + "</worksheet>", "\u{FEFF}", "{}", head + "\u{1}", head + "<c r='",
      "<?xml version='1.0' encoding='Shift_JIS'?><a/>",
    ] {
      #expect(error(try sheet(text)) == damage, "\(text)")
    }
    let many = [
      String(repeating: "<a>", count: 100),
      "<row r='1'><c r='A1' t='inlineStr'><is><t>\(String(repeating: "長", count: 300_000))</t></is></c></row></sheetData></worksheet>",
      String(repeating: "<c/>", count: 1_100_000),
      (0..<500_000).map { "<a\($0)/>" }.joined(), "<c " + (0..<400_000).map { "a\($0)='' " }.joined() + "/>",
    ]
    for text in many { #expect(error(try sheet(head + text)) == .tooLarge, "\(text.prefix(20))") }
  }

  @Test("A row whose number no worksheet can have is refused, however large it is")
  func rowNumbers() throws {
    let head = "<worksheet xmlns='\(main)'><sheetData>"
    for rows in [
      "<row r='\(Int.min)'/>", "<row r='\(Int.max)'/><row/><row/>", "<row r='0'/>", "<row r='-1'/><row/>",
      "<row r='1048576'/><row/>", "<row r='99999999999999999999'/>", "<row r=''/>",
    ] {
      #expect(error(try sheet(head + rows + "</sheetData></worksheet>")) == damage, "\(rows)")
    }
    #expect(error(try sheet(head + "<row r='1048576'/></sheetData></worksheet>")) == .noSheets)
  }

  @Test("A wrong checksum, a file that is there twice, and too many files are refused")
  func zips() throws {
    #expect(error(try zip { $0.entries[2].checksum = 1 }) == .damaged(place: "xl/workbook.xml"))
    #expect(error(try zip { $0.entries.append($0.entries[2]) }) == .damaged(place: "xl/workbook.xml"))
    let tabs = try zip { zip in
      let text = String(decoding: zip.entries[2].content, as: UTF8.self)
      let tab = "<x:sheet name='a' sheetId='1' r:id='p0'/>"
      zip.entries[2].content = Array(
        text.replacing("</x:sheets>", with: String(repeating: tab, count: 2_000) + "</x:sheets>").utf8)
    }
    #expect(error(tabs) == .tooLarge)
    #expect(error(try zip { zip in for index in 0..<6_000 { zip.add("f\(index)", "") } }) == .tooLarge)
  }

  @Test("Other files of Office, and what a password protects, are named")
  func foreign() throws {
    func archive(_ files: [String: String]) -> [UInt8] {
      var zip = ZipBuilder()
      for (name, text) in files { zip.add(name, text) }
      return zip.bytes
    }
    func compound(_ name: String) -> [UInt8] {
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + Array(repeating: 0, count: 600)
        + (name.utf16 + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let opendocument = "application/vnd.oasis.opendocument."
    let files: [(ForeignFile, [UInt8])] = [
      (.document, archive(["word/document.xml": "", "[Content_Types].xml": ""])),
      (.presentation, archive(["ppt/presentation.xml": ""])), (.binaryWorkbook, archive(["xl/workbook.bin": ""])),
      (.openWorkbook, archive(["mimetype": opendocument + "spreadsheet"])),
      (.document, archive(["mimetype": opendocument + "text"])), (.archive, archive(["写真.jpg": ""])),
      (.otherOffice, archive(["[Content_Types].xml": ""])), (.oldWorkbook, compound("Workbook")),
      (.oldWorkbook, compound("Book")), (.document, compound("WordDocument")),
      (.presentation, compound("PowerPoint Document")), (.passwordProtected, compound("EncryptedPackage")),
      (.otherOffice, compound("Contents")), (.passwordProtected, try zip { $0.entries[1].flags = 1 }),
    ]
    for (kind, bytes) in files {
      #expect(error(bytes) == .foreign(kind))
      #expect(WorkbookReader.recognises(bytes))
    }
    #expect(ForeignFile.allCases.allSatisfy { $0.sentence.hasSuffix("。") })
  }

  @Test("A workbook without any sheet of the form has none")
  func otherWorkbook() throws {
    var book = try TestBook(Workbooks.bytes(InitiativeSheet(number: 1, title: "題名")))
    book.pages = [TestBook.Page(name: "予算", cells: [CellPlace(row: 0, column: 0): "金額"])]
    #expect(error(book.bytes) == .noSheets)
  }
}
