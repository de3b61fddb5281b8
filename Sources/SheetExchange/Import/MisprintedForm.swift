// Holds the recognising of what the form prints where a conversion got a letter of it wrong, or left a piece out.

import InitiativeModel

/// A note, a legend or a row's name that is not as printed: never a text that somebody wrote.
enum MisprintedForm {
  /// How many letters of a note or legend may be wrong.
  private static let mostWrong = 2
  /// How many letters may stand before and behind one in a line that is taken for it.
  private static let room = 4

  private static let phrases: [[Unicode.Scalar]] = {
    var all = [PrintedForm.requirementNote(sign: PrintedForm.requiredSign)]
    all += EntryField.allCases.filter(\.isChoice).map { $0.options.map(\.label).joined() }
    return all.map(letters)
  }()
  /// Names of rows and labels that nobody writes on a line of their own.
  private static let names: [[Unicode.Scalar]] =
    (ReviewPeriod.allCases.map(\.printedName)
    + [PrintedForm.policyAndTargets, EntryField.results.printedLabel, EntryField.implementationForecast.printedLabel])
    .map(letters)

  /// The line of a text that is nearly something printed; nil where there is none.
  static func first(in text: String) -> String? {
    text.split(separator: "\n").map(String.init).first(where: isOne)
  }

  /// Whether a line of the head is nearly the row's name 計画.
  static func isPlanName(_ text: String) -> Bool {
    let letters = letters(text)
    let name = Array(PrintedForm.plan.unicodeScalars)
    return letters != name && letters.count == name.count && zip(letters, name).contains { $0 == $1 }
  }

  /// What this program's own exports write besides the form: a link, a row's name, a worksheet's mark.
  private static func isOfExport(_ squeezed: String) -> Bool {
    squeezed == "目次へ" || squeezed == SheetField.subtitle.printedName
      || (squeezed.hasPrefix("furikaeri") && squeezed.contains("sheet"))
  }

  private static func isOne(_ line: String) -> Bool {
    let squeezed = FormCell.squeeze(line)
    guard !isOfExport(squeezed) else { return true }
    if FormFragment.isOne(behindSigns(squeezed)) { return true }
    guard ["左記", "必須", "場合は", "達成", "実施", "中間", "自己", "取組"].contains(where: { squeezed.contains($0) }) else {
      return false
    }
    let letters = letters(squeezed)
    let hasSign = squeezed.unicodeScalars.contains { "※*①②(".unicodeScalars.contains($0) }
    return phrases.contains { isNearly($0, letters, hasSign: hasSign) }
      || names.contains { name in
        let wrong = name.count > 10 ? 2 : 1
        return letters.count <= name.count && letters.count + wrong >= name.count && distance(name, letters) <= wrong
      }
  }

  /// What stands behind an answer's sign or a dash at the start of a squeezed line.
  private static func behindSigns(_ squeezed: String) -> String {
    let dashes = squeezed.drop { "—―－-–".contains($0) }
    for sign in ["(ii)", "(i)", "①", "②"] where dashes.hasPrefix(sign) { return String(dashes.dropFirst(sign.count)) }
    return String(dashes)
  }

  /// Whether a line is nearly a phrase; with a sign in it one that begins or ends with the phrase counts as well.
  private static func isNearly(_ phrase: [Unicode.Scalar], _ letters: [Unicode.Scalar], hasSign: Bool) -> Bool {
    guard letters.count + mostWrong >= phrase.count else { return false }
    if letters.count <= phrase.count + room, distance(phrase, letters) <= mostWrong { return true }
    guard hasSign else { return false }
    let window = phrase.count + mostWrong
    return prefixDistance(phrase, Array(letters.prefix(window))) <= mostWrong
      || prefixDistance(phrase.reversed(), Array(letters.suffix(window).reversed())) <= mostWrong
  }

  /// The kanji and kana of a text.
  private static func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { (0x3041...0x30FA).contains($0.value) || (0x3400...0x9FFF).contains($0.value) }
  }

  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    lastRow(one, other).last ?? one.count
  }

  /// The least distance to any beginning of the other.
  private static func prefixDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    lastRow(one, other).min() ?? one.count
  }

  /// The edits from all of one text to each beginning of another.
  private static func lastRow(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> [Int] {
    var row = Array(0...other.count)
    for (index, scalar) in one.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for place in other.indices {
        let kept = diagonal + (other[place] == scalar ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(kept, row[place] + 1, diagonal + 1)
      }
    }
    return row
  }
}
