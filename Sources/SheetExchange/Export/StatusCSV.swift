// Holds the progress of a library as CSV.

import InitiativeModel

/// How all books stand, a row a sheet.
enum StatusCSV {
  /// The rows below their head.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    let head = [
      "区", "年度", "番号", "★", "取組項目", "副題", "実施見込み", "中間 ①②", "中間振り返り", "自己評価 ①②", "自己評価", "下書き", "中間の確認",
      "自己評価の確認", "ファイル",
    ]
    return .csv([head] + status.library.books.flatMap { book in status.library.sheets(of: book).map { row($0, book) } })
  }

  private static func row(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    func sign(_ field: EntryField) -> String { sheet.edited.chosenOption(of: field)?.sign ?? "" }
    return [
      section.header?.ward ?? "", section.header.map { String($0.fiscalYear.year) } ?? "",
      String(sheet.edited.number), sheet.edited.starred ? PrintedForm.star : "", sheet.edited.title,
      sheet.edited.subtitle, sign(.implementationForecast), sign(.targetForecast),
      sheet.state(of: .midTerm).rawValue, sign(.achievement), sheet.state(of: .final).rawValue,
      sheet.hasDraft ? PeriodState.draft.rawValue : "", sheet.standing(of: .midTerm).mark?.rawValue ?? "",
      sheet.standing(of: .final).mark?.rawValue ?? "", "\(section.path)/\(sheet.id.fileName)",
    ]
  }
}
