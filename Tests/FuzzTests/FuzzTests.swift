import Foundation
import Fuzzing
import TestSupport
import Testing

@Suite("Whatever bytes come, every reader keeps its word")
struct FuzzTests {
  /// What takes about a second; the long run takes some minutes for each.
  private func inputs(_ reader: FuzzedReader) -> Int {
    let count =
      switch reader {
      case .json: 3000
      case .returned, .workbook, .keys: 500
      case .sheet, .published: 200
      case .marks: 100
      case .journal: 40
      }
    return LongRun.isOn ? count * 100 : count
  }

  @Test("The corpus, and what is made of it", arguments: FuzzedReader.allCases)
  func corpus(reader: FuzzedReader) throws {
    for seed in LongRun.isOn ? 1...10 : 1...1 {
      var run = try FuzzRun(reader, seed: UInt64(seed))
      run.readCorpus()
      for _ in 0..<inputs(reader) where run.finding == nil { run.step() }
      #expect(run.finding == nil, "\(run.finding?.what ?? "") in \(run.finding?.input ?? [])")
      #expect(run.answers.count > 1, "\(run.answers)")
      #expect(run.slowest < 10, "an input of 16 KB at the most")
    }
  }
}
