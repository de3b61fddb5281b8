// Holds a day in a shared folder: every person is a process that opens sheets, edits and saves them.

import Foundation
import InitiativeModel
import SheetStorage
import TestSupport

/// A day in a shared folder.
struct SharedFolderDay {
  let folder: String
  let size: SharingSimulation.Size

  /// How long a person has a sheet open at the longest, in microseconds: a day's work in some seconds.
  private static let longestOpen: UInt32 = 200_000

  func play() throws {
    let books = SharingSimulation.books(size)
    for book in books { try SharingSimulation.makeBook(book, in: folder, size) }
    let files = try TemporaryFolder()
    let seconds = try SharingSimulation.seconds {
      var people: [pid_t] = []
      for book in books {
        for person in 0..<size.staff {
          let words = [CommandLine.arguments[0], "person", folder] + size.words + [book, String(person)]
          let paths = ["/dev/null", "\(files.path)/\(book)-\(person)", "/dev/null"]
          people.append(try Child.start(words, paths))
        }
      }
      for person in people { Child.wait(for: person) }
    }
    var totals = [0, 0, 0, 0]
    for name in try files.names() {
      let counts = try files.text(name).split(separator: " ").compactMap { Int($0) }
      for (place, count) in counts.enumerated() { totals[place] += count }
    }
    var missing = 0
    var findings = 0
    for book in books {
      let stored = try BookFolder(path: "\(folder)/\(book)").load()
      for person in 0..<size.staff {
        for edit in edits(book, person) where stored.sheets.count >= edit.number {
          if !edit.stands(in: stored.sheets[edit.number - 1].sheet) { missing += 1 }
        }
      }
      for sheet in stored.sheets { findings += try stored.folder.history(of: sheet.fileName).check.findings.count }
    }
    print("processes \(books.count * size.staff), saves \(totals[0]), put together \(totals[1]), asked \(totals[2]),")
    print("not saved \(totals[3]), edits that are missing \(missing), findings in histories \(findings),")
    print(String(format: "seconds %.1f", seconds))
  }

  private func edits(_ book: String, _ person: Int) -> [PersonsEdit] {
    var random = SeededGenerator(
      seed: UInt64(SharingSimulation.books(size).firstIndex(of: book) ?? 0) << 16 + UInt64(person))
    return (0..<size.edits).map { PersonsEdit(person, $0, size, &random) }
  }

  /// Plays one person: saves, saves put together with what others had saved, questions, failures.
  func playPerson(_ book: String, _ person: Int) throws {
    let place = BookFolder(path: "\(folder)/\(book)", author: Author(name: "\(person)番"))
    var random = SeededGenerator(seed: UInt64(person))
    var (saves, merged, asked, failed) = (0, 0, 0, 0)
    for edit in edits(book, person) {
      var base = try place.loadSheet(BookFolder.fileName(edit.number))
      var sheet = base.sheet
      edit.apply(to: &sheet)
      usleep(UInt32.random(in: 0...SharedFolderDay.longestOpen, using: &random))
      var isDone = false
      while !isDone {
        let (valid, over) = (try sheet.validated(), base)
        switch Result(catching: { () throws(StorageError) in try place.write(valid, over: over) }) {
        case .success:
          saves += 1
          isDone = true
        case .failure(.changedOnDisk(_, let now?)):
          let merge = SheetMerge(base: base.sheet, ours: sheet, theirs: now.sheet)
          if merge.conflicts.isEmpty { merged += 1 } else { asked += 1 }
          (sheet, base) = (merge.sheet, now)
        case .failure(.busy): continue
        case .failure:
          failed += 1
          isDone = true
        }
      }
    }
    print(saves, merged, asked, failed)
  }
}
