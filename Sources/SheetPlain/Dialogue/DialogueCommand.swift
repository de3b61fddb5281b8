// Holds the table of the commands that can be entered, each with its word, its key and what it does.

/// What can be asked for at a prompt.
enum DialogueCommand: CaseIterable {
  case list, filter, books
  case read, plan, comments, differences
  case write, append, insert, replace, delete
  case undo, redo, save, check
  case confirm, sendBack, reply, withdraw
  case next, previous, deficient
  case help, quit

  /// Where something can be asked for.
  enum Place {
    case anywhere, book, item
  }

  /// A row of the table.
  struct Row {
    /// The word that asks for it.
    let word: String
    /// The letter that does the same.
    let key: Character
    /// What stands behind it.
    let usage: String
    let place: Place
    /// What it does.
    let help: String

    init(_ word: String, _ key: Character, _ usage: String = "", in place: Place = .item, does help: String) {
      self.word = word
      self.key = key
      self.usage = usage
      self.place = place
      self.help = help
    }
  }

  /// The row of the command.
  var row: Row {
    switch self {
    case .list: Row("一覧", "l", in: .book, does: "項目の一覧に戻る")
    case .filter: Row("絞込", "f", "[名前]", in: .book, does: "一覧に出す項目を選ぶ。例: 絞込 不備、絞込 未入力、絞込 すべて")
    case .books: Row("綴り", "g", in: .anywhere, does: "綴り(区と年度)の一覧に戻る")
    case .read: Row("読む", "r", "[欄]", does: "記入をすべて、または一つの欄を行番号付きで読む")
    case .plan: Row("計画", "p", does: "計画を読む")
    case .comments: Row("コメント", "m", does: "確認・差戻しの印とコメントを読む")
    case .differences: Row("違い", "v", does: "保存されている内容との違いを読む")
    case .write: Row("記入", "w", "欄 [1|2|0]", does: "選択の欄は 1 か 2(0 で消す)。文章の欄は全文を1行ずつ入れ、「.」だけの行で終わる")
    case .append: Row("追加", "a", "欄", does: "文章の終わりに行を足す")
    case .insert: Row("挿入", "i", "欄 行", does: "その行の前に行を入れる")
    case .replace: Row("置換", "x", "欄 行[-行]", does: "その行を入れ替える")
    case .delete: Row("削除", "d", "欄 [行[-行]]", does: "その行(行を付けなければ全文)を消す")
    case .undo: Row("取消", "u", does: "直前の記入を取り消す")
    case .redo: Row("やり直し", "y", does: "取り消した記入をやり直す")
    case .save: Row("保存", "s", in: .book, does: "項目を保存する。一覧では、保存していない項目をすべて保存する")
    case .check: Row("点検", "c", in: .book, does: "指摘(不備と参考)を読む")
    case .confirm: Row("確認", "k", "中間|自己", does: "保存されている中間振り返りか自己評価を確認済にする")
    case .sendBack: Row("差戻し", "t", "中間|自己", does: "差し戻す。コメントを1行ずつ入れ、「.」だけの行で終わる")
    case .reply: Row("返答", "o", "中間|自己", does: "コメントに返答する。「.」だけの行で終わる")
    case .withdraw: Row("印消し", "z", "中間|自己", does: "最後に付いた印を消す(どの印かを確かめてから)")
    case .next: Row("次", "n", in: .book, does: "次の項目を開く")
    case .previous: Row("前", "b", in: .book, does: "前の項目を開く")
    case .deficient: Row("不備", "e", in: .book, does: "次の不備か差戻しのある項目を開く")
    case .help: Row("説明", "h", in: .anywhere, does: "この説明を読む")
    case .quit: Row("終了", "q", in: .anywhere, does: "終わる")
    }
  }
}
