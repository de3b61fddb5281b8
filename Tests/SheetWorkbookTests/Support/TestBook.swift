@testable import SheetWorkbook

/// A workbook as other programs save them, made of cells.
struct TestBook {
  /// A worksheet: texts by the names of their cells.
  struct Page {
    var name: String
    var cells: [CellPlace: String]
    var merged: [CellArea] = []

    /// Moves everything from a row on one row down.
    mutating func insertRow(_ row: Int) {
      cells = Dictionary(
        uniqueKeysWithValues: cells.map { place, text in
          (CellPlace(row: place.row + (place.row >= row ? 1 : 0), column: place.column), text)
        })
      merged = merged.map { CellArea(TestBook.moved($0.rows, row), $0.columns) }
    }

    /// Moves everything from a column on one column to the right.
    mutating func insertColumn(_ column: Int) {
      cells = Dictionary(
        uniqueKeysWithValues: cells.map { place, text in
          (CellPlace(row: place.row, column: place.column + (place.column >= column ? 1 : 0)), text)
        })
      merged = merged.map { CellArea($0.rows, TestBook.moved($0.columns, column)) }
    }

    /// Reads or writes a cell by its name.
    subscript(name: String) -> String? {
      get { CellPlace(name: name).flatMap { cells[$0] } }
      set { if let place = CellPlace(name: name) { cells[place] = newValue } }
    }

    /// The cell that holds a text.
    func cell(of text: String) -> String? { cells.first { $0.value == text }?.key.name }
  }

  var pages: [Page]
  /// Whether the file is in the strict form of the format, without any part that it can do without.
  var isStrict = false

  private static func moved(_ range: ClosedRange<Int>, _ place: Int) -> ClosedRange<Int> {
    (range.lowerBound + (range.lowerBound >= place ? 1 : 0))...(range.upperBound + (range.upperBound >= place ? 1 : 0))
  }

  /// Takes the cells of a workbook.
  init(_ bytes: [UInt8]) throws {
    let result = Result { try bytes.withUnsafeBytes { try TestBook.pages($0) } }
    pages = try result.get()
  }

  private static func pages(_ bytes: UnsafeRawBufferPointer) throws -> [Page] {
    let archive = try Archive(bytes)
    let parts = try WorkbookParts(archive)
    return try parts.pages.map { page in
      let sheet = try Worksheet(page, of: parts, in: archive)
      return Page(name: sheet.name, cells: sheet.cells.mapValues(\.shown), merged: sheet.merged)
    }
  }

  /// The workbook with its texts in the cells.
  var bytes: [UInt8] { zip.bytes }

  /// The workbook's files.
  var zip: ZipBuilder {
    let office =
      isStrict ? "http://purl.oclc.org/ooxml/officeDocument" : "http://schemas.openxmlformats.org/officeDocument/2006"
    let main =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    var zip = ZipBuilder()
    zip.add("[Content_Types].xml", "<Types/>")
    zip.add(
      "_rels/.rels",
      "<Relationships xmlns='\(package)'><Relationship Id='a' Type='\(office)/relationships/officeDocument' Target='/xl/workbook.xml'/></Relationships>"
    )
    let tabs = pages.indices.map { "<x:sheet name='\(pages[$0].name)' sheetId='\($0 + 1)' r:id='p\($0)'/>" }
    zip.add(
      "xl/workbook.xml",
      "<x:workbook xmlns:x='\(main)' xmlns:r='\(office)/relationships'><x:sheets>\(tabs.joined())</x:sheets></x:workbook>"
    )
    let targets = pages.indices.map {
      "<Relationship Id='p\($0)' Type='\(office)/relationships/worksheet' Target='worksheets/s\($0).xml'/>"
    }
    zip.add("xl/_rels/workbook.xml.rels", "<Relationships xmlns='\(package)'>\(targets.joined())</Relationships>")
    for (index, page) in pages.enumerated() {
      zip.add("xl/worksheets/s\(index).xml", TestBook.xml(of: page, main: main))
    }
    return zip
  }

  private static func xml(of page: Page, main: String) -> String {
    let rows = Dictionary(grouping: page.cells.keys, by: \.row).sorted { $0.key < $1.key }.map { row, places in
      let cells = places.sorted { $0.column < $1.column }.map { place in
        "<c r='\(place.name)' t='inlineStr'><is><t xml:space='preserve'>\(escaped(page.cells[place] ?? ""))</t></is></c>"
      }
      return "<row r='\(row + 1)'>\(cells.joined())</row>"
    }
    let merged = page.merged.map { area in
      let first = CellPlace(row: area.rows.lowerBound, column: area.columns.lowerBound)
      return
        "<mergeCell ref='\(first.name):\(CellPlace(row: area.rows.upperBound, column: area.columns.upperBound).name)'/>"
    }
    return
      "<worksheet xmlns='\(main)'><sheetData>\(rows.joined())</sheetData><mergeCells>\(merged.joined())</mergeCells></worksheet>"
  }

  private static func escaped(_ text: String) -> String {
    CellText.written(text).map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
  }
}
