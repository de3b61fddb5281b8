// Holds the sentences about a file that was exported and comes back.

import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording

extension Wording {
  /// Why a file that came back cannot be read.
  static func sentence(_ error: ReturnedFileError, file: String) -> String {
    let nothing = "何も取り込んでいません。"
    return switch error {
    case .tooLarge: "\(file) は大きすぎるか、開くと大きくなりすぎます。書き出したファイルか確かめてください。\(nothing)"
    case .damaged(let place):
      "\(file)\(place.map { " \($0)" } ?? "") が壊れているか、途中で切れています。もう一度受け取るか、保存し直してください。\(nothing)"
    case .noSheets: "\(file) に項目がありません。書き出したファイルか確かめてください。\(nothing)"
    case .missingColumn(let name): "\(file) に「\(name)」の見出しがありません。書き出したときの見出しに戻してください。\(nothing)"
    case .foreign(let kind): "\(file): \(kind.sentence)\(nothing)"
    case .textOutsideFields(let place, let text):
      "\(file) \(place): どの欄にも入らない文「\(text.prefix(24))」があります。欄の中に移すか消してください。\(nothing)"
    case .repeatedColumn(let name): "\(file) に「\(name)」の見出しが二つあります。片方を消してください。\(nothing)"
    case .missingLabel(let label, let page, let cell):
      "\(file) の\(page)\(cell.map { "のセル\($0)" } ?? "")にあるはずの見出し「\(label)」がありません。書き出したときの見出しに戻してください。\(nothing)"
    case .repeatedLabel(let label, let page): "\(file) の\(page)に見出し「\(label)」が二つあります。片方を消してください。\(nothing)"
    case .unreadableValue(let place, let field, let value):
      "\(file) \(self.value(UnreadableValue(place: place, field: field, value: value)))\(nothing)"
    case .unreadableValues(let values):
      "\(file) には直すところが\(values.count)か所あります。\(values.prefix(mostValues).map { self.value($0) }.joined())"
        + (values.count > mostValues ? "ほかに\(values.count - mostValues)か所あります。" : "") + nothing
    case .repeatedSheet(let number, let place):
      "\(file) \(place): 項目\(number)が二度あります。正しい方だけを残してください。\(nothing)"
    case .severalBooks(let wards):
      "\(file) にはいくつかの綴り(\(wards.joined(separator: "、")))の項目があります。"
        + "furikaeri export に綴りのフォルダーを一つずつ指定して書き出し、綴りごとのファイルに分けて取り込んでください。\(nothing)"
    }
  }

  /// How many values that cannot be read are told one by one.
  private static let mostValues = 30

  /// A value that cannot be read, and what can stand there.
  private static func value(_ value: UnreadableValue) -> String {
    let field = SheetField.searched.first { $0.printedName == value.field }
    let allowed =
      switch field {
      case .entry(let entry)? where entry.isChoice:
        "\(entry.options.map(\.sign).joined(separator: " か ")) を選び直してください(空欄にもできます)。"
      case .title?, .subtitle?, .policyAndTargets?, .annualActions?, .entry?: "文字で入力し直してください。"
      case .number?, nil: "番号や年度なら数字に、ほかは書き出したときの値に直してください。"
      }
    return "\(value.place) \(value.field): 「\(value.value.prefix(24))」は使えません。\(allowed)"
  }

  /// One line about what a file that came back says and the book does not hold, or holds otherwise.
  static func lineOfReturned(_ remark: ImportRemark, isTrial: Bool) -> String {
    let taken = isTrial ? "取り込みません" : "取り込みませんでした"
    let draft = "ファイルの内容は下書きに\(isTrial ? "残します" : "残しました")"
    let unchanged = "綴りのままに\(isTrial ? "します" : "しました")"
    return switch remark {
    case .changedOnBothSides(let number, let field):
      "要選択 項目\(number) \(fieldName(field)): 書き出した後に、綴りとファイルの両方で変更されています。"
        + "綴りはそのままにし、\(draft)。"
    case .combined(let number, let field):
      "確認 項目\(number) \(fieldName(field)): 綴りとファイルで別の行が変更されているため、両方の変更を合わせま\(isTrial ? "す" : "した")。"
    case .keptPeriod(let number, let period):
      "要記入 項目\(number) \(period.printedName): ②なのに課題と改善策が空になるため、綴りはそのままにし、\(draft)。\(next(number, isTrial: isTrial))"
    case .baseUnknown(let number):
      "確認 項目\(number): 書き出したときの内容が分からないため、綴りで空いている欄だけを取り込みま\(isTrial ? "す" : "した")。"
    case .printedLeft(let number, let field):
      "確認 項目\(number) \(field.printedName): ファイルで変更されていますが、\(unchanged)(--replace を付けると取り込みます)。"
    case .printedOnBothSides(let number, let field):
      "要選択 項目\(number) \(field.printedName): 綴りとファイルが違います。\(unchanged)。ファイルを見て、要る変更を綴りに書いてください。"
    case .starLeft(let number):
      "確認 項目\(number) \(PrintedForm.star): ファイルで変更されていますが、\(unchanged)(--replace を付けると取り込みます)。"
    case .notInBook(let number, let place):
      "要選択 項目\(number)(\(place)): 綴りにない番号のため、\(taken)。番号を確かめてください(新しい項目なら --replace を付けてください)。"
    case .numberNotUnique(let number):
      "要選択 項目\(number): 綴りに同じ番号の項目が二つあるため、\(taken)。furikaeri check で確かめてください。"
    case .sheetUnreadable(let number, let error): "要選択 項目\(number): \(sentence(error))この項目は\(taken)。"
    case .wardNamed(let ward): "確認 全体: 綴りの区名を\(ward)と\(isTrial ? "します" : "しました")。"
    case .openElsewhere(let number, let name):
      "確認 項目\(number): \(name.isEmpty ? "ほかの人" : "\(name)さん")が画面で開いています。取り込\(isTrial ? "む" : "んだ")内容は、その画面にも出ます。"
    case .earlierDraft(let number):
      "確認 項目\(number): 前からの下書きはそのまま残し、別の下書きに\(isTrial ? "します" : "しました")。項目を開くと、それぞれ選べます。"
    case .draftIsThere(let number): "確認 項目\(number): 同じ下書きがすでにあるため、増やしま\(isTrial ? "せん" : "せんでした")。"
    case .changedMeanwhile(let number):
      "要選択 項目\(number): 取り込む間にほかで保存されたため、書きませんでした。もう一度取り込んでください。"
    case .historyNotKept(let number, let error): "確認 項目\(number): " + historyNotKept(error, BookFolder.fileName(number))
    case .foreignCopy(let name): "確認 " + foreignCopy(name)
    case .ignoredColumn(let heading): "確認 全体: 列「\(heading)」は様式の欄ではないため、読みませんでした。"
    case .unplaced(let text): "置き場なし 全体: \(text)"
    case .characterSet:
      "確認 全体: ファイルの文字コード(シフトJIS)では表せない文字があります。変わった行に「?」や別の形の「―」「～」がないか確かめてください。"
    case .repeatedSheetLeftOut, .keptEntry, .keptUnread, .keptAsDraft, .notInFile: line(remark, isTrial: isTrial)
    }
  }

  /// What to do about a ② that waits for its text.
  static func next(_ number: Int, isTrial: Bool = false) -> String {
    "\(isTrial ? "取り込んだ後で、" : "")項目\(number)を開いて「課題と改善策」を書き、F2 で保存してください。"
  }

  /// What is open when all the rest was taken in, and what to do; nil where nothing is.
  public static func open(_ outcome: BookImport.Outcome, from file: String) -> String? {
    let open = outcome.open
    guard !open.isEmpty else { return nil }
    let asked = outcome.changes.filter { $0.waiting.contains(where: \.isConflict) }.map {
      "項目\($0.after.number)(\($0.waiting.filter(\.isConflict).map { fieldName($0.field) }.joined(separator: "、")))"
    }
    let unwritten = Set(open.compactMap(\.sheetWithoutText)).sorted().map { "項目\($0)" }
    let others = open.contains {
      if case .changedOnBothSides = $0 { false } else { $0.sheetWithoutText == nil }
    }
    let conflicts =
      asked.isEmpty
      ? ""
      : "\(asked.joined(separator: "、"))は綴りとファイルの両方で変更されています。"
        + "\(outcome.isDryRun ? "取り込んだ後で、" : "")furikaeri \(outcome.path) で下書きの続きから項目を開き、どちらの文にするか選んでください。"
    let texts =
      unwritten.isEmpty
      ? ""
      : "\(unwritten.joined(separator: "、"))は②なのに課題と改善策が空です。"
        + "\(outcome.isDryRun ? "取り込んだ後で、" : "")furikaeri \(outcome.path) で下書きの続きから項目を開いて「課題と改善策」を書き、F2 で保存してください。"
    let left = outcome.isDryRun ? "取り込まないもの" : "取り込んでいないもの"
    return "\(file): \(conflicts)\(texts)" + (others ? "\(left)があります。「要選択」の行を確かめてください。" : "")
  }
}

extension ImportRemark {
  /// The sheet whose ② waits for its text; nil for everything else.
  fileprivate var sheetWithoutText: Int? {
    switch self {
    case .keptPeriod(let number, _), .keptAsDraft(let number, _): number
    case .repeatedSheetLeftOut, .keptEntry, .keptUnread, .changedOnBothSides, .combined, .baseUnknown, .printedLeft,
      .printedOnBothSides, .starLeft, .notInBook, .numberNotUnique, .sheetUnreadable, .wardNamed, .openElsewhere,
      .earlierDraft, .draftIsThere, .changedMeanwhile, .historyNotKept, .foreignCopy, .ignoredColumn, .unplaced,
      .characterSet, .notInFile:
      nil
    }
  }
}
