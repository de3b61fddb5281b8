import Foundation
import InitiativeModel
import SheetExchange
import TestSupport
import Testing

@testable import SheetWorkbook

@Suite("Workbooks in other programs")
struct OtherProgramTests {
  private static let python = "/usr/bin/python3"

  /// Whether Debian's python3-openpyxl is there, as it is where all of `.ci/run` runs.
  private static var hasOpenpyxl: Bool { (try? Child.run([python, "-c", "import openpyxl"]).status) == 0 }

  private static var hasLibreOffice: Bool {
    ProcessInfo.processInfo.environment["FURIKAERI_LONG"] != nil
      && (try? Child.run(["soffice", "--version"]).status) == 0
  }

  private func write(_ book: ExportedBook, to path: String) throws {
    try Data(WorkbookWriter.bytes(of: ExportContent(books: [book]))).write(to: URL(fileURLWithPath: path))
  }

  private func read(_ path: String) throws -> ReturnedBook {
    try WorkbookReader.read(Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }

  @Test(
    "openpyxl finds lists, colours and print set-up, edits every sheet, and all of it is read back",
    .enabled(if: hasOpenpyxl, "python3-openpyxl is not installed"), arguments: Workbooks.books)
  func openpyxl(_ name: String) throws {
    let folder = try TemporaryFolder()
    let book = try Workbooks.exported(name)
    try write(book, to: folder.path + "/book.xlsx")
    let script = packageFolder + "/.ci/check-workbooks.py"
    let run = try Child.run(
      [OtherProgramTests.python, script, folder.path + "/book.xlsx", folder.path + "/edited.xlsx"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    let returned = try read(folder.path + "/edited.xlsx")
    let expected = book.sheets.map { exported in
      let page = "項目" + (exported.sheet.number < 10 ? "0" : "") + String(exported.sheet.number)
      var sheet = Workbooks.returned(exported, place: "シート「提出 \(page)」")
      sheet.texts[.entry(.results)] = LongText("=実績 \(page)\n二行目 ")
      sheet.texts[.entry(.achievement)] = "①"
      return sheet
    }
    #expect(returned.sheets == Array(expected[1...]) + [expected[0]])
    #expect(returned.unplaced.isEmpty)
  }

  @Test(
    "LibreOffice opens a workbook and saves it, and nothing of it is lost",
    .enabled(if: hasLibreOffice, "a long run with LibreOffice"), arguments: Workbooks.books)
  func libreOffice(_ name: String) throws {
    let folder = try TemporaryFolder()
    var book = try Workbooks.exported(name)
    for (index, text) in RoundTripTests.texts.enumerated() where index < book.sheets.count {
      book.sheets[index].sheet.selfEvaluation.results = LongText(text)
    }
    try write(book, to: folder.path + "/book.xlsx")
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let words = ["--headless", "--convert-to", "xlsx", "--outdir", folder.path + "/saved", folder.path + "/book.xlsx"]
    #expect(try Child.run(["soffice", profile] + words).status == 0)
    let returned = try read(folder.path + "/saved/book.xlsx")
    #expect(returned.sheets.map(\.texts) == book.sheets.map { Workbooks.returned($0, place: "").texts })
    #expect(returned.sheets.map(\.version) == book.sheets.map(\.version))
    #expect(returned.unplaced.isEmpty)
  }
}
