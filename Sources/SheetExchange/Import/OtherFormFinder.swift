// Holds the recognising of forms that are not the one this program knows.

import InitiativeModel

/// Finds the name of another form, programme or city at the head of a text.
enum OtherFormFinder {
  /// The longest line that is looked at, in kanji.
  private static let longest = 80
  private static let cities = [
    "堺市", "京都市", "神戸市", "横浜市", "川崎市", "相模原市", "名古屋市", "札幌市", "仙台市", "さいたま市", "千葉市", "新潟市", "静岡市", "浜松市", "岡山市",
    "広島市", "北九州市", "福岡市", "熊本市", "東大阪市", "豊中市", "吹田市", "高槻市", "枚方市", "八尾市", "寝屋川市", "茨木市", "岸和田市", "和泉市", "守口市",
    "門真市", "松原市", "大東市", "箕面市", "池田市", "摂津市", "尼崎市", "西宮市", "奈良市", "和歌山市", "大津市",
  ]

  /// Looks through the lines above the first sheet, and through all lines that are the head of a page.
  static func find(in rows: [FormRow]) -> (form: OtherForm, line: Int)? {
    let first = rows.firstIndex { isHeading($0) } ?? min(rows.count, 40)
    let head = rows[..<first].filter { $0.filled.count <= 2 && $0.text.utf8.count <= 3 * longest }
    let isOsakas = head.contains { $0.text.contains("大阪市") && !$0.text.contains("東大阪市") }
    for row in head {
      let text = FormCell.squeeze(row.text)
      if let form = form(text) ?? programme(text) { return (form, row.line) }
      if !isOsakas, let city = cities.first(where: { isNamed($0, in: text) }) { return (.city(city), row.line) }
    }
    for row in rows[first...] {
      guard let text = row.onlyCell?.squeezed, text.utf8.count <= 3 * longest,
        text.unicodeScalars.contains(where: { $0 == "様" || $0 == "革" })
      else { continue }
      if text.contains("に基づく取組"), let form = programme(text) { return (form, row.line) }
      if isOnlyForm(text), let form = form(text) { return (form, row.line) }
    }
    return nil
  }

  private static func isHeading(_ row: FormRow) -> Bool {
    guard let cell = row.filled.first else { return false }
    if case .heading = SheetHeading.read(cell.text) { return true }
    return false
  }

  /// A city as a name of its own: 東大阪市 before 大阪市, and not as the end of a longer name.
  private static func isNamed(_ city: String, in text: String) -> Bool {
    guard let found = text.firstRange(of: city) else { return false }
    return found.lowerBound == text.startIndex
      || !(text[text.index(before: found.lowerBound)].unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) }
        ?? false)
  }

  /// 様式1 or 様式2, in brackets or at a line's start.
  private static func form(_ squeezed: String) -> OtherForm? {
    guard let found = squeezed.firstRange(of: "様式"), !squeezed.contains("様式3") else { return nil }
    let before = squeezed[..<found.lowerBound]
    guard before.allSatisfy({ "【[(（［別記第".contains($0) }) else { return nil }
    let number = squeezed[found.upperBound...].drop { "第".contains($0) }.prefix { $0.isNumber }
    guard let value = number.first?.wholeNumberValue, number.count == 1, value != 3 else { return nil }
    return .form("様式\(value)")
  }

  /// Whether a line is nothing but the name of a form.
  private static func isOnlyForm(_ squeezed: String) -> Bool { squeezed.hasPrefix("【様式") && squeezed.utf8.count <= 24 }

  /// 「市政改革プラン3.0」, 「新・市政改革プラン」 or 市政改革プラン without a number.
  private static func programme(_ squeezed: String) -> OtherForm? {
    guard let found = squeezed.firstRange(of: "市政改革プラン") else { return nil }
    let number = squeezed[found.upperBound...].prefix { $0.isNumber || $0 == "." }
    if number == "2.0" || number == "2" { return nil }
    if squeezed.contains("市政改革プラン2.0") { return nil }
    let isNew = squeezed[..<found.lowerBound].hasSuffix("新・") || squeezed[..<found.lowerBound].hasSuffix("新")
    return .programme((isNew ? "新・" : "") + "市政改革プラン" + number)
  }
}
