// Holds the editor's wording: every Japanese sentence of the screens, by what it is for.

import InitiativeModel
import Terminal

/// The sentences and words that the person reads.
public enum Wording {
  /// A number between others, as people write it in a sentence.
  static func itemName(_ number: Int) -> String { "項目\(number)" }

  /// The name of a field as a message gives it.
  static func fieldName(_ field: EntryField) -> String { SheetField.entry(field).printedName }

  /// A key as the footer and the help show it.
  static func keyName(_ key: Key) -> String {
    let base: String
    switch key.name {
    case .character(let character): base = String(character).uppercased()
    case .function(let number): base = "F\(number)"
    case .enter: base = "Enter"
    case .tab: base = "Tab"
    case .escape: base = "Esc"
    case .backspace: base = "Backspace"
    case .delete: base = "Delete"
    case .insert: base = "Insert"
    case .up: base = "↑"
    case .down: base = "↓"
    case .left: base = "←"
    case .right: base = "→"
    case .home: base = "Home"
    case .end: base = "End"
    case .pageUp: base = "PgUp"
    case .pageDown: base = "PgDn"
    }
    var prefix = ""
    if key.modifiers.contains(.control) { prefix += "Ctrl-" }
    if key.modifiers.contains(.alt) { prefix += "Alt-" }
    if key.modifiers.contains(.shift) { prefix += "Shift-" }
    return prefix + base
  }

  /// The words of the footer.
  enum FooterWord {
    static let help = "説明"
    static let save = "保存"
    static let list = "一覧へ"
    static let check = "点検"
    static let filter = "絞込"
    static let plan = "計画"
    static let find = "検索"
    static let nextHit = "次へ"
    static let previousHit = "前へ"
    static let nextDeficient = "次の不備"
    static let open = "開く"
    static let quit = "終了"
    static let neighbours = "次の項目"
    static let backToSheet = "項目へ戻る(文章は残る)"
    static let undo = "取消"
    static let redo = "やり直し"
    static let close = "閉じる"
    static let scroll = "送る"
    static let jump = "その欄へ"
    static let decide = "決定"
    static let change = "変える"
    static let later = "すべて後に残す"
    static let keepBoth = "両方残す"
    static let select = "選ぶ"
    static let read = "読む"
    static let mark = "確認/差戻し"
    static let onward = "先へ"
    static let back = "戻る"
    static let fillIn = "記入"
    static let compare = "違い"
    static let hits = "一覧"
    static let openHit = "その場所を開く"
  }

  /// The sentences of the help, one a command.
  enum Help {
    static let help = "この説明を開く"
    static let checkBook = "すべての項目を点検し、指摘を一覧する"
    static let checkSheet = "この項目を点検し、指摘を一覧する"
    static let filter = "表示する項目の絞り込み(状態、②だけ)と並べ方を選ぶ"
    static let fold = "まとまり(区など)を畳む"
    static let unfold = "まとまりを開く(Enter でも開閉する)"
    static let nextDeficient = "次の不備(②で課題と改善策が空の欄)へ移る"
    static let open = "選んでいる項目を開く"
    static let quit = "終了する(保存していない記入は下書きに残る)"
    static let nextRow = "次の項目へ"
    static let previousRow = "前の項目へ"
    static let firstRow = "最初の項目へ"
    static let lastRow = "最後の項目へ"
    static let pageDown = "1画面分 下へ"
    static let pageUp = "1画面分 上へ"
    static let leaveList = "終了する"
    static let controlC = "終了のしかたを表示する"
    static let redraw = "画面を描き直す"
    static let read = "保存された内容を通して読む(確認・差戻しもここから)"
    static let leavePage = "前の画面へ戻る"
    static let mark = "確認済・差戻しの印を付ける(カーソルの欄と行にコメントできる)"
    static let onward = "先へ送り、終わりまで読んだら次の項目へ(空白キーも同じ)"
    static let backward = "前へ送り、始めまで戻ったら前の項目へ"
    static let fillIn = "カーソルのある欄の記入へ移る"
    static let nextPart = "次の欄へ"
    static let previousPart = "前の欄へ"
    static let lineDown = "1行 下へ"
    static let lineUp = "1行 上へ"
    static let pageStart = "項目の始めへ"
    static let pageBottom = "項目の終わりへ"
    static let save = "この項目を保存する"
    static let backToList = "一覧へ戻る"
    static let plan = "計画を広げて読む(もう一度押すと戻る)"
    static let find = "文章の中を検索する(全角半角・大文字小文字・カナかなを区別しない)"
    static let compare = "違いを見る(下書き、確認時、前回の保存、別の年度)"
    static let search = "すべての項目を検索する(全角・大文字・カナの違いを問わない)"
    static let nextSheet = "次の項目を開く"
    static let previousSheet = "前の項目を開く"
    static let nextField = "次の欄へ"
    static let previousField = "前の欄へ"
    static let firstField = "最初の欄へ"
    static let lastField = "最後の欄へ"
    static let activate = "文章の欄を開く。選択の欄では、もう一方を選ぶ"
    static let chooseFirst = "左の選択肢を選ぶ(全角も可)"
    static let chooseSecond = "右の選択肢を選ぶ(全角も可)"
    static let chooseLeft = "左の選択肢を選ぶ"
    static let chooseRight = "右の選択肢を選ぶ"
    static let toggleChoice = "選択を切り替える(全角の空白も可)"
    static let clearChoice = "選択を消す"
    static let undo = "直前の操作を取り消す"
    static let redo = "取り消した操作をやり直す"
    static let pasteIntoField = "写した文章を欄の終わりに貼り付けて開く"
    static let backToSheet = "項目へ戻る(文章は下書きに残る)"
    static let saveAndStay = "保存して、書き続ける"
    static let newLine = "改行する"
    static let leaveToNext = "次の欄へ移る(文章は下書きに残る)"
    static let leaveToPrevious = "前の欄へ移る(文章は下書きに残る)"
    static let moveLeft = "1字 左へ(Shiftを押しながらで範囲を選ぶ)"
    static let moveRight = "1字 右へ"
    static let wordLeft = "1語 左へ(漢字・かな・カナ・英字・数字の境目まで)"
    static let wordRight = "1語 右へ"
    static let moveUp = "1行 上へ"
    static let moveDown = "1行 下へ"
    static let rowStart = "行の始めへ"
    static let rowEnd = "行の終わりへ"
    static let textStart = "文章の始めへ"
    static let textEnd = "文章の終わりへ"
    static let scrollDown = "1画面分 下へ"
    static let scrollUp = "1画面分 上へ"
    static let deleteBackward = "左の1字、または選んだ範囲を消す"
    static let deleteForward = "右の1字、または選んだ範囲を消す"
    static let selectAll = "文章をすべて選ぶ"
    static let cut = "選んだ範囲を切り取る"
    static let copy = "選んだ範囲を写す"
    static let paste = "切り取り、または写した文章を貼り付ける"
    static let cutLine = "カーソルのある段落を切り取る"
  }
}
