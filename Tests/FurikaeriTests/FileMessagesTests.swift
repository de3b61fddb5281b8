import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession
@testable import furikaeri

@Suite("What is said of files that cannot be read or written")
struct FileMessagesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("{\"fiscalYear\": 2019, \"formatVersion\": 1, \"ward\": \"旭区\"}", to: "book/book.json")
  }

  private var book: String { folder.path + "/book" }

  private static let plan = "\"plan\": {\"annualActions\": [], \"policyAndTargets\": []}"
  private static let head = "\"formatVersion\": 1, \"number\": 1, \"title\": \"題\""

  @Test("A sheet that is no JSON is named with its line, byte and what to do; the others are read")
  func syntax() throws {
    let cases: [(String, String)] = [
      ("{\n  \"title\": ", "2行目12バイト目: 途中で終わっています。"),
      ("{\"title\": x}", "1行目11バイト目: ここにあるはずのない文字があります。"),
      ("{} {}", "1行目4バイト目: 終わりの後に余分な文字があります。"),
      ("{\"title\": \"\\x\"}", "\\ で始まる書き方が正しくありません。"),
      ("{\"title\": \"a\tb\"}", "文字列の中に制御文字があります。"),
      ("{\"number\": 01}", "数の書き方が正しくありません。"),
      ("{\"title\": 1, \"title\": 2}", "同じ名前「title」が二度あります。片方を消してください。"),
      (String(repeating: "[", count: 100), "入れ子が深すぎます(64段まで)。"),
      (
        "{" + (0...10_000).map { "\"k\($0)\": 0" }.joined(separator: ", ") + "}", "名前(キー)が多すぎます(10000個まで)。"
      ),
      ("[" + String(repeating: "0,", count: 1_000_000) + "0]", "値が多すぎます(1000000個まで)。"),
      ("{\n<<<<<<< HEAD\n}", "2行目: gitの合流(マージ)が済んでいません。"),
      ("", "は空です(停電などで失われたのかもしれません)。"),
      (String(repeating: "\0", count: 20), "の中身が失われています(停電などのため)。"),
    ]
    for (index, (text, _)) in cases.enumerated() { try folder.write(text, to: "book/item-\(index + 11).json") }
    try folder.write([0x7B, 0x22, 0xFF, 0x22, 0x7D], to: "book/item-41.json")
    try folder.write([0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00], to: "book/item-42.json")
    let run = try ProgramRun(["check", book])
    #expect(run.status == 3)
    for (index, (_, words)) in cases.enumerated() { expect(run, "item-\(index + 11).json", words) }
    expect(run, "item-41.json", "文字コードがUTF-8ではありません。")
    expect(run, "item-42.json", "文字コードがUTF-16などです。")
  }

  @Test("A sheet whose JSON is not the form's is named with every key and what it should be")
  func content() throws {
    let review = "\"midTermReview\": "
    let cases: [(String, String)] = [
      ("{\(Self.head)}", "「plan」がありません。"),
      ("{\(Self.head), \"plan\": 1}", "「plan」は{ } のまとまりでなければなりません。"),
      ("{\"formatVersion\": 1, \"number\": 1, \"title\": 1, \(Self.plan)}", "「title」は文字列でなければなりません。"),
      (
        "{\(Self.head), \"plan\": {\"annualActions\": 1, \"policyAndTargets\": []}}",
        "「plan.annualActions」は行の並びでなければなりません。"
      ),
      ("{\"formatVersion\": 1, \"number\": \"一\", \"title\": \"\", \(Self.plan)}", "「number」は数でなければなりません。"),
      ("{\(Self.head), \"starred\": 1, \(Self.plan)}", "「starred」はtrue か falseでなければなりません。"),
      ("{\(Self.head), \(Self.plan), \(review){\"targetForecast\": 1}}", "は選択肢の記号か nullでなければなりません。"),
      (
        "{\(Self.head), \(Self.plan), \(review){\"targetForecast\": \"③\"}}",
        "「midTermReview.targetForecast」の「③」は選択肢にありません。"
      ),
      ("{\"formatVersion\": 1, \"number\": 1000, \"title\": \"\", \(Self.plan)}", "「number」の 1000 は使えない数です。"),
      ("{\"formatVersion\": 2}", "は新しい版の形式(formatVersion 2)です。furikaeri を新しくしてください。"),
    ]
    for (index, (text, _)) in cases.enumerated() { try folder.write(text, to: "book/item-\(index + 11).json") }
    let run = try ProgramRun(["check", book])
    #expect(run.status == 3)
    for (index, (_, words)) in cases.enumerated() { expect(run, "item-\(index + 11).json", words) }
  }

  @Test("What is no ordinary file of a fair size is not read, and said")
  func kinds() throws {
    try folder.write("{}", to: "elsewhere.json")
    #expect(symlink(folder.path + "/elsewhere.json", book + "/item-11.json") == 0)
    #expect(mkfifo(book + "/item-12.json", 0o600) == 0)
    try folder.write("{", to: "book/item-13.json")
    #expect(truncate(book + "/item-13.json", 64 * 1024 * 1024) == 0)
    let run = try ProgramRun(["check", book])
    #expect(run.status == 3)
    expect(run, "item-11.json", "はほかの場所への参照(シンボリックリンク)のため開きません。")
    expect(run, "item-12.json", "は普通のファイルではないため読みません。")
    expect(run, "item-13.json", "は64MBで大きすぎます。")
    try folder.write("{}", to: "headless/item-01.json")
    let headless = try ProgramRun(["check", folder.path + "/headless"])
    #expect(headless.status == 3)
    expect(headless, "headless", "に book.json がありません。元の綴りから book.json を戻してください。")
  }

  @Test("A history of more lines than saves can have written is not read, and said")
  func history() throws {
    try folder.write("{\(Self.head), \(Self.plan)}", to: "book/item-01.json")
    try folder.write((0...1000).map { "x\($0)\n" }.joined(), to: "book/history/item-01.jsonl")
    let run = try ProgramRun(["history", book, "--item", "1"])
    #expect(run.status == 3)
    expect(run, "item-01.jsonl", "には履歴でない行や同じような行が多すぎる(1000行を超える)ため読みません。")
  }

  private func expect(_ run: ProgramRun, _ name: String, _ words: String) {
    let lines = run.errors.split(separator: "\n").filter { $0.contains(name) }
    #expect(lines.contains { $0.contains(words) }, "\(words) in \(lines.isEmpty ? [run.errors[...]] : lines)")
  }

  // MARK: Writing

  /// A book into which two sheets are being imported, the first over one that is there.
  private func writer(_ calls: any FileCalls = SystemFileCalls()) throws -> BookWriter {
    try folder.write("{\(Self.head), \(Self.plan)}", to: "book/item-01.json")
    let there = try BookFolder(path: book).load()
    let sheets = (1...2).map {
      InitiativeSheet(number: $0, title: "題", plan: Plan(policyAndTargets: "新しい方針", annualActions: ""))
    }
    let stored = BookFolder(path: book, calls: calls)
    let plan = try ImportPlan(sheets, header: there.header, over: there, namedWard: nil, folder: stored)
    let state = folder.path + "/state"
    return BookWriter(plan: plan, folder: stored) { DraftStore(book: $0, stateHome: state, home: nil) }
  }

  private func sentence(_ writer: BookWriter) throws -> String {
    do {
      try writer.write()
    } catch {
      return Wording.sentence(error)
    }
    Issue.record("nothing failed")
    return ""
  }

  @Test(
    "Whatever a disk refuses is said in words that tell what to do",
    arguments: [
      (ENOSPC, "ディスクがいっぱいです。"), (EDQUOT, "割り当てられた容量を使い切っています。"), (EROFS, "読み取り専用の場所なので書けません。"),
      (EACCES, "読み書きする許可がありません。"), (EPERM, "読み書きする許可がありません。"), (EIO, "ディスクの読み書きに失敗しました(write)。"),
      (EFBIG, "ファイルの大きさの上限を超えています。"), (ENXIO, "write に失敗しました("),
    ])
  func refusals(code: Int32, words: String) throws {
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .write { throw SystemError(call: "write", code: code) }
    }
    let said = try sentence(try writer(calls))
    #expect(said.contains(words) && said.contains(book), "\(said)")
    #expect(try folder.text("book/item-01.json") == "{\(Self.head), \(Self.plan)}")
  }

  @Test("A sheet that somebody changes, takes away or makes while it is being written is said, and left alone")
  func meanwhile() throws {
    var writer = try writer()
    try folder.write("{\(Self.head), \(Self.plan) }", to: "book/item-01.json")
    #expect(try sentence(writer).contains("item-01.json は開いた後にほかで変更されました。"))
    #expect(try folder.text("book/item-01.json") == "{\(Self.head), \(Self.plan) }")

    writer = try self.writer()
    #expect(unlink(book + "/item-01.json") == 0)
    #expect(try sentence(writer).contains("item-01.json がなくなりました。移動や削除がないか確かめてください。"))

    writer = try self.writer()
    try folder.write("{}", to: "book/item-02.json")
    #expect(try sentence(writer).contains("item-02.json はすでにあります。"))
    #expect(try folder.text("book/item-02.json") == "{}")
  }
}
