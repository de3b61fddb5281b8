// Holds the sentences about files in which git left two versions.

import InitiativeModel
import SheetStorage

extension Wording {
  /// What a file with two versions is, where, and what to do.
  static func sentence(_ path: String, _ file: UnmergedFile) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let start = "\(path) \(file.line)行目: gitの合流(マージ)が済んでいません。"
    let byHand = "git checkout --ours \(name)(または --theirs)で片方に揃えるか、印の行(<<<<<<< など)を直してから、開き直してください。"
    let (ours, theirs) = (ours(file.oursName), theirs(file.theirsName))
    switch file.obstacle {
    case nil: return "\(start)競合は\(file.places)か所です。furikaeri で開き、一覧でこの項目を開くと、\(ours)と\(theirs)のどちらの文にするか選べます。"
    case .markers?: return "\(start)印の並びが崩れていて、画面では選べません。\(byHand)"
    case .ours?: return "\(start)\(theirs)の文は読めますが、\(ours)の文は読めません。\(byHand)"
    case .theirs?: return "\(start)\(ours)の文は読めますが、\(theirs)の文は読めません。\(byHand)"
    case .both?: return "\(start)どちらの文も項目として読めません。\(byHand)"
    case .otherNumber?: return "\(start)両側の項目番号が違うため、画面では選べません。\(byHand)"
    case .unknownKeys(let keys)?:
      return "\(start)この版が知らない「\(keys.joined(separator: "」「"))」が食い違うため、画面では選べません。\(byHand)"
    }
  }

  /// The version of the branch that is checked out, with git's name for it.
  public static func ours(_ name: String) -> String { name.isEmpty ? "こちら" : "こちら(\(short(name)))" }

  /// The version that was to be merged, with git's name for it.
  public static func theirs(_ name: String) -> String { name.isEmpty ? "相手" : "相手(\(short(name)))" }

  /// git's name for a version; of one that it calls by a commit's whole number the digits by which people know it.
  private static func short(_ name: String) -> String {
    name.utf8.count == 40 && name.allSatisfy { $0.isHexDigit } ? String(name.prefix(7)) : name
  }
}
