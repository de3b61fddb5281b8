// Holds a program that plays a day of many people at the same books: in a shared folder, and with git.

import Foundation
import InitiativeModel
import SheetExchange
import SheetStorage
import TestSupport

/// `SharingSimulation folder|git|one-repository FOLDER [WARDS [SHEETS [STAFF [EDITS]]]]`: 24 wards of 20 sheets, 10
/// people each who make 8 edits unless told otherwise; the folder is made.
///
/// The same numbers make the same edits. `folder`: every person is a process of their own, and saves into the one folder.
/// `git`: every person has a clone of the ward's repository, commits and merges at noon and in the evening;
/// `one-repository`: of the one repository of all wards.
@main
enum SharingSimulation {
  /// How large it is.
  struct Size {
    let wards: Int
    let sheets: Int
    let staff: Int
    let edits: Int

    init(_ words: [String]) {
      let counts = words.compactMap { Int($0) } + [24, 20, 10, 8].dropFirst(words.count)
      (wards, sheets, staff, edits) = (counts[0], counts[1], counts[2], counts[3])
    }

    var words: [String] { [wards, sheets, staff, edits].map(String.init) }
  }

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count >= 2 else { exit(2) }
    let (folder, size) = (words[1], Size(Array(words.dropFirst(2).prefix(4))))
    switch words[0] {
    case "folder": try SharedFolderDay(folder: folder, size: size).play()
    case "git": try GitDay(folder: folder, size: size, isOneRepository: false).play()
    case "one-repository": try GitDay(folder: folder, size: size, isOneRepository: true).play()
    case "person": try SharedFolderDay(folder: folder, size: size).playPerson(words[6], Int(words[7]) ?? 0)
    default: exit(2)
    }
  }

  /// The folder names of the wards' books.
  static func books(_ size: Size) -> [String] {
    OsakaWards.names.prefix(size.wards).compactMap { OsakaWards.romaji(of: $0) }.map { "\($0)-2019" }
  }

  /// Makes a ward's book, each sheet with a text in every field.
  static func makeBook(_ name: String, in folder: String, _ size: Size) throws {
    guard let year = FiscalYear(2019) else { return }
    let book = BookFolder(path: "\(folder)/\(name)")
    try book.createBook(BookHeader(ward: name, fiscalYear: year))
    for number in 1...size.sheets {
      var sheet = InitiativeSheet(number: number, title: "見本の取組\(number)", plan: Plan(policyAndTargets: "(目標)\n・3枚"))
      for field in EntryField.allCases {
        sheet.setContent(field.isChoice ? "" : "初めの行\n次の行\n終わりの行", of: field)
        if field.isChoice { sheet.setChoice(.first, of: field) }
      }
      _ = try book.create(try sheet.validated())
    }
  }

  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let start = Date()
    try work()
    return Date().timeIntervalSince(start)
  }
}
