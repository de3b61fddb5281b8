// Holds the sentences of `export`.

import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording

extension Wording {
  static func exported(books: Int, sheets: Int, to path: String) -> String {
    "\(path) に\(books > 1 ? "\(books)綴り" : "")\(sheets)項目を書き出しました。"
  }
  static func noSheets(_ folder: String) -> String { "\(folder) に書き出す項目がありません。" }

  static func noSuchTitle(_ text: String, _ folder: String, nearest: [String]) -> String {
    let near = nearest.isEmpty ? "" : "近い題名: \(quoted(nearest))。"
    return "\(folder) に、題名に「\(text)」とある項目がありません。\(near)題名は furikaeri status \(folder) で確かめられます。"
  }
  static func severalTitles(_ text: String, _ titles: [String]) -> String {
    "「\(text)」のある題名は\(titles.count)種類あり、すべて書き出します: \(quoted(titles))。一つに絞るには題名全体を指定してください。"
  }
  static func booksWithout(_ text: String, _ books: [BookHeader]) -> String {
    "題名に「\(text)」とある項目がない綴り: \(books.map { name($0) }.joined(separator: "、"))。"
  }
  static func onlySaved(_ drafted: [(header: BookHeader, numbers: [Int])], isCheck: Bool) -> String {
    let all = drafted.map { "\(name($0.header)) 項目\($0.numbers.map(String.init).joined(separator: "・"))" }
    return "保存していない下書きがあります(\(all.joined(separator: "、")))。\(isCheck ? "確認" : "書き出")したのは保存済みの内容です。"
  }

  /// A file that import will not take back.
  static let severalBooksExported =
    "いくつかの綴りを一つのファイルに書き出しました。このファイルは furikaeri import では戻せません。戻してもらうときは、綴りのフォルダーを一つずつ指定して書き出してください。"

  private static func name(_ header: BookHeader) -> String { "\(ward(header)) \(header.fiscalYear.japaneseName)" }
  private static func quoted(_ titles: [String]) -> String { titles.map { "「\($0)」" }.joined() }

  /// Why a result was not written to the file that was named.
  static func sentence(_ error: ResultFileError) -> String {
    switch error {
    case .ownFile(let path): "\(path) は綴りのファイルの名前なので、書き出しません。--output にほかの名前を指定してください。"
    case .notRegular(let path):
      "\(path) は普通のファイルではない(フォルダー、リンク、装置など)ため、書き出しません。--output にほかの名前を指定してください。"
    case .storage(.notFound(let path)), .storage(.notAFolder(let path)):
      "書き出し先のフォルダー \(path) がありません。--output の場所を確かめてください。"
    case .storage(let error): sentence(error) + "書き出していません。"
    }
  }

  static func notWritten(_ path: String) -> String { "\(path) に書き出せませんでした。場所と空き容量を確かめてください。" }

  /// What Excel will not show whole.
  static func sentence(_ cell: LongCell) -> String {
    "\(cell.ward)項目\(cell.number)の「\(cell.heading)」は\(cell.units)字あり、Excelでは一つのセルに入りきりません。"
      + "CSVには全文を書き出しました。Excelで保存し直さないでください。"
  }

  // MARK: 公開用チェック

  static func line(_ row: PublishingCheck.Row, _ number: Int) -> String {
    "\(itemName(number)) \(row.field.printedName): \(name(row.character)) \(row.count)字 → \(replacement(row.character))"
  }
  static func checkedSpecial(sheets: Int, _ rows: [PublishingCheck.Row]) -> String {
    let all = rows.reduce(0) { $0 + $1.count }
    guard all > 0 else { return "\(sheets)項目を確認: 機種依存文字、半角カナ、見えない文字、外字はありません。" }
    let replaced = rows.filter { $0.character.replacement != nil }.reduce(0) { $0 + $1.count }
    let kinds = Set(rows.map(\.character)).count
    return "\(sheets)項目を確認: \(kinds)種類\(all)字(--replace-special で\(replaced)字を置き換えて書き出せます)"
  }
  static func specialReplaced(_ count: Int, comesBack: Bool) -> String {
    "書き出した中で\(count)字を置き換えました。綴りは変えていません。"
      + (comesBack && count > 0
        ? "置き換えた項目は、このファイルを取り込むときに違う欄を一つずつ選ぶことになります。戻してもらうファイルは --replace-special なしで書き出してください。" : "")
  }

  private static func name(_ character: SpecialCharacter) -> String {
    let sign =
      switch character.kind {
      case .environmentDependent, .halfWidthKana: "「\(character.text)」\(character.codes)"
      case .invisible, .privateUse: character.codes
      }
    return "\(sign) \(character.kind.rawValue)"
  }
  private static func replacement(_ character: SpecialCharacter) -> String {
    guard let text = character.replacement else { return "置き換えなし(そのまま書き出します)" }
    if text == "\n" { return "改行" }
    if text == " " { return "空白" }
    return text.isEmpty ? "取り除く" : "「\(text)」"
  }
}
