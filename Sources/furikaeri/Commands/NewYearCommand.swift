// Holds `new-year`: the books of a later year are made, with the plans of the year before.

import InitiativeModel
import SheetSession
import SheetStorage
import SheetWording

struct NewYearCommand: ProgramCommand {
  private let asked: NewYear
  /// Whether it is only told what would be made.
  private let isTrial: Bool

  init(_ words: CommandWords) throws(UsageError) {
    let folder = try words.required(words.argument, "FOLDER")
    let year = try words.value("--to", expected: "2020 R2 令和2") { FiscalYear(typed: $0) }
    asked = NewYear(folder, to: try words.required(year, "--to YEAR"), into: words.text("--into"))
    isTrial = words.has("--dry-run")
  }

  func run() -> Int32 {
    do {
      var status = ExitStatus.done
      var made: [NewYearBook] = []
      for result in try asked.books() {
        let one = make(result)
        if one == ExitStatus.done, case .success(let book) = result { made.append(book) }
        status = max(status, one)
      }
      if !isTrial { for line in Wording.goOn(with: made) { Output.result(line) } }
      return status
    } catch {
      return refuse(error)
    }
  }

  private func make(_ result: Result<NewYearBook, NewYearObstacle>) -> Int32 {
    do throws(NewYearObstacle) {
      let book = try result.get()
      let unproven = isTrial ? nil : try book.write()
      Output.result(Wording.made(book, isTrial: isTrial))
      for line in Wording.lines(book) { Output.result(line) }
      if Output.hasFailed { Output.message(Wording.made(book, isTrial: isTrial)) }
      guard let unproven else { return ExitStatus.done }
      Output.message(Wording.newBookUnproven(book, unproven))
      return ExitStatus.unreadable
    } catch {
      return refuse(error)
    }
  }

  private func refuse(_ obstacle: NewYearObstacle) -> Int32 {
    Output.message(Wording.sentence(obstacle))
    return obstacle.status
  }
}

extension NewYearObstacle {
  /// How the program ends.
  fileprivate var status: Int32 {
    switch self {
    case .notLater: ExitStatus.usage
    case .bookExists, .nameTaken, .sameName: ExitStatus.conflict
    case .noEarlierBook, .repeatedNumber, .noSheets: ExitStatus.unreadable
    case .storage(let error): ExitStatus.of(error)
    }
  }
}

extension NewYearCommand {
  static let name = "new-year"
  static let usage = "FOLDER --to 年度 [--into FOLDER] [--dry-run]"
  static let listedUsage = "FOLDER --to 2020 [--into FOLDER] [--dry-run]"
  static let summary = "次の年度の綴りを作る(計画を引き継ぎ、振り返りは空)"
  static let help = """
    FOLDER の綴りから、次の年度の綴りを作ります。番号・題名・副題・★ と計画を引き継ぎ、振り返りは空にします。
    綴りを集めたフォルダーを指定すると、区ごとに最も新しい綴りから作ります。
    見出しや目標に付いた当年度(【令和元年度】など)は次の年度に移し、移した行と、そのまま残した年の行を並べます。
    実績・比較・期間の年は移しません。目標の数値も変えません。
    新しい綴りは元の綴りの隣にできます(--into で場所を指定できます)。同じ区・年度の綴りがあれば何も変えません。
    --dry-run を付けると、書かずに結果だけを表示します。年度は 2020、R2、令和2 のように書けます。
    """
}
