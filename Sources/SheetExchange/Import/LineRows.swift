// Holds the making of rows from lines: cut at the form's labels, and names over two lines joined.

import InitiativeModel

/// Cuts every line at the labels in it.
struct LineRows {
  private(set) var rows: [FormRow] = []
  private(set) var doubts: [ImportDoubt] = []
  /// The heads of the form that stand in lines beside other things.
  private(set) var pieces: [ImportedPiece] = []
  /// The row headings, which narrow columns print over several lines.
  private static let names = [PrintedForm.plan, PrintedForm.midTermReview, PrintedForm.selfEvaluation]

  init(_ all: [FormRow]) {
    for row in LineRows.joined(all) {
      guard !row.hasColumns, !row.isPiece, !row.isMixed, let cell = row.cells.first else {
        rows.append(row)
        continue
      }
      let line = LinePieces(cell.text)
      if line.hasUnreadHeading { doubts.append(.unreadHeading(cell.text, line: row.line)) }
      if let label = LineRows.labelBehindText(line.pieces) {
        doubts.append(.labelBehindText(label: label, line: row.line))
      }
      let isLong = line.pieces.count { $0.token != nil } > 3
      for piece in line.pieces {
        if piece.token == nil, RunningHead(FormCell.squeeze(piece.text))?.isSure == true {
          pieces.append(ImportedPiece(text: piece.text, line: row.line, place: .furniture(.runningHead)))
          continue
        }
        var made = FormRow(
          cells: [FormCell(plain: piece.text)], line: row.line + piece.lines, page: row.page,
          layout: isLong ? .oneLine : row.layout)
        made.token = piece.token
        made.isPiece = true
        rows.append(made)
      }
    }
    rows = told()
  }

  /// The label before which a line has a text of its own; a legend may stand behind one, a heading behind a page's head.
  private static func labelBehindText(_ pieces: [LinePieces.Piece]) -> String? {
    guard pieces.count > 1, pieces[0].token == nil, let first = pieces.first(where: { $0.token != nil }) else {
      return nil
    }
    switch first.token {
    case nil, .heading?, .legend?, .sign?: return nil
    case .plan?, .column?, .period?, .label?, .issues?, .requirement?: return first.text
    }
  }

  /// The rows with the part that the labels of each tell.
  private func told() -> [FormRow] {
    rows.map { row in
      var row = row
      row.part = FormLabels.part(of: row)
      return row
    }
  }

  /// The rows with a name that stands over several lines, such as 中間 and 振り返り, on one.
  private static func joined(_ all: [FormRow]) -> [FormRow] {
    var rows: [FormRow] = []
    var index = 0
    while index < all.count {
      let name = names.lazy.compactMap { name in length(of: name, at: index, in: all) }.first { $0 > 1 }
      guard let length = name else {
        rows.append(all[index])
        index += 1
        continue
      }
      rows.append(all[index].with(all[index..<(index + length)].map(\.text).joined()))
      index += length
    }
    return rows
  }

  /// How many lines from a place on make up a name; nil where they do not.
  private static func length(of name: String, at start: Int, in rows: [FormRow]) -> Int? {
    var text = ""
    for index in start..<min(rows.count, start + name.count) {
      guard !rows[index].hasColumns, !rows[index].isPiece, let cell = rows[index].cells.first,
        cell.squeezed.utf8.count <= name.utf8.count
      else {
        return nil
      }
      text += cell.squeezed
      guard name.hasPrefix(text) else { return nil }
      if text == name { return index - start + 1 }
    }
    return nil
  }
}
