// Holds the progress of a library as CSV.

import InitiativeModel

/// How all books stand, a row a sheet.
enum StatusCSV {
  /// The rows below their head; a period's columns are those of its fields that have one, and how it stands.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    let head =
      ["区", "年度", "番号", "★", "取組項目", "副題"]
      + ReviewPeriod.allCases.flatMap { $0.fields.compactMap(\.columnTitle) + [$0.printedName] }
      + ["下書き", "中間の確認", "自己評価の確認", "ファイル"]
    return .csv([head] + status.library.books.flatMap { book in status.library.sheets(of: book).map { row($0, book) } })
  }

  private static func row(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    let place = [
      section.header?.ward ?? "", section.header.map { String($0.fiscalYear.year) } ?? "",
      String(sheet.edited.number), sheet.edited.starred ? PrintedForm.star : "", sheet.edited.title,
      sheet.edited.subtitle,
    ]
    let entries = ReviewPeriod.allCases.flatMap { period in
      period.fields.filter { $0.columnTitle != nil }.map { sheet.edited.content(of: $0) }
        + [sheet.state(of: period).rawValue]
    }
    return place + entries + [
      sheet.hasDraft ? PeriodState.draft.rawValue : "", sheet.standing(of: .midTerm).mark?.rawValue ?? "",
      sheet.standing(of: .final).mark?.rawValue ?? "", "\(section.path)/\(sheet.id.fileName)",
    ]
  }
}
