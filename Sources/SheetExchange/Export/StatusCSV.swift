// Holds the progress of a library as CSV.

import InitiativeModel
import SheetWording

/// How all books stand, a row a sheet.
enum StatusCSV {
  /// The rows below their head.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    let periods = ReviewPeriod.allCases.flatMap { period in columns(period).map(\.title) + [period.printedName] }
    let head =
      ["区", "年度", "番号", PrintedForm.star, PrintedForm.item, "副題"] + periods
      + ["下書き", "中間の確認", "自己評価の確認", "ファイル"] + addedHead(status)
    return .csv(
      [head]
        + status.library.books.flatMap { book in
          book.rows.compactMap { row in
            if let sheet = status.library[row.id] { return self.row(sheet, book) + added(sheet, book, status) }
            return status.library.unmergedSheet(row.id).map { conflict($0, book, status) }
          }
        })
  }

  /// A sheet of which git left two versions: none of them is told, and it is done with nothing.
  private static func conflict(_ sheet: EditedSheet, _ book: BookSection, _ status: LibraryStatus) -> [String] {
    let periods = ReviewPeriod.allCases.flatMap { period in
      columns(period).map { _ in "" } + [StatusWording.conflict]
    }
    let due = status.due.map { due in
      let period = status.duePeriod(of: book)
      return [due.day.text, period?.printedName ?? "", period.map { _ in String(max(0, due.daysLate)) } ?? ""]
    }
    return item(sheet, book) + periods + ["", "", "", "\(book.path)/\(sheet.id.fileName)", "", "", "0", plan(book)]
      + (due ?? []) + (status.hasTexts ? texts.map { _ in "" } : [])
  }

  // MARK: Columns that stand behind the others

  private static func addedHead(_ status: LibraryStatus) -> [String] {
    [StatusWording.lastSave, StatusWording.lastSaveBy, StatusWording.openComments, StatusWording.plan]
      + (status.due == nil ? [] : [StatusWording.due, StatusWording.duePeriod, StatusWording.daysLate])
      + (status.hasTexts ? texts.map { Wording.fieldName($0) } : [])
  }

  private static func added(_ sheet: EditedSheet, _ book: BookSection, _ status: LibraryStatus) -> [String] {
    let save = status.lastSave(of: sheet)
    let comments = status.openComments(on: sheet)
    return [save.map { LocalTime.text(of: $0.when) } ?? "", save?.who ?? "", String(comments), plan(book)]
      + (status.due.map { due(sheet, book, $0, status) } ?? [])
      + (status.hasTexts ? texts.map { sheet.edited.text(of: $0).string } : [])
  }

  private static func plan(_ book: BookSection) -> String {
    book.header.map { StatusWording.planState(isOpen: $0.planIsOpen) } ?? ""
  }

  /// The deadline, what it is meant for, and the days since where the sheet is not done; 0 where it is.
  private static func due(
    _ sheet: EditedSheet, _ book: BookSection, _ due: DueDate, _ status: LibraryStatus
  ) -> [String] {
    guard let period = status.duePeriod(of: book) else { return [due.day.text, "", ""] }
    let days = status.isOpen(sheet, period) ? max(0, due.daysLate) : 0
    return [due.day.text, period.printedName, String(days)]
  }

  private static let texts = EntryField.allCases.filter { !$0.isChoice }

  // MARK: A row

  /// The fields of a period that a table shows, with the heads of their columns: the choices.
  private static func columns(_ period: ReviewPeriod) -> [(field: EntryField, title: String)] {
    period.fields.compactMap { field in field.columnTitle.map { (field, $0) } }
  }

  private static func item(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    [
      section.header?.ward ?? "", section.header.map { String($0.fiscalYear.year) } ?? "",
      String(sheet.edited.number), sheet.edited.starred ? PrintedForm.star : "", sheet.edited.title,
      sheet.edited.subtitle,
    ]
  }

  private static func row(_ sheet: EditedSheet, _ section: BookSection) -> [String] {
    let periods = ReviewPeriod.allCases.flatMap { period in
      columns(period).map { sheet.edited.chosenOption(of: $0.field)?.sign ?? "" } + [sheet.state(of: period).rawValue]
    }
    let marks = ReviewPeriod.allCases.map { sheet.standing(of: $0).mark?.rawValue ?? "" }
    return item(sheet, section) + periods + [sheet.hasDraft ? PeriodState.draft.rawValue : ""] + marks
      + ["\(section.path)/\(sheet.id.fileName)"]
  }
}
