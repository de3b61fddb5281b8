// Holds `export`: sheets in a format for other people.

import InitiativeModel
import SheetEditor
import SheetExchange
import SheetSession
import SheetStorage
import SheetWorkbook
import SheetWording

struct ExportCommand: ProgramCommand {
  private let folder: String
  private let item: Int?
  private let title: String?
  /// The file to write; nil for standard output.
  private let output: String?
  private let task: Task

  private var isCheck: Bool {
    switch task {
    case .check: true
    case .export: false
    }
  }

  private enum Task {
    case export(ExportFormat, replacesSpecial: Bool)
    /// Lists the characters that not every computer shows.
    case check
  }

  init(_ words: CommandWords) throws(UsageError) {
    folder = try words.required(words.argument, "FOLDER")
    item = try words.item
    title = try words.value("--item-title", expected: "未収金対策") { LongText($0).isBlank ? nil : $0 }
    output = try words.value("--output", expected: "項目.html") { $0.isEmpty ? nil : $0 }
    let format = try words.value("--format", expected: ExportFormat.listed(by: " ")) { ExportFormat(rawValue: $0) }
    guard words.has("--check-special") else {
      let needed = try words.required(format, "--format \(ExportFormat.listed(by: "|"))")
      if needed == .xlsx, output == nil { throw .workbookNeedsFile }
      task = .export(needed, replacesSpecial: words.has("--replace-special"))
      return
    }
    let others =
      ["--format", "--output"].filter { words.text($0) != nil }
      + ["--replace-special"].filter { words.has($0) }
    if let other = others.first { throw .notTogether("--check-special", other) }
    task = .check
  }

  func run() throws(StorageError) -> Int32 {
    let selection = try ExportSelection(folder, item: item, title: title)
    for problem in selection.problems { Output.message(problem) }
    guard !selection.content.books.isEmpty else {
      guard selection.problems.isEmpty else { return ExitStatus.unreadable }
      Output.message(nothing(selection))
      return title == nil ? ExitStatus.unreadable : ExitStatus.usage
    }
    for remark in remarks(selection) { Output.message(remark) }
    let status: Int32
    switch task {
    case .export(let format, let replacesSpecial): status = export(selection.content, format, replacesSpecial)
    case .check: status = check(selection.places)
    }
    return selection.problems.isEmpty ? status : ExitStatus.unreadable
  }

  /// Why there is nothing to export.
  private func nothing(_ selection: ExportSelection) -> String {
    if let title { return Wording.noSuchTitle(title, folder, nearest: selection.nearest) }
    return item.map { Wording.noSuchItem($0, folder) } ?? Wording.noSheets(folder)
  }

  private func remarks(_ selection: ExportSelection) -> [String] {
    var remarks: [String] = []
    if let title, selection.titles.count > 1 { remarks.append(Wording.severalTitles(title, selection.titles)) }
    if let title, !selection.without.isEmpty { remarks.append(Wording.booksWithout(title, selection.without)) }
    if !selection.drafted.isEmpty { remarks.append(Wording.onlySaved(selection.drafted, isCheck: isCheck)) }
    return remarks
  }

  // MARK: Exporting

  private func export(_ content: ExportContent, _ format: ExportFormat, _ replacesSpecial: Bool) -> Int32 {
    var content = content
    let replaced = replacesSpecial ? content.replaceSpecialCharacters() : nil
    if let sentence = write(content, format) {
      Output.message(sentence)
      return ExitStatus.unreadable
    }
    for cell in format == .csv ? CSVForm.tooLong(content) : [] { Output.message(Wording.sentence(cell)) }
    if let replaced { Output.message(Wording.specialReplaced(replaced, comesBack: format.comesBack)) }
    if format.comesBack, content.books.count > 1 { Output.message(Wording.severalBooksExported) }
    return ExitStatus.done
  }

  /// Writes the result; why it could not be written to the file that was named.
  private func write(_ content: ExportContent, _ format: ExportFormat) -> String? {
    let result = format.output(content)
    guard let output else {
      if let result { Output.result(result) }
      return nil
    }
    do {
      try ResultFile.check(output)
      try ResultFile.write(result.map { Array($0.text.utf8) } ?? WorkbookWriter.bytes(of: content), to: output)
    } catch let error as ResultFileError {
      return Wording.sentence(error)
    } catch let error as WorkbookError {
      return error.sentence
    } catch {
      return Wording.notWritten(output)
    }
    tellWritten(content, to: output)
    return nil
  }

  private func tellWritten(_ content: ExportContent, to path: String) {
    let sheets = content.books.reduce(0) { $0 + $1.sheets.count }
    let summary = Wording.exported(books: content.books.count, sheets: sheets, to: path)
    Output.result(summary)
    if Output.hasFailed { Output.message(summary) }
  }

  // MARK: Checking

  private func check(_ places: [ExportSelection.Place]) -> Int32 {
    let found = places.flatMap { place in PublishingCheck.rows(in: place.sheet).map { (place: place, row: $0) } }
    for (place, row) in found { Output.result("\(place.book)/\(place.file) " + Wording.line(row, place.sheet.number)) }
    Output.result(Wording.checkedSpecial(sheets: places.count, found.map(\.row)))
    return found.isEmpty ? ExitStatus.done : ExitStatus.findings
  }
}

extension ExportCommand {
  static let name = "export"
  static let usage = """
    FOLDER --format \(ExportFormat.listed(by: "|")) [--item N] [--item-title TEXT] [--output PATH] \
    [--replace-special] [--check-special]
    """
  static let listedUsage = "FOLDER --format \(ExportFormat.listed(by: "|"))"
  static let summary = "様式を、印刷・公開・表計算のための形で書き出す\n(ファイルへの書き出し、公開用チェックなどは furikaeri export --help)"
  static let help = """
    保存された項目を書き出します。標準出力か、--output のファイルに出します(書き終えてから置き換えます)。
      html      公表の様式。ブラウザーで見て、そのまま印刷できます(A4横、1項目1ページ)
      markdown  見出しと表のある文字。ほかの人が直して、furikaeri import で戻せます
      csv       表計算のための表(1項目1行、すべての文章。戻せます)
      text      様式の文字。折り返しません
      json      ほかのプログラムのための一つの値(戻せます)
      xlsx      Excelのブック(1項目1シートと一覧。戻せます)。--output が要ります
    --item-title は、題名にその文字がある項目だけを、全区分まとめて書き出します(全角・半角、かなの違いは問いません)。
    取り込んで戻すファイルは、綴りを一つずつ書き出してください。いくつかの綴りのファイルは furikaeri import で戻せません。

    公開用チェック(機種依存文字、半角カナ、見えない文字、外字):
      --check-special    書き出さずに、項目・欄・字・数と、置き換える字を一覧にします。あれば 1 で終わります
      --replace-special  書き出すものの中だけで置き換えます(㈱→(株)、ｶﾞ→ガ)。綴りは変えません。
                         置き換えた項目は、取り込んで戻すときに違う欄を一つずつ選ぶことになります
    様式の①〜⑳はそのままです。置き換えのない字(髙など)は、一覧に出るだけでそのまま書き出します。

    例: furikaeri export Data --format html --output 様式.html
        furikaeri export Data --format html --item-title 未収金対策 --output 各区の未収金対策.html
    """
}
