// Holds the comments and replies on a sheet that were begun and are not known to be in the file of its marks.

/// The comments and replies on one sheet that are still to be kept, the oldest first.
///
/// A comment goes only when the mark that it was given with is set: one that is being written and one whose mark failed
/// stand beside each other.
package struct WaitingComments: Equatable, Sendable {
  /// One comment.
  private struct Comment: Equatable, Sendable {
    let id: Int
    var text: String
    /// The question in which it stands; nil for one of an earlier program.
    var form: BegunMark?
    /// Whether it was given with a mark that has no answer yet.
    var isGiven = false
  }

  private var all: [Comment] = []
  private var lastID = 0

  /// What has to be kept on disk.
  package var texts: [String] { all.map(\.text) }

  /// How many wait to be given.
  package var count: Int { all.filter { !$0.isGiven }.count }

  /// The comment that is asked about next: its number, its text, and the question in which it stood.
  package var next: (id: Int, text: String, form: BegunMark?)? {
    all.first { !$0.isGiven }.map { ($0.id, $0.text, $0.form) }
  }

  /// A number for a new question.
  package mutating func number() -> Int {
    lastID += 1
    return lastID
  }

  /// Takes over comments of an earlier program.
  package mutating func add(_ texts: [String]) {
    for text in texts { all.append(Comment(id: number(), text: text, form: nil)) }
  }

  /// Keeps what stands in a question; an empty comment is forgotten.
  package mutating func keep(_ form: BegunMark) {
    let place = all.firstIndex { $0.id == form.id }
    guard !form.comment.isEmpty else {
      if let place { all.remove(at: place) }
      return
    }
    if let place {
      all[place].text = form.comment
      all[place].form = form
    } else {
      all.append(Comment(id: form.id, text: form.comment, form: form))
    }
  }

  /// Notes whether a comment was given with a mark that has no answer yet.
  ///
  /// - Returns: whether there is such a comment.
  package mutating func setGiven(_ isGiven: Bool, _ id: Int) -> Bool {
    guard let place = all.firstIndex(where: { $0.id == id }) else { return false }
    all[place].isGiven = isGiven
    return true
  }

  /// Whether what was given with a number is a reply.
  package func isReply(_ id: Int) -> Bool { all.contains { $0.id == id && $0.form?.act == .reply } }

  /// Forgets a comment whose mark was set.
  ///
  /// - Returns: whether there is such a comment.
  package mutating func forget(_ id: Int) -> Bool {
    guard let place = all.firstIndex(where: { $0.id == id }) else { return false }
    all.remove(at: place)
    return true
  }
}
