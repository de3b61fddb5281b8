// Holds the sentences of `new-year`.

import InitiativeModel
import SheetStorage
import SheetWording

extension Wording {
  /// Why a book of a later year is not made.
  public static func sentence(_ obstacle: NewYearObstacle) -> String {
    switch obstacle {
    case .noEarlierBook(let path, let year): "\(path) に\(year.fullName)より前の綴りがありません。何も作っていません。"
    case .notLater(let path, let year, let asked):
      "\(path) は\(year.fullName)の綴りです。--to には\(year.japaneseName)より後の年度を指定してください(指定は\(asked.fullName))。"
        + "何も作っていません。"
    case .bookExists(let path, let ward, let year):
      "\(path) にすでに\(ward)の\(year.fullName)の綴りがあります。何も変えていません。"
    case .nameTaken(let path):
      "\(path) はすでにあります。何も変えていません。--into でほかの場所を指定してください。"
    case .sameName(let path, let books):
      "\(books.joined(separator: "、")) から作る綴りが、どれも \(path) になります。どちらも作っていません。"
        + "綴りを一つずつ指定し、--into で場所を分けてください。"
    case .repeatedNumber(let path, let number):
      "\(path) に項目\(number)のファイルが二つ以上あります。綴りは作っていません。"
        + "furikaeri check \(path) で確かめ、一つにしてから作ってください。"
    case .noSheets(let path): "\(path) に取組項目がありません。綴りは作っていません。"
    case .storage(let error): sentence(error) + "綴りは作っていません。"
    }
  }

  /// What was made, or would be.
  public static func made(_ book: NewYearBook, isTrial: Bool) -> String {
    let ward = book.header.ward.isEmpty ? "(区名なし)" : book.header.ward
    return "\(ward) \(book.header.fiscalYear.fullName): \(book.sourceYear.fullName)の計画を引き継ぎ、"
      + "\(book.sheets.count)項目を \(book.path) に\(isTrial ? "作ります(まだ何も書いていません)" : "作りました")。振り返りは空です。"
      + (isTrial ? "" : "計画は furikaeri plan \(book.path) で直せます。")
  }

  /// What there is to look at in a new book, a line each: the years that were moved, those that stay, misprints.
  public static func lines(_ book: NewYearBook) -> [String] {
    let sheets = book.sheets
    let moved =
      book.heading.moved.map { line("移した年度", "表題", $0, isOneLine: true) }
      + sheets.flatMap { sheet in sheet.moved.map { line("移した年度", sheet, $0) } }
    let left =
      book.heading.left.map { line("そのままの年", "表題", $0, isOneLine: true) }
      + sheets.flatMap { sheet in sheet.left.map { line("そのままの年", sheet, $0) } }
    let misprints = sheets.flatMap { sheet in
      sheet.misprints.map {
        "確認 項目\(sheet.sheet.number) \($0.period.printedName): "
          + "注記の「\($0.sign)」は誤植として引き継がず、\(PrintedForm.requiredSign)としました。"
      }
    }
    let figures = moved.isEmpty ? [] : ["確認 全体: 年度だけを移しました。目標の数値は\(book.sourceYear.japaneseName)のままです。"]
    let open =
      book.sourceIsOpen
      ? ["確認 全体: \(book.source) の計画はまだ確定していません。この後に直しても、新しい綴りには移りません。"] : []
    return moved + left + misprints + figures + open
  }

  /// That a plan names years of before, for a list of findings.
  public static func sentence(_ years: EarlierYears, of year: FiscalYear) -> String {
    let isOneLine = years.field == .title || years.field == .subtitle
    let lines = years.lines.map { line in
      (isOneLine ? "" : "\(line.number)行目") + line.years.map { "「\($0)」" }.joined()
    }
    return "計画に前の年度までの年が残っています(\(lines.joined(separator: "、")))。\(year.japaneseName)の計画として正しいか確かめてください。"
  }

  /// What opens the books that were made beside those that they were made from, so that the years can be compared.
  public static func goOn(with books: [NewYearBook]) -> [String] {
    let beside = books.map { (made: FolderPath.parent(of: $0.path), source: FolderPath.parent(of: $0.source)) }
    return Set(beside.filter { $0.made == $0.source }.map(\.made)).sorted().map { library in
      "続き 全体: furikaeri plan \(library) で開くと、前年度の文を F4 で見比べ、Ctrl-B で写せます。"
    }
  }

  /// That a book may not be on the disk yet.
  public static func newBookUnproven(_ book: NewYearBook, _ error: SystemError) -> String {
    "\(book.path) を作りましたが、ディスクに書き終えたことを確かめられません。\(detail(error))"
  }

  private static func line(_ head: String, _ sheet: NextYearSheet, _ year: NextYearSheet.SheetYear) -> String {
    let isOneLine = year.field == .title || year.field == .subtitle
    return line(head, "項目\(sheet.sheet.number) \(year.field.printedName)", year.line, isOneLine: isOneLine)
  }

  private static func line(_ head: String, _ place: String, _ line: YearLine, isOneLine: Bool) -> String {
    let number = isOneLine ? "" : "(\(line.number)行目)"
    let years = zip(line.before, line.years).map { $0 == $1 ? "「\($0)」" : "「\($0)」→「\($1)」" }
    return "\(head) \(place)\(number)\(years.joined(separator: "、")): \(excerpt(of: line))"
  }

  /// The line, or what of a long one stands around its first year.
  private static func excerpt(of line: YearLine) -> String {
    guard line.text.count > 80, let first = line.years.first, let year = range(of: first, in: line.text) else {
      return line.text
    }
    let start = line.text.index(year.lowerBound, offsetBy: -30, limitedBy: line.text.startIndex) ?? line.text.startIndex
    let end = line.text.index(year.upperBound, offsetBy: 40, limitedBy: line.text.endIndex) ?? line.text.endIndex
    return (start == line.text.startIndex ? "" : "…") + line.text[start..<end] + (end == line.text.endIndex ? "" : "…")
  }

  private static func range(of text: String, in line: String) -> Range<String.Index>? {
    let wanted = Array(text)
    var start = line.startIndex
    while start < line.endIndex {
      if line[start...].starts(with: wanted) { return start..<line.index(start, offsetBy: wanted.count) }
      start = line.index(after: start)
    }
    return nil
  }
}
