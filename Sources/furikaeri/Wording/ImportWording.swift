// Holds the sentences of `import`.

import InitiativeModel
import SheetEditor
import SheetExchange

extension Wording {
  static let standardInput = "標準入力"

  static func sentence(_ error: PublishedTextError, file: String) -> String {
    switch error {
    case .empty: "\(file) は空です。様式の文字が入ったファイルを指定してください。"
    case .notText: "\(file) は文字のファイルではありません。様式を文字に変換したファイルを指定してください。"
    case .undecodable(let line): "\(file) \(line)行目: UTF-8でもCP932(シフトJIS)でも読めません。UTF-8で保存し直してください。"
    case .noSheets: "\(file) に「取組項目 1」のような見出しがありません。様式の文字か確かめてください。"
    }
  }

  static func yearUnknown(_ file: String) -> String {
    "\(file) から年度が分かりません。--year 2019(または R1、令和元、平成31)で指定してください。"
  }

  static func bookExists(_ path: String) -> String {
    "\(path) にはすでに綴りがあります。計画を入れ替えるときは --replace を付けてください(記入済みの欄は残ります)。"
  }

  static func imported(sheets: Int, path: String, from file: String) -> String {
    "\(file) から\(sheets)項目を \(path) に取り込みました。"
  }

  static func repeatedSheetLeftOut(_ number: Int) -> String {
    "確認 項目\(number): 同じ番号の項目が二度あったため、後のものは取り込みませんでした。元の文字を確かめてください。"
  }

  static func unreadableLeftAlone(_ file: String) -> String {
    "確認 \(file): 読めないファイルがすでにあるため、変えていません。直してからもう一度取り込んでください。"
  }

  static func keptEntry(_ number: Int, _ field: EntryField) -> String {
    "確認 項目\(number) \(SheetField.entry(field).printedName): 記入済みの内容を残しました(取り込む文字とは違います)。"
  }

  static func keptAsDraft(_ number: Int, _ period: ReviewPeriod) -> String {
    "確認 項目\(number) \(period.printedName): ②なのに課題と改善策が空なので、②は下書きに残しました。"
  }

  /// One line of the list of what to look at.
  static func line(_ note: ImportNote) -> String {
    let place = [note.sheet.map { "項目\($0)" }, note.field?.printedName].compactMap { $0 }.joined(separator: " ")
    let head = note.isUnplaced ? "置き場なし" : "確認"
    return "\(head) \(place.isEmpty ? "全体" : place)(\(note.line)行目): \(sentence(note.reason))"
  }

  private static func sentence(_ reason: ImportNote.Reason) -> String {
    switch reason {
    case .wardGuessed(let ward): "区名を本文の「\(ward)」から取りました。"
    case .yearGuessed(let year): "年度を本文から\(year.fullName)としました。"
    case .damagedLegend(let assumed?): "凡例が崩れているため、\(assumed) と読みました。"
    case .damagedLegend(nil): "凡例が崩れていて、選択が分かりません。未入力としました。"
    case .repeatedRow: "同じ行が二度印刷されています。"
    case .differentAnswers(let kept, let other): "二つの行の選択が違います。\(kept) とし、\(other) は取りませんでした。"
    case .movedCells: "欄が左へずれた行を、正しい列に入れました。"
    case .extraCell(let text): "余分な欄の文をこの列に入れました: \(excerpt(text))"
    case .unlabelledText(let text): "見出しのない文をこの欄に入れました: \(excerpt(text))"
    case .otherRequirement(let sign): "注記の記号が「\(sign)」です。そのまま残し、必須の決まりは②のままです。"
    case .unclosedTitle: "題名の 】 がありません。"
    case .missingTitle: "題名がありません。"
    case .repeatedNumber: "同じ番号の項目がもう一つあります。"
    case .unplaced(let text): text
    }
  }

  private static func excerpt(_ text: String) -> String {
    text.count > 24 ? "\(text.prefix(24))…" : text
  }
}
