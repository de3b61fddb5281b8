import Foundation
import InitiativeModel
import SheetSession
import SheetSettings
import SheetWording
import TestSupport
import Testing

@testable import SheetEditor
@testable import SheetStorage
@testable import furikaeri

/// Tests of what is made of the program's tables for other programs and for readers, and stands in `docs`.
@Suite("Manual, completions and the page of keys say what the program says")
struct GeneratedPagesTests {
  /// The newest heading of the changelog: version and day.
  private static func release() throws -> (version: String, date: String) {
    let changelog = try String(contentsOfFile: packageFolder + "/CHANGELOG.md", encoding: .utf8)
    let heading = try #require(changelog.firstMatch(of: /\n## (\S+) \((\d{4}-\d\d-\d\d)\)\n/))
    return (String(heading.1), String(heading.2))
  }

  @Test(
    "Each is as the tables make it",
    arguments: [
      "man/furikaeri.1", "man/furikaeri.conf.5", "completions/furikaeri.bash", "completions/_furikaeri", "keys.md",
    ])
  func fresh(name: String) throws {
    let made =
      switch name {
      case "man/furikaeri.1": ProgramPage.source(date: try GeneratedPagesTests.release().date)
      case "man/furikaeri.conf.5": SettingsPage.source(date: try GeneratedPagesTests.release().date)
      case "completions/furikaeri.bash": BashCompletion.source
      case "completions/_furikaeri": ZshCompletion.source
      default: KeyPage.source
      }
    let path = packageFolder + "/docs/" + name
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try made.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(made == (try String(contentsOfFile: path, encoding: .utf8)), "record it anew: see docs/contributing.md")
  }

  @Test("The newest release of the changelog is the program's version")
  func version() throws {
    #expect(try GeneratedPagesTests.release().version == Wording.version)
  }

  @Test("Every screen and every panel that has keys stands on the page of keys")
  func places() throws {
    var types: Set<String> = []
    for folder in ["Screens", "Panels"] {
      let root = packageFolder + "/Sources/SheetEditor/" + folder
      for name in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      where name.hasSuffix(".swift") {
        let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
        for type in text.matches(
          of: /(?m)^(?:extension|struct) (\w+): (?:Screen|Panel|ScrollPanel|ScrolledPanel|ChosenOfMany)\b/)
        {
          types.insert(String(type.1))
        }
      }
    }
    // Its only key is that of the help.
    types.remove("WelcomePanel")
    #expect(types.count > 15)
    #expect(types == Set((KeyPage.screens + KeyPage.panels).map(\.type)))
  }

  @Test("Every variable that the program reads stands in the table")
  func variables() throws {
    var names: Set<String> = []
    let root = packageFolder + "/Sources"
    for name in FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    where name.hasSuffix(".swift") {
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      for call in text.matches(of: /\b(?:environment|setting)\("([A-Z_]+)"/) { names.insert(String(call.1)) }
    }
    #expect(names.contains("XDG_CONFIG_HOME") || names.contains("HOME"))
    names.formUnion(Setting.allCases.compactMap { $0.row.variable } + SettingsFile.places + [Settings.noColour])
    #expect(names == Set(EnvironmentVariable.all.map(\.name)))
  }

  @Test("Every manual page is one that is made")
  func pages() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: packageFolder + "/docs/man")
    #expect(names.sorted() == ["furikaeri.1", "furikaeri.conf.5"])
  }

  @Test("The examples of furikaeri.conf(5) are followed to the last line, and every line of them sets something")
  func settingsExamples() throws {
    let folder = try TemporaryFolder()
    for lines in [SettingsPage.example, [SettingsPage.oneLine]] {
      try folder.write(lines.map { $0 + "\n" }.joined(), to: "furikaeri/furikaeri.conf")
      let settings = SettingsFile(environment: { $0 == "XDG_CONFIG_HOME" ? folder.path : nil }).read()
      #expect(Wording.Settings.problems(settings).isEmpty)
      let set = Setting.allCases.filter { settings.source(of: $0) == .file && settings[$0] != $0.standard }
      #expect(set.count == lines.count { $0.contains(" = ") } && !set.isEmpty)
    }
  }

  @Test("furikaeri.conf(5) names every setting once, with its words and its variable, and a line that is not followed")
  func settingsPage() {
    let page = SettingsPage.source(date: "2019-10-31")
    for setting in Setting.allCases {
      #expect(page.ranges(of: "\n" + ManText.bold(setting.row.name)).count == 1)
      if let variable = setting.row.variable { #expect(page.contains(variable)) }
      if case .words(let words) = setting.row.kind {
        #expect(page.contains(" (" + words.map { ManText.bold($0) }.joined(separator: ", ") + ")\n"))
      }
    }
    #expect(page.contains(ManText.escaped("theme に「drak」は使えません")))
  }

  @Test("Every setting of a book stands in the manual")
  func settings() throws {
    let year = try #require(FiscalYear(2019))
    let header = BookHeader(ward: "天王寺区", fiscalYear: year, supervisors: ["kacho"], planIsOpen: true)
    guard case .object(let members) = BookHeaderCodec.encode(header) else {
      Issue.record("a header is no object")
      return
    }
    #expect(Set(members.map(\.key)) == Set(ProgramPage.bookSettings.map(\.name)))
  }

  @Test("A synopsis is read by those who read no Japanese")
  func synopsis() throws {
    let page = ProgramPage.source(date: "2019-10-31")
    let start = try #require(page.firstRange(of: ".SH SYNOPSIS\n"))
    let end = try #require(page.firstRange(of: "\n.SH 説明"))
    #expect(page[start.upperBound..<end.lowerBound].allSatisfy { $0.isASCII })
  }
}
