// Holds the measuring of what a library costs by its sheets, and the picture of it.

import Foundation
import TestSupport

/// What a library of some size takes.
struct SizeCost {
  let sheets: Int
  let editor: StartTimes
  let limit: StartTimes
  let key: Figures
  /// Of the key in the search that takes longest.
  let search: Double
  let check: CommandTimes
  let reading: CommandTimes
}

/// Measures libraries of several sizes in turns, and draws what came out.
enum SizesPlot {
  /// The picture.
  static let picture = packageFolder + "/docs/pictures/cost-by-sheets.svg"

  /// Wards, sheets and years.
  private static let sizes = [(1, 19, 1), (5, 20, 1), (24, 20, 1), (20, 20, 3), (24, 20, 5), (24, 20, 10)]

  /// Measures, prints the table and writes the picture.
  static func make(runs: Int, in place: Workplace) throws {
    let libraries = try sizes.map { (sheets: $0.0 * $0.1 * $0.2, folder: try place.library($0.0, $0.1, $0.2)) }
    let costs = try measure(libraries, runs, place)
    var table = MarkdownTable(columns: [
      "sheets", "first screen, ms", "settled, ms", "limit, ms", "key in the list, ms", "slowest search key, ms",
      "check, ms",
      "limit, ms", "peak MiB",
    ])
    for cost in costs {
      let figures = [
        cost.editor.painted, cost.editor.settled, cost.limit.settled,
      ].map { Figures($0).median }
      let rest = [
        cost.key.median, cost.search, Figures(cost.check.passed).median, Figures(cost.reading.passed).median,
        Figures(cost.editor.memory).median,
      ]
      table.rows.append([Figure.grouped(cost.sheets)] + (figures + rest).map(Figure.plain))
    }
    table.show("Cost by sheets, medians of \(runs) starts")
    try picture(of: costs).write(toFile: SizesPlot.picture, atomically: true, encoding: .utf8)
  }

  private static func measure(
    _ libraries: [(sheets: Int, folder: String)], _ runs: Int, _ place: Workplace
  ) throws -> [SizeCost] {
    var starts: [Contender] = []
    var searches: [Contender] = []
    var commands: [(name: String, words: [String])] = []
    for library in libraries {
      let name = "\(library.sheets)"
      starts += try Contender.withLimit(name, [library.folder], files: library.folder, in: place)
      var search = Contender.furikaeri(name, [library.folder], in: place)
      search.before = [Keys.f7]
      searches.append(search)
      commands.append(("check " + name, [place.program, "check", library.folder]))
      commands.append(("limit " + name, [try place.limit(), library.folder]))
    }
    let times = try StartTimes.measure(starts, runs: runs, quiet: 400, in: place)
    let editors = starts.filter { $0.limit != nil }
    let paged = (0..<20).map { $0 % 2 == 0 ? Keys.down : Keys.pageDown }
    let keys = try KeyTimes.measure(editors, paged, runs: max(1, runs / 3), in: place)
    let words = ["の", "⌫", "取", "組", "⌫", "⌫", "を"].map { $0 == "⌫" ? Keys.backspace : Keys.text($0) }
    let found = try KeyTimes.measure(searches, words, runs: max(1, runs / 3), quiet: 150, in: place)
    let checks = try CommandTimes.measure(commands, runs: runs, in: place)
    return libraries.compactMap { library in
      let name = "furikaeri, \(library.sheets)"
      guard let editor = times[name], let limit = times["limit, \(library.sheets)"],
        let check = checks["check \(library.sheets)"], let reading = checks["limit \(library.sheets)"]
      else { return nil }
      return SizeCost(
        sheets: library.sheets, editor: editor, limit: limit, key: Figures((keys[name] ?? []).flatMap { $0 }),
        search: (found[name] ?? []).map { Figures($0).median }.max() ?? .nan, check: check, reading: reading)
    }
  }

  private static func picture(of costs: [SizeCost]) -> String {
    func line(_ name: String, isLimit: Bool = false, _ value: (SizeCost) -> Double) -> PlotLine {
      PlotLine(name: name, isLimit: isLimit, points: costs.map { (Double($0.sheets), value($0)) })
    }
    let editor = "furikaeri"
    let limit = "limit: a C program that reads the same files and writes the same screen"
    let panels = [
      PlotPanel(
        title: "First screen", unit: "ms",
        lines: [
          line(editor) { Figures($0.editor.painted).median }
        ]),
      PlotPanel(
        title: "All sheets there", unit: "ms",
        lines: [
          line(editor) { Figures($0.editor.settled).median },
          line(limit, isLimit: true) { Figures($0.limit.settled).median },
        ]),
      PlotPanel(
        title: "check", unit: "ms",
        lines: [
          line(editor) { Figures($0.check.passed).median },
          line(limit, isLimit: true) { Figures($0.reading.passed).median },
        ]),
      PlotPanel(title: "A key in the list", unit: "ms", lines: [line(editor) { $0.key.median }]),
      PlotPanel(title: "Slowest key in a search", unit: "ms", lines: [line(editor) { $0.search }]),
      PlotPanel(
        title: "Peak memory", unit: "MiB",
        lines: [
          line(editor) { Figures($0.editor.memory).median },
          line(limit, isLimit: true) { Figures($0.limit.memory).median },
        ]),
    ]
    return Plot(panels: panels).svg
  }
}
