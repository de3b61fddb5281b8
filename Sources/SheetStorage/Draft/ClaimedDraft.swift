// Holds a draft that was taken over.

/// A draft of an earlier program that this one has taken; nobody else can take it as long as this is held, and it goes
/// when the journal that took it over is proven to be on the disk.
public struct ClaimedDraft: Sendable {
  let files: [JournalFile]
}
