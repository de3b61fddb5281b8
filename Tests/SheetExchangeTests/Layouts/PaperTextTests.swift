// Holds the proof on what pdftotext makes of a page that was printed: cells aligned at their foot, columns that touch.

import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A printed page comes in where its columns stand apart, and is refused where they touch")
struct PaperTextTests {
  /// A sheet printed from a table program, as `pdftotext -layout` and `pdftotext` give it back.
  ///
  /// The row headings stand at the foot of their cells, and where the left column's line is full one blank parts it from
  /// the right one's.
  static let pages = [layout, plain]

  @Test("nothing of it comes in", arguments: pages)
  func refused(_ page: String) throws {
    do throws(PublishedTextError) {
      _ = try PublishedSheetImporter.read(page)
      Issue.record("it came in")
    } catch {
      guard case .notSure(let doubts, _) = error else {
        Issue.record(error)
        return
      }
      #expect(!doubts.isEmpty)
    }
  }

  @Test("A form printed by a browser comes in, with its list of contents and the heads and feet of its pages")
  func printed() throws {
    let result = try PublishedSheetImporter.read(PaperTextTests.browser)
    #expect(result.notes.filter(\.isUnplaced) == [])
    let sheets = result.sheets.map(\.sheet)
    let book = Array(try SourceBook.tennoji.sheets().prefix(2))
    #expect(sheets.map(\.title) == book.map(\.title))
    for (sheet, source) in zip(sheets, book) {
      let letters = KeptSpace.letters
      #expect(letters.normal(sheet.plan.policyAndTargets.string) == letters.normal(source.plan.policyAndTargets.string))
      #expect(letters.normal(sheet.plan.annualActions.string) == letters.normal(source.plan.annualActions.string))
      #expect(sheet.midTermReview.implementationForecast == .willBeCarriedOut)
      #expect(sheet.midTermReview.targetForecast == .willNotBeMet)
      #expect(sheet.midTermReview.issuesAndImprovements.lines == ["・板が3枚足りない。早めに作り直して、窓口の混む日までに間に合うようにする。"])
      #expect(sheet.selfEvaluation.results.lines == ["板を2枚作った。"])
      #expect(sheet.selfEvaluation.issuesAndImprovements.isEmpty && sheet.selfEvaluation.achievement == .met)
    }
  }

  @Test("A line with blanks within, and a review that goes on over a page with its labels again, come in")
  func continued() throws {
    let sheet = """
      取組項目 1   【歳出の削減】
      計画        取組の方針・目標内容                           当年度の取組内容

                (趣旨・目的)                              (取組の内容)
                むだのない行財政運営を進め、毎年かかる経常的な経費を減らしてい      ・備品や消耗品はまとめ買いと安価な品の選定を行い、在庫の管理方法
                く。                                     も改める。
                (目標)                                 (目標)
                ・1件    平成29年度～令和元年度の3年間で6件                 ・2件

      中間振り返り 取組内容の実施見込み (i) (i)実施見込み (ii)実施できない見込み   課題と改善策 ※左記が「②」の場合は必須

             目標の達成見込み    ① ①:達成見込み ②:達成できない見込み       —

      自己評価      当年度の取組実績及び目標の達成状況                    課題と改善策 ※左記が「②」の場合は必須
                板を2枚作った。                            場所が足りないので、早めに探す。

                                                                                          2 / 3
      \u{0C}取組項目 1   【歳出の削減】
      自己評価      当年度の取組実績及び目標の達成状況                    課題と改善策 ※左記が「②」の場合は必須
                板を3枚直した。


                 ②   ①:目標達成   ②:目標未達成
      """
    let result = try PublishedSheetImporter.read(sheet)
    #expect(result.notes.filter(\.isUnplaced) == [])
    let read = try #require(result.sheets.first).sheet
    #expect(read.plan.policyAndTargets.lines.last?.hasPrefix("・1件") == true)
    #expect(read.plan.annualActions.lines.last == "・2件")
    #expect(read.selfEvaluation.results.lines == ["板を2枚作った。", "板を3枚直した。"])
    #expect(read.selfEvaluation.issuesAndImprovements.lines == ["場所が足りないので、早めに探す。"])
    #expect(read.selfEvaluation.achievement == .notMet)
  }

  /// What `pdftotext -layout` gives of two sheets that a browser printed: places counted in characters, a page's number
  /// at its foot, the form's heading at its top.
  private static let browser = """
    2項目

    番号       取組項目                                                         実施見込み   中間 ①②   自己評価 ①②

    1   歳出の削減                                                         (i)     ②      ①

    2   未収金対策の強化                                                      (i)     ②      ①



                                                                                              1 / 3
    \u{0C}「市政改革プラン2.0」に基づく取組等                                                   天王寺区 2019年度(令和元年度)

    取組項目 1   【歳出の削減】
    計画        取組の方針・目標内容                           当年度の取組内容

              (趣旨・目的)                              (取組の内容)
              むだのない行財政運営を進め、毎年かかる経常的な経費を減らしてい      ・備品や消耗品はまとめ買いと安価な品の選定を行い、在庫の管理方法
              く。                                     も改める。
              (取組の概要)                              ・節約の余地をさらに洗い出し、実行できるものから取りかかる。
              庁舎の維持管理と一般管理に毎年かかる固定的な経費を、引き続き節約     (目標)
              する。                                  ・一般管理経費のうち、特にコピー代・用紙等の事務経費について、平
              (目標)                                   成30年度決算額以下の達成
              ・一般管理経費のうち、特にコピー代・用紙等の事務経費について、毎
                年度対前年度比減の達成

    """ + reviews + """

                                                                                          2 / 3
      \u{0C}「市政改革プラン2.0」に基づく取組等                                                    天王寺区 2019年度(令和元年度)

      取組項目 2   【未収金対策の強化】
      計画        取組の方針・目標内容                           当年度の取組内容

                (趣旨・目的)                              (取組の内容)
                区の歳入を守るため、未収金を減らす取組を進める。             ・新しく加入した方に口座振替を勧め、納付を呼びかけて収納率を上げ
                (取組の概要)                                る。
                ・国民健康保険料収納率の向上                       ・口座振替を原則とし、督促状を送るなどして償還率を上げる。
                ・介護保険料収納率の向上                         (目標)
                ・母子父子寡婦福祉貸付金償還率の向上                   ・市全体の目標収納率を上回る収納率を確保 国民健康保険料 令和元年
                (目標)                                   度目標収納率 91.2% 介護保険料 令和元年度目標収納率 98.0%
                市全体の目標収納率を上回る収納率を確保及び毎年前年度以上の償還率     ・行政区別目標徴収率を確保 母子父子寡婦福祉貸付金 令和元年度目標
                の向上                                    徴収率 現年度73.6% 過年度10.0%

      """ + reviews + """

                                                                                           3 / 3
      """

  private static let reviews = """
    中間振り返り 取組内容の実施見込み (i) (i)実施見込み (ii)実施できない見込み   課題と改善策 ※左記が「②」の場合は必須

           目標の達成見込み    ② ①:達成見込み ②:達成できない見込み       ・板が3枚足りない。早めに作り直して、窓口の混む日までに間に
                                                     合うようにする。

    自己評価      当年度の取組実績及び目標の達成状況                    課題と改善策 ※左記が「②」の場合は必須
              板を2枚作った。                            —


              ① ①:目標達成 ②:目標未達成



    """

  private static let layout = """
    取組項目 1
    【歳出の削減】
              取組の方針・目標内容                         当年度の取組内容
                                                 (取組の内容)
                                                 ・備品や消耗品はま
                                                 とめ買いと安価な品
                                                 の選定を行い、在庫
                                                 の管理方法も改める
                                                 。
                                                 ・節約の余地をさら
              (趣旨・目的)                            に洗い出し、実行で
              むだのない行財政運営を進め、毎年かかる経常的な経費を減ら きるものから取りか
              していく。                              かる。
              (取組の概要)                            (目標)
              庁舎の維持管理と一般管理に毎年かかる固定的な経費を、引き ・一般管理経費のう
              続き節約する。                            ち、特にコピー代・
              (目標)                               用紙等の事務経費に
              ・一般管理経費のうち、特にコピー代・用紙等の事務経費につ ついて、平成30年度
    計画        いて、毎年度対前年度比減の達成                    決算額以下の達成
              取組内容の実施見込           (i)実施見込み (ii)実 ○ 「一の三」窓口の
              み           (i)     施できない見込み       案内板の担当を決め
                                  ①:達成見込み ②:達 た。取組項目7とあ
    中間振り返り    目標の達成見込み    ①       成できない見込み       わせて進める。
              当年度の取組実績及び目標の達成状況                  ① 「一の六」窓口の
              ① 「一の四」相談の受付の担当を決めた。参加は85.5%だった 案内板を12回開いた
              。                                  。
              ① 「一の四」窓口の案内板の担当を決めた(6月)。          ○ 「一の六」広報紙
              「一の四」地域の集まりを3枚作り直した。参加は85.5%だっ の記事の担当を決め
              た。                                 た。取組項目7とあ
    自己評価      ② ①:目標達成 ②:目標未達成                   わせて進める。
    """

  private static let plain = """
    取組項目 1
    【歳出の削減】
    計画
    中間振り返り
    自己評価
    取組の方針・目標内容
    当年度の取組内容
    (取組の内容)
    ・備品や消耗品はま
    とめ買いと安価な品
    の選定を行い、在庫
    の管理方法も改める
    。
    ・節約の余地をさら
    (趣旨・目的)
    に洗い出し、実行で
    むだのない行財政運営を進め、毎年かかる経常的な経費を減ら きるものから取りか
    していく。
    かる。
    (取組の概要)
    (目標)
    庁舎の維持管理と一般管理に毎年かかる固定的な経費を、引き ・一般管理経費のう
    ち、特にコピー代・
    続き節約する。
    用紙等の事務経費に
    (目標)
    ・一般管理経費のうち、特にコピー代・用紙等の事務経費につ ついて、平成30年度
    決算額以下の達成
    いて、毎年度対前年度比減の達成
    取組内容の実施見込
    (i)実施見込み (ii)実 ○ 「一の三」窓口の
    み
    (i)
    施できない見込み
    案内板の担当を決め
    ①:達成見込み ②:達 た。取組項目7とあ
    成できない見込み
    目標の達成見込み
    ①
    わせて進める。
    当年度の取組実績及び目標の達成状況
    ① 「一の六」窓口の
    ① 「一の四」相談の受付の担当を決めた。参加は85.5%だった 案内板を12回開いた
    。
    。
    ① 「一の四」窓口の案内板の担当を決めた(6月)。
    ○ 「一の六」広報紙
    「一の四」地域の集まりを3枚作り直した。参加は85.5%だっ の記事の担当を決め
    た。
    た。取組項目7とあ
    ② ①:目標達成 ②:目標未達成
    わせて進める。
    """
}
