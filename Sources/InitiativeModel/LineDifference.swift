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
  ///
  /// The fewest lines that differ are told where few are looked at; in long texts lines that stand once in both hold
  /// the rest in place, so that the time grows with the lines and not with their square.
  public static func lines(from old: [String], to new: [String]) -> [DifferenceLine] {
    lines(old.map { LongText($0) }[...], new.map { LongText($0) }[...])
  }

  /// Up to how many lines of both texts together every pair may be compared.
  private static let few = 2000

  private static func lines(_ old: ArraySlice<LongText>, _ new: ArraySlice<LongText>) -> [DifferenceLine] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    let before = old.prefix(start).map { DifferenceLine.same($0.string) }
    let behind = old.suffix(end).map { DifferenceLine.same($0.string) }
    return before + changed(old.dropFirst(start).dropLast(end), new.dropFirst(start).dropLast(end)) + behind
  }

  private static func changed(_ old: ArraySlice<LongText>, _ new: ArraySlice<LongText>) -> [DifferenceLine] {
    if !old.isEmpty, !new.isEmpty {
      if old.count + new.count <= few { return fewest(old, new) }
      let fixed = fixedLines(old, new)
      if !fixed.isEmpty { return between(fixed, old, new) }
    }
    return old.map { .removed($0.string) } + new.map { .added($0.string) }
  }

  private static func between(
    _ fixed: [(old: Int, new: Int)], _ old: ArraySlice<LongText>, _ new: ArraySlice<LongText>
  ) -> [DifferenceLine] {
    var found: [DifferenceLine] = []
    var place = (old: old.startIndex, new: new.startIndex)
    for line in fixed + [(old.endIndex, new.endIndex)] {
      found += lines(old[place.old..<line.old], new[place.new..<line.new])
      place = line
    }
    return found
  }

  /// Lines that stand once in the old and once in the new text, as many as follow one another in the same order.
  private static func fixedLines(_ old: ArraySlice<LongText>, _ new: ArraySlice<LongText>) -> [(old: Int, new: Int)] {
    let oldPlaces = onlyPlaces(old)
    let newPlaces = onlyPlaces(new)
    let once = old.indices.compactMap { place in
      oldPlaces[old[place]].flatMap { _ in newPlaces[old[place]] }.map { (old: place, new: $0) }
    }
    return longestRise(once)
  }

  /// Where the lines stand that stand there once.
  private static func onlyPlaces(_ lines: ArraySlice<LongText>) -> [LongText: Int] {
    Dictionary(grouping: lines.indices) { lines[$0] }.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The longest part of the pairs, in their order, in which the second numbers rise as well.
  private static func longestRise(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var rise: [(old: Int, new: Int)] = []
    var next = ends.last
    while let index = next {
      rise.append(pairs[index])
      next = previous[index]
    }
    return rise.reversed()
  }

  /// The difference with the fewest lines.
  private static func fewest(_ old: ArraySlice<LongText>, _ new: ArraySlice<LongText>) -> [DifferenceLine] {
    var removed = Set<Int>()
    var added = Set<Int>()
    for step in new.difference(from: old) {
      switch step {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [DifferenceLine] = []
    var place = 0
    let written = Array(new)
    for (index, line) in old.enumerated() {
      if removed.contains(index) {
        lines.append(.removed(line.string))
        continue
      }
      while added.contains(place) {
        lines.append(.added(written[place].string))
        place += 1
      }
      lines.append(.same(line.string))
      place += 1
    }
    return lines + written[min(place, written.count)...].map { .added($0.string) }
  }
}
