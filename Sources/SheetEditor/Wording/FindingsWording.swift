// Holds the words of the list of findings.

import InitiativeModel
import SheetWording

extension Wording {
  /// One line of a list of findings.
  static func line(_ found: LocatedFinding) -> String {
    "\(severityName(found.finding.severity)) \(itemName(found.number)) \(sentence(found.finding))"
  }

  static func findingsHeading(_ findings: [Finding]) -> String {
    let blocking = findings.filter { $0.severity == .blocking }.count
    return "点検の結果: 不備\(blocking)件、参考\(findings.count - blocking)件"
  }
}
