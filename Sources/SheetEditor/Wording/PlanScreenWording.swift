// Holds the words of the screens on which a plan is written and fixed.

import SheetWording

extension Wording {
  static let planIsOpen = "計画はまだ確定していません。計画を直すときは furikaeri plan で開きます。"
  static let planIsFixed = "この綴りの計画は確定しているので、読むだけです。ここでは振り返りを記入します。"
  static let openPlan = "計画(確定前)"
  static let writesPlan = "計画の記入"
  static let writesPlanHint = "確定前  振り返りは計画の確定後に記入します"
  static let writesPlanHintInShort = "確定前"
  static let menuPlan = "計画"
  static let fixPlan = "計画を確定する(確定すると読むだけになる)"
  static let fixPlanTitle = "計画の確定"
  static let keepPlanOpen = "まだ確定しない"
  static let fixPlanNow = "確定する"
  static let fixPlanMeaning = "確定すると、題名と計画はだれにも直せなくなります。"

  static func fixPlanReopening(_ path: String) -> String { "直す必要が出たら furikaeri plan \(path) --open で開き直します。" }

  static func planIsUnsaved(_ numbers: [Int]) -> String {
    "保存していない下書きが項目\(numbers.map(String.init).joined(separator: "、"))にあります。F2 で保存してから確定してください。"
  }
  static func planWasFixed(_ ward: String, _ year: String) -> String {
    "\(ward) \(year)の計画を確定しました。題名と計画は、これからは読むだけです。"
  }
}
