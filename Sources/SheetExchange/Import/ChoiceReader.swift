// Holds the reading of a choice from its printed cells, where answer and legend stand together.

import InitiativeModel

/// What a choice's cells say.
struct ChoiceReading: Equatable {
  /// The answer; nil when there is only the legend.
  var answer: ChoiceOrdinal?
  /// Whether the legend is damaged so that the answer is a guess, or could not even be guessed.
  var isDamaged = false
  /// What is neither answer nor legend.
  var leftover = ""

  /// Reads the squeezed text of all cells of one question.
  ///
  /// The printed legend is ①:達成見込み②:達成できない見込み; what stands besides it is the answer. A legend without its
  /// colons has swallowed the answer's sign; (i)(ii) without words is what is left of answer and legend.
  init(_ squeezed: String, options: [ChoiceOption]) {
    var text = squeezed
    var foundBare = 0
    for option in options.reversed() {
      let sign = FormCell.squeeze(option.sign)
      let isRoman = sign.hasPrefix("(")
      if text.removeFirst(sign + ":" + option.label) { continue }
      if text.removeFirst(sign + option.label), !isRoman { foundBare += 1 }
    }
    if text.isEmpty {
      isDamaged = foundBare == options.count
      return
    }
    if let ordinal = ChoiceOrdinal(typed: text) {
      answer = ordinal
    } else if text == options.map({ FormCell.squeeze($0.sign) }).joined() {
      isDamaged = true
    } else {
      leftover = text
    }
  }
}

/// A box in which a text, the answer and the legend of a choice without a label stand together.
struct LegendBox: Equatable {
  /// What stands before the answer.
  let text: String
  /// Answer and legend, squeezed.
  let choice: String

  /// Takes a cell apart where the legend begins; nil for a cell without the legend.
  init?(_ cell: FormCell, options: [ChoiceOption]) {
    guard let first = options.first else { return nil }
    let characters = Array(cell.text)
    let legend = FormCell.squeeze(first.sign) + ":" + first.label
    guard
      let start = characters.indices.last(where: { place in
        characters[place] == first.sign.first
          && FormCell.squeeze(String(characters[place...].prefix(20))).hasPrefix(legend)
      })
    else { return nil }
    let signs = options.map(\.sign).joined()
    var end = start
    while end > 0, characters[end - 1].isWhitespace || signs.contains(characters[end - 1]) { end -= 1 }
    text = String(characters[..<end]).trimmed
    choice = FormCell.squeeze(String(characters[end...]))
  }
}

extension String {
  /// Takes the first occurrence of a part out; whether there was one.
  fileprivate mutating func removeFirst(_ part: String) -> Bool {
    let scalars = Array(unicodeScalars)
    let wanted = Array(part.unicodeScalars)
    guard !wanted.isEmpty, scalars.count >= wanted.count else { return false }
    for start in 0...(scalars.count - wanted.count) where scalars[start] == wanted[0] {
      guard Array(scalars[start..<(start + wanted.count)]) == wanted else { continue }
      self = String(String.UnicodeScalarView(scalars[..<start] + scalars[(start + wanted.count)...]))
      return true
    }
    return false
  }
}
