// Holds the sentences about files in which git left two versions.

import InitiativeModel
import SheetStorage

extension Wording {
  /// What a file with two versions is, where, and what to do.
  static func sentence(_ path: String, _ file: UnmergedFile) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let places = "\(path) \(file.line)行目: gitの合流(マージ)で競合"
    let byHand = "git checkout --ours \(name)(または --theirs)でどちらかに揃えるか、印の行(<<<<<<< など)を直してから、開き直してください。"
    switch file.obstacle {
    case nil:
      return
        "\(places)が\(file.places)か所残っています。furikaeri で開いて一覧の「競合」を Enter で開くと、\(ours(file.oursName))と\(theirs(file.theirsName))のどちらの文にするか選べます。"
    case .markers?: return "\(places)が残っていますが、印の並びが崩れています。\(byHand)"
    case .ours?: return "\(places)が残っています。\(theirs(file.theirsName))の文は読めますが、\(ours(file.oursName))の文は読めません。\(byHand)"
    case .theirs?: return "\(places)が残っています。\(ours(file.oursName))の文は読めますが、\(theirs(file.theirsName))の文は読めません。\(byHand)"
    case .both?: return "\(places)が残っていますが、どちらの文も項目として読めません。\(byHand)"
    case .otherNumber?: return "\(places)が残っています。両側の項目番号が違うため、画面では選べません。\(byHand)"
    case .unknownKeys(let keys)?:
      return "\(places)が残っています。この版が知らない「\(keys.joined(separator: "」「"))」が食い違うため、画面では選べません。\(byHand)"
    }
  }

  /// The version of the branch that is checked out, with git's name for it.
  public static func ours(_ name: String) -> String { name.isEmpty ? "こちら" : "こちら(\(name))" }

  /// The version that was to be merged, with git's name for it.
  public static func theirs(_ name: String) -> String { name.isEmpty ? "相手" : "相手(\(name))" }
}
