// Holds the finding of years in a line of text, however they are written.

/// A year that a line names: 令和元年度, 平成 31 年度, H31, 2019年度, 25年度, 令和元年10月.
///
/// Years without a name, such as 前年度 or 毎年度, are none: they go with the year of the text.
struct YearMention: Equatable {
  /// Where it stands, in scalars of the line.
  let range: Range<Int>
  /// Where its era stands; nil for the common era, and for none.
  let era: Range<Int>?
  /// Where its count of years stands.
  let count: Range<Int>
  /// Whether a fiscal year is named: it ends in 年度.
  let isFiscal: Bool
  /// The year, where nothing has to be guessed for it.
  let year: FiscalYear?

  /// The years that a line names, in order.
  static func all(in line: [Unicode.Scalar]) -> [YearMention] {
    var mentions: [YearMention] = []
    var place = 0
    while place < line.count {
      if let mention = YearReader(line).mention(at: place) {
        mentions.append(mention)
        place = mention.range.upperBound
      } else {
        place += 1
      }
    }
    return mentions
  }
}

/// Reads one year where it stands.
private struct YearReader {
  let line: [Unicode.Scalar]

  init(_ line: [Unicode.Scalar]) { self.line = line }

  private static let eras = [
    "令和", "平成", "昭和", "大正", "明治", "㋿", "㍻", "㍼", "令", "平", "昭", "R", "H", "S", "Ｒ", "Ｈ", "Ｓ",
  ].map { Array($0.unicodeScalars) }

  func mention(at place: Int) -> YearMention? {
    for era in YearReader.eras where line[place...].starts(with: era) {
      return withEra(place..<(place + era.count))
    }
    return withoutEra(at: place)
  }

  private func withEra(_ era: Range<Int>) -> YearMention? {
    let isLetter = isLatin(era.lowerBound)
    if isLetter, era.lowerBound > 0, isLatin(era.lowerBound - 1) || isDigit(era.lowerBound - 1) { return nil }
    guard let count = count(from: afterSpaces(era.upperBound), takesKanji: true) else { return nil }
    let end = end(behind: count)
    let isShort = era.count == 1 && !isLetter && !"㋿㍻㍼".unicodeScalars.contains(line[era.lowerBound])
    guard end.hasYear || !isShort, end.hasYear || !isLatin(count.upperBound) else { return nil }
    let range = era.lowerBound..<end.place
    return YearMention(
      range: range, era: era, count: count, isFiscal: end.isFiscal,
      year: end.isFiscal ? FiscalYear(typed: text(range)) : nil)
  }

  private func withoutEra(at place: Int) -> YearMention? {
    guard place == 0 || !isDigit(place - 1), let count = count(from: place, takesKanji: false) else { return nil }
    let end = end(behind: count)
    let range = place..<end.place
    if count.count == 4 {
      let isDate = !end.hasYear && scalar(count.upperBound) == "/" && isDigit(count.upperBound + 1)
      guard end.hasYear || isDate, ["1", "2", "１", "２"].contains(line[place]) else { return nil }
      return YearMention(
        range: range, era: nil, count: count, isFiscal: end.isFiscal,
        year: end.isFiscal ? FiscalYear(typed: text(range)) : nil)
    }
    let isSpan = scalar(end.place) == "間" || (scalar(end.place) == "目" && scalar(end.place + 1) != "標")
    let isFirst = line[place] == "元"
    let isDate = end.hasYear && isDigit(end.place) && isMonth(from: end.place)
    guard end.hasYear, end.isFiscal || isFirst || isDate, !isSpan else { return nil }
    return YearMention(range: range, era: nil, count: count, isFiscal: end.isFiscal, year: nil)
  }

  /// Where a count of years stands: 元, one to four digits, or a number in kanji.
  private func count(from start: Int, takesKanji: Bool) -> Range<Int>? {
    if scalar(start) == "元" {
      return takesKanji || scalar(start + 1) == "年" ? start..<(start + 1) : nil
    }
    var end = start
    while isDigit(end) { end += 1 }
    if end > start {
      return takesKanji ? (end - start <= 2 ? start..<end : nil) : [1, 2, 4].contains(end - start) ? start..<end : nil
    }
    while takesKanji, let next = scalar(end), "〇一二三四五六七八九十".unicodeScalars.contains(next) { end += 1 }
    return end > start ? start..<end : nil
  }

  /// What stands behind a count: 年 and 度, which may stand apart.
  private func end(behind count: Range<Int>) -> (place: Int, hasYear: Bool, isFiscal: Bool) {
    let year = afterSpaces(count.upperBound)
    guard scalar(year) == "年" else { return (count.upperBound, false, false) }
    let fiscal = afterSpaces(year + 1)
    return scalar(fiscal) == "度" ? (fiscal + 1, true, true) : (year + 1, true, false)
  }

  private func isMonth(from start: Int) -> Bool {
    var end = start
    while isDigit(end) { end += 1 }
    return end - start <= 2 && scalar(end) == "月"
  }

  private func scalar(_ place: Int) -> Unicode.Scalar? { line.indices.contains(place) ? line[place] : nil }

  private func afterSpaces(_ place: Int) -> Int {
    var place = place
    while scalar(place) == " " || scalar(place) == "\u{3000}" { place += 1 }
    return place
  }

  private func isDigit(_ place: Int) -> Bool { scalar(place)?.isWrittenDigit ?? false }

  private func isLatin(_ place: Int) -> Bool {
    guard let scalar = scalar(place) else { return false }
    switch scalar {
    case "A"..."Z", "a"..."z", "Ａ"..."Ｚ", "ａ"..."ｚ": return true
    default: return false
    }
  }

  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(line[range])) }
}

extension Unicode.Scalar {
  /// Whether it is one of 0 to 9, of either width.
  var isWrittenDigit: Bool { ("0"..."9").contains(self) || ("０"..."９").contains(self) }
}
