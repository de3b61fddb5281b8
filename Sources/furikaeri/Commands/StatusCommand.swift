// Holds `status`: how far every sheet of every book has come, in the format that was asked for.

import Glibc
import InitiativeModel
import SheetExchange
import SheetSession
import SheetStorage
import SheetWording

struct StatusCommand: ProgramCommand {
  let folder: String
  let format: StatusFormat
  let due: CivilDay?
  let hasTexts: Bool

  init(_ words: CommandWords) throws(UsageError) {
    folder = words.folder
    format = try words.choice("--format", else: .text)
    due = try words.value("--due", expected: "2019-10-31 R1.10.31") { CivilDay(typed: $0) }
    hasTexts = words.has("--texts")
  }

  func run() throws(StorageError) -> Int32 {
    let opened = try OpenLibrary(folder)
    let library = opened.library
    Output.result(format.output(status(of: opened, library)))
    let books = library.books.compactMap { section in section.header.map { (section.path, $0) } }
    for finding in BookFinding.sameBooks(among: books) { Output.message(Wording.sentence(finding)) }
    for problem in opened.unreadable { Output.message(problem) }
    return opened.unreadable.isEmpty ? ExitStatus.done : ExitStatus.unreadable
  }

  private func status(of opened: OpenLibrary, _ library: Library) -> LibraryStatus {
    let now = time(nil)
    let today = CivilDay(typed: LocalTime.text(of: now, "%Y-%m-%d"))
    let saves = library.sheetNames.map { ($0, LastSave(of: $0)) }
    return LibraryStatus(
      library, unreadable: opened.unreadable, now: now, lastSaves: Dictionary(saves) { first, _ in first },
      due: due.flatMap { day in today.map { DueDate(day: day, today: $0) } }, hasTexts: hasTexts)
  }
}

extension StatusCommand {
  static let name = "status"
  static let usage = "[FOLDER] [--format \(StatusFormat.listed(by: "|"))] [--due DATE] [--texts]"
  static let summary = "進み具合を表示する"
  static let help = """
    綴りと項目ごとの進み具合と、確認・差戻し、最終保存、未対応のコメントを表示します(画面の一覧と同じ数です)。
    --due DATE は締切の日(2019-10-31、R1.10.31 など)で、済んでいない項目と過ぎた日数を加えます。
      12月までの日は中間振り返り、年が明けてからの日は自己評価の締切です。--texts は記入した文も加えます。
    html は印刷できる一枚のページです: furikaeri status Data --format html > 進み具合.html
    """
}
