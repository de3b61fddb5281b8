// Holds the kinds of files that people take for a workbook, with their sentences.

/// A file that is whole and of a known kind, but none that is read.
public enum ForeignFile: Equatable, Sendable, CaseIterable {
  /// A workbook or document that opens with a password only.
  case passwordProtected
  /// A workbook of Excel 97 to 2003 (.xls).
  case oldWorkbook
  /// A binary workbook (.xlsb).
  case binaryWorkbook
  /// A document of Word (.doc, .docx).
  case document
  /// A presentation of PowerPoint (.ppt, .pptx).
  case presentation
  /// A workbook of LibreOffice's own format (.ods).
  case openWorkbook
  /// Any other file of Office or LibreOffice.
  case otherOffice
  /// An archive with anything else in it.
  case archive

  /// What the file is and what to do, without its name: 「古い形式のExcelファイル(.xls)です。…」.
  public var sentence: String {
    switch self {
    case .passwordProtected: "パスワードで保護されたファイルのため読めません。パスワードを外して保存し直してください。"
    case .oldWorkbook: "古い形式のExcelファイル(.xls)です。Excelブック(.xlsx)の形式で保存し直してください。"
    case .binaryWorkbook: "バイナリ形式のExcelファイル(.xlsb)です。Excelブック(.xlsx)の形式で保存し直してください。"
    case .document: "Wordの文書です。文章をコピーしてテキストファイルに保存するか、書き出したExcelブック(.xlsx)を指定してください。"
    case .presentation: "PowerPointのファイルです。書き出したExcelブック(.xlsx)を指定してください。"
    case .openWorkbook: "LibreOfficeの表計算ファイル(.ods)です。Excelブック(.xlsx)の形式で保存し直してください。"
    case .otherOffice: "Excelブック(.xlsx)ではないOfficeのファイルです。書き出したExcelブック(.xlsx)を指定してください。"
    case .archive: "圧縮ファイル(zip)です。中のファイルを取り出してから指定してください。"
    }
  }
}
