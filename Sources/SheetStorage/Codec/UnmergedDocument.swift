// Holds the keys that this program does not know, of two versions of one sheet.

import InitiativeModel

/// The document that a settled sheet is put into: the lower version's, with every unknown key that only the upper one
/// has.
struct UnmergedDocument {
  private(set) var document = JSONValue.null
  /// The unknown keys whose values differ, as paths.
  private(set) var differing: [String] = []

  /// The keys that the sheet's own content replaces.
  private static let known: Set<String> = Set(
    ["formatVersion", "number", "title", "subtitle", "starred", "plan.policyAndTargets", "plan.annualActions"]
      + ReviewPeriod.allCases.flatMap { period in
        (period.fields.map(\.key) + ["printedRequirement"]).map { "\(period.key).\($0)" }
      })

  /// Puts the documents of two versions together; nil where one of them is none.
  init?(_ versions: MarkedVersions) {
    guard let ours = try? JSONParser.parse(versions.ours), let theirs = try? JSONParser.parse(versions.theirs) else {
      return nil
    }
    let base = versions.base.flatMap { try? JSONParser.parse($0) }
    document = merged(ours, theirs, base, path: "")
  }

  private mutating func merged(_ ours: JSONValue, _ theirs: JSONValue, _ base: JSONValue?, path: String) -> JSONValue {
    if ours == theirs || UnmergedDocument.known.contains(path) { return theirs }
    guard case .object(let members) = ours, case .object = theirs else {
      if base == theirs { return ours }
      if base != ours { differing.append(path) }
      return theirs
    }
    var all = theirs
    let others = theirs.membersByKey
    for member in members {
      guard let other = others[Array(member.key.utf8)] else {
        all.set(member.key, member.value)
        continue
      }
      let inside = path.isEmpty ? member.key : "\(path).\(member.key)"
      let value = merged(member.value, other, base?[member.key], path: inside)
      if value != other { all.set(member.key, value) }
    }
    return all
  }
}
