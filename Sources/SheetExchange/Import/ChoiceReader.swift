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
    for (place, option) in options.enumerated().reversed() {
      let sign = FormCell.squeeze(option.sign)
      let isRoman = sign.hasPrefix("(")
      for separator in [":", "．", "."] where text.removeFirst(sign + separator + option.label) { continue }
      if text.removeFirst(sign + option.label), !isRoman { foundBare += 1 }
      _ = place
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
