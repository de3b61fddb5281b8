// Holds `import`: a published text becomes a book, what was exported comes back, and all that needs a look is listed.

import InitiativeModel
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording
import SheetWorkbook

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
      replaces: words.has("--replace"), isDryRun: words.has("--dry-run"))
  }

  func run() -> Int32 {
    do {
      let outcome = try asked.run(try content(), formats: ImportCommand.formats)
      tell(outcome)
      return outcome.open.isEmpty ? ExitStatus.done : ExitStatus.conflict
    } catch {
      Output.message(Wording.sentence(error))
      return error.status
    }
  }

  private func content() throws(ImportObstacle) -> [UInt8] {
    do {
      let largest = ReturnedFormat.largest
      return try file == "-" ? WholeFile.standardInput(largest: largest) : WholeFile.read(file, largest: largest)
    } catch {
      if case .tooLarge = error { throw .textTooLarge(file: name) }
      throw .storage(error)
    }
  }

  private func tell(_ outcome: BookImport.Outcome) {
    let summary = Wording.imported(outcome, from: name)
    Output.result(summary)
    for line in Wording.lines(ofChangesIn: outcome) { Output.result(line) }
    for note in outcome.notes { Output.result(Wording.line(note)) }
    for remark in outcome.remarks { Output.result(Wording.line(remark, isTrial: outcome.isDryRun)) }
    if Output.hasFailed { Output.message(summary) }
    if let open = Wording.open(outcome, from: name) { Output.message(open) }
  }
}

extension ImportObstacle {
  /// How the program ends.
  fileprivate var status: Int32 {
    switch self {
    case .yearUnknown, .wardUnknown: ExitStatus.usage
    case .bookExists, .otherWard, .otherYear, .otherNumbering, .otherNumber, .movedColumn: ExitStatus.conflict
    case .textTooLarge, .text, .file, .noSuchBook, .sheetTooLarge, .draftNotKept, .waitingNotKept: ExitStatus.unreadable
    case .storage(let error), .stopped(_, _, let error), .stoppedReturned(_, _, let error): ExitStatus.of(error)
    }
  }
}

extension ImportCommand {
  static let name = "import"
  static let usage = "FILE --into FOLDER [--ward 区名] [--year 年度] [--replace] [--dry-run]"
  static let listedUsage = "FILE --into FOLDER [--ward 天王寺区] [--year 2019] [--replace] [--dry-run]"
  static let summary = "公表された様式の文字から綴りを作る。export で書き出し、\nほかで直したファイルを綴りに取り込む"
  static let help = """
    公表された様式の文字(FILE、- は標準入力)を読み、FOLDER に綴りを作ります。
    すでにある綴りは --replace がないと変えません。記入済みの振り返りを空にすることはありません。
    ほかの区・年度の文字や、番号の付け方が違う文字は、綴りに取り込みません。
    年度は 2019、R1、令和元、平成31 のように書けます。

    export が書き出した CSV、XLSX、JSON、Markdown は、ほかで直した後に元の綴りへ取り込めます(形式は中身で見分けます)。
    書き出した後に綴りも変わっていれば、欄ごとに両方の変更を合わせます。ファイルにない欄は変えません。
    同じところが両方で変わっていれば、綴りはそのままにしてファイルの内容を下書きに残します(終了の値 4)。
    ②なのに課題と改善策が空になるところも、同じように下書きに残します(終了の値 4)。
    題名と計画の変更、綴りにない番号の項目は、--replace を付けたときだけ取り込みます。
    --dry-run は、何がどう変わるかを表示するだけで、何も書きません。
    """

  /// The formats in which an exported book comes back.
  private static let formats = [
    ReturnedFormat(recognises: WorkbookReader.recognises, read: WorkbookReader.read),
    ReturnedFormat(recognises: JSONForm.recognises, read: JSONForm.read),
    ReturnedFormat(recognises: CSVForm.recognises, read: CSVForm.read),
    ReturnedFormat(recognises: MarkdownForm.recognises, read: MarkdownForm.read),
  ]
}
