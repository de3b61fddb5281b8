// Holds the sentences and headings of the progress of a library.

import InitiativeModel
import SheetWording

/// What the progress of a library says beside its figures.
enum StatusWording {
  static let overview = "区ごとの進み具合"
  static let lastSave = "最終保存"
  static let lastSaveBy = "最終保存者"
  static let openComments = "未対応のコメント"
  static let due = "締切"
  static let duePeriod = "締切の対象"
  static let daysLate = "締切を過ぎた日数"
  static let notCarriedOut = "(ii)の項目"
  static let entries = "記入内容"
  static let none = "なし"
  static let plan = "計画"
  /// A sheet of which git left two versions.
  static let conflict = "競合"

  static func saved(_ save: LibraryStatus.Save) -> String {
    "\(lastSave) \(LocalTime.text(of: save.when))\(save.who.isEmpty ? "" : " \(save.who)")"
  }

  /// The heading of what is beside the figures.
  static func beside(hasDue: Bool) -> String {
    ([plan] + (hasDue ? [due] : []) + ["コメント", lastSave]).joined(separator: "・")
  }

  /// How a deadline is seen from today.
  static func due(_ due: DueDate) -> String {
    switch due.daysLate {
    case 0: "締切 \(due.day.japaneseText) は今日"
    case ..<0: "締切 \(due.day.japaneseText) まで あと\(-due.daysLate)日"
    case let days: "締切 \(due.day.japaneseText) を \(days)日過ぎ"
    }
  }

  /// How a book of so many sheets stands at a deadline.
  static func due(_ due: DueDate, _ period: ReviewPeriod, open: [Int], of count: Int) -> String {
    guard !open.isEmpty else { return "締切 \(due.day.japaneseText): \(period.printedName)はすべて記入済" }
    let which = open.count == count && count > 1 ? "すべて" : items(open)
    return "\(self.due(due)): \(period.printedName)の残り\(open.count)項目 (\(which))"
  }

  /// The same in a line of many books.
  static func dueInShort(_ due: DueDate, open: Int) -> String {
    open == 0 ? "締切 \(due.day.japaneseText) までの分は済" : "\(self.due(due))(残り\(open))"
  }

  /// The same of many books together.
  static func dueOfAll(_ due: DueDate, books: Int, openBooks: Int, open: Int) -> String {
    open == 0
      ? dueInShort(due, open: 0) : "\(self.due(due))(\(books)綴りのうち\(books - openBooks)綴りが済、\(openBooks)綴りに残り\(open))"
  }

  /// The name of a line of totals: of a year, where there are several.
  static func total(_ year: FiscalYear?, books: Int) -> String {
    "計 \(year.map { "\($0.japaneseName) " } ?? "")\(books)綴り"
  }

  /// Whether a plan is fixed.
  static func planState(isOpen: Bool) -> String { isOpen ? "確定前" : "確定" }

  static func conflicts(_ count: Int) -> String { "\(conflict)\(count)" }

  static func items(_ numbers: [Int]) -> String { "項目" + numbers.map(String.init).joined(separator: "、") }

  static func notCarriedOut(_ numbers: [Int]) -> String { "実施できない見込み(ii): \(items(numbers))" }

  static func openComments(_ count: Int) -> String { "\(openComments) \(count)件" }
}
