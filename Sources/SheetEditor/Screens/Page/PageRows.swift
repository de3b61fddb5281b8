// Holds the wrapping of a text into rows for a reading page, with what is looked for marked.

import InitiativeModel
import Terminal

extension PageComposer {
  /// One row of a wrapped text.
  struct WrappedRow {
    let runs: [Run]
    let columns: Int
    let hits: Int
    /// The line of the text that the row is of, counted from 1.
    let line: Int
    /// What of the text it is.
    let part: ReadPiece

    /// What can be selected of it where it is drawn at a column.
    func piece(at column: Int, _ side: ReadPiece.Side = .whole) -> ReadPiece {
      var piece = part
      piece.column = column
      piece.side = side
      return piece
    }
  }

  /// The rows of a text, which is named by a label where it is copied with others.
  func rows(of text: LongText, width: Int, style: CellStyle = Look.plain, label: String = "") -> [WrappedRow] {
    let breaker = LineBreaker(width: max(2, width), widths: widths)
    return text.lines.enumerated().flatMap { index, paragraph -> [WrappedRow] in
      let characters = Array(paragraph)
      let hits = query.isEmpty ? [] : FoldedText(characters).ranges(of: query)
      return breaker.wrapParagraph(characters[...]).map { wrapped in
        WrappedRow(
          runs: runs(characters, wrapped.range, hits, style), columns: wrapped.columns,
          hits: hits.filter { wrapped.range.contains($0.lowerBound) }.count, line: index + 1,
          part: ReadPiece(
            characters: characters[wrapped.range], endsParagraph: wrapped.endsParagraph,
            label: index == 0 && wrapped.range.lowerBound == 0 ? label : nil))
      }
    }
  }

  /// A part of a paragraph with what was found in it marked.
  private func runs(_ text: [Character], _ range: Range<Int>, _ hits: [Range<Int>], _ style: CellStyle) -> [Run] {
    var runs: [Run] = []
    var place = range.lowerBound
    for hit in hits where hit.overlaps(range) {
      let found = hit.clamped(to: range)
      if place < found.lowerBound { runs.append(Run(String(text[place..<found.lowerBound]), style)) }
      runs.append(Run(String(text[found]), Look.found))
      place = found.upperBound
    }
    if place < range.upperBound { runs.append(Run(String(text[place..<range.upperBound]), style)) }
    return runs
  }
}
