// Holds putting together what two people made of one text, where they changed different lines.

/// Two versions of a text put together, line by line.
enum LineMerge {
  /// Some lines of the old text and what takes their place.
  private struct Hunk: Equatable {
    var range: Range<Int>
    var lines: [String]
  }

  /// The text with both changes, one that both made once; nil where both changed the same or neighbouring lines.
  static func merge(base: [String], ours: [String], theirs: [String]) -> [String]? {
    let own = hunks(from: base, to: ours)
    let all = own + hunks(from: base, to: theirs).filter { !own.contains($0) }
    let sorted = all.sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    let isApart = zip(sorted, sorted.dropFirst()).allSatisfy { $0.range.upperBound < $1.range.lowerBound }
    guard isApart else { return nil }
    var merged: [String] = []
    var place = 0
    for hunk in sorted {
      merged += base[place..<hunk.range.lowerBound] + hunk.lines
      place = hunk.range.upperBound
    }
    return merged + base[place...]
  }

  /// The text in which both stand: where they differ our lines and then theirs, what they share once.
  ///
  /// Every line of both is in it, in the order in which it stands there.
  static func both(ours: [String], theirs: [String]) -> [String] {
    LineDifference.lines(from: ours, to: theirs).map { line in
      switch line {
      case .same(let text), .removed(let text), .added(let text): text
      }
    }
  }

  private static func hunks(from old: [String], to new: [String]) -> [Hunk] {
    var hunks: [Hunk] = []
    var place = 0
    var isOpen = false
    for line in LineDifference.lines(from: old, to: new) {
      if case .same = line {
        place += 1
        isOpen = false
        continue
      }
      if !isOpen { hunks.append(Hunk(range: place..<place, lines: [])) }
      isOpen = true
      if case .added(let text) = line { hunks[hunks.count - 1].lines.append(text) }
      if case .removed = line {
        place += 1
        hunks[hunks.count - 1].range = hunks[hunks.count - 1].range.lowerBound..<place
      }
    }
    return hunks
  }
}
