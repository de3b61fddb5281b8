// Holds the reading of a sheet's heading, as many hands type it.

import InitiativeModel

/// 取組項目 and a number, at some place of a text.
struct SheetHeading: Equatable {
  let number: Int
  /// Whether it says that the sheet goes on: (続き).
  let isContinued: Bool
  /// Where it begins, with the signs before it, and where what stands behind it begins; in the squeezed text.
  let range: Range<Int>

  /// What a text says at the place where a heading could stand.
  enum Reading: Equatable {
    case heading(SheetHeading)
    /// It looks like a heading, and cannot be read.
    case unread
    /// It is something else, such as a reference to another sheet.
    case other
  }

  private static let words = ["取組項目", "取り組み項目", "取組み項目", "取り組項目"].map { Array($0.unicodeScalars) }
  private static let numeros = ["№", "No.", "NO.", "no.", "No", "NO", "Ｎｏ.", "ＮＯ.", "ＮＯ", "第", "#", "＃", "番号", ":"]
    .map { Array($0.unicodeScalars) }
  private static let continued = ["(続き)", "(つづき)", "(続)", "(前頁続き)", "(前ページの続き)", "続き", "つづき", "(その2)", "(2/2)", "(再)"]
    .map { Array($0.unicodeScalars) }
  private static let decorations = Set("#■□◆◇●○◎▼▶▷*▪【[［〔＜<《〈(".unicodeScalars)
  private static let closing = Set("】]］〕＞>》〉)".unicodeScalars)
  /// What a sentence goes on with behind a number.
  private static let particles = [
    "の", "は", "を", "に", "と", "が", "も", "で", "へ", "や", "及", "お", "か", "～", "〜", "、", "。", ",", "(再掲", "・", "-", "再掲",
    "参照", "より", "ほか", "等", "件", "つ",
  ]
  .map { Array($0.unicodeScalars) }
  /// The longest title that may stand on the heading's line without brackets.
  static let longestTitle = 100
  /// As much of a cell as is looked at, in characters.
  private static let longestLine = 300
  /// The longest line that looks like a heading.
  private static let longestName = 60

  /// Reads a cell that is a heading, or begins with one.
  static func read(_ cell: String) -> Reading {
    let text = SqueezedText(String(cell.unicodeScalars.prefix(longestLine)))
    let word = text.scalars.firstIndex { !decorations.contains($0) } ?? 0
    return mayBegin(text, at: word) ? read(text, at: word) : .other
  }

  /// Whether a text can begin with a heading at a place, so that reading it is worth while.
  static func mayBegin(_ text: SqueezedText, at place: Int) -> Bool { wordEnd(text, at: place) != nil }

  private static func wordEnd(_ text: SqueezedText, at place: Int) -> Int? {
    words.first { text.has($0, at: place) }.map { place + $0.count }
  }

  /// Reads what stands at a place; the signs before the word belong to the heading.
  static func read(_ text: SqueezedText, at word: Int) -> Reading {
    guard let afterWord = wordEnd(text, at: word) else { return .other }
    var start = word
    while start > 0, decorations.contains(text.scalars[start - 1]) { start -= 1 }
    var place = afterWord
    while let sign = numeros.first(where: { text.has($0, at: place) }) { place += sign.count }
    if let open = text.scalar(place), "([【<〔［".unicodeScalars.contains(open) { place += 1 }
    guard let (number, afterNumber) = number(text, at: place) else {
      return isName(text, start, afterWord) ? .unread : .other
    }
    place = afterNumber
    if text.scalar(place) == "番" || text.scalar(place) == "号" { place += 1 }
    var isContinued = false
    skipEnd(text, &place, &isContinued)
    let found = SheetHeading(number: number, isContinued: isContinued, range: start..<place)
    guard let next = text.scalar(place) else { return .heading(found) }
    if next == "【" { return .heading(found) }
    if particles.contains(where: { text.has($0, at: place) }) { return .other }
    let isFree = text.isApart(at: place) || place > afterNumber
    return isFree ? .heading(found) : start == 0 && text.count <= longestName ? .unread : .other
  }

  /// Skips what closes a heading: brackets, (続き), a colon or a full stop.
  private static func skipEnd(_ text: SqueezedText, _ place: inout Int, _ isContinued: inout Bool) {
    while let next = text.scalar(place) {
      if let word = continued.first(where: { text.has($0, at: place) }) {
        isContinued = true
        place += word.count
      } else if closing.contains(next) || next == ":" || next == "." {
        place += 1
      } else {
        return
      }
    }
  }

  /// A number from 1 to 999: digits, also apart from one another, or one sign such as ⑲.
  private static func number(_ text: SqueezedText, at start: Int) -> (number: Int, end: Int)? {
    guard let first = text.scalar(start) else { return nil }
    if !first.isASCII, let value = circled(first) { return (value, start + 1) }
    var groups: [(digits: String, end: Int)] = []
    var place = start
    while let scalar = text.scalar(place), ("0"..."9").contains(scalar) {
      if groups.isEmpty || text.isApart(at: place) { groups.append(("", place)) }
      groups[groups.count - 1].digits.unicodeScalars.append(scalar)
      place += 1
      groups[groups.count - 1].end = place
    }
    guard let last = groups.last else { return nil }
    let next = text.scalar(last.end)
    let isAlone =
      next == nil || next == "【" || next.map { closing.contains($0) } ?? false
      || text.has(Array("(続".unicodeScalars), at: last.end)
    guard groups.count == 1 || isAlone else { return nil }
    let digits = groups.map(\.digits).joined()
    guard digits.count <= 3, let number = Int(digits), (1...999).contains(number) else { return nil }
    return (number, last.end)
  }

  /// The number that one sign stands for: ①, ⑴, ⒈, ㉑.
  private static func circled(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x2460...0x2473: Int(scalar.value) - 0x245F
    case 0x2474...0x2487: Int(scalar.value) - 0x2473
    case 0x2488...0x249B: Int(scalar.value) - 0x2487
    case 0x2776...0x277F: Int(scalar.value) - 0x2775
    case 0x24EB...0x24F4: Int(scalar.value) - 0x24E0
    case 0x3251...0x325F: Int(scalar.value) - 0x323C
    default: nil
    }
  }

  /// Whether 取組項目 stands there as a name for a sheet, so that a number must follow; as in prose, or above a list, it does not.
  private static func isName(_ text: SqueezedText, _ start: Int, _ end: Int) -> Bool {
    guard start == 0, let next = text.scalar(end), text.count <= longestName else { return false }
    let others = ["名", "一覧", "別", "数", "ごと", "毎", "」", "】一覧", "ID"].map { Array($0.unicodeScalars) }
    return !(particles + others).contains { text.has($0, at: end) } && !closing.contains(next)
  }
}
