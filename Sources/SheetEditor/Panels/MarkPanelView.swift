// Holds the drawing of the question in which a sheet is marked or a comment is replied to.

import InitiativeModel
import SheetWording
import Terminal

/// What can be pressed in the question of how a sheet is marked.
enum MarkSpot: Hashable, Sendable {
  /// An answer of a row, counted from 0.
  case choice(BegunMark.Part, Int)
  /// A row of the comment, counted from 0.
  case comment(Int)
}

extension MarkPanel {
  /// One of the answers of a row.
  private struct Choice {
    let word: String
    /// Whether it is taken, and whether the person is at it.
    let isOn: Bool
    let isHere: Bool
  }

  private static func width(_ size: ScreenSize) -> Int { min(size.columns - 6, 76) }

  /// The columns of a row's label.
  private static let label = 10

  /// The columns for a comment on a screen.
  static func commentWidth(_ size: ScreenSize) -> Int { max(2, width(size) - 5 - label) }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = MarkPanel.width(screen.size)
    let column = (screen.size.columns - width) / 2
    var rows = Rows(width: width - 4, widths: screen.widths)
    if screen.size.rows > 20 { rows.add([]) }
    add(context: &rows, most: max(2, screen.size.rows - 17))
    for part in mark.parts {
      if part == .comment { add(comment: &rows, screen.size) } else { rows.add(choices(part), of: part, mark.part) }
      if part == .place { rows.add(beside: Wording.about(mark)) }
    }
    let height = rows.lines.count + 2
    let low = max(1, screen.size.rows - height - 3)
    let top = (screen.cursor?.row ?? 0) >= low - 1 ? 2 : low
    let (short, full) = (Wording.title(mark, shown), "\(editor.wardName(sheet)) \(Wording.title(mark, shown))")
    let title = screen.widths.columns(of: full) <= width - 4 ? full : short
    screen.dialog(title, row: top, column: column, width: width, height: height)
    for (offset, runs) in rows.lines.enumerated() {
      screen.write(runs, row: top + 1 + offset, column: column + 2, limit: column + width - 2)
    }
    for spot in rows.spots {
      let start = column + 2 + spot.columns.lowerBound
      screen.spot(row: top + 1 + spot.line, columns: start..<(start + spot.columns.count), target: spot.target)
    }
    screen.layDialog(row: top, column: column, width: width, height: height)
    if let place = rows.cursor {
      screen.cursor = ScreenPosition(
        row: top + 1 + place.line, column: min(column + 2 + place.column, column + width - 2))
    }
    screen.footer(MarkPanel.bindings.footer(without: hidden))
  }

  /// The commands that mean nothing in the row that the person is at, and that the footer leaves out.
  private var hidden: Set<Command> {
    switch mark.part {
    case .decision, .period: [.newLine, .turn]
    case .place: [.newLine]
    case .comment: [.changeForward, .turn]
    }
  }

  /// What the question is about: the comment that is replied to, or the mark that would go.
  private func add(context rows: inout Rows, most: Int) {
    var text = ""
    if mark.act == .reply, let answered = mark.answered { text = Wording.lines(of: answered).joined(separator: "\n") }
    if mark.act == .mark(.withdrawn) {
      text = withdrawn.map { Wording.goes($0) } ?? Wording.sentence(.nothingToWithdraw)
    }
    guard !text.isEmpty else { return }
    rows.add(wrapped: text, style: Look.quiet, most: most)
    rows.add([])
  }

  private func choices(_ part: BegunMark.Part) -> [Choice] {
    let isHere = mark.part == part
    switch part {
    case .decision:
      return mark.acts.map { Choice(word: Wording.name($0), isOn: $0 == mark.act, isHere: isHere && $0 == mark.act) }
    case .period:
      return ReviewPeriod.allCases.map {
        Choice(word: $0.printedName, isOn: $0 == mark.period, isHere: isHere && $0 == mark.period)
      }
    case .place:
      let fields = mark.period.fields
      let place = min(mark.fieldIndex, fields.count)
      let whole = Choice(
        word: Wording.wholePeriod(mark.period), isOn: mark.places.isEmpty, isHere: isHere && place == 0)
      return [whole]
        + fields.enumerated().map { index, field in
          let taken = mark.places.first { $0.field == field }
          let word = taken.map { Wording.name($0) } ?? field.printedLabel
          return Choice(word: word, isOn: taken != nil, isHere: isHere && place == index + 1)
        }
    case .comment: return []
    }
  }

  /// The comment on a field of its own, as much as there is room for around the caret.
  private func add(comment rows: inout Rows, _ size: ScreenSize) {
    let width = MarkPanel.commentWidth(size)
    let box = CommentBox(mark, width: width, widths: rows.widths)
    let isHere = mark.part == .comment
    let count = max(3, min(box.rows.count, size.rows - rows.lines.count - 8, 8))
    let top = min(max(0, box.caretRow - count + 1), max(0, box.rows.count - count))
    let ground = isHere ? CellGround.focusedField : .field
    for row in 0..<count {
      let line = top + row
      var text = box.rows.indices.contains(line) ? box.text(line) : ""
      var style = Look.plain
      if mark.comment.isEmpty, row == 0 {
        (text, style) = (mark.act == .reply ? Wording.replyHint : Wording.commentHint, Look.quiet)
      } else if row == 0, top > 0, box.caretRow > top {
        (text, style) = (Wording.moreLines(top + 1), Look.quiet)
      }
      if isHere, line == box.caretRow { rows.cursor = (rows.lines.count, MarkPanel.label + box.caretColumn) }
      let label = row == 0 ? rows.label(.comment, isHere) : rows.space
      rows.spots.append((rows.lines.count, MarkPanel.label..<(MarkPanel.label + width + 1), .comment(line)))
      rows.add([label, Run(rows.widths.padded(text, toColumns: width + 1), style.on(ground))])
    }
  }

  /// The rows of the question.
  private struct Rows {
    let width: Int
    let widths: DisplayWidths
    var lines: [[Run]] = []
    var cursor: (line: Int, column: Int)?
    /// What can be pressed, by line and columns.
    var spots: [(line: Int, columns: Range<Int>, target: MarkSpot)] = []

    init(width: Int, widths: DisplayWidths) {
      self.width = width
      self.widths = widths
    }

    /// What stands before a row that has no label of its own.
    var space: Run { Run(String(repeating: " ", count: MarkPanel.label)) }

    func label(_ part: BegunMark.Part, _ isHere: Bool) -> Run {
      Run(widths.padded(Wording.name(part), toColumns: MarkPanel.label), isHere ? Look.strong : Look.quiet)
    }

    mutating func add(_ runs: [Run]) { lines.append(runs) }

    mutating func add(wrapped text: String, style: CellStyle, most: Int) {
      let all = LineBreaker(width: max(2, width), widths: widths).lines(of: text)
      let shown = all.count > most ? most - 1 : all.count
      for line in all.prefix(shown) { add([Run(line, style)]) }
      if shown < all.count { add([Run(Wording.moreOfComment(all.count - shown), Look.quiet)]) }
    }

    /// Adds an explanation under what has a label.
    mutating func add(beside text: String) {
      let breaker = LineBreaker(width: max(2, width - MarkPanel.label), widths: widths)
      for line in breaker.lines(of: text) { add([space, Run(line, Look.quiet)]) }
    }

    /// Adds answers beside the label of their part, in as many rows as they need.
    mutating func add(_ choices: [Choice], of part: BegunMark.Part, _ here: BegunMark.Part) {
      var runs = [label(part, part == here)]
      var column = MarkPanel.label
      for (index, choice) in choices.enumerated() {
        let needed = widths.columns(of: choice.word) + 2
        if column > MarkPanel.label, column + needed > width {
          add(runs)
          runs = [space]
          column = MarkPanel.label
        }
        if choice.isHere { cursor = (lines.count, column + 1) }
        var style = choice.isOn ? Look.focus : Look.button
        style.underline = choice.isHere
        spots.append((lines.count, column..<(column + needed), .choice(part, index)))
        runs += [Run(" \(choice.word) ", style), Run(" ")]
        column += needed + 1
      }
      add(runs)
    }
  }
}
