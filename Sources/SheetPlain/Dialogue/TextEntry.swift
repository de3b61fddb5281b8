// Holds the entering of a text line by line, up to its end mark.

import InitiativeModel
import SheetWording

/// What a line says where a text is entered.
enum TextLine: Equatable {
  /// The text ends here.
  case end
  case line(String)
  /// A line of dots alone has one more when it is entered; the line without it.
  case dots(String)

  /// The signs that end a text; an input method that is left on makes the others of the first.
  private static let marks: [Character] = [".", "．", "。"]

  init(_ text: String) {
    guard let mark = text.first, TextLine.marks.contains(mark), text.allSatisfy({ $0 == mark }) else {
      self = .line(text)
      return
    }
    self = text.count == 1 ? .end : .dots(String(text.dropFirst()))
  }
}

/// Lines that are entered into a text, and where they stand.
///
/// What they take the place of stays behind them until the end mark: whatever happens before, nothing is lost.
struct TextEntry {
  let field: EntryField
  /// The lines before.
  let lines: [String]
  /// Before which of these lines what is entered stands.
  let place: Int
  /// How many lines it takes the place of.
  let replaced: Int
  private(set) var entered: [String] = []
  /// Whether the last line goes on in the next: it holds all that a terminal takes at a time.
  var goesOn = false

  init(_ field: EntryField, _ lines: [String], before place: Int, replacing replaced: Int) {
    self.field = field
    self.lines = lines
    self.place = place
    self.replaced = replaced
  }

  /// Adds a line, or the rest of the last one.
  mutating func add(_ line: String) {
    if goesOn, let last = entered.popLast() { entered.append(last + line) } else { entered.append(line) }
  }

  /// The text as far as it was entered.
  var unfinished: String { LongText(lines: lines[..<place] + entered + lines[place...]).string }

  /// The text as it is to be.
  var finished: String { LongText(lines: lines[..<place] + entered + lines[(place + replaced)...]).string }
}

extension Dialogue {
  /// Has lines entered into a text; each is in the draft before the next prompt.
  mutating func enter(_ field: EntryField, before place: Int, replacing replaced: Int) {
    guard let sheet else { return }
    let before = sheet.edited.content(of: field)
    var entry = TextEntry(field, text(of: field), before: place, replacing: replaced)
    say([Wording.Plain.endMark])
    var isEnded = false
    while !isEnded, ending == nil {
      let number = place + entry.entered.count + (entry.goesOn ? 0 : 1)
      let prompt = Wording.Plain.linePrompt(number, goesOn: entry.goesOn)
      guard let first = wait(behind: prompt, isText: true) else { break }
      var taken = 1
      isEnded = take(first, into: &entry)
      // What a script has sent already goes into the draft as one edit.
      var echoed: [(Int, EnteredLine)] = []
      while !reader.isTerminal, !isEnded, ending == nil, taken < Dialogue.linesAtOnce, let next = reader.here() {
        echoed.append((place + entry.entered.count + 1, next))
        isEnded = take(next, into: &entry)
        taken += 1
      }
      guard keep(entry.unfinished, field) else {
        isEnded = false
        break
      }
      for (number, line) in echoed {
        output.prompt(Wording.Plain.linePrompt(number, goesOn: false))
        echo(line)
      }
    }
    finish(entry, from: before, isEnded: isEnded)
  }

  /// How many lines of a script are one edit at most.
  private static let linesAtOnce = 4096

  /// Takes a line; whether the text ends with it.
  private mutating func take(_ line: EnteredLine, into entry: inout TextEntry) -> Bool {
    switch line {
    case .notUTF8, .controls, .tooLong:
      refuse(Wording.Plain.sentence(line), .notUnderstood)
      return false
    case .text(let text, let keys, let isFull):
      let line = isFull || entry.goesOn ? TextLine.line(text) : TextLine(text)
      if entry.goesOn, text.isEmpty {
        entry.goesOn = false
        return false
      }
      switch line {
      case .end: return true
      case .line(let text): entry.add(text)
      case .dots(let text):
        entry.add(text)
        if reader.isTerminal { say([Wording.Plain.dots(text)]) }
      }
      if keys > 0 { say([Wording.Plain.keysLeftOut(keys, text)]) }
      if isFull { say(Wording.Plain.lineIsFull(text)) }
      entry.goesOn = isFull
      return false
    }
  }

  /// Puts a text as far as it was entered into the draft.
  private mutating func keep(_ text: String, _ field: EntryField) -> Bool {
    guard let now = sheet?.edited.content(of: field) else { return false }
    guard let edit = FieldEdit(field: field, from: now, to: text) else { return true }
    return make(edit, isStep: false)
  }

  /// Ends a text: with its mark it is what was entered; without, what it was to replace is still there.
  private mutating func finish(_ entry: TextEntry, from before: String, isEnded: Bool) {
    let field = entry.field
    let hasEntered = !entry.entered.isEmpty
    if isEnded, hasEntered { _ = keep(entry.finished, field) }
    if let item, let now = sheet?.edited.content(of: field), let step = FieldEdit(field: field, from: before, to: now) {
      library.change(item) { $0.history.add(step: step) }
    }
    guard isEnded else {
      return refuse(Wording.Plain.textNotEnded(field, entry.entered.count, entry.replaced), .notUnderstood)
    }
    say(hasEntered ? [Wording.Plain.entered(entry.entered.count)] + after(field) : [Wording.Plain.unchanged(field)])
  }
}
