// Holds the sentences of `import`.

import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording

extension Wording {
  private static func sentence(_ error: PublishedTextError, file: String) -> String {
    switch error {
    case .empty: "\(file) は空です。様式の文字が入ったファイルを指定してください。"
    case .notText: "\(file) は文字のファイルではありません。様式を文字に変換したファイルを指定してください。"
    case .undecodable(let line): "\(file) \(line)行目: UTF-8でもCP932(シフトJIS)でも読めません。UTF-8で保存し直してください。"
    case .tooManyLines: "\(file) は行が多すぎます。取り込めるのは\(TextLimits.lines)行までです。様式の文字か確かめてください。"
    case .tooManyCells(let line):
      "\(file) \(line)行目: ここまでで欄が多すぎます。取り込めるのは全体で\(TextLimits.cells)欄までです。様式の文字か確かめてください。"
    case .tooManySheets: "\(file) は項目が多すぎます。取り込めるのは\(TextLimits.sheets)項目までです。様式の文字か確かめてください。"
    case .noSheets: "\(file) に「取組項目 1」のような見出しがありません。様式の文字か確かめてください。"
    case .otherForm(let form, let line): "\(file) \(line)行目: \(sentence(form))何も取り込んでいません。"
    case .notSure(let doubts, let layouts): notSure(doubts, layouts, file: file)
    }
  }

  /// Why an import wrote nothing, or where it stopped.
  public static func sentence(_ obstacle: ImportObstacle) -> String {
    switch obstacle {
    case .textTooLarge(let file):
      "\(file) は大きすぎます。取り込めるのは\(megabytes(TextLimits.bytes))までです。様式の文字だけのファイルか確かめてください。"
    case .text(let error, let file): sentence(error, file: file)
    case .file(let error, let file): sentence(error, file: file)
    case .wardUnknown(let file): "\(file) から区が分かりません。--ward 天王寺区 のように指定してください。"
    case .noSuchBook(let path, let ward, let year, let file):
      "\(path) に、\(file) にある\(ward)の\(year.japaneseName)の綴りがありません。"
        + "区名と年度を確かめるか、--into に綴りのフォルダーを指定してください。何も取り込んでいません。"
    case .otherNumber(let file, let place, let number, let own):
      "\(file) \(place): 項目\(number)とありますが、書き出したときは項目\(own)でした。番号を元に戻してください。何も変えていません。"
    case .movedColumn(let file, let field, let number, let own, let count):
      "\(file) 項目\(number) \(SheetField.entry(field).printedName): 項目\(own)の文です(ほかの項目の文になっているのは\(count)項目)。"
        + "この列だけ行がずれていないか確かめてください。何も変えていません。"
    case .yearUnknown(let file): "\(file) から年度が分かりません。--year 2019(または R1、令和元、平成31)で指定してください。"
    case .bookExists(let path):
      "\(path) にはすでに綴りがあります。計画を入れ替えるときは --replace を付けてください(記入済みの欄は残ります)。"
    case .otherWard(let path, let book, let other, let source):
      "\(path) は\(book)の綴りですが、\(said(other, source, "--ward"))。何も変えていません。"
        + (!source.isText ? "" : "本文に出てくるだけで\(book)のものなら --ward \(book) を付けてください。")
    case .otherYear(let path, let book, let other, let source):
      "\(path) は\(book.fullName)の綴りですが、\(said(other.fullName, source, "--year"))。何も変えていません。"
        + (!source.isText ? "" : "本文に出てくるだけで\(book.japaneseName)のものなら --year \(book.year) を付けてください。")
    case .otherNumbering(let path, let number, let book, let other, let file):
      "\(path) の項目\(number)は「\(excerpt(book))」ですが、\(file) の項目\(number)は「\(excerpt(other))」です。"
        + "区・年度か番号の付け方が違うため、何も変えていません。"
    case .sheetTooLarge(let number, let path, let bytes):
      "項目\(number)を \(path) に書くと\(megabytes(bytes))になり、読み戻せる大きさ(\(megabytes(BookFolder.largestSheet)))を超えます。"
        + "何も取り込んでいません。元の文字で項目\(number)を短くしてください。"
    case .draftNotKept(let number, let path, let error):
      "項目\(number)(\(path))は②なのに課題と改善策が空ですが、②を下書きに残せませんでした。\(detail(error))何も取り込んでいません。"
    case .waitingNotKept(let number, let path, let error):
      "項目\(number)(\(path))には決めていただく欄がありますが、ファイルの文を下書きに残せませんでした。\(detail(error))何も取り込んでいません。"
    case .storage(let error): sentence(error) + "何も取り込んでいません。"
    case .stopped(let written, let all, let error):
      "\(all)項目のうち\(written.isEmpty ? "一つも書かずに" : "項目\(numbers(written))を書いて")止まりました。\(sentence(error))"
        + "直してから --replace を付けてもう一度取り込んでください。"
    case .stoppedReturned(let written, let all, let error):
      "変更のある\(all)項目のうち\(written.isEmpty ? "一つも書かずに" : "項目\(numbers(written))を書いて")止まりました。"
        + "\(sentence(error))直してからもう一度取り込んでください(書いた項目が二重になることはありません)。"
    }
  }

  private static func said(_ other: String, _ source: ImportObstacle.Source, _ option: String) -> String {
    switch source {
    case .text(let file), .file(let file): "\(file) には\(other)とあります"
    case .request: "\(option) は\(other)です"
    }
  }

  private static func numbers(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: "、") }

  /// One line about what was written otherwise than the text says, or would be.
  ///
  /// - Parameter isTrial: whether nothing was written.
  public static func line(_ remark: ImportRemark, isTrial: Bool = false) -> String {
    let (left, taken) = isTrial ? ("残します", "取り込みません") : ("残しました", "取り込みませんでした")
    return switch remark {
    case .repeatedSheetLeftOut(let number):
      "確認 項目\(number): 同じ番号の項目が二度あったため、後のものは\(taken)。元の文字を確かめてください。"
    case .keptEntry(let number, let field):
      "確認 項目\(number) \(SheetField.entry(field).printedName): 記入済みの内容を\(left)(取り込む文字とは違います)。"
    case .keptUnread(let number, let field):
      "確認 項目\(number) \(field.printedName): 取り込む文字にないため、綴りの内容を\(left)。"
    case .keptAsDraft(let number, let period):
      "確認 項目\(number) \(period.printedName): ②なのに課題と改善策が空なので、②は下書きに\(left)。\(next(number, isTrial: isTrial))"
    case .notInFile(let numbers): "ファイルにない項目: \(ranges(numbers))(変わりません)"
    case .changedOnBothSides, .combined, .keptPeriod, .baseUnknown, .printedLeft, .printedOnBothSides, .starLeft,
      .notInBook, .numberNotUnique, .openElsewhere, .earlierDraft, .draftIsThere, .changedMeanwhile, .historyNotKept,
      .foreignCopy, .ignoredColumn, .unplaced, .characterSet, .sheetUnreadable, .wardNamed:
      lineOfReturned(remark, isTrial: isTrial)
    }
  }

  /// Numbers in order, those that follow one another as 1〜9.
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound + 1 == number {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let words = ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound)、\(range.upperBound)"
      case _: "\(range.lowerBound)〜\(range.upperBound)"
      }
    }
    return words.joined(separator: "、")
  }

  /// One line of the list of what to look at.
  public static func line(_ note: ImportNote) -> String {
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
    case .movedCells: "欄が左へずれた行を、正しい列に入れました。"
    case .extraCell(let text): "余分な欄の文をこの列に入れました: \(excerpt(text))"
    case .unlabelledText(let text): "見出しのない文をこの欄に入れました: \(excerpt(text))"
    case .otherRequirement(let sign): "注記の記号が「\(sign)」です。そのまま残し、必須の決まりは②のままです。"
    case .undividedPlan: "計画の二つの列を分けられません。どちらの文か分からないため、どちらにも入れませんでした。"
    case .unclosedTitle: "題名の 】 がありません。"
    case .missingTitle: "題名がありません。"
    case .repeatedNumber: "同じ番号の項目がもう一つあります。"
    case .numberGap(let next):
      "次の項目が\(next)で、間の番号の項目がありません。この項目に別の項目の文が混じっていないか確かめてください。"
    case .pageLine(let text, let count):
      "項目の途中の「\(excerpt(text))」\(count > 1 ? "など\(count)行" : "")を、ページの番号か見出しとして除きました。文の一部なら書き足してください。"
    case .unplaced(let text): text
    }
  }

  private static func excerpt(_ text: String) -> String {
    text.count > 24 ? "\(text.prefix(24))…" : text
  }
}
