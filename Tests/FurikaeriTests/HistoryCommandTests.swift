import Foundation
import SheetSession
import TestSupport
import Testing

@testable import furikaeri

@Suite("Histories and unfinished merges on the command line")
struct HistoryCommandTests {
  private static let when = "2026-11-21T08:05:00Z"

  private func line(_ who: String, _ from: String, _ to: String, _ more: String = "", when: String = when) -> String {
    """
    {"after":{"midTermReview.targetForecast":"②"},"before":{"midTermReview.targetForecast":null},"from":"\(from)",\
    \(more)"to":"\(to)","when":"\(when)","who":"\(who)"}

    """
  }

  private func history(_ text: String, _ words: String...) throws -> ProgramRun {
    let folder = try copyOfData()
    try folder.write(text, to: "Data/tennoji-2019/history/item-01.jsonl")
    return try ProgramRun(
      ["history", folder.path + "/Data/tennoji-2019", "--item", "1"] + words, environment: ["TZ": "Asia/Tokyo"])
  }

  @Test("--verify exits 1 and names the line where one is gone or changed, and the sheet where nothing tells of it")
  func notWhole() throws {
    let missing = try history(line("山田", "a", "b", "\"previous\":\"00\","), "--verify")
    #expect(missing.status == 1 && missing.errors.isEmpty)
    #expect(missing.output.contains("! 1行目(2026-11-21 17:05): この行の前にあった行が、なくなったか書き換えられています。"))
    #expect(missing.output.contains("! 項目の今の内容は、履歴にあるどの保存の後とも違います。"))
    #expect(missing.output.contains("履歴に食い違いが2件あります。"))
    let changed = try history(line("山田", "a", "b") + line("佐藤", "b", "c", "\"previous\":\"00\","), "--verify")
    #expect(changed.status == 1 && changed.output.contains("! 1行目(2026-11-21 17:05): 書かれた後に書き換えられています。"))
    #expect(try history("{broken\n", "--verify").output.contains("! 1行目: 壊れていて読めません。"))
  }

  @Test("A comment on several fields and the replies to it are told with who, for whom and when")
  func replies() throws {
    let folder = try copyOfData()
    try folder.write(
      """
      {"formatVersion": 1, "marks": [{"comment": ["そろえて"], "decision": "差戻し", "period": "midTerm",
      "places": [{"field": "midTermReview.targetForecast"}, {"field": "midTermReview.issuesAndImprovements", "line": 2}],
      "replies": [{"comment": ["しました"], "side": "staff", "when": "2026-11-21T09:05:00Z", "who": "山田"}],
      "when": "2026-11-21T08:05:00Z", "who": "課長"}]}

      """, to: "Data/tennoji-2019/reviews/item-01.json")
    let told = try ProgramRun(
      ["history", folder.path + "/Data/tennoji-2019", "--item", "1"], environment: ["TZ": "Asia/Tokyo"])
    #expect(told.output.contains("中間振り返り: 差戻し (目標の達成見込み、課題と改善策 2行目)\n    そろえて\n"))
    #expect(told.output.contains("2026-11-21 18:05  山田\n  中間振り返り: 課長さんのコメントに返答(担当)\n    しました\n"))
    let status = try ProgramRun(["status", folder.path + "/Data/tennoji-2019"])
    #expect(status.output.contains("修正済1"))
  }

  @Test("--verify exits 0 where all is there, also for a history of an older program and for none")
  func whole() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    let none = try ProgramRun(["history", book, "--item", "1", "--verify"])
    #expect(none.status == 0 && none.output.contains("まだ履歴がありません。"))
    let digest = try Child.run(["sha256sum", book + "/item-01.json"]).output.prefix(64)
    try folder.write(line("山田", "a", String(digest)), to: "Data/tennoji-2019/history/item-01.jsonl")
    let old = try ProgramRun(["history", book, "--item", "1", "--verify"])
    #expect(old.status == 0 && old.output.contains("履歴はそろっています(保存1回)。") && old.output.contains("はじめの1行は"))
  }

  @Test("git's marks between two people's lines: both are told, by their times, with a word of what to do; exit 0")
  func marks() throws {
    let run = try history(
      "<<<<<<< HEAD\n" + line("山田", "b", "c") + "=======\n" + line("佐藤", "a", "b", when: "2026-11-20T08:05:00Z")
        + ">>>>>>> other\n")
    #expect(run.status == 0 && run.errors.contains("印の行だけを消してください"))
    let names = run.output.split(whereSeparator: \.isWhitespace).filter { ["山田", "佐藤"].contains($0) }
    #expect(names == ["佐藤", "山田"])
  }

  @Test("What happened before a save, and a save that was cut short, are told")
  func between() throws {
    let run = try history(
      line("山田", "a", "b") + line("佐藤", "a", "c") + line("鈴木", "x", "y", "\"interrupted\":true,") + line("高橋", "c", "d")
    )
    #expect(run.status == 0)
    #expect(run.output.contains("佐藤\n  (この保存の前に、ファイルは 2026-11-21 17:05 の保存より前の状態に戻されていました。)"))
    #expect(run.output.contains("鈴木\n  (この保存の前に、ファイルはほかの方法(gitの合流、別のプログラムなど)で変更されていました。)\n  (この保存は途中まで"))
    #expect(run.output.contains("高橋\n  中間振り返り"))
  }

  @Test("A history that is a sparse terabyte is named in one sentence, at once; exit 3")
  func sparse() throws {
    let folder = try copyOfData()
    let path = "Data/tennoji-2019/history/item-01.jsonl"
    try folder.write("", to: path)
    #expect(truncate("\(folder.path)/\(path)", 1 << 40) == 0)
    for more in [[], ["--verify"]] {
      let run = try ProgramRun(
        ["history", folder.path + "/Data/tennoji-2019", "--item", "1"] + more, through: ProgramRun.bounded(seconds: 2))
      #expect(run.status == 3 && run.errors.contains("履歴としては大きすぎる") && run.errors.contains("64MBまで"))
      #expect(run.errors.split(separator: "\n").count == 1 && run.output.isEmpty)
    }
  }

  // MARK: Sheets that git has not finished merging

  @Test("A sheet with git's marks is told as that by status, check, show, history and edit; the others are there")
  func unmergedSheet() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    let text = try folder.text("Data/tennoji-2019/item-02.json")
    let marked = text.replacingOccurrences(
      of: "  \"number\": 2,", with: "<<<<<<< HEAD\n  \"number\": 2,\n=======\n  \"number\": 3,\n>>>>>>> b")
    try folder.write(marked, to: "Data/tennoji-2019/item-02.json")
    for command in ["status", "check", "show"] {
      let run = try ProgramRun([command, book])
      #expect(run.status == 3 && run.errors.contains("item-02.json 9行目"), "\(command)")
      #expect(run.errors.contains("gitの合流(マージ)が済んでいません") && !run.output.isEmpty, "\(command)")
    }
    let history = try ProgramRun(["history", book, "--item", "2"])
    #expect(history.status == 0 && history.output.contains("まだ履歴がありません"))
  }

  @Test(
    "A book.json or a file of reviews/ with git's marks is told as that",
    arguments: ["book.json", "reviews/item-01.json"])
  func unmergedBook(name: String) throws {
    let folder = try copyOfData()
    try folder.write("{\n<<<<<<< HEAD\n}\n", to: "Data/tennoji-2019/" + name)
    for command in ["status", "check"] {
      let run = try ProgramRun([command, folder.path + "/Data"])
      #expect((run.errors + run.output).contains("\(name) 2行目: gitの合流(マージ)が済んでいません"), "\(command)")
    }
    #expect(try ProgramRun(["check", folder.path + "/Data"]).status == 3)
  }

  @Test("A sheet or a book that cannot be read is not said to be missing by edit and review")
  func opening() throws {
    let folder = try copyOfData()
    try folder.write("{\n<<<<<<< HEAD\n", to: "Data/tennoji-2019/item-02.json")
    let library = try OpenLibrary(folder.path + "/Data/tennoji-2019")
    let reasons = EditCommand.reasons(notToOpen: 2, in: library)
    #expect(reasons.count == 1 && reasons[0].contains("/tennoji-2019: item-02.json 2行目: gitの合流(マージ)が"))
    #expect(EditCommand.reasons(notToOpen: 99, in: library).isEmpty)
    try folder.write("{\n<<<<<<< HEAD\n", to: "Data/tennoji-2019/book.json")
    let books = try OpenLibrary(folder.path + "/Data")
    #expect(EditCommand.reasons(notToOpen: 99, in: books).first?.contains("book.json 2行目") == true)
  }
}
