// Holds a book to export from, and files of it that come back, for the tests of returned files.

import Glibc
import InitiativeModel
import SheetExchange
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

/// A book of three sheets in a folder of its own, with a place for drafts.
struct ReturnedBooks {
  let folder: TemporaryFolder
  let book: BookFolder
  let header: BookHeader

  init() throws {
    folder = try TemporaryFolder()
    book = BookFolder(path: folder.path + "/book", author: Author(name: "担当"))
    header = BookHeader(ward: "旭区", fiscalYear: try #require(FiscalYear(2019)))
    try book.createBook(header)
    for number in 1...3 { _ = try book.create(try ReturnedBooks.sheet(number).validated()) }
  }

  static func sheet(_ number: Int) -> InitiativeSheet {
    var sheet = InitiativeSheet(
      number: number, title: ["", "歳出の削減", "窓口の改善", "広報の充実"][number],
      plan: Plan(policyAndTargets: LongText("方針\(number)"), annualActions: LongText("計画\(number)")))
    sheet.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "課題一\n課題二\n課題三\n課題四"
    )
    sheet.selfEvaluation.results = "実績一\n実績二\n実績三"
    return sheet
  }

  func stored(_ number: Int) throws -> StoredSheet { try book.loadSheet(BookFolder.fileName(number)) }

  func sheet(_ number: Int) throws -> InitiativeSheet { try stored(number).sheet }

  /// Somebody saves a sheet of the book.
  func save(_ number: Int, by author: String = "担当", _ change: (inout InitiativeSheet) -> Void) throws {
    let present = try stored(number)
    var sheet = present.sheet
    change(&sheet)
    _ = try BookFolder(path: book.path, author: Author(name: author)).write(try sheet.validated(), over: present)
  }

  /// What an export of the book says.
  func exported(_ numbers: [Int] = [1, 2, 3]) throws -> ReturnedBook {
    let sheets = try numbers.map { number in
      let stored = try stored(number)
      var sheet = ReturnedSheet(
        number: number, version: SheetVersion.of(stored.bytes), place: "\(number + 1)行目", starred: stored.sheet.starred)
      for field in SheetField.searched {
        sheet.texts[field] = stored.sheet.text(of: field)
        if case .entry(let entry) = field { sheet.texts[field] = LongText(stored.sheet.content(of: entry)) }
      }
      return sheet
    }
    return ReturnedBook(ward: header.ward, fiscalYear: header.fiscalYear, sheets: sheets)
  }

  func store(_ calls: any FileCalls = SystemFileCalls()) -> @Sendable (String) -> DraftStore {
    let state = folder.path + "/state"
    return { DraftStore(book: $0, stateHome: state, home: nil, calls: calls) }
  }

  var drafts: [FoundDraft] { store()(book.path).drafts() }

  /// Takes a file in.
  func take(
    _ file: ReturnedBook, into place: String? = nil, replaces: Bool = false, isDryRun: Bool = false,
    calls: any FileCalls = SystemFileCalls(), draftCalls: any FileCalls = SystemFileCalls()
  ) throws(ImportObstacle) -> BookImport.Outcome {
    let request = BookImport(of: "返却.csv", into: place ?? book.path, replaces: replaces, isDryRun: isDryRun)
    return try ReturnedImport(request: request, file: file, drafts: store(draftCalls), calls: calls).run()
  }

  /// Every file of the folder with its bytes and the time of its last change.
  func everything() throws -> [String] {
    var found: [String] = []
    func look(_ path: String) throws {
      for name in try folder.names(path) {
        let inner = path.isEmpty ? name : "\(path)/\(name)"
        var status = stat()
        lstat("\(folder.path)/\(inner)", &status)
        found.append("\(inner) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)")
        if status.st_mode & S_IFMT == S_IFDIR { try look(inner) } else { found.append(try folder.text(inner)) }
      }
    }
    try look("")
    return found
  }
}

extension ReturnedBook {
  /// Changes one field of a sheet, as somebody does who edits the file.
  mutating func edit(_ number: Int, _ field: EntryField, _ text: LongText?) {
    change(number) { $0.texts[.entry(field)] = text }
  }

  mutating func change(_ number: Int, _ body: (inout ReturnedSheet) -> Void) {
    for place in sheets.indices where sheets[place].number == number { body(&sheets[place]) }
  }
}
