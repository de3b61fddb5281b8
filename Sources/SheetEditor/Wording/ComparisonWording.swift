// Holds the words of the differences of a sheet.

import InitiativeModel
import SheetWording

extension Wording {
  static let reading = "読み込んでいます…"
  static let noDifference = "違いはありません。"
  static let draftAgainstSaved = "保存した内容と、いまの下書き"
  static let noSaveYet = "保存の履歴がありません"

  /// Who saved last, and when.
  static func title(_ lastSave: LastSave) -> String {
    switch lastSave {
    case .save(let who, let when, _): "\(who) \(LocalTime.text(of: when))"
    case .none: noSaveYet
    case .unreadable: ""
    }
  }

  static func comparisonTitle(_ sheet: InitiativeSheet) -> String { "\(itemName(sheet.number))の違い(- 前  + 今)" }

  private static func markName(_ mark: ReviewMark) -> String {
    "\(mark.period == .midTerm ? "中間" : "自己評価") \(mark.decision == .confirmed ? "確認時から" : "差戻し時から")"
  }

  static let otherDifferences = "ほかの欄の違い"

  /// The same item of another year, and how it was found.
  static func otherYear(_ other: OtherYear, _ book: String, number: Int) -> String {
    "\(book) \(itemName(number))" + (other.isByNumber ? "  題名が違うため、番号で合わせています" : "")
  }

  static func yearHeading(_ book: String, _ field: EntryField) -> String {
    "\(book) \(SheetField.entry(field).printedName)"
  }

  // MARK: Taking over another year's text

  static func name(_ other: OtherYear, number: Int) -> String { "\(other.year.japaneseName) \(itemName(number))" }

  /// - Parameter command: what opens the folder above, where both years can be; nil where that is open already.
  static func noPreviousYear(_ ward: String, opening command: String?) -> String {
    let how = command.map { "\($0) で" } ?? "今年度と前年度の綴りが入ったフォルダー(綴りの置き場)を指定して"
    return "\(ward)の前の年度の綴りが開いていません。\(how)開くと、隣にある前年度の綴りから写せます。"
  }

  static let yearsAreRead = "綴りを読み込んでいます。少し待って、もう一度 Ctrl-B を押してください。"
  static let takeOverFromForm = "前年度の文を写すには、項目か本文で文章の欄を選んでから Ctrl-B を押してください。"
  static let takeOverOfChoice = "ここは選択の欄です。前年度の文を写すには、文章の欄へ移ってから Ctrl-B を押してください。"

  static func blankInOtherYear(_ name: String, _ field: EntryField) -> String {
    "\(name)の\(SheetField.entry(field).printedName)は未入力です。写すものがありません。"
  }

  static func tookOver(_ name: String, characters: Int, isByNumber: Bool) -> String {
    "\(name)の文 \(characters)字を入れました。Ctrl-Z で元に戻せます。"
      + (isByNumber ? "題名が違うため、番号で合わせています。" : "")
  }

  static func name(_ base: ComparisonBase) -> String {
    switch base {
    case .draft: "下書き"
    case .mark(let mark): markName(mark)
    case .lastSave: "前回の保存"
    case .year(let other): other.year.japaneseName
    }
  }
}
