import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage
import TestSupport
import Testing

@testable import furikaeri

@Suite("What an import says")
struct ImportMessagesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bring(_ text: String, _ options: String...) throws -> ProgramRun {
    try ProgramRun(
      ["import", "-", "--into", folder.path + "/book"] + options, input: Array(text.utf8),
      environment: ["XDG_STATE_HOME": folder.path + "/state"])
  }

  private static let note = "課題と改善策 ※左記が「②」の場合は必須"
  private static let forecasts = "(i)実施見込み (ii)実施できない見込み\t\(note)"
  private static let targets = "\t①:達成見込み ②:達成できない見込み\t"

  private static func sheet(
    _ head: String = "取組項目 1\n\n【窓口の案内】\n", plan: String = "\t(目標) ・案内板 3枚\t(取組の内容) ・板を作る",
    midTerm: String = "", final: String = ""
  ) -> String {
    "\(head)\n計画\t取組の方針・目標内容\t当年度の取組内容\n\(plan)\n\n\(midTerm)\n\n\(final)\n"
  }

  @Test(
    "Every irregularity of a text is told in a line of its own, with item, field and line",
    arguments: [
      (sheet(plan: "\t天王寺区で\t行う"), "確認 全体(1行目): 区名を本文の「天王寺区」から取りました。"),
      (sheet(plan: "\t令和元年度に\t行う"), "年度を本文から2019年度(令和元年度)としました。"),
      (
        sheet(midTerm: "中間振り返り\t取組内容の実施見込み\t(i)\t(ii)\t\(note)\n\t目標の達成見込み\t①\(targets)—"),
        "確認 項目1 中間振り返り 取組内容の実施見込み(8行目): 凡例が崩れているため、(i) と読みました。"
      ),
      (
        sheet(midTerm: "中間振り返り\t取組内容の実施見込み\t(i)\t(ii)\t\(note)\n\t目標の達成見込み\(targets)"),
        "凡例が崩れていて、選択が分かりません。未入力としました。"
      ),
      (
        sheet(
          midTerm: "中間振り返り\t取組内容の実施見込み\t(i)\t\(forecasts)\n\t取組内容の実施見込み\t(i)\t(i)実施見込み (ii)実施できない見込み\t—"),
        "確認 項目1 中間振り返り 取組内容の実施見込み(9行目): 同じ行が二度印刷されています。"
      ),
      (sheet(plan: "\t支える。\t行う\n(目標) ・5件\t(目標) ・5件\t"), "欄が左へずれた行を、正しい列に入れました。"),
      (sheet(plan: "\t支える。\t行う\n\t続ける\t\t増やす\tもっと増やす"), "余分な欄の文をこの列に入れました: 増やす"),
      (
        sheet(final: "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(note)\n\t板を3枚作った。\t①:目標達成 ②:目標未達成\t"),
        "見出しのない文をこの欄に入れました: 板を3枚作った。"
      ),
      (
        sheet(final: "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(note.replacing("②", with: "③"))\n\t①:目標達成 ②:目標未達成\t"),
        "注記の記号が「③」です。そのまま残し、必須の決まりは②のままです。"
      ),
      (sheet("取組項目 1\n\n【窓口の案内\n"), "確認 項目1 題名(1行目): 題名の 】 がありません。"),
      (sheet("取組項目 1\n\n"), "確認 項目1 題名(1行目): 題名がありません。"),
      (sheet() + sheet(), "同じ番号の項目がもう一つあります。"),
      (sheet() + sheet(), "確認 項目1: 同じ番号の項目が二度あったため、後のものは取り込みませんでした。元の文字を確かめてください。"),
      ("区の一覧\n" + sheet(), "置き場なし 全体(1行目): 区の一覧"),
      (
        sheet(midTerm: "中間振り返り\t目標の達成見込み\t②\(targets)"),
        "確認 項目1 中間振り返り: ②なのに課題と改善策が空なので、②は下書きに残しました。"
      ),
    ])
  func notes(text: String, line: String) throws {
    let asksForYear = line.contains("年度を本文から")
    let run = asksForYear ? try bring(text) : try bring(text, "--year", "2019")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains(line), "\(run.output)")
    #expect(run.output.contains("標準入力 から1項目を \(folder.path)/book に取り込みました。"))
  }

  @Test("Of two different answers to one question none is taken, and the sentence names the question and its line")
  func differentAnswers() throws {
    let midTerm = "中間振り返り\t目標の達成見込み\t①\(Self.targets)\n\t目標の達成見込み\t②\(Self.targets)"
    let run = try bring(Self.sheet(midTerm: midTerm), "--year", "2019")
    #expect(run.status == 3)
    #expect(run.errors.contains("項目1 中間振り返り 目標の達成見込み(9行目)に、違う選択が二つ印刷されています。"), "\(run.errors)")
  }

  @Test("A long text that was moved is told by its beginning")
  func excerpt() throws {
    let long = String(repeating: "長い文", count: 20)
    let run = try bring(
      Self.sheet(final: "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(Self.note)\n\t\(long)\t①:目標達成 ②:目標未達成\t"), "--year", "2019")
    #expect(run.output.contains(": " + String(long.prefix(24)) + "…\n"), "\(run.output)")
  }

  @Test("An entry of the staff that the text says otherwise stays, and is told")
  func keptEntry() throws {
    func text(_ sign: String) -> String { Self.sheet(midTerm: "中間振り返り\t目標の達成見込み\t\(sign)\(Self.targets)理由") }
    #expect(try bring(text("①"), "--year", "2019").status == 0)
    let again = try bring(text("②"), "--year", "2019", "--replace")
    #expect(again.status == 0, "\(again.errors)")
    #expect(again.output.contains("確認 項目1 中間振り返り 目標の達成見込み: 記入済みの内容を残しました(取り込む文字とは違います)。"))
  }

  @Test("Bytes that are neither UTF-8 nor CP932 are named with their line, a file that is too large with its limit")
  func bytes() throws {
    try folder.write(Array("取組項目 1\n".utf8) + [0xFF, 0xFE, 0x80, 0x0A], to: "text.txt")
    let file = folder.path + "/text.txt"
    let broken = try ProgramRun(["import", file, "--into", folder.path + "/book"])
    #expect(
      broken.status == 3 && broken.errors.contains("\(file) 2行目: UTF-8でもCP932(シフトJIS)でも読めません。"), "\(broken.errors)")
    let handle = open(file, O_WRONLY)
    #expect(ftruncate(handle, off_t(TextLimits.bytes + 1)) == 0)
    close(handle)
    let large = try ProgramRun(["import", file, "--into", folder.path + "/book"])
    #expect(large.status == 3 && large.errors.contains("\(file) は大きすぎます。取り込めるのは2MBまでです。"), "\(large.errors)")
    let notFile = try ProgramRun(["import", folder.path, "--into", folder.path + "/book"])
    #expect(notFile.status == 3 && notFile.errors.contains("普通のファイルではない"), "\(notFile.errors)")
    #expect(try folder.names() == ["text.txt"])
  }
}
