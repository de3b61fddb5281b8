// Holds the words of the list: filters, arrangements, groups.

import InitiativeModel
import SheetWording

extension Wording {
  static let menuTitle = "一覧の表示"
  static let noPillar = "改革の柱の記載なし"
  static let unreadableGroup = "読めないファイルなど"
  static let confirmedInShort = "確認"
  static let someoneEdits = "編集中"

  static func libraryCount(books: Int, sheets: Int) -> String { "\(books)綴り \(sheets)項目" }

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

  static func name(_ filter: ListFilter) -> String {
    switch filter {
    case .all: "すべて"
    case .deficient: "不備のある項目"
    case .sentBack: "差し戻された項目"
    case .draft: "下書きのある項目"
    case .midTermOpen: "中間振り返りが済んでいない項目"
    case .finalOpen: "自己評価が済んでいない項目"
    case .awaitingMark: "確認を待つ項目"
    case .confirmed: "確認済の項目"
    }
  }
}
