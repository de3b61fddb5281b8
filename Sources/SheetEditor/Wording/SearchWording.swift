// Holds the words of the search over all sheets.

import InitiativeModel
import SheetWording

extension Wording {
  static let searchTitle = "すべての項目から検索"

  static func searchCount(_ search: SheetSearch) -> String {
    "\(search.found.hits)件・\(search.found.sheets)項目  \(search.chosen + 1)/\(search.found.lines.count)行"
  }

  /// A field as a narrow list names it.
  static func shortName(_ field: SheetField) -> String {
    switch field {
    case .number: "番号"
    case .title: "題名"
    case .subtitle: "副題"
    case .policyAndTargets: "計画 方針"
    case .annualActions: "計画 取組"
    case .entry(let field): "\(field.period.shortName) \(field.shortName)"
    }
  }

  /// The field and line that a comment speaks of, in short.
  static func shortName(_ place: ReviewMark.Place) -> String {
    place.field.shortName + (place.line.map { " \($0)行目" } ?? "")
  }
}
