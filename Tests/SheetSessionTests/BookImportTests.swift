import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession

@Suite("An import without a command line")
struct BookImportTests {
  private static let text = Array(
    "取組項目 1\n\n【歳出の削減】\n\n計画\t取組の方針・目標内容\t当年度の取組内容\n\t天王寺区の方針\t計画\n".utf8)

  @Test("It says where it wrote, how many sheets, and what it guessed; over a book it writes only when it may")
  func outcome() throws {
    let folder = try TemporaryFolder()
    var asked = BookImport(of: "様式.txt", into: folder.path + "/book", year: FiscalYear(2019))
    let outcome = try asked.run(Self.text)
    #expect(outcome.path == folder.path + "/book" && outcome.sheets == 1 && outcome.remarks.isEmpty)
    #expect(outcome.notes.map(\.reason) == [.wardGuessed("天王寺区")])
    #expect(try BookFolder(path: outcome.path).loadHeader().ward == "天王寺区")
    #expect(throws: ImportObstacle.bookExists(path: outcome.path)) { try asked.run(Self.text) }
    asked.replaces = true
    #expect(try asked.run(Self.text).notes.isEmpty)
  }

  @Test("What is no text, too much text or names no year is refused, and nothing is made")
  func refused() throws {
    let folder = try TemporaryFolder()
    let asked = BookImport(of: "様式.txt", into: folder.path + "/book")
    #expect(throws: ImportObstacle.yearUnknown(file: "様式.txt")) { try asked.run(Self.text) }
    #expect(throws: ImportObstacle.text(.empty, file: "様式.txt")) { try asked.run([]) }
    let large = [UInt8](repeating: 0x61, count: TextLimits.bytes + 1)
    #expect(throws: ImportObstacle.textTooLarge(file: "様式.txt")) { try asked.run(large) }
    #expect(try folder.names().isEmpty)
  }
}
