// Holds the words of the screens on which a plan is written and fixed.

import SheetWording

extension Wording {
  static let planIsOpen = "計画はまだ確定していません。計画を直すときは furikaeri plan で開きます。"
  static let planIsFixed = "この綴りの計画は確定しているので、読むだけです。ここでは振り返りを記入します。"
  static let openPlan = "計画(確定前)"
  static let fixedPlan = "計画 確定"
  static let planIntroduction = [
    "題名、副題、計画の二つの欄を書きます。打った文はすぐ下書きに残り、F2 で保存します。",
    "前の年度の文は F4 で見比べ、Ctrl-B で写せます。",
    "書き終えたら、一覧で F6 を押し、いちばん下の「計画を確定する」で Enter を押します。",
    "確定すると計画は読むだけになり、振り返りを記入できるようになります。",
  ]
  static let writesPlanHint = "確定前  振り返りは計画の確定後に記入します"
  static let writesPlanHintInShort = "確定前"
  static let menuPlan = "計画"
  static let menuTitleOfPlan = "計画の確定と一覧の表示"
  static let fixPlan = "計画を確定する(確定すると読むだけになる)"
  static let fixPlanTitle = "計画の確定"
  static let keepPlanOpen = "まだ確定しない"
  static let fixPlanNow = "確定する"
  static let fixPlanMeaning = "確定すると、題名と計画はだれにも直せなくなります。"

  static let fixAndFilter = "計画の確定・絞込"
  static let fixAndFilterHelp = "計画を確定する。表示する項目の絞り込みと並べ方を選ぶ"

  static func fixPlanReopening(_ path: String) -> String { "直す必要が出たら furikaeri plan \(path) --open で開き直します。" }

  static func planIsUnsaved(_ numbers: [Int]) -> String {
    "保存していない下書きが項目\(numbers.map(String.init).joined(separator: "、"))にあります。F2 で保存してから確定してください。"
  }
  static func planWasFixed(_ ward: String, _ year: String) -> String {
    "\(ward) \(year)の計画を確定しました。題名と計画は、これからは読むだけです。"
  }
}
