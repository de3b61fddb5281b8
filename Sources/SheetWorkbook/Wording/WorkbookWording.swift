// Holds the sentences about workbooks: places in them, what is not taken from them, and why one cannot be written.

import Glibc
import InitiativeModel
import SheetWording

/// How places in a workbook are named, and what is said of what stands there.
enum WorkbookWording {
  static func page(_ name: String) -> String { "シート「\(name)」" }

  static func cell(_ cell: String, onPage name: String) -> String { "\(page(name))の\(cell)" }

  static func book(ward: String, _ fiscalYear: FiscalYear) -> String {
    "\(ward.isEmpty ? Wording.ward(BookHeader(ward: "", fiscalYear: fiscalYear)) : ward) \(fiscalYear.japaneseName)"
  }

  static func otherPage(_ name: String) -> String { "\(page(name)): 取組項目のシートではないため取り込みません。" }

  static func otherText(_ text: String, _ place: String, onPage name: String) -> String {
    "\(cell(place, onPage: name)): 様式の外の文字のため取り込みません: \(start(text))"
  }

  static func coveredText(_ text: String, _ place: String, onPage name: String) -> String {
    "\(cell(place, onPage: name)): 結合したセルに隠れて見えない文字のため取り込みません: \(start(text))"
  }

  static let comments = "セルに付けたコメント(メモ)は取り込みません。必要な文章は欄に書いてください。"
  static let shapes = "図形・画像・テキストボックスは取り込みません。必要な文章は欄に書いてください。"

  /// Where the library puts its temporary files.
  static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  private static func start(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map { String($0) } ?? ""
    return line.count > 40 ? line.prefix(40) + "…" : line
  }
}

extension WorkbookError {
  /// What went wrong and what to do.
  public var sentence: String {
    switch self {
    case .libraryMissing(let package):
      "Excelブックを書くための部品がありません。apt-get install \(package) で入れてから、もう一度書き出してください。"
    case .textTooLong(let ward, let number, let field, let length):
      "\(ward)取組項目\(number)の「\(field)」は\(length)字あり、Excelの一つのセルに入る\(WorkbookLimits.cellLength)字を超えるため、書き出していません。"
        + "文章を減らすか、csv や json の形式で書き出してください。"
    case .tooManySheets(let count):
      "\(count)件は一つのExcelブックに多すぎます(\(WorkbookLimits.sheets)件まで)。書き出す項目を減らしてください。"
    case .notMade(let reason):
      "Excelブックを作れませんでした\(reason.map { "(libxlsxwriterの番号 \($0))" } ?? "")。一時ファイルの置き場(\(WorkbookWording.temporaryFolder))の空きとメモリーを確かめて、"
        + "もう一度書き出してください。書き出していません。"
    }
  }
}
