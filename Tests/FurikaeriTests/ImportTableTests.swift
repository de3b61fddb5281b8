import Foundation
import TestSupport
import Testing

@Suite("The package's structure")
struct ImportTableTests {
  /// What each target may import; SwiftPM alone would let transitive imports through.
  static let table: [String: Set<String>] = [
    "InitiativeModel": [],
    "SheetStorage": ["InitiativeModel", "CFileCalls", "Dispatch", "Glibc", "Synchronization"],
    "SheetExchange": ["InitiativeModel", "SheetStorage", "SheetWording", "Terminal", "Glibc"],
    "SheetWorkbook": [
      "InitiativeModel", "SheetWording", "SheetExchange", "Terminal", "CFileCalls", "CWorkbook", "Glibc",
    ],
    "SheetSession": [
      "InitiativeModel", "SheetStorage", "SheetExchange", "SheetWording", "SheetSettings", "Dispatch", "Glibc",
      "Synchronization",
    ],
    "Terminal": [],
    "CursesTerminal": ["Terminal", "CNcurses", "Glibc"],
    "SheetWording": ["InitiativeModel", "SheetStorage", "Glibc"],
    "SheetSettings": ["SheetWording", "Terminal"],
    "SheetEditor": ["InitiativeModel", "SheetWording", "SheetSettings", "Terminal"],
    "SheetPlain": ["InitiativeModel", "SheetWording", "SheetSession", "Glibc"],
    "furikaeri": [
      "InitiativeModel", "SheetStorage", "SheetWording", "SheetExchange", "SheetWorkbook", "SheetSession", "Terminal",
      "CursesTerminal", "SheetEditor", "SheetPlain", "SheetSettings", "Glibc", "Synchronization",
    ],
    "CNcurses": [], "CFileCalls": [], "CWorkbook": [],
  ]

  private func files(_ folder: String) -> [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }
  }

  @Test("Each target imports what the table allows and nothing else")
  func imports() throws {
    let targets = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/Sources")
    #expect(Set(targets) == Set(ImportTableTests.table.keys))
    for target in targets {
      for file in files(packageFolder + "/Sources/" + target) {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        for line in text.split(separator: "\n") where line.hasPrefix("import ") || line.contains(" import ") {
          guard let module = line.split(separator: " ").last, line.split(separator: " ").contains("import"),
            !line.hasPrefix("//"), !line.hasPrefix(" ")
          else { continue }
          #expect(ImportTableTests.table[target]?.contains(String(module)) == true, "\(file) imports \(module)")
        }
      }
    }
  }

  @Test("The package depends on no other package, and its top level is the owner's")
  func topLevel() throws {
    let manifest = try String(contentsOfFile: packageFolder + "/Package.swift", encoding: .utf8)
    #expect(!manifest.contains(".package("))
    let known: Set<String> = [
      "Package.swift", "Sources", "Tests", "Data", "docs", "README.md", "CHANGELOG.md",
    ]
    let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder).filter { !$0.hasPrefix(".") }
    #expect(Set(names).subtracting(["Package.resolved"]) == known)
  }

  @Test("Sources never write with Foundation's atomic option, force a value or leave work undone")
  func habits() throws {
    for file in files(packageFolder + "/Sources") {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      for word in ["try!", "as!", "fatalError(", ".atomic", "TODO", "FIXME"] {
        #expect(!text.contains(word), "\(file) has \(word)")
      }
    }
  }
}
