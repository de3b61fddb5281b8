// Holds the sentences of what an import is not sure of.

import InitiativeModel
import SheetExchange
import SheetWording

extension Wording {
  /// Why a text was not taken: what was found, how it was read, what to try.
  static func notSure(_ doubts: [ImportDoubt], _ layouts: [ImportLayout], file: String) -> String {
    let read = layouts.isEmpty ? "" : "(\(layouts.map(name).joined(separator: "・"))として読みました)"
    let first = doubts.first.map { sentence($0) } ?? ""
    let more = doubts.count > 1 ? "ほかに\(doubts.count - 1)か所あります。" : ""
    return "\(file) は正しく読めたか分からないため、何も取り込んでいません\(read)。\(first)\(more)"
      + "その行を直すか、様式の表を別の形(Excelの表を貼り付けた文字など)に変換し直してから、もう一度取り込んでください。"
  }

  /// The other form, in a sentence.
  static func sentence(_ form: OtherForm) -> String {
    switch form {
    case .form(let name): "「\(name)」です。取り込めるのは様式3(取組項目ごとの計画・中間振り返り・自己評価)だけです。"
    case .programme(let name): "「\(name)」の様式です。取り込めるのは\(PrintedForm.heading)の様式だけです。"
    case .city(let name): "\(name)の文書です。取り込めるのは大阪市の区の様式だけです。"
    }
  }

  /// The name of a layout.
  public static func name(_ layout: ImportLayout) -> String {
    switch layout {
    case .tabRows: "タブ区切りの表"
    case .html: "HTMLの表"
    case .pipes: "Markdownの表"
    case .sideBySide: "横に並んだ段組み"
    case .lines: "一行に一欄"
    case .oneLine: "一行に続いた文字"
    }
  }

  /// What speaks against a reading, in a sentence.
  public static func sentence(_ doubt: ImportDoubt) -> String {
    switch doubt {
    case .tooMuchUnplaced(let letters, let all, let lines):
      "\(all)字のうち\(letters)字の置き場が分かりません(\(lines.map(String.init).joined(separator: "、"))行目など)。"
    case .unsettledOrder(let line): "\(line)行目の\(PrintedForm.selfEvaluation)が、前と後ろのどちらの項目のものか分かりません。"
    case .unreadHeading(let text, let line): "\(line)行目の「\(text.prefix(24))」が項目の見出しかどうか分かりません。"
    case .partOutOfOrder(let sheet, let part, let line):
      "項目\(sheet)の中で\(line)行目に「\(part)」がもう一度か順番と違って出てきます。次の項目の見出しが読めていないようです。"
    case .labelInText(let sheet, let field, let label, let line):
      "項目\(sheet) \(field.printedName)(\(line)行目)の文の中に、様式の見出し「\(label)」があります。"
    case .labelBehindText(let label, let line):
      "\(line)行目の「\(label)」の前に文があり、どの欄の文か分かりません。"
    case .unsettledText(let text, let sheet, let line):
      "項目\(sheet)の\(line)行目の「\(text.prefix(24))」が、どの欄の文か分かりません。"
    case .missingPart(let sheet, let part, let line):
      "項目\(sheet)(\(line)行目から)に、ほかの項目にある「\(part)」がありません。項目の切れ目が読めていないようです。"
    case .differentAnswers(let sheet, let field, let line):
      "項目\(sheet) \(SheetField.entry(field).printedName)(\(line)行目)に、違う選択が二つ印刷されています。"
    case .unclosedMarkup(let text, let line):
      "\(line)行目の「\(text)」がどこで終わるか分からず、その後の文が隠れている恐れがあります。"
    case .differentSheets(let number, let line):
      "項目\(number)が二つあり、\(line)行目からのものは前のものと違います。一つの様式だけのファイルにしてください。"
    case .severalWards(let wards):
      "ページの見出しに\(wards.prefix(3).joined(separator: "、"))\(wards.count > 3 ? "など\(wards.count)区" : "")があります。区ごとのファイルに分けてください。"
    case .emptySheet(let number, let line): "\(line)行目の見出し「\(PrintedForm.item) \(number)」の後に様式の中身がありません。"
    }
  }
}
