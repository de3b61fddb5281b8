// Holds how the loop ended.

extension EditorLoop {
  /// How it ended.
  struct End {
    /// The exit status.
    let status: Int32
    /// How many drafts stay on the disk.
    let drafts: Int
    /// What is still to be told.
    let partingWords: [String]
  }
}
