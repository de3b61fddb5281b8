// Holds the sentences about the history of a sheet: what happened between its saves, whether all of it is there.

import Glibc
import SheetStorage

extension Wording {
  package static let noHistory = "まだ履歴がありません。"
  package static func unreadableHistory(_ name: String, _ count: Int) -> String {
    "\(name) の履歴のうち\(count)行が壊れていて読めません。ほかの行は表示しました。"
  }
  package static func mergeMarkersInHistory(_ name: String) -> String {
    "\(name) の履歴に gitの合流(マージ)の印(<<<<<<< など)が残っています。保存の記録はすべて読めています。"
      + "history フォルダーのファイルから、印の行だけを消してください。"
  }
  package static let interruptedSave = "(この保存は途中までしか記録されていません。保存されたかどうかは分かりません。)"

  /// Why a history cannot be read.
  public static func sentence(ofHistory error: StorageError) -> String {
    guard case .tooLarge(let path, let bytes, let limit) = error else { return sentence(error) }
    return "\(path) は\(megabytes(bytes))あり、履歴としては大きすぎるため読みません(\(megabytes(limit))まで)。"
      + "中を確かめて別の場所へ移してください。次の保存から新しい履歴が始まります。"
  }

  /// What is said after a save whose line of history could not be written.
  public static func historyNotKept(_ error: SystemError, _ name: String) -> String {
    let reason =
      error.code == EFBIG ? "履歴のファイルが大きすぎます。中を確かめて別の場所へ移すと、次の保存から新しい履歴が始まります。" : detail(error)
    return "\(name) を保存しましたが、履歴は書けませんでした: \(reason)"
  }

  /// What had happened to the file before a save.
  public static func sentence(_ change: SheetHistory.ChangeBefore) -> String {
    switch change {
    case .unknown: "(この保存の前に、ファイルはほかの方法(gitの合流、別のプログラムなど)で変更されていました。)"
    case .putBack(let save): "(この保存の前に、ファイルは \(LocalTime.text(of: save)) の保存の状態に戻されていました。)"
    case .putBackBefore(let save): "(この保存の前に、ファイルは \(LocalTime.text(of: save)) の保存より前の状態に戻されていました。)"
    }
  }

  // MARK: Whether all of it is there

  package static func historyIsWhole(saves: Int) -> String { "履歴はそろっています(保存\(saves)回)。" }
  package static func historyIsNotWhole(_ count: Int) -> String { "履歴に食い違いが\(count)件あります。" }

  package static func sentence(_ finding: HistoryCheck.Finding) -> String {
    switch finding {
    case .missing(let line): "\(name(line)): この行の前にあった行が、なくなったか書き換えられています。"
    case .changed(let line): "\(name(line)): 書かれた後に書き換えられています。"
    case .outOfOrder(let line): "\(name(line)): 前にあるはずの行が、後ろにあります。"
    case .unreadable(let line): "\(name(line)): 壊れていて読めません。"
    case .cutShort(let line): "\(name(line)): 途中で切れています。"
    case .notChained(let line): "\(name(line)): 前の行とのつながりが書かれていません(古い版で保存したか、後から書き足されました)。"
    case .sheetIsUnknown: "項目の今の内容は、履歴にあるどの保存の後とも違います。ほかの方法で変更されたか、履歴の終わりの行がなくなっています。"
    }
  }

  package static func sentence(_ remark: HistoryCheck.Remark) -> String {
    switch remark {
    case .unchained(let count): "はじめの\(count)行は、つながりを書かない古い版で保存されています。そのうち最後の行だけを確かめました。"
    case .merged: "別々に保存された履歴が、gitで合流しています。どちらの保存もあります。"
    case .repeated(let count): "同じ行が\(count)行、重なっています。一度だけ数えました。"
    case .mergeMarkers: "gitの合流(マージ)の印(<<<<<<< など)が残っています。印の行だけを消してください。"
    case .sheetIsPutBack(let save): "項目は今、\(LocalTime.text(of: save)) の保存の状態に戻されています。"
    case .sheetIsPutBackBefore(let save): "項目は今、\(LocalTime.text(of: save)) の保存より前の状態に戻されています。"
    case .sheetIsMerged: "項目の今の内容は、gitで合流したものです。"
    }
  }

  private static func name(_ line: HistoryCheck.Line) -> String {
    "\(line.number)行目" + (line.when.map { "(\(LocalTime.text(of: $0)))" } ?? "")
  }
}
