// Holds the taking apart of a file with git's markers into the versions that it was made of.

/// The versions that git wrote into one file because it could not put them together.
///
/// Each has its own lines at every place that git marked, and all lines elsewhere: what git could put together. A line
/// of JSON never looks like a marker, as a text in it stands behind a quotation mark.
struct MarkedVersions: Equatable {
  /// The version above the =======, of the branch that is checked out.
  private(set) var ours: [UInt8] = []
  /// The version below it.
  private(set) var theirs: [UInt8] = []
  /// The version that both began with; nil where git was not told to write it at every place (`merge.conflictStyle`).
  private(set) var base: [UInt8]? = []
  /// What git calls the two, such as HEAD and a branch.
  private(set) var oursName = ""
  private(set) var theirsName = ""
  /// How many places git marked.
  private(set) var count = 0

  /// Where a line stands.
  private enum Part {
    case shared, ours, base, theirs
  }

  /// Takes a file apart; nil where there are no markers, or where they do not follow one another as git writes them.
  init?(_ bytes: [UInt8]) {
    var part = Part.shared
    var hasBase = false
    var start = 0
    while start < bytes.count {
      let end = HistoryLine.lineFeed(in: bytes, from: start).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      start = end
      switch (MergeMarker(line), part) {
      case (.ours, .shared):
        part = .ours
        hasBase = false
        count += 1
        if count == 1 { oursName = MergeMarker.name(in: line) }
      case (.base, .ours):
        part = .base
        hasBase = true
      case (.theirs, .ours), (.theirs, .base):
        part = .theirs
        if !hasBase { base = nil }
      case (.end, .theirs):
        part = .shared
        if count == 1 { theirsName = MergeMarker.name(in: line) }
      case (nil, _): add(line, to: part)
      case (.ours, _), (.base, _), (.theirs, _), (.end, _): return nil
      }
    }
    guard part == .shared, count > 0 else { return nil }
  }

  private mutating func add(_ line: ArraySlice<UInt8>, to part: Part) {
    if part == .ours || part == .shared { ours += line }
    if part == .theirs || part == .shared { theirs += line }
    if part == .base || part == .shared { base? += line }
  }
}
