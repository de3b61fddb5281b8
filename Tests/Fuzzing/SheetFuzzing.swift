// Holds what has to hold for a sheet's file: the ② rule for what is accepted, and the same sheet after it was written.

import InitiativeModel
import SheetStorage

enum SheetFuzzing {
  static func read(_ bytes: [UInt8], in place: FuzzPlace) throws -> String {
    try place.folder.write(bytes, to: FuzzPlace.sheet)
    let stored: StoredSheet
    do throws(StorageError) {
      stored = try place.book.loadSheet(FuzzPlace.sheet)
    } catch {
      return "refused \(String(describing: error).prefix(20))"
    }
    let valid: ValidatedSheet
    do {
      valid = try stored.sheet.validated()
    } catch {
      try FuzzFinding.unless(!error.findings.isEmpty, "refused without a finding")
      return "rule \(error.findings.count)"
    }
    try FuzzFinding.unless(!breaksRule(valid.sheet), "the ② rule is broken by a sheet that can be written")
    let written: StoredSheet
    do throws(StorageError) {
      written = try place.book.prepared(valid, over: stored)
    } catch {
      return "unwritable \(String(describing: error).prefix(20))"
    }
    try place.folder.write(written.bytes, to: FuzzPlace.sheet)
    let again = try place.book.loadSheet(FuzzPlace.sheet)
    try FuzzFinding.unless(again.sheet == stored.sheet, "another sheet is read again")
    let twice = try place.book.prepared(try again.sheet.validated(), over: again)
    try FuzzFinding.unless(twice.bytes == written.bytes, "written once more it is another file")
    return "sheet"
  }

  /// The ② rule in the words of the form, apart from the one that the program keeps.
  static func breaksRule(_ sheet: InitiativeSheet) -> Bool {
    let pairs: [(EntryField, EntryField)] = [
      (.targetForecast, .midTermIssues), (.achievement, .selfEvaluationIssues),
    ]
    return pairs.contains { choice, text in
      sheet.choice(of: choice) == .second && !sheet.text(of: text).string.contains { $0.isLetter || $0.isNumber }
    }
  }
}
