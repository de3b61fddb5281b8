// Holds the target part of a plan, as it stands in its text.

extension Plan {
  /// The lines behind (目標) in 当年度の取組内容, or else in 取組の方針・目標内容, that are not empty; none where neither has
  /// it.
  ///
  /// Source: the heading (目標) inside both columns of 計画.
  public var targetLines: [String] {
    for column in [annualActions, policyAndTargets] {
      let lines = column.lines
      guard let start = lines.firstIndex(where: { Plan.targetHeadings.contains($0) || Plan.heading(of: $0) != nil })
      else { continue }
      let rest = [Plan.heading(of: lines[start]) ?? ""] + lines[(start + 1)...]
      let end = rest.dropFirst().firstIndex { $0.hasPrefix("(") && $0.hasSuffix(")") } ?? rest.endIndex
      return rest[..<end].filter { !$0.isEmpty }
    }
    return []
  }

  private static let targetHeadings = ["(目標)", "（目標）"]

  /// The text that stands behind the heading on its own line; nil where the line does not begin with the heading.
  private static func heading(of line: String) -> String? {
    for mark in targetHeadings where line.hasPrefix(mark) && line != mark {
      return String(line.dropFirst(mark.count))
    }
    return nil
  }
}
