// Holds the sentences about workbooks that cannot be written.

import SheetWording

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
    case .system(let path, let error): "\(path): \(Wording.detail(error))"
    case .library(let path, let message): "\(path) を書けませんでした(\(message))。場所と空き容量を確かめてください。"
    }
  }
}
