// Holds telling a paste without brackets from what a hand types.

/// Puts the brackets of a paste around what no hand can have typed, for terminals that do not.
///
/// Of what comes in one batch, the characters, Tabs and Enters between two other keys are a paste when they are more than
/// a few, and
///
/// - text stands before a Tab or Enter and behind it, some of it several characters together: a table, or lines; or
/// - several half-width characters stand behind a Tab at its beginning, where a hand needs a key for each; or
/// - two rows of cells divided by Tabs end with an Enter, however short: a table of ① and ②.
///
/// So no paste are: what an input method writes, however long, and one Enter or Tab behind it; keys that were typed
/// ahead while a line or the program did not take them, such as F8 Enter, Tab Tab 2, 2 Tab 1 or Tab and a word. A hand
/// that types ahead a word, Tab and another word gets a paste, which is one step of undo and goes nowhere else; the
/// other way round the cells of a table would be spread over fields and choices.
///
/// A paste may come in several batches. Text is never kept back: a Tab or Enter that follows several characters of it
/// within a few milliseconds continues them. Text with a Tab or Enter at its end waits a moment for what may follow,
/// and a paste for its end.
public struct BurstReader: Sendable {
  /// How soon a batch must follow text to continue it, in milliseconds; no hand types three keys that close together.
  public static let pause = 5
  /// How long text with a Tab or Enter at its end waits for more: some terminals send a paste line by line.
  public static let pauseBehindLine = 20
  /// How long a paste whose pieces are of several characters may pause: a network brings them in turns.
  public static let pauseInPaste = 100

  /// What becomes a paste if text follows, and what it is made of.
  private var held: [RawInput] = []
  private var stretch = Stretch()
  /// How many characters of text came last and were passed on.
  private var passed = 0
  /// Whether a paste has been begun and not ended.
  public private(set) var isInPaste = false
  private var pauseNow = BurstReader.pause
  private var lastTime = Int.min / 2
  /// A sequence that the last batch left unfinished: what comes next belongs to it before it is text.
  private var unfinished: [RawInput] = []

  /// Makes a reader with nothing pending.
  public init() {}

  /// How long to wait for more before asking again with an empty batch, in milliseconds; nil where nothing waits.
  public var wait: Int? { isInPaste || !held.isEmpty ? pauseNow : nil }

  /// Takes a batch, which may be empty, and gives what there is to decode; a new size, which is no key, before the rest.
  ///
  /// - Parameter isBracketed: whether a paste of the terminal's own has begun: then nothing is looked at.
  public mutating func take(_ batch: [RawInput], at time: Int, isBracketed: Bool = false) -> [RawInput] {
    let ended = time - lastTime >= pauseNow ? end() : []
    var result = ended + batch.filter(\.isSize)
    var rest = batch.filter { !$0.isSize }[...]
    guard !rest.isEmpty else { return result }
    lastTime = time
    let before = unfinished
    unfinished = RawKey.unfinished(atEndOf: before + rest)
    guard !isBracketed || isInPaste else { return result + rest }
    if !before.isEmpty {
      let ending = rest.prefix(max(0, RawKey.length(in: (before + rest)[...]) - before.count))
      result += ending
      rest = rest.dropFirst(ending.count)
    }
    while !rest.isEmpty {
      let text = rest.prefix { $0.isTextOrSeparator }
      if !text.isEmpty { result += isInPaste ? goOn(text) : look(at: text) }
      rest = rest.dropFirst(text.count)
      let key = rest.prefix(RawKey.length(in: rest))
      if !key.isEmpty { result += end() + key }
      rest = rest.dropFirst(key.count)
    }
    return result
  }

  /// Ends the burst; what was held, or the end of a paste.
  public mutating func end() -> [RawInput] {
    let result = isInPaste ? BurstReader.closing : held
    held = []
    passed = 0
    isInPaste = false
    pauseNow = BurstReader.pause
    return result
  }

  private mutating func goOn(_ batch: ArraySlice<RawInput>) -> [RawInput] {
    pauseNow = batch.count > 1 ? BurstReader.pauseInPaste : BurstReader.pauseBehindLine
    return Array(batch)
  }

  /// Looks at characters, Tabs and Enters together with what is held and with the text that they continue.
  private mutating func look(at batch: ArraySlice<RawInput>) -> [RawInput] {
    if held.isEmpty { stretch = Stretch(behindText: passed) }
    for case .scalar(let scalar) in batch { stretch.add(scalar) }
    if stretch.isPaste {
      let whole = held + batch
      held = []
      isInPaste = true
      return BurstReader.opening + goOn(whole[...])
    }
    guard !stretch.mayBecomePaste else {
      held += batch
      pauseNow = BurstReader.pauseBehindLine
      return []
    }
    let all = held + batch
    held = []
    passed = stretch.isText ? passed + batch.count : stretch.length
    pauseNow = BurstReader.pause
    return all
  }

  private static let opening = "\u{1B}[200~".unicodeScalars.map { RawInput.scalar($0) }
  private static let closing = "\u{1B}[201~".unicodeScalars.map { RawInput.scalar($0) }
}

extension RawInput {
  fileprivate var isSize: Bool {
    if case .resized = self { true } else { false }
  }

  fileprivate var isTextOrSeparator: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return Stretch.isSeparator(scalar) || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
  }
}

/// Characters, Tabs and Enters that came together.
private struct Stretch: Sendable {
  private var count: Int
  /// How many texts there are between Tabs and Enters, and whether one is of several characters.
  private var texts: Int
  private var hasLongText: Bool
  /// How long the text at the end is.
  private(set) var length: Int
  /// Whether there is neither Tab nor Enter.
  private(set) var isText = true
  private var beginsWithTab = false
  /// How many texts there are in the row, divided by Tabs, and how many rows of several have ended.
  private var cells = 0
  private var rows = 0
  /// How many half-width characters the first text begins with.
  private var keys = 0

  /// How many are no more than a few.
  private static let few = 3

  /// Begins behind some characters of text; one alone may have been a key of its own.
  init(behindText before: Int = 0) {
    length = before > 1 ? before : 0
    count = length
    texts = length > 0 ? 1 : 0
    hasLongText = length > 0
  }

  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || scalar == "\r" || scalar == "\n" }

  mutating func add(_ scalar: Unicode.Scalar) {
    count += 1
    guard !Stretch.isSeparator(scalar) else {
      if count == 1 { beginsWithTab = scalar == "\t" }
      if scalar != "\t" {
        if cells > 1, length > 0 { rows += 1 }
        cells = 0
      }
      length = 0
      isText = false
      return
    }
    if length == 0 {
      texts += 1
      cells += 1
    }
    length += 1
    if length > 1 { hasLongText = true }
    if texts == 1, keys == length - 1, (0x21...0x7E).contains(scalar.value) { keys = length }
  }

  /// Whether no hand typed it.
  var isPaste: Bool {
    (texts > 1 && hasLongText && count > Stretch.few) || (beginsWithTab && keys > 1) || rows > 1
  }

  /// Whether it is a paste if text follows.
  var mayBecomePaste: Bool { !isPaste && hasLongText && length == 0 }
}
