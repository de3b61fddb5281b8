// Holds how lists, items, fields and texts are read in the dialogue line by line: each line can be understood alone.

import InitiativeModel
import SheetWording

extension Wording.Plain {
  // MARK: Lists

  static let chooseBook = "綴りの番号を入れてください。"
  static let chooseFilter = "「絞込 番号」で選びます。"
  static let nothingShown = "一覧に出ている項目はありません。「絞込 すべて」で全部の項目が出ます。"

  static func bookCount(_ count: Int) -> String { "\(count)綴りあります。" }
  static func book(_ number: Int, _ book: BookSection, _ progress: [String]) -> String {
    let folder = book.path.split(separator: "/").last ?? ""
    return "\(number) \(Wording.name(book)) [\(folder)] "
      + (book.header == nil ? book.problems : progress).joined(separator: "、")
  }

  static func heading(_ book: BookSection, shown: Int, _ filter: ListFilter) -> String {
    filter == .all
      ? "\(Wording.name(book)) \(shown)項目"
      : "\(Wording.name(book)) \(Wording.name(filter)) \(shown)項目(全\(book.rows.count)項目)"
  }

  /// An item of the list with its states, as the list on the screen names them.
  static func line(of sheet: EditedSheet) -> String {
    let star = sheet.edited.starred ? " \(PrintedForm.star)" : ""
    let states = ReviewPeriod.allCases.map { period in
      let sign = sheet.edited.chosenOption(of: period.decidingChoice).map { $0.sign + " " } ?? ""
      return "\(period.shortName) \(sign)\(sheet.standing(of: period).word)"
    }
    var marks: [String] = []
    if sheet.holder != nil { marks.append(Wording.someoneEdits) }
    if sheet.hasDraft { marks.append(PeriodState.draft.rawValue) }
    if sheet.waitingDraftCount > 0 { marks.append(Wording.earlierDraft) }
    if sheet.openComments.count > 0 { marks.append("コメント\(sheet.openComments.count)") }
    return "\(sheet.edited.number)\(star) \(sheet.edited.fullTitle): " + (states + marks).joined(separator: "、")
  }

  static func unmergedLine(_ number: Int?, _ file: String) -> String {
    "\(number.map(String.init) ?? "") \(file): \(Wording.unmergedState)"
  }
  static func unreadable(_ file: String, _ reason: String) -> String {
    "\(file) 読めません: \(reason.hasPrefix(file) ? reason.dropFirst(file.count).drop { $0 == " " } : reason[...])"
  }
  static func filter(_ number: Int, _ filter: ListFilter, _ count: Int) -> String {
    "\(number) \(Wording.name(filter)) \(count)項目"
  }

  static func finding(_ finding: Finding, in number: Int) -> String {
    "\(Wording.itemName(number)) \(Wording.severityName(finding.severity)) \(Wording.sentence(finding))"
  }

  // MARK: An item

  static let isUnsaved = " 保存していない変更があります。"
  static let noComments = "印もコメントもありません。"

  static func title(_ sheet: InitiativeSheet) -> String { "\(Wording.itemName(sheet.number)) \(sheet.title)" }

  static func standing(_ period: ReviewPeriod, _ standing: PeriodStanding) -> String {
    let mark = standing.mark.map { "、\($0.rawValue)" } ?? ""
    return "\(period.printedName): \(standing.entry.rawValue)\(mark)"
  }

  static func commentCount(_ count: Int) -> String { "コメントが\(count)件あります。m で読めます。" }

  /// A field with its period, as its label in the form names it.
  static func name(_ field: EntryField) -> String { "\(field.period.printedName) \(Wording.label(field))" }

  static func number(_ field: EntryField) -> Int { (EntryField.allCases.firstIndex(of: field) ?? 0) + 1 }

  /// A field and what stands in it, in a line: a choice with its words, a text with its length.
  static func summary(_ field: EntryField, in sheet: EditedSheet) -> String {
    let lines = sheet.edited.text(of: field).lines
    let content: String
    if field.isChoice {
      content = sheet.edited.chosenOption(of: field).map { Wording.name($0) } ?? Wording.notEntered
    } else {
      content = lines.isEmpty ? Wording.notEntered : "\(lines.count)行 \(lines.reduce(0) { $0 + $1.count })字"
    }
    let period = field.period
    let isRequired =
      field == period.requiredText && RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period)
    let isChanged = !sheet.edited.agrees(with: sheet.saved, in: field)
    return "\(number(field)) \(name(field))\(isRequired ? "(必須)" : ""): \(content)\(isChanged ? " 未保存" : "")"
  }

  /// A field with all its lines.
  static func lines(of field: EntryField, in sheet: EditedSheet) -> [String] {
    let lines = sheet.edited.text(of: field).lines
    return [summary(field, in: sheet)] + numbered(lines, lines.indices)
  }

  /// Lines with their numbers.
  static func numbered(_ lines: [String], _ range: Range<Int>) -> [String] {
    range.map { "\($0 + 1): \(lines[$0])" }
  }

  // MARK: Entering

  static let endMark = "「.」だけの行で終わります。"

  static func choicePrompt(_ field: EntryField) -> String {
    let options = field.options.enumerated().map { "\($0 + 1)は\(Wording.name($1))" }
    return "\(name(field)) \(options.joined(separator: "、"))、0は消す、空行はそのまま> "
  }
  static func linePrompt(_ number: Int, goesOn: Bool) -> String { goesOn ? "\(number)の続き> " : "\(number)> " }
  static func willReplace(_ field: EntryField, _ lines: Int) -> String {
    "\(name(field))には\(lines)行あります。終わりの印まで入れると、全文が入れ替わります。何も入れずに終われば、そのままです。"
  }
  static func unchanged(_ field: EntryField) -> String { "\(name(field))はそのままです。" }
  static func entered(_ lines: Int) -> String { "\(lines)行を下書きに入れました。" }
  static func deleted(_ field: EntryField, _ lines: Int) -> String { "\(name(field))の\(lines)行を消しました。u で戻せます。" }
  static func undone(_ field: EntryField) -> String { "\(name(field))の記入を取り消しました。" }
  static func redone(_ field: EntryField) -> String { "\(name(field))の記入をやり直しました。" }
  static func dots(_ text: String) -> String { "「\(text)」の行を入れました。" }
  static func keysLeftOut(_ keys: Int, _ text: String) -> String {
    "矢印などのキーの符号を\(keys)個除いて入れました。確かめてください: \(text)"
  }
  static func lineIsFull(_ text: String) -> [String] {
    [
      "端末が1行に受け取れる長さ(\(EnteredLine.terminalsLongest)バイト)いっぱいです。ここから後は届いていません。終わりの文: \(text.suffix(20))",
      "続きを入れると同じ行につながります。続きがなければ空行を入れてください。",
    ]
  }
  static func textNotEnded(_ field: EntryField, _ entered: Int, _ replaced: Int) -> String {
    let old = replaced > 0 ? "入れ替えるはずの\(replaced)行もその後に残っています。" : ""
    return "\(name(field))は終わりの印「.」がないまま入力が終わりました。入れた\(entered)行は下書きにあります。\(old)"
  }
  static func changesConfirmed(_ period: ReviewPeriod) -> String {
    "\(period.printedName)は確認済です。直して保存すると「\(MarkState.changedSinceConfirmed.rawValue)」になります。"
  }
}
