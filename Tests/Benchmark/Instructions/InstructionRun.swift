// Holds the six runs whose instructions are counted.

/// A run that is the same every time.
enum InstructionRun: String, CaseIterable {
  case version, start, typing, library, check, export

  /// What is done, as the table has it.
  var title: String {
    switch self {
    case .version: "`--version`"
    case .start: "the first screen of `Data`, and quitting"
    case .typing: "200 keys in a text of 20,000 characters"
    case .library: "52 keys in the list and in the search, 24 wards"
    case .check: "`check` of 480 sheets"
    case .export: "`export --format html` of a book"
    }
  }

  /// Counts it.
  func count(by counter: InstructionCounter) throws -> Int {
    let place = counter.place
    switch self {
    case .version: return try counter.count(self, ["--version"])
    case .check: return try counter.count(self, ["check", try place.library(24, 20, 1)])
    case .export:
      return try counter.count(self, ["export", place.book, "--format", "html", "--output", place.path("book.html")])
    case .start:
      return try counter.count(self, [place.path("Data")], counts: .all) { editor in
        try editor.settles(showing: "F1 ")
        editor.send(Keys.f10)
      }
    case .typing:
      return try counter.count(self, [try place.longBook(), "--item", "1"], counts: .betweenOrders) { editor in
        try editor.settles(showing: "F1 ")
        for key in [Keys.tab, Keys.tab, Keys.enter, Keys.text("あ")] { try editor.type(key, quiet: 500) }
        try editor.order("z")
        for number in 0..<200 { try editor.type(Keys.text(number % 10 == 9 ? "。" : "あ")) }
        try editor.order("d")
      }
    case .library:
      return try counter.count(self, [try place.library(24, 20, 1)], counts: .betweenOrders) { editor in
        try editor.settles(showing: "F1 ")
        // Drawn as a whole it says how many sheets there are: until then further books are read.
        repeat { try editor.type(Keys.redraw, quiet: 1000) } while !editor.shows("480/480")
        try editor.order("z")
        for key in InstructionRun.libraryKeys { try editor.type(key, quiet: 100) }
        try editor.order("d")
      }
    }
  }

  /// Each changes something on the screen.
  private static let libraryKeys: [[UInt8]] = {
    let list = (0..<16).map { $0 % 2 == 0 ? Keys.pageDown : Keys.pageUp } + Array(repeating: Keys.down, count: 16)
    let words = ["窓口の案内", "の", "取組"].map { $0.map { Keys.text(String($0)) } }
    let searches = words.flatMap { $0 + Array(repeating: Keys.backspace, count: $0.count) }
    return list + [Keys.f7] + searches + [Keys.text("を"), Keys.down, Keys.pageDown]
  }()
}
