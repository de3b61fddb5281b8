// Holds whether all of a sheet's history is there.
//
// Every line names the digest of the line before it, and of the sheet before and after its save. So a line that is
// gone, changed or moved shows in the line behind it, and lines that are gone from the end show in the sheet. What this
// cannot show: a history that is gone with all its lines; what was changed in the last line beside its digests; of two
// histories that git put together, lines gone from the end of one of them.

/// What is wrong with a history, and what else there is to know before one relies on it.
public struct HistoryCheck: Equatable, Sendable {
  /// A line of the file.
  public struct Line: Equatable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// The time of its save; nil where it cannot be read.
    public let when: String?
  }

  /// Something that is not as it was written.
  public enum Finding: Equatable, Sendable {
    /// Lines that stood before this one are gone.
    case missing(before: Line)
    /// The line holds something else than when the next one was written.
    case changed(Line)
    /// The line stands before the one that was there when it was written.
    case outOfOrder(Line)
    /// The line is no line of history.
    case unreadable(Line)
    /// The last line breaks off.
    case cutShort(Line)
    /// The line names none before it although the ones above are chained.
    case notChained(Line)
    /// The sheet holds what no line tells of: it was changed in another way, or the last lines are gone.
    case sheetIsUnknown
  }

  /// Something that can well be.
  public enum Remark: Equatable, Sendable {
    /// So many lines at the beginning are of a program that did not chain them: of these, only the last is checked.
    case unchained(Int)
    /// git put the lines of people together who had saved apart.
    case merged
    /// So many lines stand in the file more than once.
    case repeated(Int)
    /// git's marks of an unfinished merge stand between the lines.
    case mergeMarkers
    /// The sheet was put back to what the save of that time left.
    case sheetIsPutBack(toSaveOf: String)
    /// The sheet was put back to what it was before the save of that time.
    case sheetIsPutBackBefore(saveOf: String)
    /// The sheet holds what git made of two people's versions.
    case sheetIsMerged
  }

  /// What is wrong, in the order of the lines.
  public private(set) var findings: [Finding] = []
  /// What else there is to know.
  public private(set) var remarks: [Remark] = []
  /// What each line's save led to, by the line's digest.
  let namedStates: [String: String]
  /// Whether two lines were written behind the same one.
  private(set) var isMerged = false

  /// Checks lines, of which each stands once, and what they tell.
  init(
    _ lines: [HistoryLine], _ entries: [HistoryEntry?], repeated: Int, hasMergeMarkers: Bool, sheet: String?
  ) {
    let digests = lines.map(\.digest)
    namedStates = Dictionary(zip(digests, entries).compactMap { digest, entry in entry.map { (digest, $0.to) } }) {
      $1
    }
    let named = checkChain(lines, entries, digests, sheet)
    if isMerged { remarks.append(.merged) }
    if repeated > 0 { remarks.append(.repeated(repeated)) }
    if hasMergeMarkers { remarks.append(.mergeMarkers) }
    guard let sheet, entries.contains(where: { $0 != nil }) else { return }
    let ends = zip(digests, entries).filter { !named.contains($0.0) }.compactMap(\.1)
    checkSheet(sheet, entries.compactMap { $0 }, ends: ends)
  }

  /// Follows the chain; the digests that are named by a line.
  private mutating func checkChain(
    _ lines: [HistoryLine], _ entries: [HistoryEntry?], _ digests: [String], _ sheet: String?
  ) -> Set<String> {
    let all = Set(digests)
    var passed = Set<String>()
    var named = Set<String>()
    var unchained = 0
    var isChained = false
    for (place, line) in lines.enumerated() {
      let before = place == 0 ? nil : place - 1
      switch entries[place]?.previous {
      case nil where line.isEnded: findings.append(.unreadable(told(line, nil)))
      case nil:
        let isExplained = before.map { entries[$0]?.to == sheet } ?? true
        if !isExplained { findings.append(.cutShort(told(line, nil))) }
      case .notTold?:
        if isChained { findings.append(.notChained(told(line, entries[place]))) } else { unchained += 1 }
        if let before { named.insert(digests[before]) }
      case .isFirst?:
        if isChained || place > 0 { isMerged = true }
        isChained = true
      case .line(let digest)?:
        if !named.insert(digest).inserted, all.contains(digest) { isMerged = true }
        isChained = true
        if !all.contains(digest) {
          note(brokenAt: line, entries[place], before.map { (lines[$0], entries[$0]) })
          if let before { named.insert(digests[before]) }
        } else if !passed.contains(digest) {
          findings.append(.outOfOrder(told(line, entries[place])))
        }
      }
      passed.insert(digests[place])
    }
    if unchained > 0 { remarks.append(.unchained(unchained)) }
    return named
  }

  /// A line whose predecessor is not there: the line above was changed, or lines between the two are gone.
  private mutating func note(
    brokenAt line: HistoryLine, _ entry: HistoryEntry?, _ before: (line: HistoryLine, entry: HistoryEntry?)?
  ) {
    guard let before else { return findings.append(.missing(before: told(line, entry))) }
    guard let above = before.entry else { return }
    let leadsHere = above.to == entry?.from
    findings.append(leadsHere ? .changed(told(before.line, above)) : .missing(before: told(line, entry)))
  }

  private func told(_ line: HistoryLine, _ entry: HistoryEntry?) -> Line {
    Line(number: line.number, when: entry?.when)
  }

  /// Whether the history knows what the sheet holds.
  private mutating func checkSheet(_ sheet: String, _ entries: [HistoryEntry], ends: [HistoryEntry]) {
    if ends.contains(where: { $0.to == sheet || ($0.isInterrupted && $0.from == sheet) }) { return }
    if let save = entries.last(where: { $0.to == sheet }) {
      remarks.append(.sheetIsPutBack(toSaveOf: save.when))
    } else if let save = entries.first(where: { $0.from == sheet }) {
      remarks.append(.sheetIsPutBackBefore(saveOf: save.when))
    } else if ends.count > 1 {
      remarks.append(.sheetIsMerged)
    } else {
      findings.append(.sheetIsUnknown)
    }
  }
}
