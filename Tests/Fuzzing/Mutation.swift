// Holds the changing of files into others that nobody thought of.

import TestSupport

/// Changes bytes: flips, cuts, doubles, exchanges and splices them, and puts words in.
struct Mutation {
  private var random: SeededGenerator
  private let words: [[UInt8]]

  init(seed: UInt64, words: [String]) {
    random = SeededGenerator(seed: seed)
    self.words = words.map { Array($0.utf8) }
  }

  /// One of some inputs, changed, with a piece of another one now and then.
  mutating func next(of inputs: [[UInt8]]) -> [UInt8] {
    var bytes = inputs.randomElement(using: &random) ?? []
    for _ in 0..<(1 << Int.random(in: 0...3, using: &random)) {
      change(&bytes, other: inputs.randomElement(using: &random) ?? [])
    }
    return Array(bytes.prefix(Mutation.longest))
  }

  /// Longer inputs take longer and reach no more.
  private static let longest = 16_384

  private mutating func change(_ bytes: inout [UInt8], other: [UInt8]) {
    let range = range(in: bytes)
    switch Int.random(in: 0..<8, using: &random) {
    case 0 where !bytes.isEmpty:
      bytes[min(range.lowerBound, bytes.count - 1)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1: bytes.removeSubrange(range)
    case 2: bytes.insert(contentsOf: bytes[range], at: Int.random(in: 0...bytes.count, using: &random))
    case 3: bytes.removeSubrange(range.lowerBound...)
    case 4: bytes.replaceSubrange(range, with: other[self.range(in: other)])
    case 5:
      let byte: UInt8 = [0, 0x09, 0x0A, 0x0D, 0x1B, 0x22, 0x5C, 0x80, 0xFF].randomElement(using: &random) ?? 0
      bytes.insert(byte, at: range.lowerBound)
    case 6: changeLines(&bytes)
    default:
      let word = words.randomElement(using: &random) ?? []
      if Bool.random(using: &random) {
        bytes.insert(contentsOf: word, at: range.lowerBound)
      } else {
        bytes.replaceSubrange(range, with: word)
      }
    }
  }

  /// A stretch that is mostly short.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    let most = 1 << Int.random(in: 0...10, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...most, using: &random))
  }

  /// Exchanges, doubles or removes a line: what is whole in itself is more often taken than what is cut anywhere.
  private mutating func changeLines(_ bytes: inout [UInt8]) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let one = Int.random(in: 0..<lines.count, using: &random)
    let other = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: lines.swapAt(one, other)
    case 1: lines.insert(lines[one], at: other)
    default: lines.remove(at: one)
    }
    bytes = Array(lines.joined(separator: [0x0A]))
  }
}
