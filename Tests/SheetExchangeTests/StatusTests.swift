import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetExchange

@Suite("The progress of a library: last saves, comments, deadlines, texts")
struct StatusTests {
  // MARK: Days

  @Test("A day is read as people write it, and counted as the calendar counts")
  func days() throws {
    for text in ["2019-10-31", "2019/10/31", "2019年10月31日", "R1.10.31", "令和元年10月31日", "２０１９－１０－３１", "H31/10/31"] {
      #expect(CivilDay(typed: text)?.text == "2019-10-31", "\(text)")
    }
    for text in [
      "", "2019", "2019-10", "2019-02-29", "2019-13-01", "2019-00-01", "2019-1-0", "10-31", "1-2-3-4", "2019-10-31-",
      "x",
    ] {
      #expect(CivilDay(typed: text) == nil, "\(text)")
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: 6_940, to: 54_000, by: 13) {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let day = CivilDay(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      #expect(day?.number == number)
    }
  }

  @Test("A deadline up to December is one of the mid-term review, one from January on of the self-evaluation")
  func periods() throws {
    let year = try #require(FiscalYear(2019))
    func period(_ text: String) throws -> ReviewPeriod? {
      let day = try #require(CivilDay(typed: text))
      return DueDate(day: day, today: day).period(of: year)
    }
    #expect(try period("2019-03-31") == nil)
    #expect(try period("2019-04-01") == .midTerm)
    #expect(try period("2019-12-31") == .midTerm)
    #expect(try period("2020-01-01") == .final)
    #expect(try period("2021-06-30") == .final)
  }

  // MARK: A library

  /// A ward of two sheets, of which the second has (ii), nothing else, and a comment; and a ward of one complete sheet.
  private func library() throws -> Library {
    let year = try #require(FiscalYear(2019))
    var done = InitiativeSheet(number: 1, title: "窓口")
    done.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet, issuesAndImprovements: "=進める")
    var open = InitiativeSheet(number: 2, title: "防災")
    open.midTermReview.implementationForecast = .willNotBeCarriedOut
    let mark = ReviewMark(
      period: .midTerm, decision: .sentBack, comment: "理由を書いてください。", who: "課長", when: "2019-10-20T00:00:00Z",
      contents: [
        .implementationForecast: "(ii)"
      ])
    let sheets = [
      EditedSheet(id: SheetID(book: "a", fileName: "item-01.json"), saved: done),
      EditedSheet(id: SheetID(book: "a", fileName: "item-02.json"), saved: open, reviews: SheetReviews(marks: [mark])),
      EditedSheet(id: SheetID(book: "b", fileName: "item-01.json"), saved: done),
    ]
    let books = [("a", "天王寺区", 2), ("b", "北区", 1)].map { path, ward, count in
      BookSection(
        path: path, header: BookHeader(ward: ward, fiscalYear: year),
        rows: (1...count).map { .sheet(SheetID(book: path, fileName: "item-0\($0).json")) })
    }
    return Library(books, sheets: sheets)
  }

  private func status(due: String? = nil, today: String = "2019-11-03", texts: Bool = false) throws -> LibraryStatus {
    let deadline = try due.map { text in
      DueDate(day: try #require(CivilDay(typed: text)), today: try #require(CivilDay(typed: today)))
    }
    let save = LastSave.save(who: "花子", when: "2019-10-21T00:05:00Z", changes: [])
    return LibraryStatus(
      try library(), unreadable: [], now: 0, lastSaves: [SheetID(book: "a", fileName: "item-02.json"): save],
      due: deadline, hasTexts: texts)
  }

  @Test("The text has a line a ward first, then each ward with its open items, (ii), comments and last save")
  func text() throws {
    let time = LocalTimeText.of("2019-10-21T00:05:00Z")
    let lines = StatusFormat.text.output(try status(due: "2019-10-31")).text.split(separator: "\n").map(String.init)
    #expect(
      lines[..<4] == [
        "区ごとの進み具合",
        "  天王寺区 令和元年度  中間 1/2 差戻し1  自己 0/2  (ii) 1  未対応のコメント 1件  締切 令和元年10月31日 を 3日過ぎ(残り1)"
          + "  最終保存 \(time) 花子",
        "  北区 令和元年度      中間 1/1          自己 0/1  締切 令和元年10月31日 までの分は済",
        "  計 2綴り             中間 2/3 差戻し1  自己 0/3  締切 令和元年10月31日 を 3日過ぎ(2綴りのうち1綴りが済、1綴りに残り1)",
      ])
    #expect(lines.contains("  締切 令和元年10月31日 を 3日過ぎ: 中間振り返りの残り1項目 (項目2)"))
    #expect(lines.contains("  締切 令和元年10月31日: 中間振り返りはすべて記入済"))
    #expect(lines.contains("  実施できない見込み(ii): 項目2"))
    #expect(lines.contains("  最終保存 \(time) 花子 (項目2)"))
    #expect(lines.contains { $0.hasSuffix("防災  [未対応のコメント 1件、最終保存 \(time) 花子]") })
  }

  @Test("A day is told by the era of that very day")
  func eras() {
    let days = ["1989-01-07", "1989-01-08", "2018-12-31", "2019-04-30", "2019-05-01", "2020-01-01"]
    #expect(
      days.compactMap { CivilDay(typed: $0)?.japaneseText } == [
        "昭和64年1月7日", "平成元年1月8日", "平成30年12月31日", "平成31年4月30日", "令和元年5月1日", "令和2年1月1日",
      ])
  }

  @Test("A sheet of which git left two versions is not done, and a plan that is open is told, in every format")
  func conflictsAndPlans() throws {
    let year = try #require(FiscalYear(2019))
    let done = try library().allSheets[0].saved
    var other = done
    other.number = 2
    other.midTermReview.issuesAndImprovements = "ほか"
    let versions = GitVersions(ours: other, theirs: other, base: nil, oursName: "HEAD", theirsName: "枝")
    let ids = ["item-01.json", "item-02.json"].map { SheetID(book: "a", fileName: $0) }
    let header = BookHeader(ward: "天王寺区", fiscalYear: year, planIsOpen: true)
    let books = [
      BookSection(path: "a", header: header, rows: [.sheet(ids[0]), .unmerged(ids[1])]),
      BookSection(path: "b", header: BookHeader(ward: "北区", fiscalYear: year), rows: []),
    ]
    let sheets = [EditedSheet(id: ids[0], saved: done), EditedSheet(id: ids[1], saved: other, versions: versions)]
    let day = try #require(CivilDay(typed: "2019-10-31"))
    let status = LibraryStatus(
      Library(books, sheets: sheets), unreadable: [], now: 0, due: DueDate(day: day, today: day))
    let text = StatusFormat.text.output(status).text
    #expect(text.contains("  天王寺区 令和元年度  中間 1/2  自己 0/2  計画 確定前  競合1  締切 令和元年10月31日 は今日(残り1)\n"))
    #expect(text.contains("  北区 令和元年度      中間 0/0  自己 0/0  計画 確定  "))
    #expect(text.contains("\n  計画: 確定前\n  競合1: 項目2\n") && text.contains("    2  競合        "))
    let rows = try csvRows(status)
    #expect(
      rows[2][2] == "2" && rows[2][8] == "競合" && rows[2][15...] == ["", "", "0", "確定前", "2019-10-31", "中間振り返り", "0"])
    let json = StatusFormat.json.output(status).text
    #expect(json.contains("\"conflicts\": [\n        2\n") && json.contains("\"planIsOpen\": true"))
    #expect(StatusFormat.html.output(status).text.contains("<td>確定前</td><td>締切 令和元年10月31日 は今日: 中間振り返りの残り1項目 (項目2)"))
  }

  @Test("Where all sheets of a book are open at the deadline, they are not listed one by one")
  func allOpen() throws {
    let text = StatusFormat.text.output(try status(due: "2020-03-31", today: "2020-03-31")).text
    #expect(text.contains("締切 令和2年3月31日 は今日: 自己評価の残り2項目 (すべて)\n"))
  }

  @Test("A deadline to come, today's, and one that no period has")
  func deadlines() throws {
    #expect(StatusFormat.text.output(try status(due: "2019-11-10")).text.contains("締切 令和元年11月10日 まで あと7日: "))
    #expect(StatusFormat.text.output(try status(due: "2019-11-03")).text.contains("締切 令和元年11月3日 は今日: "))
    #expect(!StatusFormat.text.output(try status(due: "2019-01-10")).text.contains("締切"))
    #expect(!StatusFormat.text.output(try status()).text.contains("締切"))
  }

  @Test("CSV has its columns where they were, and the new ones behind them; texts and deadlines on request")
  func csv() throws {
    let plain = try csvRows(try status())
    let old = [
      "区", "年度", "番号", "★", "取組項目", "副題", "実施見込み", "中間 ①②", "中間振り返り", "自己評価 ①②", "自己評価", "下書き", "中間の確認", "自己評価の確認",
      "ファイル",
    ]
    #expect(plain[0] == old + ["最終保存", "最終保存者", "未対応のコメント", "計画"])
    #expect(plain[2].suffix(4) == [LocalTimeText.of("2019-10-21T00:05:00Z"), "花子", "1", "確定"])
    let all = try csvRows(try status(due: "2019-10-31", texts: true))
    #expect(
      all[0].dropFirst(19) == [
        "締切", "締切の対象", "締切を過ぎた日数", "中間振り返り 課題と改善策", "自己評価 当年度の取組実績及び目標の達成状況", "自己評価 課題と改善策",
      ])
    #expect(all[1].dropFirst(19) == ["2019-10-31", "中間振り返り", "0", "'=進める", "", ""])
    #expect(all[2].dropFirst(19) == ["2019-10-31", "中間振り返り", "3", "", "", ""])
  }

  /// Rows without line feeds, commas or quotes in their cells.
  private func csvRows(_ status: LibraryStatus) throws -> [[String]] {
    StatusFormat.csv.output(status).text.dropFirst().components(separatedBy: "\r\n").dropLast().map { row in
      row.components(separatedBy: ",").map { $0.replacingOccurrences(of: "\"", with: "") }
    }
  }

  @Test("JSON has its keys where they were, and the new ones beside them")
  func json() throws {
    let text = StatusFormat.json.output(try status(due: "2019-10-31", texts: true)).text
    let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let book = try #require((value["books"] as? [[String: Any]])?.first)
    #expect(
      book["notCarriedOut"] as? [Int] == [2] && book["openComments"] as? Int == 1 && book["dueSheets"] as? [Int] == [2])
    #expect((book["lastSave"] as? [String: Any])?["number"] as? Int == 2)
    #expect((book["due"] as? [String: Any])?["daysLate"] as? Int == 3)
    let sheets = try #require(book["sheets"] as? [[String: Any]])
    #expect(sheets[0]["midTermReview.issuesAndImprovements"] as? [String] == ["=進める"])
    #expect((sheets[0]["due"] as? [String: Any])?["daysLate"] as? Int == 0 && sheets[0]["lastSave"] is NSNull)
    #expect((sheets[1]["lastSave"] as? [String: Any])?["when"] as? String == "2019-10-21T00:05:00Z")
    #expect(sheets[1]["midTerm"] as? String == "記入中" && sheets[1]["midTermMark"] as? String == "差戻し")
    let plain = StatusFormat.json.output(try status()).text
    #expect(!plain.contains("\"due\"") && !plain.contains("進める"))
  }

  @Test("The page tells the same, and the texts where they are asked for")
  func page() throws {
    let page = StatusFormat.html.output(try status(due: "2019-10-31", texts: true)).text
    #expect(page.contains("<td>確定</td><td>締切 令和元年10月31日 を 3日過ぎ: 中間振り返りの残り1項目 (項目2)</td><td>項目2</td><td>1</td>"))
    #expect(page.contains("<h2>記入内容</h2>") && page.contains("<h4>中間振り返り 課題と改善策</h4><p>=進める</p>"))
    #expect(!StatusFormat.html.output(try status()).text.contains("記入内容"))
  }
}

/// A time as the program tells it, computed by Foundation.
private enum LocalTimeText {
  static func of(_ stamp: String) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.dateFormat = "yyyy-MM-dd HH:mm"
    return ISO8601DateFormatter().date(from: stamp).map { format.string(from: $0) } ?? ""
  }
}
