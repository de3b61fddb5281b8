// Holds the parts of what is measured, and their tables.

import Foundation
import TestSupport

/// A part of what is measured.
enum TimedPart: String, CaseIterable {
  case start, keys, search, check, plot

  /// Measures it, and prints its tables.
  func measure(runs: Int, in place: Workplace) throws {
    switch self {
    case .start: try TimedPart.measureStarts(runs, place)
    case .keys: try TimedPart.measureKeys(max(1, runs / 4), place)
    case .search: try TimedPart.measureSearch(max(1, runs / 4), place)
    case .check: try TimedPart.measureCommands(runs, place)
    case .plot: try SizesPlot.make(runs: max(1, runs / 3), in: place)
    }
  }

  // MARK: Starts

  private static func measureStarts(_ runs: Int, _ place: Workplace) throws {
    let text = try place.published()
    var books = try peers(text, shows: "中間振り返り")
    for (name, folder) in [("one book", place.book), ("both books", place.path("Data"))] {
      books += try Contender.withLimit(name, [folder], files: folder, in: place)
    }
    try printStarts("First screen of a book of 19 sheets", books, runs, quiet: 150, place)
    let wards = try place.library(24, 20, 1)
    let all = try place.library(24, 20, 10)
    var libraries = try peers(place.sheetFile(of: wards), shows: "plan")
    for (name, folder) in [("24 wards", wards), ("4,800 sheets", all)] {
      libraries += try Contender.withLimit(name, [folder], files: folder, in: place)
    }
    try printStarts("First screen of a library; nano and vim open one sheet", libraries, runs, quiet: 400, place)
  }

  private static func peers(_ file: String, shows: String) throws -> [Contender] {
    try Contender.peer("nano", ["nano", file], shows: shows) + Contender.peer("vim", ["vim", file], shows: shows)
  }

  private static func printStarts(
    _ title: String, _ contenders: [Contender], _ runs: Int, quiet: Double, _ place: Workplace
  ) throws {
    let times = try StartTimes.measure(contenders, runs: runs, quiet: quiet, in: place).mapValues {
      (painted: Figures($0.painted), settled: Figures($0.settled), memory: Figures($0.memory))
    }
    var table = MarkdownTable(columns: [
      "ms, \(runs) starts", "first screen, least", "median", "settled, least", "median", "peak MiB",
      "first screen / nano", "settled / nano", "settled / limit", "memory / vim",
    ])
    for contender in contenders {
      guard let own = times[contender.name] else { continue }
      let limit = contender.limit.flatMap { times[$0] }
      table.rows.append(
        [contender.name]
          + [own.painted.minimum, own.painted.median, own.settled.minimum, own.settled.median, own.memory.median]
          .map(Figure.plain)
          + [
            Figure.ratio(own.painted.median, to: times["nano"]?.painted.median),
            Figure.ratio(own.settled.median, to: times["nano"]?.settled.median),
            Figure.ratio(own.settled.median, to: limit?.settled.median),
            Figure.ratio(own.memory.median, to: times["vim"]?.memory.median),
          ])
    }
    table.show(title)
  }

  // MARK: Keys

  private static func measureKeys(_ runs: Int, _ place: Workplace) throws {
    let text = try place.textFile()
    // The first key of a text has a draft begun, or a file locked: it is typed before.
    let first = Keys.text("、")
    let typed = (0..<40).map { Keys.text($0 % 10 == 9 ? "。" : "あ") }
    var others = try Contender.peer("nano", ["nano", "-S", text], shows: "文章")
    others += try Contender.peer("vim", ["vim", "-c", "normal! G$", "-c", "startinsert!", text], shows: "終わり。")
    let long = try place.longBook()
    for number in others.indices {
      others[number].before = others[number].name == "nano" ? [Keys.nanoEnd, first] : [first]
    }
    let toEnd = [Keys.tab, Keys.tab, Keys.enter, Keys.controlEnd, first]
    let editor = try Contender.withLimit(
      "20,000 characters", [long, "--item", "1"], files: long, before: toEnd, key: Keys.text("あ"), in: place)
    try printKeys("A key in a text of 20,000 characters", others + editor, typed, runs, echoed: true, place)
    let paged = (0..<40).map { $0 % 2 == 0 ? Keys.pageDown : Keys.pageUp }
    let wards = try place.library(24, 20, 1)
    let all = try place.library(24, 20, 10)
    var lists = try Contender.peer("nano", ["nano", place.sheetFile(of: wards)], shows: "plan")
    for (name, folder) in [("both books", place.path("Data")), ("24 wards", wards), ("4,800 sheets", all)] {
      lists += try Contender.withLimit(name, [folder], files: folder, key: Keys.pageDown, in: place)
    }
    try printKeys("A key in the list (PgDn, PgUp)", lists, paged, runs, place)
  }

  private static func printKeys(
    _ title: String, _ contenders: [Contender], _ keys: [[UInt8]], _ runs: Int, echoed: Bool = false, _ place: Workplace
  ) throws {
    let times = try KeyTimes.measure(contenders, keys, runs: runs, echoed: echoed, in: place).mapValues {
      Figures($0.flatMap { $0 })
    }
    var table = MarkdownTable(columns: [
      "ms, \(runs) runs of \(keys.count) keys", "least", "median", "p99", "median / nano", "median / limit",
    ])
    for contender in contenders {
      guard let own = times[contender.name] else { continue }
      table.rows.append(
        [contender.name] + [own.minimum, own.median, own.p99].map(Figure.plain)
          + [
            Figure.ratio(own.median, to: times["nano"]?.median),
            Figure.ratio(own.median, to: contender.limit.flatMap { times[$0]?.median }),
          ])
    }
    table.show(title)
  }

  // MARK: Search

  /// What is typed into the search, a table's column each; ⌫ is Backspace.
  private static let searched = ["窓", "口", "⌫", "⌫", "の", "⌫", "取", "組", "⌫", "⌫", "目", "標"]

  private static func measureSearch(_ runs: Int, _ place: Workplace) throws {
    let contenders = [("24 wards", try place.library(24, 20, 1)), ("4,800 sheets", try place.library(24, 20, 10))].map {
      var editor = Contender.furikaeri($0.0, [$0.1], in: place)
      editor.before = [Keys.f7]
      return editor
    }
    let keys = searched.map { $0 == "⌫" ? Keys.backspace : Keys.text($0) }
    let times = try KeyTimes.measure(contenders, keys, runs: runs, quiet: 150, in: place)
    var table = MarkdownTable(columns: ["ms, median of \(runs)"] + searched)
    for contender in contenders {
      table.rows.append([contender.name] + (times[contender.name] ?? []).map { Figure.plain(Figures($0).median) })
    }
    table.show("A key in the search over all sheets")
  }

  // MARK: Commands

  private static func measureCommands(_ runs: Int, _ place: Workplace) throws {
    let all = try place.library(24, 20, 10)
    var commands = [
      ("furikaeri check", [place.program, "check", all]), ("limit, reading the files", [try place.limit(), all]),
    ]
    if try !Contender.peer("jq", ["jq"], shows: "").isEmpty {
      commands.append(("jq empty", ["jq", "empty"] + place.sheets(of: all)))
    }
    try printCommands("`check` of 4,800 sheets", commands, "jq empty", "limit, reading the files", runs, place)
    let nothing = [
      ("furikaeri --version", [place.program, "--version"]), ("limit, a C program that ends", [try place.limit()]),
    ]
    try printCommands("`--version`", nothing, nil, "limit, a C program that ends", runs, place)
  }

  private static func printCommands(
    _ title: String, _ commands: [(name: String, words: [String])], _ peer: String?, _ limit: String, _ runs: Int,
    _ place: Workplace
  ) throws {
    let times = try CommandTimes.measure(commands, runs: runs, in: place).mapValues {
      (passed: Figures($0.passed), processor: Figures($0.processor))
    }
    var columns = ["ms, \(runs) runs", "least", "median", "processor time", "median / limit"]
    if let peer { columns += ["median / \(peer)", "processor time / \(peer)"] }
    var table = MarkdownTable(columns: columns)
    for command in commands {
      guard let own = times[command.name] else { continue }
      var row = [command.name] + [own.passed.minimum, own.passed.median, own.processor.median].map(Figure.plain)
      row.append(Figure.ratio(own.passed.median, to: times[limit]?.passed.median))
      if let peer {
        row.append(Figure.ratio(own.passed.median, to: times[peer]?.passed.median))
        row.append(Figure.ratio(own.processor.median, to: times[peer]?.processor.median))
      }
      table.rows.append(row)
    }
    table.show(title)
  }
}
