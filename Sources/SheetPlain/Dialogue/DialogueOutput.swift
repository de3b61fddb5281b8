// Holds the ways out of a dialogue.

/// Where a dialogue writes; whoever gives it sees that nothing of a text can drive a terminal.
public struct DialogueOutput {
  /// Writes lines to standard output.
  let lines: ([String]) -> Void
  /// Writes what stands before the place where a line is entered, without a line feed.
  let prompt: (String) -> Void
  /// Writes a message to standard error.
  let message: (String) -> Void
  /// Whether nothing that is written arrives any more.
  let hasFailed: () -> Bool

  /// Gives the ways out.
  public init(
    lines: @escaping ([String]) -> Void, prompt: @escaping (String) -> Void, message: @escaping (String) -> Void,
    hasFailed: @escaping () -> Bool
  ) {
    self.lines = lines
    self.prompt = prompt
    self.message = message
    self.hasFailed = hasFailed
  }
}
