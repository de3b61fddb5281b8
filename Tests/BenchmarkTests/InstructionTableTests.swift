import Testing
import TestSupport

@testable import Benchmark

@Suite("The table of instructions in docs/performance.md")
struct InstructionTableTests {
  private let page = """
    # Measured times

    | other | table |
    |---|---|
    | 1 | 2 |

    ## Instructions

    What is counted.

    | run | instructions | why |
    |---|---|---|
    | `--version` | 1,000,000 | (1) |
    | `check` of 480 sheets | 200,000,000 | (3) |

    - (3) reads ahead
    - (1) first count

    What holds still.

    """

  @Test("Rows are read, and written as they were")
  func rows() throws {
    let table = try InstructionTable(page)
    #expect(
      table.rows == [
        .version: .init(count: 1_000_000, reason: 1), .check: .init(count: 200_000_000, reason: 3),
      ])
    #expect(table.reasons == [1: "first count", 3: "reads ahead"])
    #expect(table.text == page)
  }

  @Test("A count is held against its row")
  func difference() throws {
    let table = try InstructionTable(page)
    #expect(table.difference(1_040_000, of: .version).map { ($0 * 100).rounded() } == 400)
    #expect(table.difference(190_000_000, of: .check).map { ($0 * 100).rounded() } == -500)
    #expect(table.difference(1, of: .export) == nil)
    #expect(table.wrong([.version: 1_029_000, .check: 207_000_000]) == [.start, .typing, .library, .check, .export])
  }

  @Test("What changed is recorded with its reason; a row that still fits stays")
  func recording() throws {
    var table = try InstructionTable(page)
    table.record([.version: 1_004_000, .check: 100_000_000, .export: 80], why: "fewer copies")
    let written = try InstructionTable(table.text)
    #expect(written.rows == table.rows && written.text == table.text)
    #expect(written.rows[.version] == .init(count: 1_000_000, reason: 1))
    #expect(written.rows[.check] == .init(count: 100_000_000, reason: 4))
    #expect(written.rows[.export] == .init(count: 80, reason: 4))
    #expect(table.text.hasPrefix(page.prefix(60)) && table.text.hasSuffix("\n\nWhat holds still.\n"))
  }

  @Test("Many rows share a reason that is said once, newest first; one that no row has goes")
  func reasons() throws {
    var table = try InstructionTable(page)
    table.record([.check: 100_000_000, .export: 80, .start: 70], why: "fewer copies")
    #expect(table.text.ranges(of: "fewer copies").count == 1)
    #expect(table.text.contains(" | (4) |\n\n- (4) fewer copies\n- (1) first count\n\nWhat holds still."))
    table.record([.check: 300_000_000], why: "first count")
    #expect(table.rows[.check]?.reason == 1 && table.reasons.count == 2)
    let before = table.text
    table.record([.check: 300_000_001], why: "nothing")
    #expect(table.text == before)
  }

  @Test("A row without a reason is none, and a page without the table is refused")
  func refused() throws {
    let without = page.replacing("- (3) reads ahead\n", with: "")
    #expect(try InstructionTable(without).rows[.check] == nil)
    #expect(throws: BenchmarkError.self) { try InstructionTable("# Measured times\n") }
  }

  @Test("docs/performance.md has a row for every run, and stays as it is where nothing changed")
  func committed() throws {
    let page = try String(contentsOfFile: InstructionTable.page, encoding: .utf8)
    let table = try InstructionTable(page)
    for run in InstructionRun.allCases { #expect(table.rows[run] != nil, "\(run.title)") }
    #expect(table.text == page)
  }
}
