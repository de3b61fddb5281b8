import SheetExchange
import Testing

@testable import SheetWorkbook

@Suite("Cells as Excel, LibreOffice and openpyxl write them")
struct CellsTests {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// The workbook of one sheet, with other XML for the cell of 実績, shared texts and formats.
  private func read(_ cell: String, strings: String = "", formats: String = "", numbers: String = "") throws -> String?
  {
    var zip = try TestBook(Workbooks.bytes(.init(number: 1, title: "題名"))).zip
    for index in zip.entries.indices where zip.entries[index].name == "xl/worksheets/s1.xml" {
      let text = String(decoding: zip.entries[index].content, as: UTF8.self)
      zip.entries[index].content = Array(text.replacing("<c r='A1' ", with: "<c r='Z1' ").utf8)
      let row = "<row r='11'>\(cell)</row><row r='12'>"
      let last = try #require(CellsTests.lastRow(in: text))
      let moved = String(decoding: zip.entries[index].content, as: UTF8.self)
        .replacing("<row r='\(last)'>", with: row).replacing("r='A\(last)'", with: "r='A12'")
        .replacing("r='Z1' ", with: "r='A1' ")
      zip.entries[index].content = Array(moved.utf8)
    }
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    for index in zip.entries.indices where zip.entries[index].name == "xl/_rels/workbook.xml.rels" {
      let more =
        "<Relationship Id='s' Type='\(office)/sharedStrings' Target='sharedStrings.xml'/>"
        + "<Relationship Id='f' Type='\(office)/styles' Target='styles.xml'/></Relationships>"
      let text = String(decoding: zip.entries[index].content, as: UTF8.self)
      zip.entries[index].content = Array(text.replacing("</Relationships>", with: more).utf8)
    }
    zip.add("xl/sharedStrings.xml", "<sst xmlns='\(CellsTests.main)'>\(strings)</sst>")
    zip.add(
      "xl/styles.xml",
      "<styleSheet xmlns='\(CellsTests.main)'>\(numbers)<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs>\(formats)</cellXfs></styleSheet>"
    )
    return try WorkbookReader.read(zip.bytes).sheets.first?.texts[.entry(.results)]?.string
  }

  /// The row of the mark, the last one.
  private static func lastRow(in text: String) -> String? {
    text.split(separator: "<row r='").last?.prefix { $0 != "'" }.description
  }

  @Test("Texts that are shared, in runs, with readings, escapes and blanks")
  func shared() throws {
    let strings =
      "<si><t>ちがう</t></si><si><r><rPr><b/></rPr><t>太い</t></r><r><t xml:space='preserve'> 字</t></r>"
      + "<rPh sb='0' eb='1'><t>フト</t></rPh><phoneticPr fontId='1'/></si><si><t>一行_x000D_\n二行_x005F_x000D_</t></si>"
    #expect(try read("<c r='B11' t='s'><v>1</v></c>", strings: strings) == "太い 字")
    #expect(try read("<c r='B11' t='s'><v>2</v></c>", strings: strings) == "一行\n二行_x000D_")
    #expect(throws: ReturnedFileError.self) { try read("<c r='B11' t='s'><v>3</v></c>", strings: strings) }
    #expect(throws: ReturnedFileError.self) { try read("<c r='B11' t='s'><v>-1</v></c>", strings: strings) }
  }

  @Test("A number is taken where it is shown as it is stored; a share, a date or an error is refused")
  func numbers() throws {
    let formats = "<xf numFmtId='0'/><xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='49'/>"
    #expect(try read("<c r='B11' s='0'><v>85.299999999999997</v></c>", formats: formats) == "85.3")
    #expect(try read("<c r='B11' s='3'><v>1200</v></c>", formats: formats) == "1200")
    #expect(try read("<c r='B11' t='n'><v>1E3</v></c>") == "1000")
    let cells = [
      "<c r='B11' s='1'><v>0.85</v></c>", "<c r='B11' s='2'><v>43556</v></c>", "<c r='B11' t='e'><v>#REF!</v></c>",
      "<c r='B11' t='b'><v>1</v></c>", "<c r='B11'><f>1+1</f></c>", "<c r='B11' t='str'><f>A1</f></c>",
      "<c r='B11' s='9'><v>5</v></c>",
    ]
    for cell in cells {
      let error = #expect(throws: ReturnedFileError.self, "\(cell)") { try read(cell, formats: formats) }
      guard case .unreadableValue(place: "シート「項目01」のB11", field: "自己評価 当年度の取組実績及び目標の達成状況", value: _)? = error else {
        Issue.record("\(cell): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("A format that a program numbered itself is known by its code")
  func numberedFormats() throws {
    let codes = ["General", "@", "0.00"].enumerated().map { "<numFmt numFmtId='\(164 + $0)' formatCode='\($1)'/>" }
    let numbers = "<numFmts>\(codes.joined())</numFmts>"
    let formats = "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/>"
    for style in 0...1 {
      #expect(try read("<c r='B11' s='\(style)' t='n'><v>2</v></c>", formats: formats, numbers: numbers) == "2")
    }
    #expect(throws: ReturnedFileError.self) {
      try read("<c r='B11' s='2'><v>2</v></c>", formats: formats, numbers: numbers)
    }
  }

  @Test("The result of a formula is taken where the file holds it")
  func formulas() throws {
    #expect(try read("<c r='B11' t='str'><f>A1&amp;B1</f><v>結果</v></c>") == "結果")
  }

  @Test("Cells and rows without their names follow those before them")
  func unnamed() throws {
    #expect(try read("<c><v></v></c><c t='inlineStr'><is><t>順番</t></is></c>") == "順番")
  }

  @Test("A cell outside its row, twice, or with a broken name is damage")
  func broken() throws {
    for cell in [
      "<c r='B3'><v>1</v></c>", "<c r='B11'><v>1</v></c><c r='B11'><v>2</v></c>", "<c r='11B'><v>1</v></c>",
      "<c r='B11'><v>x</v></c>",
    ] {
      #expect(throws: ReturnedFileError.damaged(place: "xl/worksheets/s1.xml"), "\(cell)") { try read(cell) }
    }
  }

  @Test("Names of cells are read and written", arguments: ["A1", "Z9", "AA10", "AZ52", "BA1", "XFD1048576"])
  func places(_ name: String) {
    #expect(CellPlace(name: name)?.name == name)
  }

  @Test(
    "What is no name of a cell is none",
    arguments: ["", "A", "1", "A0", "1A", "a1", "XFE1", "A1048577", "A1B", "A99999999999999999999"])
  func noPlaces(_ name: String) {
    #expect(CellPlace(name: name) == nil)
  }
}
