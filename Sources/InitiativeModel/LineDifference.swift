// Holds the difference of two texts, line by line.

/// One line of a difference.
public enum DifferenceLine: Equatable, Sendable {
  /// The line stands in both texts.
  case same(String)
  /// The line stands in the old text alone.
  case removed(String)
  /// The line stands in the new text alone.
  case added(String)
}

/// How one text becomes another.
public enum LineDifference {
  /// The lines of both texts in order; where one was changed into another, the old line stands before the new one.
  public static func lines(from old: [String], to new: [String]) -> [DifferenceLine] {
    let change = new.map { LongText($0) }.difference(from: old.map { LongText($0) })
    var removed = Set<Int>()
    var added = Set<Int>()
    for step in change {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [DifferenceLine] = []
    var place = 0
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        lines.append(.removed(line))
        continue
      }
      while added.contains(place) {
        lines.append(.added(new[place]))
        place += 1
      }
      lines.append(.same(line))
      place += 1
    }
    return lines + new[min(place, new.count)...].map { .added($0) }
  }
}
