// Holds the words about the drafts of earlier programs.

import InitiativeModel
import SheetWording

extension Wording {
  static let answerDraftsFirst = "Enter で決めてから記入してください(Esc で、すべて後に残します)。"

  /// From which file a draft was taken in, in front of what it is of; empty for what a person wrote.
  static func origin(_ draft: RecoverableDraft) -> String { draft.importedFrom.map { "(\($0) から取込) " } ?? "" }

  static func recoveryTitle(_ answers: [DraftAnswer]) -> String {
    let all = answers.allSatisfy { $0 == .resume } ? "Enter で続きから書けます。" : "Enter で、選んだとおりにします。"
    return "前回の下書きが\(answers.count)件あります。" + all
  }

  static func draftConflicting(_ fields: [EntryField]) -> String {
    "\(fields.map { fieldName($0) }.joined(separator: "、"))はほかでも変更されたため、開くときに選びます。"
  }

  static func draftsLeftForLater(_ count: Int) -> String {
    "下書き\(count)件はそのまま残しました。一覧に「\(earlierDraft)」と出ます。項目を開くと、また選べます。"
  }

  /// - Parameter asked: how many of those that are gone on from wait for an answer about texts that changed meanwhile.
  static func recovered(_ answers: [DraftAnswer], asked: Int) -> String {
    var counts = DraftAnswer.allCases.map { answer in answers.filter { $0 == answer }.count }
    counts[0] -= asked
    var parts: [String] = []
    if counts[0] > 0 { parts.append("前回の下書き\(counts[0])件の続きを書けます。F2 で保存してください。") }
    if asked > 0 { parts.append("\(asked)件は綴りも変わっています。項目を開くと、どの文にするか選べます。") }
    if counts[1] > 0 { parts.append("\(counts[1])件は後に残しました(項目を開くと、また選べます)。") }
    if counts[2] > 0 { parts.append("\(counts[2])件を捨てました(14日間は drafts/old に残ります)。") }
    return parts.joined()
  }
}
