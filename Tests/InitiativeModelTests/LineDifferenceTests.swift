import Testing

@testable import InitiativeModel

@Suite("The difference of two texts")
struct LineDifferenceTests {
  /// Both texts, as a difference tells them.
  private func texts(_ lines: [DifferenceLine]) -> (old: [String], new: [String]) {
    var texts: (old: [String], new: [String]) = ([], [])
    for line in lines {
      switch line {
      case .same(let text):
        texts.old.append(text)
        texts.new.append(text)
      case .removed(let text): texts.old.append(text)
      case .added(let text): texts.new.append(text)
      }
    }
    return texts
  }

  @Test("An old line stands before the one that took its place, and what is the same is told once")
  func order() {
    #expect(
      LineDifference.lines(from: ["一", "二", "三"], to: ["一", "弐", "三", "四"])
        == [.same("一"), .removed("二"), .added("弐"), .same("三"), .added("四")])
    #expect(LineDifference.lines(from: [], to: ["一"]) == [.added("一")])
    #expect(LineDifference.lines(from: ["一"], to: []) == [.removed("一")])
  }

  @Test("A hundred thousand lines that came, went or changed are told in seconds, and give both texts back")
  func long() {
    let old = (0..<100_000).map { "\($0)行目" }
    #expect(LineDifference.lines(from: [], to: old).count == 100_000)
    let changed = old.enumerated().map { $0.isMultiple(of: 1000) ? $1 + "を変えた" : $1 }
    let difference = LineDifference.lines(from: old, to: ["前書き"] + changed + ["後書き"])
    #expect(difference.count == 100_000 + 100 + 2)
    #expect(texts(difference) == (old, ["前書き"] + changed + ["後書き"]))
  }

  @Test("Long texts with lines that stand there many times, or in another order, give both texts back")
  func repeated() {
    let old = (0..<6000).map { $0.isMultiple(of: 3) ? "・" : "\($0 % 2500)" }
    for new in [old.reversed(), old.map { $0 + $0 }, (0..<6000).map { $0.isMultiple(of: 2) ? "・" : "\($0 % 2600)" }] {
      #expect(texts(LineDifference.lines(from: old, to: new)) == (old, new))
    }
  }
}
