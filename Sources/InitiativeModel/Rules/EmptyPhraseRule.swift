// Holds the advice for a 課題と改善策 that has letters but says nothing.

/// 「なし」「特になし」「同上」 under ② satisfies the rule's letter only.
///
/// Source: ※左記が「②」の場合は必須 asks for 課題 and 改善策, not for any word.
public struct EmptyPhraseRule: SheetRule {
  /// The rule's stable name.
  public let name = "empty-phrase"

  /// The phrases that say nothing, without white space and full stops.
  public static let phrases: Set<String> = [
    "なし", "無し", "無", "特になし", "特に無し", "とくになし", "該当なし", "該当無し", "同上", "上記のとおり", "上記の通り",
  ]

  /// Makes the rule.
  public init() {}

  /// An advisory finding for each period whose required text is only such a phrase.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    ReviewPeriod.allCases.compactMap { period in
      guard RequiredWhenNotMetRule().requiresText(in: sheet, period: period) else { return nil }
      let phrase = bare(sheet.text(of: period.requiredText))
      guard EmptyPhraseRule.phrases.contains(phrase) else { return nil }
      return Finding(
        rule: name, severity: .advisory, field: .entry(period.requiredText),
        sentence: EmptyPhraseRule.sentence(phrase))
    }
  }

  private func bare(_ text: LongText) -> String {
    let marks: Set<Unicode.Scalar> = ["。", "．", ".", "、", "・", "「", "」", "(", ")", "（", "）"]
    let kept = text.string.unicodeScalars.filter { !$0.properties.isWhitespace && !marks.contains($0) }
    return String(String.UnicodeScalarView(kept))
  }
}

extension EmptyPhraseRule {
  static func sentence(_ phrase: String) -> String {
    "②ですが「\(phrase)」としか書かれていません。課題と改善策を書いてください。"
  }
}
