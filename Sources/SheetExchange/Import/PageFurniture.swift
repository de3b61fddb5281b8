// Holds what of a text belongs to its pages: their numbers, their heads, the form's own heading.

import InitiativeModel

/// Tells the lines that stand on a page besides the form, and takes them out.
///
/// A line that says of itself what it is goes wherever it stands; one that could be content, such as a bare number, only
/// at the top or the foot of a page.
struct PageFurniture {
  /// The rows that stay; what stands behind furniture is on a later page.
  private(set) var rows: [FormRow] = []
  /// What was taken out.
  private(set) var pieces: [ImportedPiece] = []
  /// What of it stands in the middle of a sheet, where a text can have a line like it.
  private(set) var notes: [ImportNote] = []

  private enum Kind {
    case sure(ImportedPiece.Furniture)
    case perhaps(ImportedPiece.Furniture)
    case content
  }

  init(_ all: [FormRow]) {
    let heads = PageFurniture.repeatedHeads(all)
    let kinds = all.map { row in row.onlyCell.map { PageFurniture.kind($0, row, heads) } ?? .content }
    let isEdge = PageFurniture.edges(all, kinds)
    var page = 0
    var skipped = 0
    var taken: [Int] = []
    for (index, row) in all.enumerated() {
      let furniture: ImportedPiece.Furniture?
      switch kinds[index] {
      case .sure(let kind): furniture = kind
      case .perhaps(let kind): furniture = isEdge[index] ? kind : nil
      case .content: furniture = nil
      }
      if let furniture {
        pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(furniture)))
        skipped = 1
        taken.append(index)
      } else {
        page += skipped
        skipped = 0
        var row = row
        row.page += page
        rows.append(row)
      }
    }
    notes = PageFurniture.notes(of: taken, all)
  }

  /// One note for each kind of line that was taken out of a sheet: not above a heading, and not where a page surely ends.
  private static func notes(of taken: [Int], _ rows: [FormRow]) -> [ImportNote] {
    guard let first = rows.firstIndex(where: isHeading) else { return [] }
    let out = Set(taken)
    var behind = [Int?](repeating: nil, count: rows.count)
    var next: Int?
    for index in rows.indices.reversed() {
      behind[index] = next
      if !out.contains(index) { next = index }
    }
    var before: Int?
    var kinds: [String: (first: FormRow, count: Int)] = [:]
    for (index, row) in rows.enumerated() {
      guard out.contains(index) else {
        before = index
        continue
      }
      guard index > first, let before, let behind = behind[index], rows[before].page == rows[behind].page,
        !isHeading(rows[behind])
      else { continue }
      let kind = FormCell.squeeze(row.text).filter { !("0"..."9" ~= $0) }
      kinds[kind, default: (row, 0)].count += 1
    }
    return kinds.values.sorted { $0.first.line < $1.first.line }.map { row, count in
      ImportNote(sheet: nil, field: nil, line: row.line, reason: .pageLine(row.text, count: count))
    }
  }

  private static func isHeading(_ row: FormRow) -> Bool {
    guard let cell = row.onlyCell else { return false }
    if case .heading = SheetHeading.read(cell.text) { return true }
    return false
  }

  /// For each row whether it stands at the top or the foot of a page, with nothing but furniture between.
  private static func edges(_ rows: [FormRow], _ kinds: [Kind]) -> [Bool] {
    var isEdge = [Bool](repeating: false, count: rows.count)
    var atTop = true
    for index in rows.indices {
      if index > 0, rows[index].page != rows[index - 1].page { atTop = true }
      switch kinds[index] {
      case .sure: atTop = true
      case .perhaps: isEdge[index] = atTop
      case .content: atTop = false
      }
    }
    var atFoot = true
    for index in rows.indices.reversed() {
      if index + 1 < rows.count, rows[index].page != rows[index + 1].page { atFoot = true }
      switch kinds[index] {
      case .sure: atFoot = true
      case .perhaps: isEdge[index] = isEdge[index] || atFoot
      case .content: atFoot = isHeading(rows[index])
      }
    }
    return isEdge
  }

  /// The lines that stand at the top of at least three pages, and of half of all.
  private static func repeatedHeads(_ rows: [FormRow]) -> Set<String> {
    var counts: [String: Int] = [:]
    var pages = 0
    for index in rows.indices.dropFirst() where rows[index].page != rows[index - 1].page {
      pages += 1
      guard let cell = rows[index].onlyCell, !cell.squeezed.hasPrefix(PrintedForm.item), cell.squeezed.utf8.count < 300
      else { continue }
      counts[cell.squeezed, default: 0] += 1
    }
    return Set(counts.filter { $0.value >= 3 && 2 * $0.value >= pages }.keys)
  }

  private static func kind(_ cell: FormCell, _ row: FormRow, _ heads: Set<String>) -> Kind {
    let text = String(cell.squeezed.drop { $0 == "#" })
    guard text.utf8.count < 300 else { return .content }
    if let kind = pageNumber(text) { return kind }
    if let kind = RunningHead(text) { return kind.isSure ? .sure(.runningHead) : .perhaps(.runningHead) }
    return heads.contains(text) ? .perhaps(.runningHead) : .content
  }

  /// - 3 -, 3ページ, P.3, 3/19 or 3.
  private static func pageNumber(_ squeezed: String) -> Kind? {
    guard squeezed.utf8.count <= 30, squeezed.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let signs = "-－–—―ー~～・".unicodeScalars
    let all = Array(squeezed.unicodeScalars)
    let inner = all.drop { signs.contains($0) }
    let isBetweenSigns = inner.count < all.count && all.last.map { signs.contains($0) } ?? false
    let number = isBetweenSigns ? Array(inner.reversed().drop { signs.contains($0) }.reversed()) : all
    var text = String(String.UnicodeScalarView(number))
    var hasWord = false
    for word in ["ページ", "頁", "Page", "page", "PAGE", "P.", "p.", "P", "p"]
    where text.hasPrefix(word) || text.hasSuffix(word) {
      text = text.hasPrefix(word) ? String(text.dropFirst(word.count)) : String(text.dropLast(word.count))
      hasWord = true
      break
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isNumber =
      (1...2).contains(parts.count) && parts.allSatisfy { (1...3).contains($0.utf8.count) && Int($0) != nil }
    guard isNumber else { return nil }
    if hasWord || (isBetweenSigns && parts.count == 1) { return .sure(.pageNumber) }
    return number.count == all.count ? .perhaps(.pageNumber) : nil
  }
}

/// A line above a form: the form's own heading, 【様式3】, ward and year.
struct RunningHead {
  /// Whether it names the form, and so is one wherever it stands.
  let isSure: Bool

  /// What names this form.
  private static let form = [
    "「市政改革プラン2.0」に基づく取組等", "『市政改革プラン2.0』に基づく取組等", "「市政改革プラン2.0」に基づく取組", "市政改革プラン2.0に基づく取組等",
    "市政改革プラン2.0に基づく取組", "市政改革プラン2.0(区政編)", "様式3",
  ]
  private static let others = ["大阪市", "区役所", "別紙", "別添", "資料", "年度版", "年度", "年", "(抜粋)", "全体"]

  /// The wards' names, those that end with another one first.
  private static let wards = OsakaWards.names.sorted { $0.count > $1.count }

  /// Reads a squeezed line; nil where more than the head's own words stands in it.
  init?(_ squeezed: String) {
    guard squeezed.unicodeScalars.contains(where: { $0 == "市" || $0 == "区" || $0 == "様" }) else { return nil }
    var text = squeezed
    let names = RunningHead.form.contains { text.contains($0) }
    let wards = OsakaWards.named(in: text)
    guard names || !wards.isEmpty || text.contains("大阪市") else { return nil }
    for word in RunningHead.form + RunningHead.wards + RunningHead.others { text = text.replacing(word, with: "") }
    for era in ["令和", "平成"] { text = text.replacing(era, with: "") }
    let rest = text.unicodeScalars.filter { !"0123456789元()[]【】「」『』・-:/RH".unicodeScalars.contains($0) }
    guard rest.isEmpty else { return nil }
    isSure = names
  }
}
