// Holds the words of reading, copying and comparing what is only read.

import InitiativeModel
import SheetWording

extension Wording.FooterWord {
  static let oneField = "欄を絞る"
  static let copy = "写す"
  static let takeOver = "前年度を写す"
  static let nextBase = "比べる相手"
}

extension Wording.Help {
  static let selectAllRead = "文をすべて選ぶ"
  static let selectAllOfPage = "この画面の文をすべて選ぶ"
  static let copyRead = "選んだ範囲を写す(Ctrl-V で、どの項目の文にも貼り付けられる)"
  static let shownField = "0 すべての欄、1 から 6 その番号の欄だけを並べる(全角も可)"
  static let nextShownField = "次の欄だけを並べる(最後の次はすべての欄)"
  static let takeOver = "前年度の同じ欄の文を、カーソルの所に入れる"
  static let takeOverChosen = "選んでいる年度(ほかを選んでいるときは前年度)の同じ欄の文を入れて閉じる"
  static let nextColumn = "次の文(右の列)へ"
  static let previousColumn = "前の文(左の列)へ"
  static let nextDifference = "次の比べる相手へ"
  static let previousDifference = "前の比べる相手へ"
}

extension Wording {
  static let notSavedYet = "下書き(未保存)"
  static let showsDrafts = "下書きを表示しています(まだ保存していません)"
  static let allFieldsInShort = "全部"
  static let allFields = "すべての欄"
  static let marksAreOfSaved = "印は保存した内容に付きます。画面の下書きはまだ保存していません(記入の画面で F2)。"
  static let oneFieldOfMany = "この働きは、一覧でまとまり(題名など)の行から F9 で開いたときに使えます。"

  static func moreTargets(_ count: Int) -> String { "ほか\(count)" }

  /// Those who have entered nothing in a field, on one line.
  static func foldedNotEntered(_ names: [String], of books: Bool) -> String {
    folded(PeriodState.notEntered.rawValue, names, of: books)
  }

  /// Those of whom the form asks for nothing in a field.
  static func nothingNeeded(_ names: [String], of books: Bool) -> String {
    folded("①のため記入なし", names, of: books)
  }

  private static func folded(_ what: String, _ names: [String], of books: Bool) -> String {
    "\(what): \(names.joined(separator: "、"))(\(names.count)\(books ? "区" : "項目"))"
  }
}
