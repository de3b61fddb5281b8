// Holds `plan`: the full-screen editor with the plan open, and the fixing and reopening of a plan.

import InitiativeModel
import SheetSession
import SheetStorage
import SheetWording

struct PlanCommand: ProgramCommand {
  private var editing: EditCommand
  /// Whether the plan is fixed, or opened again; nil where it is edited.
  private let opens: Bool?

  init(_ words: CommandWords) throws(UsageError) {
    editing = try EditCommand(words)
    editing.isPlanning = true
    if words.has("--fix"), words.has("--open") {
      throw .badValue(option: "--fix", value: "--open", expected: "--fix")
    }
    opens = words.has("--fix") ? false : words.has("--open") ? true : nil
  }

  func run() throws(StorageError) -> Int32 {
    let places = try LibraryFolder.places(editing.folder)
    guard let opens else { return try edit(places) }
    guard places == [editing.folder] else {
      Output.message(Wording.onePlanOnly(editing.folder))
      return ExitStatus.usage
    }
    do {
      let plan = BookPlan(path: editing.folder)
      Output.result(Wording.planSet(opens ? try plan.open() : try plan.fix(), path: editing.folder))
      return ExitStatus.done
    } catch {
      Output.message(Wording.sentence(error))
      return error.status
    }
  }

  /// Opens the editor, where a plan is open.
  private func edit(_ places: [String]) throws(StorageError) -> Int32 {
    let isOpen = places.contains { (try? BookFolder(path: $0).loadHeader())?.planIsOpen == true }
    guard isOpen else {
      Output.message(Wording.noOpenPlan(editing.folder, isBook: places == [editing.folder]))
      return ExitStatus.conflict
    }
    return try editing.run()
  }
}

extension BookPlan.Obstacle {
  /// How the program ends.
  fileprivate var status: Int32 {
    switch self {
    case .isSo, .onlySupervisors, .drafts, .writing: ExitStatus.conflict
    case .storage(let error): ExitStatus.of(error)
    }
  }
}

extension PlanCommand {
  static let name = "plan"
  static let usage = "[FOLDER] [--item N] [--fix] [--open]"
  static let summary = "計画を書く画面を開く(確定するまで)\n--fix で計画を確定する、--open で開き直す"
  static let help = """
    new-year で作った綴りの題名・副題・計画を、確定するまで書く画面を開きます。--item で項目の番号を指定できます。
    キーは記入の画面と同じです。F2 で保存し、一覧の F6 から計画を確定します。確定すると計画は読むだけになります。
    --fix は画面を開かずに綴り一つの計画を確定し、--open は開き直します。だれかが書いている間は確定しません(終了の値 4)。
    book.json の supervisors に名前があれば、開き直せるのはその人だけです。
    """
}

extension Wording {
  fileprivate static func noOpenPlan(_ folder: String, isBook: Bool) -> String {
    "\(folder) に計画を書ける綴りがありません(どれも確定しています)。"
      + "開き直すときは furikaeri plan \(isBook ? folder : "綴り") --open です。"
  }
  fileprivate static func onePlanOnly(_ folder: String) -> String {
    "\(folder) は綴りを集めたフォルダーです。--fix と --open には綴りを一つ指定してください。"
  }
}
