// Holds the proof on what pdftotext makes of a page that was printed: cells aligned at their foot, columns that touch.

import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A page whose columns touch is refused")
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
