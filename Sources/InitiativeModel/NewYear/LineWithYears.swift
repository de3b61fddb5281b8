// Holds one line of a text with the years that it names, and what each of them stands for.

/// A line, and where in it a year is a label or belongs to a target.
struct LineWithYears {
  private let scalars: [Unicode.Scalar]
  let mentions: [YearMention]
  /// Whether the line belongs to the text's target part.
  private let isTarget: Bool

  init(_ line: String, isTarget: Bool) {
    scalars = Array(line.unicodeScalars)
    mentions = YearMention.all(in: scalars)
    self.isTarget = isTarget
  }

  // MARK: What moves

  /// The mentions of the book's own year that move on: all that the line has, or none.
  func movable(_ own: FiscalYear) -> [YearMention] {
    guard !tellsOfThePast else { return [] }
    let others = mentions.filter { $0.year != own && !isComparison($0) }
    let ownYears = mentions.filter { $0.year == own }
    return others.isEmpty && ownYears.allSatisfy { isLabelOrTarget($0) } ? ownYears : []
  }

  /// The line with some mentions moved on to a year, and these as they are written then.
  func moving(_ moves: [YearMention], to next: FiscalYear) -> (text: String, years: [String]) {
    var text = ""
    var years: [String] = []
    var place = 0
    for mention in moves {
      let year = written(mention, as: next)
      text += self.text(place..<mention.range.lowerBound) + year
      years.append(year)
      place = mention.range.upperBound
    }
    return (text + self.text(place..<scalars.count), years)
  }

  /// The text of some scalars.
  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  /// A mention with another year in it, everything else as it was written.
  private func written(_ mention: YearMention, as next: FiscalYear) -> String {
    let isReiwa = next.year >= 2019
    let count = mention.era == nil ? next.year : next.year - (isReiwa ? 2018 : 1988)
    let era = mention.era.map { YearStyle.era(text($0), isReiwa) } ?? ""
    let gap = mention.era.map { text($0.upperBound..<mention.count.lowerBound) } ?? ""
    let isNamed = mention.era.map { $0.count == 2 } ?? false
    let number =
      count == 1 && isNamed ? "元" : YearStyle.digits(count, isWide: isWide(mention))
    return era + gap + number + text(mention.count.upperBound..<mention.range.upperBound)
  }

  /// Whether a year's digits are full-width: as they are written, or for 元 as all others of the line are.
  private func isWide(_ mention: YearMention) -> Bool {
    let own = scalars[mention.count].filter(\.isWrittenDigit)
    let digits = own.isEmpty ? scalars.filter(\.isWrittenDigit) : own
    return !digits.isEmpty && digits.allSatisfy { $0.value >= 0xFF10 }
  }

  // MARK: What a year stands for

  private static let pastWords = ["実績", "決算", "参考", "推移", "現状値", "基準値", "基準年", "前回", "比較", "見込"]

  /// Whether the line tells of what was.
  var tellsOfThePast: Bool {
    let line = text(0..<scalars.count)
    return LineWithYears.pastWords.contains { line.contains($0) }
  }

  /// Whether a figure is compared with a year, which says nothing of the line's other years.
  private func isComparison(_ mention: YearMention) -> Bool {
    mention.isFiscal && behind(mention).hasPrefix("比")
  }

  /// Whether a year stands as a label, or in the target part before what is aimed at.
  func isLabelOrTarget(_ mention: YearMention) -> Bool {
    let (before, behind) = (before(mention), behind(mention))
    if let bracket = LineWithYears.brackets.first(where: { before.last == $0.open && behind.first == $0.close }) {
      return isLabel(bracket, String(before.dropLast()), String(behind.dropFirst()))
    }
    guard !isInsideBracket(mention) else { return false }
    if before.allSatisfy({ LineWithYears.bullets.contains($0) }) {
      let rest = behind.hasPrefix("の") ? String(behind.dropFirst()) : behind
      if LineWithYears.headings.contains(String(rest.filter { !":：".contains($0) })) { return true }
    }
    guard isTarget, before.last.map({ !"～〜~－-―—".contains($0) }) ?? true else { return false }
    if behind.hasPrefix("目標") || behind.hasPrefix("の目標") { return true }
    return behind.drop { ":： \u{3000}".contains($0) }.unicodeScalars.first?.isWrittenDigit ?? false
  }

  private static let brackets: [(open: Character, close: Character)] = [
    ("【", "】"), ("(", ")"), ("（", "）"), ("〔", "〕"), ("[", "]"), ("［", "］"), ("〈", "〉"), ("＜", "＞"), ("<", ">"),
  ]
  private static let bullets = Set("○●◯◎・■□◆◇▪▫* \u{3000}①②③④⑤⑥⑦⑧⑨⑩")
  private static let headings: Set<String> = ["", "目標", "取組", "取組内容", "取組の内容", "計画"]
  private static let labelled = ["目標", "取組", "取組内容", "取組の内容", "計画", "当年度"]

  /// Whether brackets that hold nothing but a year are a label: 【】 always, others at the start of a line, in the
  /// target part, or at a line's end behind what is a heading.
  private func isLabel(_ bracket: (open: Character, close: Character), _ before: String, _ behind: String) -> Bool {
    if bracket.open == "【" || isTarget || before.allSatisfy({ LineWithYears.bullets.contains($0) }) { return true }
    return behind.allSatisfy { ":： \u{3000}".contains($0) } && LineWithYears.labelled.contains { before.hasSuffix($0) }
  }

  private func before(_ mention: YearMention) -> String {
    var text = text(0..<mention.range.lowerBound)
    while text.last == " " || text.last == "\u{3000}" { text.removeLast() }
    return text
  }

  private func behind(_ mention: YearMention) -> String {
    String(text(mention.range.upperBound..<scalars.count).drop { $0 == " " || $0 == "\u{3000}" })
  }

  /// Whether a bracket is open where the year stands.
  private func isInsideBracket(_ mention: YearMention) -> Bool {
    var depth = 0
    for character in text(0..<mention.range.lowerBound) {
      if "(（【〔[［〈＜「『".contains(character) { depth += 1 }
      if ")）】〕]］〉＞」』".contains(character) { depth = max(0, depth - 1) }
    }
    return depth > 0
  }
}

/// How the parts of a year are written.
private enum YearStyle {
  private static let pairs = [
    ("平成", "令和"), ("平", "令"), ("㍻", "㋿"), ("H", "R"), ("Ｈ", "Ｒ"),
  ]

  /// An era as it is named for another year, in the same style.
  static func era(_ written: String, _ isReiwa: Bool) -> String {
    pairs.first { $0.0 == written || $0.1 == written }.map { isReiwa ? $0.1 : $0.0 } ?? written
  }

  static func digits(_ number: Int, isWide: Bool) -> String {
    guard isWide else { return String(number) }
    return String(
      String.UnicodeScalarView(String(number).unicodeScalars.compactMap { Unicode.Scalar($0.value - 0x30 + 0xFF10) }))
  }
}
