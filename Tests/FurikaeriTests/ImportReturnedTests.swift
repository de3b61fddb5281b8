import Glibc
import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWorkbook
import TestSupport
import Testing

@Suite("What was exported, edited by others and imported")
struct ImportReturnedTests {
  /// The formats, each written as `export` writes it.
  enum Form: CaseIterable {
    case csv, json, markdown, workbook

    func bytes(_ content: ExportContent) throws -> [UInt8] {
      switch self {
      case .csv: return Array(CSVForm.output(content).text.utf8)
      case .json: return Array(JSONForm.output(content).text.utf8)
      case .markdown: return Array(MarkdownForm.output(content).text.utf8)
      case .workbook: return try WorkbookWriter.bytes(of: content)
      }
    }
  }

  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  private var book: String { folder.path + "/Data/tennoji-2019" }

  private func exported(_ path: String) throws -> ExportedBook {
    let stored = try BookFolder(path: path).load()
    return ExportedBook(
      header: stored.header,
      sheets: stored.sheets.map { ExportedSheet(sheet: $0.sheet, version: SheetVersion.of($0.bytes)) })
  }

  private func bring(_ bytes: [UInt8], into place: String? = nil, _ options: String...) throws -> ProgramRun {
    try folder.write(bytes, to: "返却.txt")
    return try ProgramRun(
      ["import", folder.path + "/返却.txt", "--into", place ?? book] + options,
      environment: ["XDG_STATE_HOME": folder.path + "/state"])
  }

  private func save(_ number: Int, _ change: (inout InitiativeSheet) -> Void) throws {
    let present = try stored(number)
    var sheet = present.sheet
    change(&sheet)
    _ = try BookFolder(path: book, author: Author(name: "担当")).write(try sheet.validated(), over: present)
  }

  private func stored(_ number: Int) throws -> StoredSheet {
    try BookFolder(path: book).loadSheet(BookFolder.fileName(number))
  }

  /// Every file of the books with the number of its content and the time of its last change.
  private func looks() throws -> [String] {
    try ["Data/tennoji-2019", "Data/unnamed-ward-2019"].flatMap { place in
      try folder.names(place).map { name in
        var status = stat()
        lstat("\(folder.path)/\(place)/\(name)", &status)
        return "\(name) \(status.st_ino) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
      }
    }
  }

  @Test("Both books that ship come back unchanged from every format, and nothing is written", arguments: Form.allCases)
  func unchanged(_ form: Form) throws {
    let before = try looks()
    for name in ["tennoji-2019", "unnamed-ward-2019"] {
      let place = folder.path + "/Data/" + name
      let bytes = try form.bytes(ExportContent(books: [try exported(place)]))
      let run = try bring(bytes, into: place)
      #expect(run.status == 0 && run.output.contains("変えていません"), "\(run.output)\(run.errors)")
      #expect(run.output.split(separator: "\n").count == 1, "\(run.output)")
    }
    #expect(try looks() == before)
  }

  @Test("What others changed comes in from every format, found by what the file holds", arguments: Form.allCases)
  func changed(_ form: Form) throws {
    var edited = try exported(book)
    edited.sheets[0].sheet.selfEvaluation.results = "先方の実績\n二行目"
    edited.sheets[0].sheet.selfEvaluation.achievement = .notMet
    edited.sheets[0].sheet.selfEvaluation.issuesAndImprovements = "来年度に直す。"
    edited.sheets[18].sheet.selfEvaluation.results = "先方の十九"
    try save(19) { $0.selfEvaluation.results = "ここの十九" }
    let bytes = try form.bytes(ExportContent(books: [edited]))
    let before = try looks()
    let dry = try bring(bytes, "--dry-run")
    #expect(dry.status == 4 && dry.output.contains("+ 二行目") && dry.output.contains("先方の十九"), "\(dry.output)")
    #expect(try looks() == before)
    #expect(access(folder.path + "/state", F_OK) != 0)
    let run = try bring(bytes)
    #expect(run.status == 4 && run.errors.contains("項目19(自己評価 当年度の取組実績及び目標の達成状況)"), "\(run.errors)")
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try stored(1).sheet == edited.sheets[0].sheet)
    #expect(try stored(19).sheet.selfEvaluation.results == "ここの十九")
    let recover = try ProgramRun(["recover", book], environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(recover.output.contains("+ 先方の十九") && recover.output.contains("下書き1件"))
  }

  @Test("A file goes into the book of its ward and year in a library; one of several books is refused with their names")
  func library() throws {
    var edited = try exported(book)
    edited.sheets[1].sheet.selfEvaluation.results = "先方の実績"
    let library = folder.path + "/Data"
    let run = try bring(Form.json.bytes(ExportContent(books: [edited])), into: library)
    #expect(run.status == 0 && run.output.contains("取込 項目2"), "\(run.output)\(run.errors)")
    let wards = OsakaWards.names.map { ward in
      var other = edited
      other.header.ward = ward
      return other
    }
    let before = try looks()
    let all = try bring(Form.json.bytes(ExportContent(books: wards)), into: library)
    #expect(all.status == 3 && all.errors.contains("住吉区") && all.errors.contains("一つずつ指定して書き出し"), "\(all.errors)")
    #expect(try looks() == before)
  }

  @Test("A file makes a book where there is none, and a dry run makes not even its folder", arguments: Form.allCases)
  func newBook(_ form: Form) throws {
    let content = ExportContent(books: [try exported(book)])
    let place = folder.path + "/new/book"
    let bytes = try form.bytes(content)
    let dry = try bring(bytes, into: place, "--dry-run")
    #expect(dry.status == 0 && dry.output.contains("項目19 "), "\(dry.errors)")
    #expect(access(folder.path + "/new", F_OK) != 0)
    #expect(try bring(bytes, into: place).status == 0)
    #expect(try exported(place).sheets.map(\.sheet) == content.books[0].sheets.map(\.sheet))
  }

  @Test("A ② without its text ends the import with 4 and says what to do", arguments: Form.allCases)
  func withoutText(_ form: Form) throws {
    var edited = try exported(book)
    edited.sheets[2].sheet.selfEvaluation.achievement = .notMet
    edited.sheets[2].sheet.selfEvaluation.issuesAndImprovements = ""
    let bytes = try form.bytes(ExportContent(books: [edited]))
    let before = try stored(3)
    let run = try bring(bytes)
    #expect(run.status == 4, "\(run.output)\(run.errors)")
    #expect(run.output.contains("要記入 項目3 自己評価: ②なのに課題と改善策が空になるため"))
    #expect(run.output.contains("項目3を開いて「課題と改善策」を書き、F2 で保存してください。\n"))
    #expect(run.errors.contains("項目3は②なのに課題と改善策が空です。furikaeri \(book) で") && !run.errors.contains("要選択"))
    #expect(try stored(3) == before)
  }

  @Test("What was replaced for publishing never comes into the sheet by itself", arguments: Form.allCases)
  func replacedSpecial(_ form: Form) throws {
    try save(1) { sheet in
      sheet.title = "㈱歳出の削減"
      sheet.plan.policyAndTargets = "㈱の方針"
      sheet.selfEvaluation.results = "㈱の実績\n二行目"
    }
    var content = ExportContent(books: [try exported(book)])
    #expect(content.replaceSpecialCharacters() > 0)
    #expect(content.books[0].sheets.filter(\.version.isEmpty).count < content.books[0].sheets.count)
    #expect(content.books[0].sheets[0].version.isEmpty)
    content.books[0].sheets[18].sheet.selfEvaluation.results = "先方の十九"
    let before = try stored(1)
    let run = try bring(form.bytes(content))
    #expect(run.status == 4 && run.errors.contains("項目1(自己評価"), "\(run.output)\(run.errors)")
    #expect(run.output.contains("確認 項目1: 書き出したときの内容が分からない"))
    #expect(try stored(1) == before)
    #expect(try stored(19).sheet.selfEvaluation.results == "先方の十九")
  }

  @Test("A dry run speaks of what would be, and names the book's items that the file does not have")
  func dryRunSpeaksOfLater() throws {
    var edited = try exported(book)
    edited.sheets = Array(edited.sheets[0...2])
    edited.sheets[0].sheet.selfEvaluation.results = "先方の実績"
    edited.sheets[1].sheet.title = "別の題名の未収金対策の強化"
    try save(1) { $0.selfEvaluation.results = "ここの実績" }
    let bytes = try Form.csv.bytes(ExportContent(books: [edited]))
    let dry = try bring(bytes, "--dry-run")
    #expect(dry.status == 4 && dry.output.contains("ファイルの内容は下書きに残します。"), "\(dry.output)")
    #expect(dry.output.contains("項目2 題名: ファイルで変更されていますが、綴りのままにします("))
    #expect(dry.output.contains("\nファイルにない項目: 4〜19(変わりません)\n"))
    #expect(dry.errors.contains("取り込んだ後で、furikaeri \(book) で下書きの続きから"))
    #expect(!dry.output.contains("ました") && !dry.errors.contains("ました"))
    let run = try bring(bytes)
    #expect(run.output.contains("下書きに残しました") && run.output.contains("綴りのままにしました"))
    #expect(run.output.contains("ファイルにない項目: 4〜19(変わりません)"))
  }

  @Test("A value that none of its fields can have is told with those that can stand there")
  func unreadableValue() throws {
    let text = CSVForm.output(ExportContent(books: [try exported(book)])).text.replacing(
      ",(i),", with: ",○,", maxReplacements: 1)
    let run = try bring(Array(text.utf8))
    #expect(run.status == 3 && run.errors.contains("「○」は使えません。(i) か (ii) を選び直してください(空欄にもできます)。"), "\(run.errors)")
  }

  @Test("A dry run of a published text tells sheet by sheet what would come in, and writes nothing")
  func publishedText() throws {
    let text = "取組項目 1\n\n【窓口の案内】\n\n計画\t取組の方針・目標内容\t当年度の取組内容\n\t旭区の案内を直す。\t板を三枚作る。\n"
    let place = folder.path + "/asahi"
    let dry = try bring(Array(text.utf8), into: place, "--year", "2019", "--dry-run")
    #expect(dry.status == 0, "\(dry.errors)")
    #expect(dry.output.contains("項目1 窓口の案内\n") && dry.output.contains("  計画 当年度の取組内容 (7字):\n    板を三枚作る。\n"))
    #expect(dry.output.contains("  自己評価 課題と改善策: (未入力)\n") && dry.output.contains("区名を本文の「旭区」から取りました"))
    #expect(access(place, F_OK) != 0)
    let long = text.replacing("板を三枚作る。", with: "板を三枚作る。\t\n\t\t二行目は、どれだけ長くても終わりまで出る、取組の内容を書いた文です。")
    let whole = try bring(Array(long.utf8), into: place, "--year", "2019", "--dry-run")
    #expect(whole.output.contains("\n    二行目は、どれだけ長くても終わりまで出る、取組の内容を書いた文です。\n"), "\(whole.output)")
    #expect(try bring(Array(text.utf8), into: place, "--year", "2019").status == 0)
    #expect(try bring(Array(text.utf8), into: place, "--year", "2019", "--dry-run").status == 4)
  }
}
