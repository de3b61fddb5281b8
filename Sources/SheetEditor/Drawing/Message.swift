// Holds what the person is told on the message line.

/// What the person is told on the message line.
struct Message: Equatable, Sendable {
  /// How it is shown; the words carry the meaning.
  enum Tone: Equatable, Sendable {
    /// Something is said.
    case notice
    /// Something was done as asked.
    case success
    /// Something was not done, and why.
    case refusal
  }

  /// The sentence.
  let text: String
  /// Its tone.
  let tone: Tone

  init(_ text: String, _ tone: Tone = .notice) {
    self.text = text
    self.tone = tone
  }
}

/// What a message means when it is pressed: nothing of what it covers, and it goes.
enum MessageSpot: Hashable, Sendable {
  case shown
}
