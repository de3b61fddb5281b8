import Foundation
import TestSupport
import Testing

@Suite("An editor that is open all day", .enabled(if: LongRun.isOn))
struct SoakTests {
  @Test(
    "Keys, saves, others' saves, sizes, sleep and clocks that jump: nothing lost, no descriptor left, memory bounded")
  func day() throws {
    let (saves, keysASave) = (1000, 100)
    let started = Date()
    let editor = try SoakedEditor()
    var tenths: [(memory: Int, descriptors: Int, seconds: Double)] = []
    for number in 1...saves {
      try editor.work(keysASave)
      if number.isMultiple(of: 3) { editor.othersSave() }
      if number.isMultiple(of: 5) { editor.resize() }
      // Eight hours in all.
      if number.isMultiple(of: 10) { try editor.sleep(Int64(8 * 3600 * 10 / saves)) }
      if number.isMultiple(of: saves / 10) { tenths.append(editor.use) }
    }
    let (first, last) = (tenths[0], tenths[9])
    let wrong = try editor.leave()
    #expect(wrong == [])
    #expect(editor.keys >= saves * keysASave && editor.saves == saves && editor.slept == 8 * 3600)
    // What a save that is under way has open comes and goes; one left by each save would be many.
    #expect(last.descriptors <= first.descriptors + 3, "\(tenths)")
    // Undo has its bound within the first third of the day; behind it memory is flat.
    let growth = growth(of: tenths[3...].map { Double($0.memory) })
    #expect(growth < 1024, "\(growth) KiB: \(tenths)")
    let wall = Int(Date().timeIntervalSince(started))
    print(
      "Soak: \(Int(growth)) KiB more behind the first third; \(editor.keys) keys, \(editor.saves) saves, \(editor.othersSaves) of others in \(wall) s,",
      "\(last.seconds) s of the processor; KiB and descriptors by tenths: \(tenths.map { ($0.memory, $0.descriptors) })"
    )
  }

  /// By how much values grow from the first to the last, by the straight line that is nearest to all of them.
  private func growth(of values: [Double]) -> Double {
    let middle = Double(values.count - 1) / 2
    let (product, square) = values.enumerated().reduce((0.0, 0.0)) { sums, value in
      let distance = Double(value.offset) - middle
      return (sums.0 + distance * value.element, sums.1 + distance * distance)
    }
    return product / square * Double(values.count - 1)
  }
}
