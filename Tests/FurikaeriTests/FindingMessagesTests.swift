import Glibc
import SheetStorage
import TestSupport
import Testing

@Suite("What a check says")
struct FindingMessagesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ number: Int, to name: String, title: String = "題", _ rest: String = "") throws {
    try folder.write(
      """
      {"formatVersion": 1, "number": \(number), "title": "\(title)",
       "plan": {"annualActions": ["行う"], "policyAndTargets": ["方針"]}\(rest)}
      """, to: name)
  }

  private func writeHeader(_ book: String) throws {
    try folder.write("{\"fiscalYear\": 2019, \"formatVersion\": 1, \"ward\": \"旭区\"}", to: "\(book)/book.json")
  }

  @Test("Every finding of a sheet is a line with its severity, file and field")
  func sheets() throws {
    try writeHeader("book")
    let review = ", \"midTermReview\": "
    try write(1, to: "book/item-01.json", review + "{\"targetForecast\": \"②\"}")
    try write(2, to: "book/item-02.json", review + "{\"implementationForecast\": \"(ii)\"}")
    try write(
      3, to: "book/item-03.json", review + "{\"targetForecast\": \"②\", \"issuesAndImprovements\": [\"特になし\"]}")
    try write(4, to: "book/item-04.json", ", \"selfEvaluation\": {\"printedRequirement\": \"③\"}")
    try write(5, to: "book/item-05.json", title: "　")
    let run = try ProgramRun(["check", folder.path + "/book"])
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n").map { $0.replacing(folder.path + "/book/", with: "") }
    #expect(
      lines == [
        "不備 item-01.json 中間振り返り 課題と改善策: ②なので記入が必要です。",
        "参考 item-02.json 中間振り返り 課題と改善策: (ii)ですが、その理由が書かれていません。",
        "参考 item-03.json 中間振り返り 課題と改善策: ②ですが「特になし」としか書かれていません。課題と改善策を書いてください。",
        "参考 item-04.json 自己評価 課題と改善策: 様式の注記が「③」になっています。必須とするのは②のままです。",
        "参考 item-05.json 題名: 題名がありません。",
        "5項目を点検: 不備1件、参考4件",
      ], "\(lines)")
    let final = try ProgramRun(["check", folder.path + "/book", "--for", "final"])
    #expect(final.output.contains("不備 \(folder.path)/book/item-01.json 自己評価 当年度の取組実績及び目標の達成状況: 記入されていません。"))
  }

  @Test("Every finding of a book and of books beside each other is a line that names the files")
  func books() throws {
    for book in ["one", "two"] { try writeHeader(book) }
    try write(1, to: "one/item-01.json")
    try write(1, to: "one/item-02.json")
    try write(4, to: "one/item-04.json")
    try write(4, to: "one/item-04 (コピー).json")
    try write(4, to: "one/item-04.conflict-1.json")
    #expect(rename(folder.path + "/one/item-04 (コピー).json", folder.path + "/one/item-04 - コピー.json") == 0)
    let undecodable: [CChar] =
      (folder.path + "/one/").utf8.map { CChar(bitPattern: $0) }
      + [0x8D, 0x80, 0x96, 0xDA].map { CChar(bitPattern: $0) } + [0]
    let made = open(undecodable, O_CREAT | O_WRONLY, 0o600)
    #expect(made >= 0)
    close(made)
    let run = try ProgramRun(["check", folder.path])
    #expect(run.status == 1)
    for line in [
      "項目1がitem-01.json、item-02.jsonに重なってあります。番号を直してください。",
      "番号2、3の項目がありません。",
      "item-02.json の中の番号は1です。ファイル名と合っていません。",
      "item-04 - コピー.json は綴りの一部ではなく、誰も読みません(写しなど)。",
      "item-04.conflict-1.json は保存が重なったときに残した版で、誰も読みません。",
      "\\x8D\\x80\\x96\\xDA は名前の文字コードがUTF-8ではないため読みません。名前を付け直してください。",
      "旭区 2019年度(令和元年度)の綴りが2つあります: \(folder.path)/one、\(folder.path)/two。",
    ] { #expect(run.output.contains(line), "\(line) in \(run.output)") }
  }
}
