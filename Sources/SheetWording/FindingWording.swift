// Holds the sentences of the findings, the same on the screen and on the command line.

import InitiativeModel

extension Wording {
  /// What a finding says, without the sheet's number.
  public static func sentence(_ finding: Finding) -> String {
    "\(finding.field.printedName): \(finding.sentence)"
  }

  /// What a book's finding says.
  public static func sentence(_ finding: BookFinding) -> String {
    switch finding {
    case .duplicateNumber(let number, let files):
      return "\(itemName(number))が\(files.joined(separator: "、"))に重なってあります。番号を直してください。"
    case .missingNumbers(let numbers):
      return "番号\(numbers.map(String.init).joined(separator: "、"))の項目がありません。"
    case .fileNameDiffers(let file, let number):
      return "\(file) の中の番号は\(number)です。ファイル名と合っていません。"
    case .strayFile(let file, let kind):
      return stray(file, kind)
    case .sameBook(let ward, let year, let folders):
      return "\(ward) \(year.fullName)の綴りが\(folders.count)つあります: \(folders.joined(separator: "、"))。"
        + "中身を比べて一つにまとめ、ほかは置き場の外へ移してください。"
    }
  }

  private static func stray(_ file: String, _ kind: BookFinding.StrayKind) -> String {
    switch kind {
    case .copy: "\(file) は綴りの一部ではなく、誰も読みません(写しなど)。中身を比べて、要る文を元の項目へ写してから、綴りの外へ移してください。"
    case .keptVersion: "\(file) は保存が重なったときに残した版で、誰も読みません。要る文を元の項目へ写してから、綴りの外へ移してください。"
    case .undecodableName: "\(file) は名前の文字コードがUTF-8ではないため読みません。名前を付け直してください。"
    }
  }

  /// 不備 or 参考, as lists of findings show the severity.
  public static func severityName(_ severity: Finding.Severity) -> String {
    switch severity {
    case .blocking: "不備"
    case .advisory: "参考"
    }
  }
}
