import InitiativeModel
import TestSupport

@testable import SheetStorage

/// Sheets and files for the tests of this target.
enum Sample {
  static let header =
    "{\n  \"fiscalYear\": 2019,\n  \"formatVersion\": 1,\n  \"title\": \"題\",\n  \"ward\": \"見本区\"\n}\n"

  static func sheet(_ number: Int) -> InitiativeSheet {
    InitiativeSheet(
      number: number, title: "見本の取組\(number)",
      plan: Plan(policyAndTargets: "(目標)\n・5件", annualActions: "(取組の内容)\n・行う"))
  }

  static func file(_ sheet: InitiativeSheet) throws -> String {
    String(decoding: JSONWriter.bytes(of: SheetCodec.encode(try sheet.validated())), as: UTF8.self)
  }

  /// A folder with a book of some sheets.
  static func book(_ numbers: ClosedRange<Int> = 1...3) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(header, to: "book.json")
    for number in numbers { try folder.write(try file(sheet(number)), to: BookFolder.fileName(number)) }
    return folder
  }
}
