// Holds the folder in which everything is measured: libraries, texts, and the C programs.

import Foundation
import TestSupport

/// The folder in which everything is measured; it is removed at the end.
struct Workplace {
  private let folder: TemporaryFolder
  /// The program that is measured.
  let program: String

  /// Makes it.
  init(program: String) throws {
    folder = try TemporaryFolder()
    self.program = program
    try FileManager.default.copyItem(atPath: packageFolder + "/Data", toPath: path("Data"))
    try folder.write("", to: "fresh/furikaeri/started")
  }

  /// A place in it.
  func path(_ name: String) -> String { folder.path + "/" + name }

  /// The book of 19 sheets.
  var book: String { path("Data/tennoji-2019") }

  /// The same book as its published text.
  func published() throws -> String {
    let text = try Child.run([program, "export", book, "--format", "text"], environment: environment())
    try folder.write(text.output, to: "published.txt")
    return path("published.txt")
  }

  /// A library of so many wards, with so many sheets a year, for so many years.
  func library(_ wards: Int, _ sheets: Int, _ years: Int) throws -> String {
    let place = path("library-\(wards)-\(sheets)-\(years)")
    if !FileManager.default.fileExists(atPath: place) {
      let made = try Child.run([Child.built("SampleLibrary"), place] + [wards, sheets, years].map { String($0) })
      guard made.status == 0 else { throw BenchmarkError("SampleLibrary: \(made.errors)") }
    }
    return place
  }

  /// A text of 20,000 characters in 80 paragraphs.
  static let longText = Array(repeating: String(repeating: "文章を書く。", count: 41) + "終わり。", count: 80)

  /// A file with the long text.
  func textFile() throws -> String {
    try folder.write(Workplace.longText.joined(separator: "\n"), to: "text.txt")
    return path("text.txt")
  }

  /// A book with one sheet, whose mid-term review has the long text.
  func longBook() throws -> String {
    let lines = Workplace.longText.map { "\"\($0)\"" }.joined(separator: ", ")
    try folder.write(
      #"{"fiscalYear": 2019, "formatVersion": 1, "title": "見本", "ward": "天王寺区"}"#, to: "long/book.json")
    try folder.write(
      """
      {"formatVersion": 1, "number": 1, "starred": false, "subtitle": "", "title": "見本の取組",
       "plan": {"annualActions": ["・行う"], "policyAndTargets": ["・決める"]},
       "midTermReview": {"implementationForecast": "(i)", "issuesAndImprovements": [\(lines)],
         "printedRequirement": "②", "targetForecast": "②"},
       "selfEvaluation": {"achievement": null, "issuesAndImprovements": [], "printedRequirement": "②", "results": []}}
      """, to: "long/item-01.json")
    return path("long")
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try folder.write(bytes, to: name)
    return path(name)
  }

  /// The environment of every program: nobody's settings, and drafts in a folder of their own that is made anew.
  func environment() throws -> [String: String] {
    try? FileManager.default.removeItem(atPath: path("state"))
    try FileManager.default.copyItem(atPath: path("fresh"), toPath: path("state"))
    return [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "HOME": path("fresh"), "XDG_STATE_HOME": path("state"), "XDG_CONFIG_HOME": path("fresh"),
      "FURIKAERI_USER": "benchmark",
    ]
  }

  /// The C program that reads and paints, and does nothing else.
  func limit() throws -> String {
    FileManager.default.fileExists(atPath: path("Limit")) ? path("Limit") : try build("Limit", ["-O2"])
  }

  /// One sheet of a library as a file beside it, where a vim that was ended leaves nothing in a book.
  func sheetFile(of library: String) throws -> String {
    let sheet = sheets(of: library).min() ?? ""
    return try write(Array(Data(contentsOf: URL(fileURLWithPath: sheet))), to: "sheet.json")
  }

  /// The files of all sheets of a library.
  func sheets(of library: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: library)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".json") && !$0.hasSuffix("book.json") }.map { library + "/" + $0 }
  }

  /// Removes what a vim that was ended leaves: it would ask about it.
  func removeSwapFiles() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasSuffix(".swp") { try? FileManager.default.removeItem(atPath: path(name)) }
  }

  /// Builds one of the C programs.
  func build(_ name: String, _ options: [String]) throws -> String {
    let source = packageFolder + "/Tests/Benchmark/C/\(name).c"
    let built = try Child.run(["clang", "-Wall", "-Wextra", "-Werror"] + options + ["-o", path(name), source])
    guard built.status == 0 else { throw BenchmarkError(built.errors) }
    return path(name)
  }
}

/// What keeps something from being measured.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
