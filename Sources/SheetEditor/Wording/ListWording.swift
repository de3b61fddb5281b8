// Holds the words of the list: filters, arrangements, groups.

import InitiativeModel
import SheetWording

extension Wording {
  static let menuTitle = "一覧の表示"
  static let menuFilters = "どの項目を表示するか"
  static let menuArrangements = "どう並べるか"
  static let menuForAllBooks = "すべての綴りに"
  static let menuTaken = "表示中"
  static let noPillar = "改革の柱の記載なし"
  static let unreadableGroup = "読めないファイルなど"
  static let confirmedInShort = "確認"

  static let commentsHeading = "コメ"
  static let lastSavedHeading = "最終保存"
  static let previewGoesOn = "……(続きは Enter で開いて読めます)"
  static let leftToDo = "残っている項目"
  static let nothingLeft = "残っている項目はありません。"
  static let earlierDraftWaits = "前に残した下書きがあります。開くと、続きから書くか選べます。"

  static func openCommentsInShort(_ count: Int) -> String { "コメ\(count)" }

  /// A library of several books: how many wards and years, and the title that they share.
  static func libraryHeading(books: Int, wards: Int, years: [FiscalYear], title: String) -> String {
    guard years.count == 1, wards == books else { return "\(books)綴り(\(wards)区・\(years.count)年度) \(title)" }
    return "\(wards)区 \(years[0].fullName) \(title)"
  }

  /// A last save in a narrow column: the day, and who.
  static func inShort(_ lastSave: LastSave) -> String {
    switch lastSave {
    case .save(let who, let when, _): "\(LocalTime.text(of: when).dropFirst(5).prefix(5)) \(who)"
    case .none: "—"
    case .unreadable: "読めません"
    }
  }

  static func atLength(_ lastSave: LastSave) -> String {
    switch lastSave {
    case .save(let who, let when, _): "最終保存 \(LocalTime.text(of: when)) \(who)"
    case .none: "まだ保存されていません。"
    case .unreadable: "履歴を読めません。"
    }
  }

  static func showing(_ settings: ListSettings, shown: Int, of total: Int) -> String {
    let notMet = settings.onlyNotMet ? "・②だけ" : ""
    let order = settings.arrangement == .books ? "" : "・\(name(settings.arrangement))"
    return "表示: \(name(settings.filter))\(notMet)\(order) (\(shown)/\(total)項目)"
  }

  static func title(_ group: ListGroup) -> String {
    switch group.heading {
    case .book(let book): name(book)
    case .standing(let name, let year), .title(let name, let year): named(name, year)
    case .pillar(let name, let year): named(name ?? noPillar, year)
    case .unreadable: unreadableGroup
    }
  }

  private static func named(_ name: String, _ year: FiscalYear?) -> String {
    year.map { "\(name) \($0.japaneseName)" } ?? name
  }

  /// The figures of both periods.
  static func figures(_ progress: [BookProgress]) -> String {
    zip(ReviewPeriod.allCases, progress).map { totals($0, $1) }.joined(separator: "  ")
  }

  static func name(_ row: MenuPanel.Row) -> String {
    switch row {
    case .filter(let filter): name(filter)
    case .onlyNotMet: "②を選んだ項目だけ"
    case .arrangement(let arrangement): name(arrangement)
    case .fixPlan: fixPlan
    case .settings: openSettings
    }
  }

  static func name(_ arrangement: ListArrangement) -> String {
    switch arrangement {
    case .books: "綴りごと、番号順"
    case .states: "状態ごと"
    case .titles: "項目名ごと(すべての区をまとめて)"
    case .pillars: "改革の柱ごと(すべての区をまとめて)"
    }
  }
}
