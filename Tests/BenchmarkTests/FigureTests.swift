import Testing

@testable import Benchmark

@Suite("Figures of many runs")
struct FigureTests {
  @Test("The one in the middle, the least, the most, and what 99 of 100 do not exceed")
  func shares() {
    let figures = Figures((1...200).map { Double($0) }.shuffled())
    #expect([figures.minimum, figures.median, figures.p99, figures.maximum] == [1, 101, 199, 200])
    #expect(Figures([]).median.isNaN)
  }

  @Test("They are written with three digits, in groups, and as ratios")
  func written() {
    #expect([0.0312, 1.254, 12.54, 125.4, 1254].map(Figure.plain) == ["0.03", "1.25", "12.5", "125", "1254"])
    #expect([7, 1000, 1_234_567].map(Figure.grouped) == ["7", "1,000", "1,234,567"])
    #expect(Figure.ratio(3, to: 2) == "1.50×")
    #expect(Figure.ratio(3, to: nil) == "–")
    #expect(Figure.rounded(-0.004, 2) == "0.00")
    #expect(Figure.rounded(-1.5, 2) == "-1.50")
  }

  @Test("A plot's axis ends at the next number that four steps divide well")
  func axis() {
    func top(_ most: Double) -> Double {
      PlotPanel(title: "", unit: "", lines: [PlotLine(name: "", isLimit: false, points: [(1, 0.1), (2, most)])]).top
    }
    #expect(abs(top(0.72) - 0.8) < 1e-9)
    #expect(abs(top(48) - 60) < 1e-9)
    #expect(abs(top(281) - 320) < 1e-9)
  }
}
