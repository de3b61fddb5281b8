// Holds `import`: a published text becomes a book, and everything that needs a look is listed.

import InitiativeModel
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording

struct ImportCommand: ProgramCommand {
  /// The file to read; `-` is standard input.
  private let file: String
  private let asked: BookImport
  /// The file as messages name it.
  private let name: String

  init(_ words: CommandWords) throws(UsageError) {
    file = try words.required(words.argument, "FILE")
    name = file == "-" ? Wording.standardInput : file
    asked = BookImport(
      of: name, into: try words.required(words.text("--into"), "--into FOLDER"), ward: words.text("--ward"),
      year: try words.value("--year", expected: "2019 R1 令和元 平成31") { FiscalYear(typed: $0) },
      replaces: words.has("--replace"))
  }

  func run() -> Int32 {
    do {
      tell(try asked.run(try text()))
      return ExitStatus.done
    } catch {
      Output.message(Wording.sentence(error))
      return error.status
    }
  }

  private func text() throws(ImportObstacle) -> [UInt8] {
    do {
      return try InputFile.read(file, largest: TextLimits.bytes)
    } catch {
      if case .tooLarge = error { throw .textTooLarge(file: name) }
      throw .storage(error)
    }
  }

  private func tell(_ outcome: BookImport.Outcome) {
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
