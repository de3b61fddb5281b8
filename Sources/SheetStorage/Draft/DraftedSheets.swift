// Holds which sheets of a book have a draft of this user.

extension DraftStore {
  /// The file names of the book's sheets that this user has a draft of, whether or not a program has it open.
  public var draftedSheets: Set<String> {
    Set(finder.files().filter { !$0.isOfComments && isOfThisBook($0) }.map(\.header.fileName))
  }
}
