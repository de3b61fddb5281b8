import Foundation
import TestSupport
import Testing

@testable import furikaeri

@Suite("What the command line says of itself")
struct HelpTests {
  /// Compares what the program says to some command lines with a file in Snapshots; RECORD_SNAPSHOTS=1 writes the file
  /// instead.
  private func expect(_ lines: [[String]], _ name: String) throws {
    let path = packageFolder + "/Tests/FurikaeriTests/Snapshots/\(name).txt"
    let said = try lines.map { words in
      let run = try ProgramRun(words)
      return "$ furikaeri \(words.joined(separator: " "))\n\(run.output)\(run.errors)=> \(run.status)\n"
    }.joined(separator: "\n")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try said.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(said == (try String(contentsOfFile: path, encoding: .utf8)), "\(name) differs:\n\(said)")
  }

  private let names = ProgramCommands.all.map { $0.name }

  @Test("The help of the program and of each command")
  func help() throws {
    try expect([["--help"], ["-h"], ["--version"]] + names.map { [$0, "--help"] }, "help")
  }

  @Test("What is said of words that make no command line")
  func wrong() throws {
    let lines = [
      ["publish", "x"], ["export", "x"], ["export", "x", "--format", "pdf"], ["export", "x", "--format", "xlsx"],
      ["export", "x", "--check-special", "--format", "html"], ["export", "x", "--item-title", " ", "--format", "html"],
      ["export", "--format", "html"], ["/none", "x"], ["--nonsense"], ["show"], ["show", "--item"],
      ["show", "--item", "0", "/none"],
      ["show", "/none", "--item=x"], ["show", "a", "b"], ["history", "/none"], ["history", "--item", "x"],
      ["history", "/none", "--item", "x"], ["history", "/none", "--verify=1"], ["import"], ["import", "x"],
      ["import", "x", "--into", "/none", "--year", "昭和"], ["import", "x", "--into"], ["import", "a", "b", "--replace"],
      ["check", "--for", "spring"], ["check", "--for", "spring", "--format", "csv"], ["check", "--format", "csv"],
      ["status", "--format", "xml"], ["status", "--format="], ["status", "--replace"], ["recover", "a", "b"],
      ["doctor", "--item", "1"], ["review", "--", "--item", "1"], ["edit", "-x"], ["edit", "a", "--help"], ["-"],
    ]
    try expect(lines + names.flatMap { [[$0, "--unknown"], [$0, "a", "b", "c"]] }, "usage")
  }
}
