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
    // Memory is not flat: a key leaves some 160 bytes, which 5 % of a day's beginning would not hold.
    let growth = (last.memory - first.memory) * 1024
    #expect(growth < 200 * editor.keys, "\(tenths)")
    let wall = Int(Date().timeIntervalSince(started))
    print(
      "Soak: \(editor.keys) keys, \(editor.saves) saves, \(editor.othersSaves) of others in \(wall) s,",
      "\(last.seconds) s of the processor; KiB and descriptors by tenths: \(tenths.map { ($0.memory, $0.descriptors) })"
    )
  }
}
