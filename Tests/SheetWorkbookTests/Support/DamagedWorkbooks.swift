import Foundation
import InitiativeModel

@testable import SheetWorkbook

/// Workbooks that broke on their way, the same ones for a number at every run.
enum DamagedWorkbooks {
  /// A generator whose numbers are the same at every run.
  struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  /// A workbook with one of many kinds of damage: to the zip, to the XML in it, or to what the XML says.
  static func workbook(_ number: Int, whole: [UInt8], zip: ZipBuilder) -> [UInt8] {
    var numbers = Numbers(state: UInt64(number))
    if number % 3 == 0 { return damaged(whole, &numbers) }
    var zip = zip
    let index = Int.random(in: 0..<zip.entries.count, using: &numbers)
    switch Int.random(in: 0..<8, using: &numbers) {
    case 0: zip.entries.remove(at: index)
    case 1: zip.entries[index].content = []
    case 2: zip.entries[index].checksum = UInt32.random(in: 0...UInt32.max, using: &numbers)
    case 3: zip.entries[index].flags = UInt16.random(in: 0...UInt16.max, using: &numbers)
    case 4: zip.entries.append(zip.entries[index])
    case 5: zip.entries[index].content = shuffled(zip.entries[index].content, &numbers)
    default: zip.entries[index].content = damaged(zip.entries[index].content, &numbers)
    }
    return zip.bytes
  }

  private static func damaged(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var bytes = bytes
    guard !bytes.isEmpty else { return bytes }
    for _ in 0...Int.random(in: 0..<6, using: &numbers) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      let end = min(bytes.count, place + Int.random(in: 1...64, using: &numbers))
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes.removeLast(bytes.count - place)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &numbers))
      case 3: bytes.insert(contentsOf: Array("<a x='&lt;'>".utf8), at: place)
      default: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      }
    }
    return bytes
  }

  /// The tags of an XML text in another order.
  private static func shuffled(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
    var pieces = bytes.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: false)
    guard pieces.count > 3 else { return bytes }
    for _ in 0..<4 {
      pieces.swapAt(
        Int.random(in: 1..<pieces.count, using: &numbers), Int.random(in: 1..<pieces.count, using: &numbers))
    }
    return Array(pieces.joined(separator: [UInt8(ascii: "<")]))
  }
}
