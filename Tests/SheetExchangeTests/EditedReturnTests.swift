import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("Markdown and JSON that others edited")
struct EditedReturnTests {
  private func sheet() -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 7, title: "窓口の案内", subtitle: "① 区役所")
    sheet.plan = Plan(policyAndTargets: "(目標)\n・3枚\n\n# 次", annualActions: "板を作る")
    sheet.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet, issuesAndImprovements: "遅れている。")
    return sheet
  }

  private func content() -> ExportContent { Exported.content([sheet()]) }
  private var markdown: String { MarkdownForm.output(content()).text }
  private var json: String { JSONForm.output(content()).text }

  private func read(_ text: String) throws -> ReturnedSheet {
    try #require(try MarkdownForm.read(Array(text.utf8)).sheets.first)
  }

  private func error(_ form: ReturnedForm, _ text: String) -> ReturnedFileError? {
    do {
      _ = try form.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  // MARK: Markdown

  @Test("Markdown reads well: a heading a sheet and a field, a line a line")
  func form() {
    let start = markdown.components(separatedBy: "### 計画 当年度").first ?? ""
    #expect(
      start == """
        <!-- furikaeri 年度=2019 区=天王寺区 -->
        # 天王寺区 2019年度(令和元年度) 「市政改革プラン2.0」に基づく取組等

        ## 取組項目 7 【窓口の案内】

        <!-- furikaeri 番号=7 版=0123456789012345 -->

        ### 副題

        ① 区役所

        ### 計画 取組の方針・目標内容

        (目標)\u{20}\u{20}
        ・3枚

        \\# 次


        """)
  }

  @Test("What editors do to all lines changes no text: BOM, line ends, blanks behind a line, hard breaks")
  func editors() throws {
    let stripped = markdown.replacingOccurrences(of: "  \n", with: "\n")
    let backslashes = markdown.replacingOccurrences(of: "  \n", with: "\\\n")
    for text in [stripped, backslashes, "\u{FEFF}" + markdown, markdown.replacingOccurrences(of: "\n", with: "\r\n")] {
      #expect(Exported.differences(content(), try MarkdownForm.read(Array(text.utf8))) == [])
    }
    let wide = Array(try #require(markdown.data(using: .utf16)))
    #expect(Exported.differences(content(), try MarkdownForm.read(wide)) == [])
  }

  @Test("What was typed comes back: over the sign for nothing or below it, as a choice, in lines of its own")
  func typed() throws {
    let results = "### 自己評価 当年度の取組実績及び目標の達成状況\n\n_(記入なし)_\n"
    #expect(markdown.contains(results))
    let texts = ["3枚を置いた。\n\n1枚は* 修理中。", "_(記入なし)_\n\n3枚を置いた。\n\n1枚は* 修理中。\n\n\n"]
    for text in texts {
      let edited = markdown.replacingOccurrences(
        of: results, with: results.replacingOccurrences(of: "_(記入なし)_", with: text))
      #expect(try read(edited).texts[.entry(.results)] == "3枚を置いた。\n\n1枚は* 修理中。")
    }
    let chosen = markdown.replacingOccurrences(of: "② 達成できない見込み", with: "１")
    #expect(try read(chosen).texts[.entry(.targetForecast)] == "①")
    let emptied = markdown.replacingOccurrences(of: "遅れている。", with: "")
    #expect(try read(emptied).texts[.entry(.midTermIssues)] == "")
  }

  @Test("A section that is missing leaves its field alone, and so do the comments of the book and the sheet")
  func missing() throws {
    let part = "### 副題\n\n① 区役所\n\n"
    #expect(try read(markdown.replacingOccurrences(of: part, with: "")).texts[.subtitle] == nil)
    let bare = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("<!--") || $0.contains("終わり") }.joined(separator: "\n")
    let book = try MarkdownForm.read(Array(bare.utf8))
    #expect(book.ward == nil && book.fiscalYear == nil && book.sheets[0].version == nil)
    #expect(book.sheets[0].texts == Exported.texts(of: sheet()))
  }

  @Test("What has no place is refused with its line, and never put anywhere")
  func refused() {
    let heading = "### 中間振り返り 課題と改善策"
    func changed(_ old: String, _ new: String) -> ReturnedFileError? {
      error(.markdown, markdown.replacingOccurrences(of: old, with: new))
    }
    #expect(
      changed(heading, "### 中間振り返り 課題") == .unreadableValue(place: "34行目", field: "見出し", value: "中間振り返り 課題"))
    #expect(changed(heading, "# 中間振り返り") == .unreadableValue(place: "34行目", field: "見出し", value: "中間振り返り"))
    #expect(changed(heading, "### 副題") == .repeatedColumn("34行目の「副題」"))
    #expect(changed("### 副題", "お願いします。") == .unreadableValue(place: "8行目", field: "欄の外の文字", value: "お願いします。"))
    #expect(changed("【窓口の案内】", "窓口の案内") != nil)
    #expect(changed("取組項目 7", "取組項目 8") == .damaged(place: "6行目"))
    #expect(changed("番号=7 版=0123", "番号=7 版=012") == .damaged(place: "6行目"))
    #expect(
      changed("② 達成できない見込み", "② 達成できない見込み\n遅れ")
        == .unreadableValue(place: "30行目", field: "中間振り返り 目標の達成見込み", value: "② 達成できない見込み\n遅れ"))
    #expect(changed(MarkdownForm.end, "") == .damaged(place: "終わりの行「\(MarkdownForm.end)」"))
    #expect(error(.markdown, markdown + "\n-- \n北区役所\n") != nil)
    #expect(error(.markdown, "よろしくお願いします。\n\n" + markdown) != nil)
    let second = markdown.replacingOccurrences(of: "区=天王寺区", with: "区=北区")
    let both = markdown.replacingOccurrences(of: MarkdownForm.end + "\n", with: "") + second
    #expect(error(.markdown, both) == .severalBooks(["天王寺区 2019年度", "北区 2019年度"]))
    let twice = markdown.replacingOccurrences(of: MarkdownForm.end + "\n", with: "") + markdown
    #expect(error(.markdown, twice) == .repeatedSheet(number: 7, place: "49行目"))
  }

  // MARK: JSON

  @Test("JSON is one value with the books' headers and all keys of the sheets' files")
  func value() throws {
    var sheet = sheet()
    sheet.midTermReview.printedRequirement = "③"
    let text = JSONForm.output(Exported.content([sheet])).text
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let book = try #require((root["books"] as? [[String: Any]])?.first)
    #expect(
      root["formatVersion"] as? Int == 1 && book["ward"] as? String == "天王寺区" && book["fiscalYear"] as? Int == 2019)
    let written = try #require((book["sheets"] as? [[String: Any]])?.first)
    #expect(written["version"] as? String == "0123456789012345" && written["number"] as? Int == 7)
    #expect((written["midTermReview"] as? [String: Any])?["printedRequirement"] as? String == "③")
    #expect((written["plan"] as? [String: Any])?["annualActions"] as? [String] == ["板を作る"])
    #expect(written["selfEvaluation"] is [String: Any] && written["starred"] as? Bool == false)
  }

  @Test("Keys that no field has are left out, a text may be one string, a missing key leaves its field alone")
  func tolerant() throws {
    let edited = json.replacingOccurrences(of: "\"number\": 7,", with: "\"memo\": {\"a\": [1]}, \"number\": 7,")
      .replacingOccurrences(of: "\"subtitle\": \"① 区役所\",", with: "")
      .replacingOccurrences(of: "[\n            \"遅れている。\"\n          ]", with: "\"遅れて\\r\\nいる。\"")
    for text in [edited, "\u{FEFF}" + edited.replacingOccurrences(of: "\n", with: "\r\n")] {
      let sheet = try #require(try JSONForm.read(Array(text.utf8)).sheets.first)
      #expect(sheet.texts[.subtitle] == nil && sheet.texts[.entry(.midTermIssues)] == "遅れて\nいる。")
      #expect(sheet.texts[.policyAndTargets] == "(目標)\n・3枚\n\n# 次" && sheet.texts[.entry(.achievement)] == "")
    }
  }

  @Test("A value that no field can have is refused with its sheet and field, a newer format before all else")
  func refusedJSON() {
    func changed(_ old: String, _ new: String) -> ReturnedFileError? {
      error(.json, json.replacingOccurrences(of: old, with: new))
    }
    let first = "1番目の項目"
    #expect(
      changed("\"(i)\"", "\"(iii)\"")
        == .unreadableValue(place: first, field: "中間振り返り 取組内容の実施見込み", value: "\"(iii)\""))
    #expect(changed("\"(i)\"", "1") == .unreadableValue(place: first, field: "中間振り返り 取組内容の実施見込み", value: "1"))
    #expect(changed("\"板を作る\"", "1") == .unreadableValue(place: first, field: "計画 当年度の取組内容", value: "1"))
    #expect(changed("\"number\": 7", "\"number\": 0") == .unreadableValue(place: first, field: "number", value: "0"))
    #expect(
      changed("\"starred\": false", "\"starred\": 1") == .unreadableValue(place: first, field: "starred", value: "1"))
    #expect(
      changed("\"title\": \"窓口の案内\"", "\"title\": []") == .unreadableValue(place: first, field: "題名", value: "[]"))
    #expect(changed("0123456789012345", "012345") == .unreadableValue(place: first, field: "version", value: "012345"))
    #expect(
      changed("\"formatVersion\": 1", "\"formatVersion\": 2")
        == .unreadableValue(place: "ファイル全体", field: "formatVersion", value: "2"))
    #expect(changed("\"books\"", "\"book\"") == .missingColumn("books"))
    #expect(error(.json, "{\"books\": []}") == .noSheets)
    #expect(error(.json, "{\"books\": [{\"sheets\": []}]}") == .noSheets)
    #expect(error(.json, "{\n\"books\": [\n") == .damaged(place: "3行目"))
    let second = "{\"ward\": \"北区\", \"sheets\": [{\"number\": 1}]}"
    let two = "{\"books\": [\(second), \(second.replacingOccurrences(of: "北区", with: "西区"))]}"
    #expect(error(.json, two) == .severalBooks(["北区", "西区"]))
  }
}
