// Holds the cutting of a line into what the form prints and what was filled in.

import InitiativeModel

/// Cuts a line at the form's labels, wherever they stand in it.
///
/// A label in the middle of a line counts only where it stands apart and its like in the form stands beside it, so that a
/// sentence which mentions 課題と改善策 stays a sentence.
struct LinePieces {
  /// A stretch of the line.
  struct Piece: Equatable {
    let text: String
    let token: FormToken?
    /// The number of line feeds before it in the text.
    let lines: Int
  }

  private(set) var pieces: [Piece] = []
  /// Whether it begins like a heading that cannot be read.
  private(set) var hasUnreadHeading = false
  private let text: SqueezedText
  private var found: [Found] = []
  private var counted = 0
  private var lines = 0

  private struct Found {
    let token: FormToken
    let range: Range<Int>
    /// Whether what stands around it shows that it is a label.
    var isSure: Bool
  }

  init(_ line: String) {
    text = SqueezedText(line)
    find()
    settle()
    cut()
  }

  // MARK: Finding

  private static let firsts = Set("取計当中自目課※①1(i実達".unicodeScalars)
  private static let labels: [(scalars: [Unicode.Scalar], token: FormToken)] = {
    let columns: [(String, FormToken)] = [PlanSide.policy, .actions].map { ($0.label, .column($0)) }
    let periods: [(String, FormToken)] = ReviewPeriod.allCases.map { ($0.printedName, .period($0)) }
    let fields: [(String, FormToken)] = EntryField.allCases.filter { $0.hasLabel && $0.period.requiredText != $0 }.map {
      ($0.printedLabel, .label($0))
    }
    let all = columns + [(PrintedForm.plan, FormToken.plan)] + periods + fields
    return all.map { (Array($0.0.unicodeScalars), $0.1) }
  }()
  private static let issues = Array(PrintedForm.issuesAndImprovements.unicodeScalars)

  private mutating func find() {
    var place = 0
    while place < text.count {
      let scalar = text.scalars[place]
      guard LinePieces.firsts.contains(scalar), let found = token(at: place) else {
        place += 1
        continue
      }
      self.found.append(found)
      place = found.range.upperBound
    }
  }

  private mutating func token(at place: Int) -> Found? {
    if SheetHeading.mayBegin(text, at: place) { return heading(at: place) }
    if let (sign, end) = requirement(at: place) {
      return Found(token: .requirement(sign: sign), range: place..<end, isSure: true)
    }
    if text.has(LinePieces.issues, at: place) {
      let end = place + LinePieces.issues.count
      let afterColon = text.scalar(end) == ":" ? end + 1 : end
      if let (sign, noteEnd) = requirement(at: afterColon) {
        return Found(token: .issues(sign: sign), range: place..<noteEnd, isSure: true)
      }
      return label(.issues(sign: nil), place, end)
    }
    if let (field, end) = legend(at: place) { return Found(token: .legend(field), range: place..<end, isSure: true) }
    for label in LinePieces.labels where text.has(label.scalars, at: place) {
      return self.label(label.token, place, place + label.scalars.count)
    }
    return nil
  }

  /// A label with the brackets or the sign around it, and the colon behind it.
  private func label(_ token: FormToken, _ start: Int, _ end: Int) -> Found {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = [
      "【": "】", "[": "]", "［": "］", "〔": "〕", "＜": "＞", "<": ">", "《": "》", "(": ")", "■": "■", "◆": "◆", "●": "●",
      "□": "□", "○": "○", "◎": "◎", "▼": "▼",
    ]
    var range = start..<end
    if start > 0, let close = pairs[text.scalars[start - 1]], text.isApart(at: start - 1) {
      if text.scalar(end) == close { range = (start - 1)..<(end + 1) }
      if "■◆●□○◎▼".unicodeScalars.contains(text.scalars[start - 1]) { range = (start - 1)..<range.upperBound }
    }
    if text.scalar(range.upperBound) == ":" { range = range.lowerBound..<(range.upperBound + 1) }
    return Found(token: token, range: range, isSure: false)
  }

  private mutating func heading(at place: Int) -> Found? {
    switch SheetHeading.read(text, at: place) {
    case .other: return nil
    case .unread:
      hasUnreadHeading = true
      return nil
    case .heading(let heading):
      let begins = heading.range.lowerBound == 0
      guard begins || text.isApart(at: heading.range.lowerBound) else { return nil }
      let end = heading.range.upperBound
      let isSure = text.scalar(end) == "【" || (begins && hasTitle(from: end)) || isBeforePlan(end)
      if begins, !isSure { hasUnreadHeading = true }
      return isSure
        ? Found(token: .heading(heading.number, isContinued: heading.isContinued), range: heading.range, isSure: true)
        : nil
    }
  }

  /// Whether what stands behind a heading at a line's start can be a title without brackets.
  private func hasTitle(from place: Int) -> Bool {
    text.count - place <= SheetHeading.longestTitle && !text.scalars[place...].contains("。")
  }

  /// Whether the plan's labels follow behind as much as a title.
  private func isBeforePlan(_ place: Int) -> Bool {
    let end = min(text.count, place + 2 * SheetHeading.longestTitle)
    guard place < end else { return false }
    let policy = LinePieces.labels[0].scalars
    return (place..<end).contains { text.scalars[$0] == "取" && text.has(policy, at: $0) }
  }

  /// ※左記が「②」の場合は必須, however it is bracketed.
  private func requirement(at start: Int) -> (sign: String, end: Int)? {
    var place = text.scalar(start) == "(" ? start + 1 : start
    guard text.has(Array("※左記が".unicodeScalars), at: place) else { return nil }
    place += 4
    if let open = text.scalar(place), "「『\"“(".unicodeScalars.contains(open) { place += 1 }
    let signStart = place
    while let scalar = text.scalar(place), place - signStart < 4, !"」』\"”の".unicodeScalars.contains(scalar) {
      place += 1
    }
    guard place > signStart else { return nil }
    let sign = text.text(signStart..<place)
    if let close = text.scalar(place), "」』\"”)".unicodeScalars.contains(close) { place += 1 }
    for end in ["の場合は必須", "の場合必須", "の場合は必ず記入"] where text.has(Array(end.unicodeScalars), at: place) {
      place += end.unicodeScalars.count
      if text.scalar(place) == ")" { place += 1 }
      return (sign, place)
    }
    return nil
  }

  private static let legends = EntryField.allCases.filter(\.isChoice).compactMap { field in
    let items = ChoiceLegend.items(of: field)
    return items.count == 2 ? (field: field, first: items[0], second: items[1]) : nil
  }

  /// The legend of a choice with both its options, or one of them where nothing else stands in the line.
  private func legend(at start: Int) -> (field: EntryField, end: Int)? {
    for (field, one, two) in LinePieces.legends {
      guard let first = one.end(in: text, at: start) else { continue }
      var next = first
      if let separator = text.scalar(next), "・/、,".unicodeScalars.contains(separator) { next += 1 }
      if let end = two.end(in: text, at: next) { return (field, end) }
      if start == 0, first == text.count { return (field, first) }
    }
    guard start == 0 else { return nil }
    for (field, _, two) in LinePieces.legends {
      if let end = two.end(in: text, at: 0), end == text.count { return (field, end) }
    }
    return nil
  }

  // MARK: Settling

  /// Keeps what is surely a label: alone in the line, apart from both sides, or beside its like.
  private mutating func settle() {
    for index in found.indices where !found[index].isSure {
      let range = found[index].range
      let begins = range.lowerBound == 0
      let ends = range.upperBound == text.count
      let follows = index > 0 && found[index - 1].isSure && found[index - 1].range.upperBound == range.lowerBound
      let leads = index + 1 < found.count && found[index + 1].range.lowerBound == range.upperBound
      let isFreeBefore = begins || follows || text.isApart(at: range.lowerBound)
      let isFreeBehind = ends || leads || text.isApart(at: range.upperBound) || isOpening(text.scalar(range.upperBound))
      switch found[index].token {
      case .plan, .period:
        found[index].isSure =
          (begins && ends) || (isFreeBefore && leads && isLabel(found[index + 1])) || (follows && isFreeBehind)
      case .label(let field) where field.isChoice:
        found[index].isSure = (isFreeBefore && isFreeBehind) || (leads && isLegend(found[index + 1]))
      default: found[index].isSure = isFreeBefore && isFreeBehind
      }
    }
    found.removeAll { !$0.isSure }
  }

  private func isOpening(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { "(:【〔[※①②".unicodeScalars.contains($0) } ?? false
  }

  private func isLabel(_ found: Found) -> Bool {
    switch found.token {
    case .column, .label: true
    case .heading, .plan, .period, .issues, .requirement, .legend, .sign: false
    }
  }

  private func isLegend(_ found: Found) -> Bool {
    if case .legend = found.token { return true }
    return false
  }

  // MARK: Cutting

  private mutating func cut() {
    var place = 0
    for (index, found) in found.enumerated() {
      addText(
        place..<found.range.lowerBound, beforeLegend: isLegend(found),
        behind: index > 0 ? self.found[index - 1].token : nil)
      add(found.range, found.token)
      place = found.range.upperBound
    }
    addText(place..<text.count, beforeLegend: false, behind: found.last?.token)
  }

  private mutating func addText(_ range: Range<Int>, beforeLegend: Bool, behind token: FormToken?) {
    guard !range.isEmpty else { return }
    if let field = question(token), field.isChoice, ChoiceOrdinal(typed: text.text(range)) != nil {
      return add(range, .sign)
    }
    if ChoiceLegend.isSign(text.text(range)) { return add(range, .sign) }
    if beforeLegend {
      var start = range.upperBound - 1
      while start > range.lowerBound, !text.isApart(at: start) { start -= 1 }
      if start > range.lowerBound, ChoiceLegend.isSign(text.text(start..<range.upperBound)) {
        add(range.lowerBound..<start, nil)
        return add(start..<range.upperBound, .sign)
      }
    }
    add(range, nil)
  }

  private func question(_ token: FormToken?) -> EntryField? {
    if case .label(let field)? = token { return field }
    return nil
  }

  private mutating func add(_ range: Range<Int>, _ token: FormToken?) {
    let place = text.places[range.lowerBound]
    if counted < place { lines += text.original[counted..<place].count { $0 == "\n" } }
    counted = max(counted, place)
    pieces.append(Piece(text: text.text(range), token: token, lines: lines))
  }
}
