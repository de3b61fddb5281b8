// Holds the progress of a library as CSV.

import InitiativeModel

/// How all books stand, a row a sheet.
enum StatusCSV {
  /// The rows below their head.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    let periods = ReviewPeriod.allCases.flatMap { period in columns(period).map(\.title) + [period.printedName] }
    let head =
      ["区", "年度", "番号", PrintedForm.star, PrintedForm.item, "副題"] + periods
      + ["下書き", "中間の確認", "自己評価の確認", "ファイル"]
    return .csv([head] + status.library.books.flatMap { book in status.library.sheets(of: book).map { row($0, book) } })
  }

  /// The fields of a period that a table shows, with the heads of their columns: the choices.
  private static func columns(_ period: ReviewPeriod) -> [(field: EntryField, title: String)] {
    period.fields.compactMap { field in field.columnTitle.map { (field, $0) } }
  }

  private static func row(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    let book = [section.header?.ward ?? "", section.header.map { String($0.fiscalYear.year) } ?? ""]
    let item = [
      String(sheet.edited.number), sheet.edited.starred ? PrintedForm.star : "", sheet.edited.title,
      sheet.edited.subtitle,
    ]
    let periods = ReviewPeriod.allCases.flatMap { period in
      columns(period).map { sheet.edited.chosenOption(of: $0.field)?.sign ?? "" } + [sheet.state(of: period).rawValue]
    }
    let marks = ReviewPeriod.allCases.map { sheet.standing(of: $0).mark?.rawValue ?? "" }
    return book + item + periods + [sheet.hasDraft ? PeriodState.draft.rawValue : ""] + marks
      + ["\(section.path)/\(sheet.id.fileName)"]
  }
}
