// Holds the answers to what programs ask their terminal.

/// What xterm answers: where the cursor is, what terminal it is, what colours it has.
struct TerminalQuestions {
  private var sequence: [UInt8] = []
  private var row = "1"

  /// The answers to the questions in what a program sends; a question may come in two pieces.
  mutating func answer(to bytes: ArraySlice<UInt8>) -> [UInt8] {
    var answers: [UInt8] = []
    for byte in bytes {
      if byte == 0x1B, sequence.first != 0x1B || !isCommand {
        sequence = [byte]
      } else if !sequence.isEmpty {
        sequence.append(byte)
        guard isWhole else { continue }
        answers += answer(String(decoding: sequence.dropFirst(), as: UTF8.self)).utf8
        sequence = []
      }
    }
    return answers
  }

  /// Whether it is one that ends with ST, in which another Esc stands: OSC and DCS.
  private var isCommand: Bool { sequence.count > 1 && [0x5D, 0x50].contains(sequence[1]) }

  private var isWhole: Bool {
    guard let last = sequence.last, sequence.count > 1 else { return false }
    if isCommand { return last == 0x07 || sequence.count > 2 && sequence.suffix(2) == [0x1B, 0x5C] }
    return sequence[1] == 0x5B ? sequence.count > 2 && (0x40...0x7E).contains(last) : true
  }

  /// The answer to one sequence without its Esc.
  ///
  /// Programs draw one character at the begin of a row and ask where the cursor is: here each takes one column.
  private mutating func answer(_ sequence: String) -> String {
    switch sequence {
    case "[6n": return "\u{1B}[\(row);2R"
    case "[c", "[0c": return "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c"
    case "[>c", "[>0c": return "\u{1B}[>41;379;0c"
    case _ where sequence.hasPrefix("]11;?"): return "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
    case _ where sequence.hasPrefix("]10;?"): return "\u{1B}]10;rgb:0000/0000/0000\u{1B}\\"
    case _ where sequence.hasPrefix("[") && sequence.hasSuffix("H"):
      row =
        sequence.dropFirst().prefix { $0.isNumber }.isEmpty
        ? "1" : String(sequence.dropFirst().prefix { $0.isNumber })
      return ""
    default: return ""
    }
  }
}
