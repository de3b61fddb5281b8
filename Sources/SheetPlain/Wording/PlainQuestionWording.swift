// Holds the questions of the dialogue line by line, and their answers.

import InitiativeModel
import SheetWording

extension Wording.Plain {
  static let answerPrompt = "答え> "
  static let notAnswered = "問いに答えがないまま入力が終わりました。"
  static func answer(_ number: Int, _ answer: NumberedAnswer) -> String {
    "\(number) \(answer.text): \(answer.word)(\(answer.key))"
  }
  static func noAnswer(_ line: String, _ words: [String]) -> String {
    "「\(line)」は答えにありません。\(words.joined(separator: "、")) のどれかを入れてください。"
  }

  // MARK: Leaving

  static let stay = NumberedAnswer(word: "戻る", key: "b", text: "終わらずに戻る")
  static let saveAndLeave = NumberedAnswer(word: "保存", key: "s", text: "保存して終わる")
  static func leaveDrafts(_ areKept: Bool) -> NumberedAnswer {
    NumberedAnswer(word: "下書き", key: "d", text: areKept ? "下書きのまま終わる" : "保存せずに終わる(記入は失われる)")
  }
  static let notLeft = "保存していない項目があるため、終わっていません。"
  static func unsaved(_ count: Int, _ draftsAreKept: Bool) -> String {
    "保存していない項目が\(count)件あります。" + (draftsAreKept ? "" : "下書きを保存できていません。")
  }

  // MARK: Other people

  static let justRead = NumberedAnswer(word: "読む", key: "r", text: "読むだけにする")
  static let editAnyway = NumberedAnswer(word: "記入", key: "w", text: "それでも記入する")

  // MARK: Marks

  static let keepMark = NumberedAnswer(word: "やめる", key: "b", text: "印を残す")
  static let removeMark = NumberedAnswer(word: "消す", key: "d", text: "印を消す")
  static let markIsOfSaved = "印は保存されている内容に付きます。保存していない変更は入りません。"
  static let begunComment = "書きかけのコメントがあります。この続きに入ります:"
  static let nothingReplied = "返答の文がないため、何もしていません。"
  static let commentNotEnded = "コメントは終わりの印「.」がないまま入力が終わりました。入れた行は残っています。"
  static let markTakesLong = "印の返事がまだありません。付いたかどうかは分かりません。返事が来たら、次の行の前に知らせます。"
  static func noCommentToAnswer(_ period: ReviewPeriod) -> String { "\(period.printedName)に返答するコメントがありません。" }

  // MARK: Drafts of earlier programs

  static func draftFound(_ draft: RecoverableDraft) -> String { "前の下書きがあります(\(Wording.when(draft)))。変わる所:" }

  static func answer(_ answer: DraftAnswer) -> NumberedAnswer {
    switch answer {
    case .resume: NumberedAnswer(word: "続き", key: "r", text: Wording.answer(answer))
    case .keep: NumberedAnswer(word: "後", key: "k", text: Wording.answer(answer))
    case .discard: NumberedAnswer(word: "捨てる", key: "d", text: Wording.answer(answer))
    }
  }

  static func answered(_ answer: DraftAnswer) -> String {
    switch answer {
    case .resume: "下書きを取り込みました。確かめて「保存」してください。"
    case .keep: "下書きはそのまま残しました。項目を開くと、また選べます。"
    case .discard: "下書きを捨てました(14日間は drafts/old に残ります)。"
    }
  }

  // MARK: Versions that git left

  static let unmergedQuestion = "gitの合流(マージ)で二つの文が残っています。どちらの文にするか選んでください。"
  static let settled = "選んだ文を下書きにしました。確かめて「保存」してください。保存するまでファイルは変わりません。"

  static func gitText(_ place: SheetPlace, _ side: String) -> String { "\(Wording.name(place)) \(side)の文" }

  static func gitAnswer(_ answer: ConflictAnswer) -> NumberedAnswer {
    let text = Wording.gitAnswer(answer)
    return switch answer {
    case .both: NumberedAnswer(word: "両方", key: "b", text: text)
    case .ours: NumberedAnswer(word: "こちら", key: "m", text: text)
    case .theirs: NumberedAnswer(word: "相手", key: "t", text: text)
    case .draft: NumberedAnswer(word: "前", key: "d", text: text)
    }
  }

  // MARK: Texts that two people changed

  static let theirText = "相手の文(いまファイルにある文)"
  static let ourText = "自分の文"
  static let savedText = "保存されている文"
  static let draftText = "下書きの文"
  static let conflictsAnswered = "選んだとおりにしました。確かめて「保存」してください(u で戻せます)。"

  static func changedByBoth(_ field: EntryField) -> String { "\(name(field))がほかでも変更されました。どの文にするか選んでください。" }

  static func version(_ name: String, _ content: String) -> [String] {
    let lines = LongText(content).lines
    return ["\(name):"] + (lines.isEmpty ? [Wording.notEntered] : numbered(lines, lines.indices))
  }

  static func answer(_ answer: ConflictAnswer, isChoice: Bool, isDraft: Bool) -> NumberedAnswer {
    let text = Wording.answer(answer, isChoice: isChoice)
    return switch (answer, isDraft) {
    case (.both, _): NumberedAnswer(word: "両方", key: "b", text: text)
    case (.ours, false), (.draft, false): NumberedAnswer(word: "自分", key: "m", text: text)
    case (.theirs, false): NumberedAnswer(word: "相手", key: "t", text: text)
    case (.ours, true), (.draft, true): NumberedAnswer(word: "下書き", key: "d", text: draftText)
    case (.theirs, true): NumberedAnswer(word: "保存済み", key: "t", text: savedText)
    }
  }
}
