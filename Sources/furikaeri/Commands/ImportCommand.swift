// Holds `import`: a published text becomes a book, and everything that needs a look is listed.

import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage

struct ImportCommand {
  let request: ImportRequest

  func run() throws(StorageError) -> Int32 {
    let name = request.file == "-" ? Wording.standardInput : request.file
    let bytes = try InputFile.read(request.file)
    let result: ImportResult
    do {
      result = try PublishedSheetImporter.read(try PublishedText.decode(bytes))
    } catch {
      Output.message(Wording.sentence(error, file: name))
      return ExitStatus.unreadable
    }
    guard let year = request.year ?? result.fiscalYear else {
      Output.message(Wording.yearUnknown(name))
      return ExitStatus.usage
    }
    let header = BookHeader(ward: request.ward ?? result.ward ?? "", fiscalYear: year)
    let path = LibraryFolder.holdsBooks(request.folder) ? "\(request.folder)/\(folderName(header))" : request.folder
    let writer = BookWriter(path: path, replaces: request.replace)
    guard let report = try writer.write(header, result.sheets.map(\.sheet)) else {
      Output.message(Wording.bookExists(path))
      return ExitStatus.conflict
    }
    tell(result, report, path, name)
    return ExitStatus.done
  }

  private func folderName(_ header: BookHeader) -> String {
    "\(OsakaWards.romaji(of: header.ward) ?? "unnamed-ward")-\(header.fiscalYear.year)"
  }

  private func tell(_ result: ImportResult, _ report: BookWriter.Report, _ path: String, _ name: String) {
    let known = result.notes.filter { note in
      switch note.reason {
      case .wardGuessed: request.ward == nil
      case .yearGuessed: request.year == nil
      default: true
      }
    }
    Output.result(Wording.imported(sheets: report.written, path: path, from: name))
    for note in known where !note.isUnplaced { Output.result(Wording.line(note)) }
    for note in known where note.isUnplaced { Output.result(Wording.line(note)) }
    for line in report.remarks { Output.result(line) }
  }
}

/// Reads a file that was named on the command line.
enum InputFile {
  /// The largest text that is read, in bytes.
  static let largest = 64 * 1024 * 1024

  /// Reads a whole file, or standard input for `-`.
  static func read(_ path: String) throws(StorageError) -> [UInt8] {
    let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno != ENOENT else { throw .notFound(path: path) }
      throw .system(path: path, SystemError(call: "open", code: errno))
    }
    defer { close(file) }
    var status = stat()
    if path != "-", fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path: path, SystemError(call: "read", code: errno)) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .tooLarge(path: path, bytes: bytes.count, limit: largest) }
    }
  }
}

/// Writes imported sheets into a book.
struct BookWriter {
  let path: String
  let replaces: Bool

  /// What was done.
  struct Report {
    var written = 0
    var remarks: [String] = []
  }

  /// Writes the sheets; nil, with nothing touched, when there is a book already and it may not be changed.
  ///
  /// What breaks the ② rule is kept as a draft, and the sheet is written without the choice that breaks it.
  func write(_ header: BookHeader, _ sheets: [InitiativeSheet]) throws(StorageError) -> Report? {
    let folder = BookFolder(path: path, author: .current)
    let existing = try existingBook(folder)
    if existing != nil, !replaces { return nil }
    if existing == nil { try folder.createBook(header) } else { try folder.replaceHeader(header) }
    var report = Report()
    var numbers: Set<Int> = []
    for sheet in sheets {
      guard numbers.insert(sheet.number).inserted else {
        report.remarks.append(Wording.repeatedSheetLeftOut(sheet.number))
        continue
      }
      try write(sheet, folder, existing, &report)
    }
    return report
  }

  /// The book that is there; nil when there is none.
  private func existingBook(_ folder: BookFolder) throws(StorageError) -> StoredBook? {
    do {
      return try folder.load()
    } catch {
      switch error {
      case .notFound, .noBooks: return nil
      default: throw error
      }
    }
  }

  private func write(
    _ imported: InitiativeSheet, _ folder: BookFolder, _ existing: StoredBook?, _ report: inout Report
  ) throws(StorageError) {
    let base = existing?.sheets.first { $0.sheet.number == imported.number }
    if base == nil, let entry = existing?.entries.first(where: { $0.fileName == BookFolder.fileName(imported.number) })
    {
      report.remarks.append(Wording.unreadableLeftAlone(entry.fileName))
      return
    }
    var sheet = imported
    if let base {
      let merge = ImportMerge(imported: imported, over: base.sheet)
      sheet = merge.sheet
      report.remarks += merge.kept.map { Wording.keptEntry(imported.number, $0) }
    }
    let (valid, broken) = withoutBrokenChoices(sheet)
    guard let valid else { return }
    let stored: StoredSheet
    if let base { stored = try folder.write(valid, over: base).stored } else { stored = try folder.create(valid) }
    report.written += 1
    guard !broken.isEmpty else { return }
    let journal = OpenLibrary.draftStore(path).journal(for: stored, sheet: sheet)
    _ = journal.begin()
    journal.sync()
    report.remarks += broken.map { Wording.keptAsDraft(imported.number, $0) }
  }

  /// The sheet without the choices that ask for a missing text, and the periods that this concerns.
  private func withoutBrokenChoices(_ sheet: InitiativeSheet) -> (ValidatedSheet?, [ReviewPeriod]) {
    var sheet = sheet
    let broken = ReviewPeriod.allCases.filter { RequiredWhenNotMetRule().isBroken(in: sheet, period: $0) }
    for period in broken { sheet.setChoice(nil, of: period.decidingChoice) }
    return (try? sheet.validated(), broken)
  }
}
