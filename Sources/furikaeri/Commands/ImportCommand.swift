// Holds `import`: a published text becomes a book, and everything that needs a look is listed.

import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage
import SheetWording

/// What `import` is asked for.
struct ImportRequest {
  /// The file to read; `-` is standard input.
  let file: String
  /// The folder to write to.
  let folder: String
  let ward: String?
  let year: FiscalYear?
  /// Whether an existing book may be changed.
  let replace: Bool
}

struct ImportCommand: ProgramCommand {
  let request: ImportRequest

  init(_ words: CommandWords) throws(UsageError) {
    request = ImportRequest(
      file: try words.required(words.argument, "FILE"),
      folder: try words.required(words.text("--into"), "--into FOLDER"), ward: words.text("--ward"),
      year: try words.value("--year", expected: "2019 R1 令和元 平成31") { FiscalYear(typed: $0) },
      replace: words.has("--replace"))
  }

  /// The file as messages name it.
  private var name: String { request.file == "-" ? Wording.standardInput : request.file }

  func run() -> Int32 {
    do {
      try takeIn()
      return ExitStatus.done
    } catch {
      Output.message(Wording.sentence(error))
      return error.status
    }
  }

  /// Reads, checks and writes, in this order: nothing is written before all of it is known to be right.
  private func takeIn() throws(ImportObstacle) {
    let result = try read()
    guard let year = request.year ?? result.fiscalYear else { throw .yearUnknown(file: name) }
    let header = BookHeader(ward: request.ward ?? result.ward ?? "", fiscalYear: year)
    let path = place(for: header)
    let folder = BookFolder(path: path, author: .current)
    let existing = try book(in: folder)
    if let existing {
      guard request.replace else { throw .bookExists(path: path) }
      try ImportFit(request: request, name: name, result: result, book: existing, path: path).check()
    }
    let plan = try ImportPlan(
      result.sheets.map(\.sheet), header: header, over: existing, namedWard: request.ward, folder: folder)
    try BookWriter(plan: plan, folder: folder).write()
    tell(result, plan, path, isNew: existing == nil)
  }

  private func read() throws(ImportObstacle) -> ImportResult {
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(request.file, largest: TextLimits.bytes)
    } catch {
      if case .tooLarge = error { throw .textTooLarge(file: name) }
      throw .storage(error)
    }
    do {
      return try PublishedSheetImporter.read(try PublishedText.decode(bytes))
    } catch {
      throw .text(error, file: name)
    }
  }

  /// The folder of the book: in a library the one that holds this ward's book of this year, or a new one.
  private func place(for header: BookHeader) -> String {
    guard LibraryFolder.holdsBooks(request.folder) else { return request.folder }
    let places = (try? LibraryFolder.places(request.folder)) ?? []
    let known = places.first { place in
      guard let there = try? BookFolder(path: place).loadHeader() else { return false }
      return !BookFinding.sameBooks(among: [(place, there), ("", header)]).isEmpty
    }
    return known ?? "\(request.folder)/\(folderName(header))"
  }

  private func folderName(_ header: BookHeader) -> String {
    "\(OsakaWards.romaji(of: header.ward) ?? "unnamed-ward")-\(header.fiscalYear.year)"
  }

  /// The book that is there; nil when there is none.
  private func book(in folder: BookFolder) throws(ImportObstacle) -> StoredBook? {
    do {
      return try folder.load()
    } catch {
      if case .notFound = error { return nil }
      if case .noBooks = error { return nil }
      throw .storage(error)
    }
  }

  private func tell(_ result: ImportResult, _ plan: ImportPlan, _ path: String, isNew: Bool) {
    let known = result.notes.filter { note in
      switch note.reason {
      case .wardGuessed: isNew && request.ward == nil
      case .yearGuessed: isNew && request.year == nil
      default: true
      }
    }
    let summary = Wording.imported(sheets: plan.items.count, path: path, from: name)
    Output.result(summary)
    for note in known where !note.isUnplaced { Output.result(Wording.line(note)) }
    for note in known where note.isUnplaced { Output.result(Wording.line(note)) }
    for remark in plan.remarks { Output.result(Wording.line(remark)) }
    if Output.hasFailed { Output.message(summary) }
  }
}

extension ImportCommand {
  static let name = "import"
  static let usage = "FILE --into FOLDER [--ward 区名] [--year 年度] [--replace]"
  static let listedUsage = "FILE --into FOLDER [--ward 天王寺区] [--year 2019] [--replace]"
  static let summary = "公表された様式の文字から綴りを作る"
  static let help = """
    公表された様式の文字(FILE、- は標準入力)を読み、FOLDER に綴りを作ります。
    すでにある綴りは --replace がないと変えません。記入済みの振り返りを空にすることはありません。
    ほかの区・年度の文字や、番号の付け方が違う文字は、綴りに取り込みません。
    年度は 2019、R1、令和元、平成31 のように書けます。
    """
}
