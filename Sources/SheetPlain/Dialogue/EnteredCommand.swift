// Holds the reading of a line as a command.

/// What a line at a prompt asks for.
enum EnteredCommand: Equatable {
  /// Nothing stands in the line.
  case nothing
  /// A number alone: the item, or the field.
  case number(Int)
  case command(DialogueCommand, [String])
  /// No command begins so.
  case unknown(String)

  /// Reads a line; full-width letters and digits are as good as others, and a number may follow a word at once.
  init(_ line: String) {
    var words = EnteredCommand.words(line)
    guard let first = words.first else {
      self = .nothing
      return
    }
    if let number = Int(first), words.count == 1 {
      self = .number(number)
      return
    }
    let name = first.prefix { !("0"..."9").contains($0) }
    if !name.isEmpty, name.endIndex < first.endIndex {
      words[0] = String(name)
      words.insert(String(first[name.endIndex...]), at: 1)
    }
    let command = DialogueCommand.allCases.first { EnteredCommand.isName(words[0], of: $0) }
    self = command.map { .command($0, Array(words.dropFirst())) } ?? .unknown(first)
  }

  private static func isName(_ word: String, of command: DialogueCommand) -> Bool {
    word == command.row.word || word == String(command.row.key)
      || kana[word] == command.row.key || (command == .help && word == "?")
  }

  /// What an input method that is left on makes of the letters that are vowels, or that it waits behind.
  private static let kana: [String: Character] = ["あ": "a", "い": "i", "う": "u", "え": "e", "ん": "n"]

  /// The words of a line in half-width letters without capitals.
  static func words(_ line: String) -> [String] {
    let scalars = line.unicodeScalars.map { scalar -> Unicode.Scalar in
      switch scalar.value {
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x3000, 0x09: " "
      default: scalar
      }
    }
    return String(String.UnicodeScalarView(scalars)).lowercased().split(separator: " ").map { String($0) }
  }

  /// Lines such as 2 or 2-4, counted from 1; nil where it is none of the lines that there are.
  static func lines(_ text: String, of count: Int) -> Range<Int>? {
    let dashes: Set<Character> = ["-", "ー", "〜", "~", "―", "−"]
    let ends = text.split(maxSplits: 1, omittingEmptySubsequences: false) { dashes.contains($0) }.map { Int($0) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, first >= 1, first <= last, last <= count else {
      return nil
    }
    return (first - 1)..<last
  }
}
