// Holds the sentences about a plan that is fixed or opened.

import InitiativeModel
import SheetStorage
import SheetWording

extension Wording {
  /// Why a plan is neither fixed nor opened.
  public static func sentence(_ obstacle: BookPlan.Obstacle) -> String {
    switch obstacle {
    case .isSo(let path, true): "\(path) の計画は確定していません。何も変えていません。"
    case .isSo(let path, false): "\(path) の計画はすでに確定しています。何も変えていません。"
    case .onlySupervisors(let path, let names):
      "\(path) の計画を開き直せるのは、book.json の supervisors にある人(\(names.joined(separator: "、")))だけです。"
        + "何も変えていません。"
    case .drafts(let path, let numbers):
      "\(path) の項目\(numbers.map(String.init).joined(separator: "、"))に、保存していない計画の下書きがあります。"
        + "furikaeri plan \(path) で開き、保存するか捨ててから確定してください。何も変えていません。"
    case .writing(let path, let sheets):
      "\(path) の\(sheets.map { "項目\($0.number)を\($0.name.isEmpty ? "ほかの人" : "\($0.name)さん")" }.joined(separator: "、"))が書いています。"
        + "保存して閉じてもらってから、もう一度確定してください。何も変えていません。"
    case .storage(let error): sentence(error)
    }
  }

  /// That a book's plan was fixed, or opened again.
  public static func planSet(_ header: BookHeader, path: String) -> String {
    let book = bookLine(header, path: path)
    return header.planIsOpen
      ? "\(book): 計画を開き直しました。furikaeri plan \(path) で書けます。" : "\(book): 計画を確定しました。題名と計画は、これからは読むだけです。"
  }

  /// That somebody fixed the plan, or opened it again, in a history.
  public static func planWasSet(isOpen: Bool) -> String { isOpen ? "綴りの計画を開き直しました。" : "綴りの計画を確定しました。" }

  /// That a plan could not be fixed from the screen.
  static func planNotSet(_ error: StorageError) -> String { "計画を確定できませんでした。\(sentence(error))" }
}
