// Holds the parts from which the tests of the importer put their texts together.

/// Parts of a published form in words of our own, from which the tests put their texts together.
enum Published {
  static let note = "課題と改善策 ※左記が「②」の場合は必須"
  static let plan = "計画\t取組の方針・目標内容\t当年度の取組内容\n\t(趣旨・目的) 窓口を分かりやすくする。 (目標) ・案内板 3枚\t(取組の内容) ・板を作る (目標) ・3枚"
  static let openMidTerm =
    "中間振り返り\t取組内容の実施見込み\t(i)実施見込み (ii)実施できない見込み\t\(note)\n\t目標の達成見込み\t①:達成見込み ②:達成できない見込み\t"
  static let openFinal = "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(note)\n\t①:目標達成 ②:目標未達成\t"

  static func sheet(
    _ head: String = "取組項目 1\n\n【窓口の案内】\n", plan: String = plan, midTerm: String = openMidTerm,
    final: String = openFinal
  ) -> String {
    "\(head)\n\(plan)\n\n\(midTerm)\n\n\(final)\n"
  }
}
