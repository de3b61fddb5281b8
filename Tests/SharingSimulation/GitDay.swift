// Holds a day with git: every person has a clone, and commits, merges and pushes at noon and in the evening.

import Foundation
import InitiativeModel
import SheetStorage
import TestSupport

/// A day with git.
struct GitDay {
  let folder: String
  let size: SharingSimulation.Size
  /// Whether all wards share one repository; otherwise each has its own.
  let isOneRepository: Bool

  /// What came of the merges.
  private struct Count {
    var merges = 0
    var clean = 0
    var files = 0
    var neighbours = 0
    var sameText = 0
    var sameChoice = 0
    var others: [String] = []
    var commits = 0.0
    var pulls = 0.0
  }

  func play() throws {
    let all = SharingSimulation.books(size)
    let repositories = isOneRepository ? [("all", all)] : all.map { ($0, [$0]) }
    var count = Count()
    var missing = 0
    var findings = 0
    let seconds = try SharingSimulation.seconds {
      for (name, books) in repositories {
        let (lost, found) = try play(name, books, &count)
        missing += lost
        findings += found
      }
    }
    print("repositories \(repositories.count), people \(all.count * size.staff), merges \(count.merges),")
    print("clean \(count.clean), files in conflict \(count.files): neighbouring fields only \(count.neighbours),")
    print("one text \(count.sameText), one choice \(count.sameChoice), others \(count.others),")
    print("edits that are missing \(missing), findings in histories \(findings),")
    let merges = Double(max(1, count.merges))
    print(
      String(format: "seconds %.1f, a merge %.3f, a commit %.3f", seconds, count.pulls / merges, count.commits / merges)
    )
  }

  /// Plays the day of one repository; how many edits are missing at its end, and what is wrong with histories.
  private func play(_ name: String, _ books: [String], _ count: inout Count) throws -> (Int, Int) {
    let bare = "\(folder)/\(name).git"
    let first = "\(folder)/\(name)-first"
    try FileManager.default.createDirectory(atPath: first, withIntermediateDirectories: true)
    for book in books { try SharingSimulation.makeBook(book, in: first, size) }
    let git = Git(first)
    guard try git("init", "-q") == 0, try git.commit("始め"), try git("clone", "-q", "--bare", first, bare) == 0 else {
      throw POSIXError(.EIO)
    }
    var people: [(book: String, person: Int, git: Git, edits: [PersonsEdit])] = []
    for (place, book) in books.enumerated() {
      for person in 0..<size.staff {
        let clone = "\(folder)/\(book)-\(person)"
        try git("clone", "-q", bare, clone)
        var random = SeededGenerator(seed: UInt64(place) << 16 + UInt64(person))
        let edits = (0..<size.edits).map { PersonsEdit(person, $0, size, &random) }
        people.append((book, person, Git(clone, style: "diff3"), edits))
      }
    }
    for half in [0..<size.edits / 2, size.edits / 2..<size.edits] {
      for person in people {
        let book = BookFolder(path: "\(person.git.folder)/\(person.book)", author: Author(name: "\(person.person)番"))
        for edit in person.edits[half] {
          let stored = try book.loadSheet(BookFolder.fileName(edit.number))
          var sheet = stored.sheet
          edit.apply(to: &sheet)
          _ = try book.write(try sheet.validated(), over: stored)
        }
        count.commits += try SharingSimulation.seconds { _ = try person.git.commit("\(person.person)番") }
      }
      for person in people { try merge(person.git, &count) }
    }
    try git("pull", "-q", bare, "main")
    var (missing, findings) = (0, 0)
    for book in books {
      let stored = try BookFolder(path: "\(first)/\(book)").load()
      for person in people where person.book == book {
        missing += person.edits.filter { !$0.stands(in: stored.sheets[$0.number - 1].sheet) }.count
      }
      for sheet in stored.sheets { findings += try stored.folder.history(of: sheet.fileName).check.findings.count }
    }
    return (missing, findings)
  }

  /// Pulls what others pushed, settles what git could not merge, and pushes.
  private func merge(_ git: Git, _ count: inout Count) throws {
    count.merges += 1
    count.pulls += try SharingSimulation.seconds { try git("pull", "-q", "--no-edit") }
    let files = try git.unmerged()
    if files.isEmpty { count.clean += 1 }
    for file in files {
      count.files += 1
      try settle("\(git.folder)/\(file)", &count)
    }
    if !files.isEmpty { _ = try git.commit("合流") }
    guard try git("push", "-q") == 0 else { throw POSIXError(.EIO) }
  }

  /// Settles a file as a person would who keeps both texts.
  private func settle(_ path: String, _ count: inout Count) throws {
    let url = URL(fileURLWithPath: path)
    let book = BookFolder(path: url.deletingLastPathComponent().path, author: Author(name: "合流した人"))
    let read = Result { () throws(StorageError) in try book.loadSheet(url.lastPathComponent) }
    guard case .failure(.unmerged(_, let file)) = read, let versions = file.versions, let stored = file.stored else {
      return count.others.append(url.lastPathComponent)
    }
    let asked = versions.conflicts
    if asked.isEmpty {
      count.neighbours += 1
    } else if asked.contains(where: { $0.place.isText }) {
      count.sameText += 1
    } else {
      count.sameChoice += 1
    }
    _ = try book.write(try versions.settled(asked).validated(), over: stored)
  }
}
