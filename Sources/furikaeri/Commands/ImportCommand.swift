// Holds `import`: a published text becomes a book, and everything that needs a look is listed.

import SheetExchange
import SheetSession
import SheetStorage
import SheetWording

struct ImportCommand {
  let request: ImportRequest

  func run() -> Int32 {
    let name = request.file == "-" ? Wording.standardInput : request.file
    let asked = BookImport(
      of: name, into: request.folder, ward: request.ward, year: request.year, replaces: request.replace)
    do {
      tell(try asked.run(try text(name)), name)
      return ExitStatus.done
    } catch {
      Output.message(Wording.sentence(error))
      return error.status
    }
  }

  private func text(_ name: String) throws(ImportObstacle) -> [UInt8] {
    do {
      return try InputFile.read(request.file, largest: TextLimits.bytes)
    } catch {
      if case .tooLarge = error { throw .textTooLarge(file: name) }
      throw .storage(error)
    }
  }

  private func tell(_ outcome: BookImport.Outcome, _ name: String) {
    let summary = Wording.imported(outcome, from: name)
    Output.result(summary)
    for note in outcome.notes { Output.result(Wording.line(note)) }
    for remark in outcome.remarks { Output.result(Wording.line(remark)) }
    if Output.hasFailed { Output.message(summary) }
  }
}

extension ImportObstacle {
  /// How the program ends.
  fileprivate var status: Int32 {
    switch self {
    case .yearUnknown: ExitStatus.usage
    case .bookExists, .otherWard, .otherYear, .otherNumbering: ExitStatus.conflict
    case .textTooLarge, .text, .sheetTooLarge, .draftNotKept: ExitStatus.unreadable
    case .storage(let error), .stopped(_, _, let error): ExitStatus.of(error)
    }
  }
}
