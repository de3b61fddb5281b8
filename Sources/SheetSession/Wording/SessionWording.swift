// Holds the sentences about what a session did beside the screen.

import SheetWording

extension Wording {
  static func foreignCopy(_ name: String) -> String {
    "保存と同時にほかから書き込みがあり、その内容を \(name) に残しました。"
  }
  static func draftNotPutAway(_ path: String) -> String {
    "下書き \(path) を片付けられませんでした。次に開いたときにまたお尋ねします。"
  }
  static func commentNotKept(_ reason: String) -> String { "コメントを控えられません: \(reason)" }
  /// That a file that could not be read is not in what is exported.
  static func isLeftOut(number: Int) -> String { "\(itemName(number))は入っていません。" }
  static func copied(to path: String) -> String { "写しを \(path) に書きました。綴りには保存されていません。" }
}
