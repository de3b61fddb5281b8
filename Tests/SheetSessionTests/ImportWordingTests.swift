import Glibc
import InitiativeModel
import SheetStorage
import SheetWording
import Testing

@testable import SheetExchange
@testable import SheetSession

@Suite("What an import says")
struct ImportWordingTests {
  private static let year2019 = FiscalYear(2019)
  private static let year2020 = FiscalYear(2020)

  @Test(
    "Why nothing was taken in: the file or book, what is wrong, what to do",
    arguments: [
      (.textTooLarge(file: "様式"), "様式 は大きすぎます。取り込めるのは2MBまでです。様式の文字だけのファイルか確かめてください。"),
      (.text(.empty, file: "様式"), "様式 は空です。様式の文字が入ったファイルを指定してください。"),
      (.text(.notText, file: "様式"), "様式 は文字のファイルではありません。様式を文字に変換したファイルを指定してください。"),
      (.text(.undecodable(line: 3), file: "様式"), "様式 3行目: UTF-8でもCP932(シフトJIS)でも読めません。UTF-8で保存し直してください。"),
      (.text(.tooManyLines, file: "様式"), "様式 は行が多すぎます。取り込めるのは20000行までです。様式の文字か確かめてください。"),
      (
        .text(.tooManyCells(line: 9), file: "様式"),
        "様式 9行目: ここまでで欄が多すぎます。取り込めるのは全体で20000欄までです。様式の文字か確かめてください。"
      ),
      (.text(.tooManySheets, file: "様式"), "様式 は項目が多すぎます。取り込めるのは999項目までです。様式の文字か確かめてください。"),
      (.text(.noSheets, file: "様式"), "様式 に「取組項目 1」のような見出しがありません。様式の文字か確かめてください。"),
      (.yearUnknown(file: "様式"), "様式 から年度が分かりません。--year 2019(または R1、令和元、平成31)で指定してください。"),
      (
        .bookExists(path: "綴り"),
        "綴り にはすでに綴りがあります。計画を入れ替えるときは --replace を付けてください(記入済みの欄は残ります)。"
      ),
      (
        .otherWard(path: "綴り", book: "旭区", other: "住吉区", .text(file: "様式")),
        "綴り は旭区の綴りですが、様式 には住吉区とあります。何も変えていません。本文に出てくるだけで旭区のものなら --ward 旭区 を付けてください。"
      ),
      (
        .otherWard(path: "綴り", book: "旭区", other: "住吉区", .request),
        "綴り は旭区の綴りですが、--ward は住吉区です。何も変えていません。"
      ),
      (
        .otherNumbering(path: "綴り", number: 4, book: "歳出の削減", other: String(repeating: "長", count: 30), file: "様式"),
        "綴り の項目4は「歳出の削減」ですが、様式 の項目4は「\(String(repeating: "長", count: 24))…」です。"
          + "区・年度か番号の付け方が違うため、何も変えていません。"
      ),
      (
        .sheetTooLarge(number: 2, path: "綴り/item-02.json", bytes: 9 << 20),
        "項目2を 綴り/item-02.json に書くと9MBになり、読み戻せる大きさ(8MB)を超えます。何も取り込んでいません。元の文字で項目2を短くしてください。"
      ),
      (
        .draftNotKept(number: 2, path: "綴り/item-02.json", .system(SystemError(call: "fsync", code: EIO))),
        "項目2(綴り/item-02.json)は②なのに課題と改善策が空ですが、②を下書きに残せませんでした。"
          + "ディスクの読み書きに失敗しました(fsync)。何も取り込んでいません。"
      ),
      (.storage(.notFound(path: "綴り")), "綴り がありません。場所を確かめてください。何も取り込んでいません。"),
      (
        .stopped(written: [1, 2], of: 5, .vanished(path: "綴り")),
        "5項目のうち項目1、2を書いて止まりました。綴り がなくなりました。移動や削除がないか確かめてください。"
          + "直してから --replace を付けてもう一度取り込んでください。"
      ),
      (
        .stopped(written: [], of: 5, .vanished(path: "綴り")),
        "5項目のうち一つも書かずに止まりました。綴り がなくなりました。移動や削除がないか確かめてください。"
          + "直してから --replace を付けてもう一度取り込んでください。"
      ),
    ] as [(ImportObstacle, String)])
  func obstacles(obstacle: ImportObstacle, sentence: String) { #expect(Wording.sentence(obstacle) == sentence) }

  @Test("Another year is told with both years in full, and how to say that it is the book's")
  func otherYear() throws {
    let (own, other) = (try #require(Self.year2019), try #require(Self.year2020))
    #expect(
      Wording.sentence(.otherYear(path: "綴り", book: own, other: other, .text(file: "様式")))
        == "綴り は2019年度(令和元年度)の綴りですが、様式 には2020年度(令和2年度)とあります。何も変えていません。"
        + "本文に出てくるだけで令和元年度のものなら --year 2019 を付けてください。")
    #expect(
      Wording.sentence(.otherYear(path: "綴り", book: own, other: other, .request))
        == "綴り は2019年度(令和元年度)の綴りですが、--year は2020年度(令和2年度)です。何も変えていません。")
  }

  @Test(
    "What to look at in the text: the field, the line and what was made of it",
    arguments: [
      (.wardGuessed("旭区"), "区名を本文の「旭区」から取りました。"),
      (.damagedLegend(assumed: "②"), "凡例が崩れているため、② と読みました。"),
      (.damagedLegend(assumed: nil), "凡例が崩れていて、選択が分かりません。未入力としました。"),
      (.repeatedRow, "同じ行が二度印刷されています。"),
      (.movedCells, "欄が左へずれた行を、正しい列に入れました。"),
      (.extraCell("文"), "余分な欄の文をこの列に入れました: 文"),
      (.unlabelledText("文"), "見出しのない文をこの欄に入れました: 文"),
      (.otherRequirement("③"), "注記の記号が「③」です。そのまま残し、必須の決まりは②のままです。"),
      (.unclosedTitle, "題名の 】 がありません。"),
      (.missingTitle, "題名がありません。"),
      (.repeatedNumber, "同じ番号の項目がもう一つあります。"),
      (.pageLine("様式3", count: 1), "項目の途中の「様式3」を、ページの番号か見出しとして除きました。文の一部なら書き足してください。"),
      (.pageLine("3頁", count: 4), "項目の途中の「3頁」など4行を、ページの番号か見出しとして除きました。文の一部なら書き足してください。"),
      (.numberGap(next: 5), "次の項目が5で、間の番号の項目がありません。この項目に別の項目の文が混じっていないか確かめてください。"),
    ] as [(ImportNote.Reason, String)])
  func notes(reason: ImportNote.Reason, sentence: String) {
    let note = ImportNote(sheet: 3, field: .entry(.results), line: 12, reason: reason)
    #expect(Wording.line(note) == "確認 項目3 \(SheetField.entry(.results).printedName)(12行目): \(sentence)")
  }

  @Test("A note on the whole text, and text without a place, say so")
  func wholeText() throws {
    let year = ImportNote(sheet: nil, field: nil, line: 1, reason: .yearGuessed(try #require(Self.year2019)))
    #expect(Wording.line(year) == "確認 全体(1行目): 年度を本文から2019年度(令和元年度)としました。")
    let text = ImportNote(sheet: 2, field: nil, line: 5, reason: .unplaced("余った文"))
    #expect(Wording.line(text) == "置き場なし 項目2(5行目): 余った文")
  }

  @Test("What was written otherwise than the text says is told with its item and field")
  func remarks() {
    let lines = [
      ImportRemark.repeatedSheetLeftOut(2), .keptEntry(2, .results), .keptUnread(2, .policyAndTargets),
      .keptAsDraft(2, .final),
    ].map { Wording.line($0) }
    #expect(
      lines == [
        "確認 項目2: 同じ番号の項目が二度あったため、後のものは取り込みませんでした。元の文字を確かめてください。",
        "確認 項目2 \(SheetField.entry(.results).printedName): 記入済みの内容を残しました(取り込む文字とは違います)。",
        "確認 項目2 計画 取組の方針・目標内容: 取り込む文字にないため、綴りの内容を残しました。",
        "確認 項目2 自己評価: ②なのに課題と改善策が空なので、②は下書きに残しました。項目2を開いて「課題と改善策」を書き、F2 で保存してください。",
      ])
  }

  @Test("Of a dry run the same is told as what would be")
  func trials() {
    let lines = [
      ImportRemark.repeatedSheetLeftOut(2), .keptEntry(2, .results), .keptAsDraft(2, .final),
      .notInFile([1, 3, 4, 6, 7, 8]),
    ].map { Wording.line($0, isTrial: true) }
    #expect(
      lines == [
        "確認 項目2: 同じ番号の項目が二度あったため、後のものは取り込みません。元の文字を確かめてください。",
        "確認 項目2 \(SheetField.entry(.results).printedName): 記入済みの内容を残します(取り込む文字とは違います)。",
        "確認 項目2 自己評価: ②なのに課題と改善策が空なので、②は下書きに残します。取り込んだ後で、項目2を開いて「課題と改善策」を書き、F2 で保存してください。",
        "ファイルにない項目: 1、3、4、6〜8(変わりません)",
      ])
  }

  // MARK: What an import is not sure of

  private static let end = "その行を直すか、様式の表を別の形(Excelの表を貼り付けた文字など)に変換し直してから、もう一度取り込んでください。"

  @Test("What is not sure is told with how the text was read, the first place, and how many more there are")
  func notSure() {
    let doubts: [ImportDoubt] = [
      .unsettledOrder(line: 4), .emptySheet(number: 2, line: 9), .emptySheet(number: 3, line: 12),
    ]
    #expect(
      Wording.sentence(.text(.notSure(doubts, layouts: [.lines, .sideBySide]), file: "様式"))
        == "様式 は正しく読めたか分からないため、何も取り込んでいません(一行に一欄・横に並んだ段組みとして読みました)。"
        + "4行目の自己評価が、前と後ろのどちらの項目のものか分かりません。ほかに2か所あります。" + Self.end)
    #expect(
      Wording.sentence(.text(.notSure([doubts[1]], layouts: []), file: "様式"))
        == "様式 は正しく読めたか分からないため、何も取り込んでいません。9行目の見出し「取組項目 2」の後に様式の中身がありません。" + Self.end)
  }

  @Test(
    "Each reason to be unsure names its line and what stands there",
    arguments: [
      (.tooMuchUnplaced(letters: 30, of: 100, lines: [2, 5]), "100字のうち30字の置き場が分かりません(2、5行目など)。"),
      (.unreadHeading("取組事項 7", line: 7), "7行目の「取組事項 7」が項目の見出しかどうか分かりません。"),
      (
        .partOutOfOrder(sheet: 3, part: "計画", line: 8),
        "項目3の中で8行目に「計画」がもう一度か順番と違って出てきます。次の項目の見出しが読めていないようです。"
      ),
      (
        .labelInText(sheet: 3, .entry(.results), label: "課題と改善策", line: 9),
        "項目3 自己評価 当年度の取組実績及び目標の達成状況(9行目)の文の中に、様式の見出し「課題と改善策」があります。"
      ),
      (.labelBehindText(label: "課題と改善策", line: 9), "9行目の「課題と改善策」の前に文があり、どの欄の文か分かりません。"),
      (
        .missingPart(sheet: 3, part: "自己評価", line: 6),
        "項目3(6行目から)に、ほかの項目にある「自己評価」がありません。項目の切れ目が読めていないようです。"
      ),
    ] as [(ImportDoubt, String)])
  func doubts(doubt: ImportDoubt, sentence: String) { #expect(Wording.sentence(doubt) == sentence) }

  @Test(
    "Another form is named, with the one that is read",
    arguments: [
      (.form("様式2"), "様式 3行目: 「様式2」です。取り込めるのは様式3(取組項目ごとの計画・中間振り返り・自己評価)だけです。何も取り込んでいません。"),
      (
        .programme("市政改革プラン3.0"),
        "様式 3行目: 「市政改革プラン3.0」の様式です。取り込めるのは\(PrintedForm.heading)の様式だけです。何も取り込んでいません。"
      ),
      (.city("堺市"), "様式 3行目: 堺市の文書です。取り込めるのは大阪市の区の様式だけです。何も取り込んでいません。"),
    ] as [(OtherForm, String)])
  func otherForms(form: OtherForm, sentence: String) {
    #expect(Wording.sentence(.text(.otherForm(form, line: 3), file: "様式")) == sentence)
  }
}
