// Holds the words about saving all drafts, and about what becomes of them when the program ends.

import InitiativeModel
import SheetWording

extension Wording {
  static let notLeft = "終了していません。"

  // MARK: Before the end

  static let leavingTitle = "終了"

  static func leaving(drafts: Int, areKept: Bool) -> [String] {
    if drafts == 0 { return ["保存していない記入はありません。終了できます。"] }
    return areKept
      ? ["下書きが\(drafts)件あります。このまま終了しても残ります。"]
      : ["下書きを保存できていません。", "保存せずに終了すると\(drafts)件の記入が失われます。"]
  }

  static func name(_ answer: LeavingPanel.Answer, hasDrafts: Bool, draftsAreKept: Bool) -> String {
    switch answer {
    case .back: stay
    case .save: "保存して終了"
    case .leave: !hasDrafts ? leavingTitle : draftsAreKept ? "下書きのまま終了" : "保存せずに終了"
    }
  }

  static func staysDraft(_ word: String) -> String { "\(word)のため下書きに残る" }
  static func more(_ count: Int) -> String { "ほか\(count)件" }

  // MARK: All at once

  static func savingAll(_ count: Int) -> String { "\(count)件を保存しています…" }
  static func savedAll(_ count: Int) -> String { "\(count)件を保存しました。" }
  static func savedSome(_ count: Int) -> String { count == 0 ? "" : savedAll(count) }
  static func unsavedCount(_ count: Int) -> String { "\(count)件は保存できていません。" }
  static func unsavedTitle(_ count: Int) -> String { "保存できていない\(count)件。Enter でその項目を開きます。" }

  /// Why a sheet is not saved, in a word.
  static func word(_ obstacle: UnsavedSheet.Obstacle) -> String {
    switch obstacle {
    case .rule: PeriodState.deficient.rawValue
    case .held: someoneEdits
    case .conflict: "両方で変更"
    case .changed: "ほかで変更"
    case .failed: "保存失敗"
    case .earlierDrafts: earlierDraft
    }
  }

  /// Why a sheet is not saved, and what can be done.
  static func unsaved(_ name: String, _ obstacle: UnsavedSheet.Obstacle, draftsAreKept: Bool) -> String {
    let kept = draftSentence(draftsAreKept)
    switch obstacle {
    case .rule(let finding): return "\(name): \(refusedSave(finding, draftsAreKept: draftsAreKept))"
    case .held(let holder): return "\(name): \(isBeingEdited(by: holder))終わるのを待つか、開いて「それでも記入する」を選んでから保存してください。\(kept)"
    case .conflict(let fields):
      let names = fields.map { fieldName($0) }.joined(separator: "、")
      return "\(name): \(names)がほかでも変更され、両方の文が並んでいます。開いて確かめてから保存してください。\(kept)"
    case .changed: return "\(name): 開いた後にほかで変更されました。その内容を取り込みました。確かめて、もう一度 F2 で保存してください。\(kept)"
    case .failed(let sentence): return sentence
    case .earlierDrafts(let count): return "\(name): 前に残した下書きが\(count)件あります。項目を開くと、続きから書くか選べます。"
    }
  }
}

extension Wording.Help {
  static let backFromLeaving = "終了せずに、元の画面へ戻る"
}
