// Holds the sentences and words that every front end needs.

import InitiativeModel

/// The sentences and words that the person reads.
public enum Wording {
  /// A number between others, as people write it in a sentence.
  public static func itemName(_ number: Int) -> String { "項目\(number)" }

  /// The name of a field as a message gives it.
  public static func fieldName(_ field: EntryField) -> String { SheetField.entry(field).printedName }

  package static let notEntered = "(未入力)"
  package static let wardUnknown = "(区名の記載なし)"

  /// The ward and the year of a book; its path where its header cannot be read.
  public static func name(_ book: BookSection) -> String {
    book.header.map { "\(ward($0)) \($0.fiscalYear.japaneseName)" } ?? book.path
  }

  /// The ward's name, or what stands for it.
  public static func ward(_ header: BookHeader) -> String { header.ward.isEmpty ? wardUnknown : header.ward }

  /// A book by its ward, its year in full and its folder.
  public static func bookLine(_ header: BookHeader, path: String) -> String {
    "\(ward(header)) \(header.fiscalYear.fullName) [\(path)]"
  }

  /// The field and line that a comment speaks of.
  public static func name(_ place: ReviewMark.Place) -> String {
    place.field.printedLabel + (place.line.map { " \($0)行目" } ?? "")
  }

  /// A period's figures in words: 中間振り返り: 18/19 (記入済18 不備1 確認済5).
  public static func totals(_ period: ReviewPeriod, _ progress: BookProgress) -> String {
    let entries = PeriodState.allCases.filter { progress[$0] > 0 }.map { "\($0.rawValue)\(progress[$0])" }
    let marks = MarkState.allCases.filter { progress[$0] > 0 }.map { "\($0.rawValue)\(progress[$0])" }
    let parts = entries + marks
    return "\(period.printedName): \(progress[.complete])/\(progress.total) (\(parts.joined(separator: " ")))"
  }
}
