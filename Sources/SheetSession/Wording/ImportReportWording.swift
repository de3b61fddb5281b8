// Holds how an import tells what it took in, or what it would.

import InitiativeModel
import SheetWording

extension Wording {
  /// What was taken in, in one sentence.
  public static func imported(_ outcome: BookImport.Outcome, from file: String) -> String {
    let path = outcome.path
    if outcome.isDryRun {
      return outcome.changes.isEmpty
        ? "\(file) の\(outcome.sheetsRead)項目は、\(path) と同じ内容です。取り込んでも何も変わりません。"
        : "\(file) を \(path) に取り込むと、次のようになります(何も書いていません)。"
    }
    guard outcome.isReturned, !outcome.isNew else {
      return "\(file) から\(outcome.sheets)項目を \(path) に取り込みました。"
    }
    guard outcome.sheets > 0 else {
      return "\(file) の\(outcome.sheetsRead)項目を調べました。\(path) の項目は変えていません。"
    }
    return "\(file) の\(outcome.sheetsRead)項目を調べ、変更のある\(outcome.sheets)項目を \(path) に取り込みました。"
  }

  /// Sheet by sheet and field by field what an import changes: in full where nothing is written yet.
  public static func lines(ofChangesIn outcome: BookImport.Outcome) -> [String] {
    if outcome.isDryRun { return outcome.changes.flatMap { preview($0) } }
    guard outcome.isReturned, !outcome.isNew else { return [] }
    return outcome.changes.flatMap { change in
      changedFields(change).map { "取込 項目\(change.after.number) \($0.printedName): \(short($0, change))" }
    }
  }

  private static let fields: [SheetField] = SheetField.searched

  private static func changedFields(_ change: SheetChange) -> [SheetField] {
    guard let before = change.before else { return fields.filter { !change.after.text(of: $0).isEmpty } }
    return fields.filter { before.text(of: $0) != change.after.text(of: $0) }
  }

  /// A changed field on one line: a choice as it was and becomes, of a text how many lines came and went.
  private static func short(_ field: SheetField, _ change: SheetChange) -> String {
    let after = change.after.text(of: field)
    guard let before = change.before?.text(of: field) else { return excerpt(after) }
    if case .entry(let entry) = field, entry.isChoice { return choice(entry, change.before, change.after) }
    let marked = marked(from: before.lines, to: after.lines)
    let came = marked.count { $0.hasPrefix("+") }
    return "+\(came)行 -\(marked.count - came)行"
  }

  private static func choice(_ field: EntryField, _ before: InitiativeSheet?, _ after: InitiativeSheet) -> String {
    let signs = [before?.content(of: field) ?? "", after.content(of: field)]
    return signs.map { $0.isEmpty ? notEntered : $0 }.joined(separator: " → ")
  }

  // MARK: In full

  private static func preview(_ change: SheetChange) -> [String] {
    let head = "項目\(change.after.number) \(change.after.starredTitle)"
    guard let before = change.before else {
      return [head] + fields.dropFirst().flatMap { whole($0, change.after) }.map { "  " + $0 }
    }
    var lines = Wording.lines(from: before, to: change.after, fields)
    if before.starred != change.after.starred {
      lines.append("\(PrintedForm.star): \(change.after.starred ? "付きます" : "なくなります")")
    }
    return [head] + (lines + change.waiting.flatMap { waitingLines($0) }).map { "  " + $0 }
  }

  /// A field of a new sheet with all that it holds: a long text line by line, beneath its name and length.
  private static func whole(_ field: SheetField, _ sheet: InitiativeSheet) -> [String] {
    let text = sheet.text(of: field)
    guard !text.isEmpty else { return ["\(field.printedName): \(notEntered)"] }
    if field == .subtitle { return ["\(field.printedName): \(text.string)"] }
    if case .entry(let entry) = field, entry.isChoice { return ["\(field.printedName): \(sheet.content(of: entry))"] }
    return ["\(field.printedName) (\(length(of: text))字):"] + text.lines.map { "  " + $0 }
  }

  private static func length(of text: LongText) -> Int { text.string.count { !$0.isNewline } }

  private static func waitingLines(_ waiting: SheetChange.Waiting) -> [String] {
    let reason = waiting.isConflict ? "両方で変更" : "②の文がない"
    let head = "! \(fieldName(waiting.field)): \(reason)(綴りのままにし、ファイルの内容は下書きに残します)"
    guard !waiting.field.isChoice else {
      let signs = [waiting.book, waiting.file].map { $0.isEmpty ? notEntered : $0 }
      return [head, "    綴り \(signs[0])  ファイル \(signs[1])"]
    }
    return [head, "    綴りの文:"] + indented(waiting.book) + ["    ファイルの文:"] + indented(waiting.file)
  }

  private static func indented(_ text: String) -> [String] {
    let lines = LongText(text).lines
    return (lines.isEmpty ? [notEntered] : lines).map { "      " + $0 }
  }

  /// The first line of a text, and how many characters it has.
  private static func excerpt(_ text: LongText) -> String {
    let first = text.lines.first { !$0.allSatisfy(\.isWhitespace) } ?? ""
    let shown = first.count > 30 || text.lines.count > 1 ? "\(first.prefix(30))…" : first
    return "\(shown) (\(length(of: text))字)"
  }
}
