// Holds what is looked for in folded text, and the looking for it, eight UTF-16 units at a time.

/// Some UTF-16 units that are looked for in lines of them.
///
/// A line ends with a zero, and takes a whole number of steps; behind the last one there is `roomBehind`.
struct SoughtUnits {
  /// What may stand behind the last unit somewhere, and makes another letter of it.
  enum Followers {
    case noMarks
    /// The two of kana alone.
    case kanaMarks
    case anyMarks
  }

  private typealias Eight = SIMD8<UInt16>

  private let units: [UInt16]
  private let followers: Followers
  /// The last unit and the one before it, eight times each.
  private let last: Eight
  private let secondLast: Eight

  /// How many units are looked at at a time.
  static let step = 8
  /// How many units are read behind the end of a line at most.
  static let roomBehind = 5 * step
  static let kanaMarks: ClosedRange<UInt32> = 0x3099...0x309A
  /// How many units are counted before they are added up: sixteen bits have room for no more.
  private static let mostCounted = 0x8000

  /// Makes it of one unit or more, none of which is zero.
  init(_ units: [UInt16], before followers: Followers) {
    self.units = units
    self.followers = followers
    last = Eight(repeating: units.last ?? 0)
    secondLast = Eight(repeating: units.dropLast().last ?? 0)
  }

  private var isSingle: Bool { units.count == 1 }

  // MARK: Looking

  /// Whether they can stand in some lines, or in what follows close behind those; false is certain.
  func mayStand(in all: UnsafeBufferPointer<UInt16>, _ lines: Range<Int>) -> Bool {
    let all = UnsafeRawBufferPointer(all)
    return isSingle ? mayStand(in: all, lines, isSingle: true) : mayStand(in: all, lines, isSingle: false)
  }

  @inline(__always)
  private func mayStand(in all: UnsafeRawBufferPointer, _ lines: Range<Int>, isSingle: Bool) -> Bool {
    let step = SoughtUnits.step
    for place in stride(from: lines.lowerBound, to: lines.upperBound, by: 4 * step) {
      var found = places(in: all, at: place, isSingle: isSingle)
      found |= places(in: all, at: place &+ step, isSingle: isSingle)
      found |= places(in: all, at: place &+ 2 &* step, isSingle: isSingle)
      found |= places(in: all, at: place &+ 3 &* step, isSingle: isSingle)
      let halves = SoughtUnits.halves(found)
      if halves.x | halves.y != 0 { return true }
    }
    return false
  }

  /// How often they stand in a line, without overlaps.
  @inline(__always)
  func hits(in all: UnsafeBufferPointer<UInt16>, _ line: Range<Int>) -> Int {
    switch (isSingle, followers) {
    case (true, .noMarks): count(in: UnsafeRawBufferPointer(all), line, takesMarks: false)
    case (true, .kanaMarks): count(in: UnsafeRawBufferPointer(all), line, takesMarks: true)
    case (true, .anyMarks), (false, _): find(in: all, line)
    }
  }

  /// How often the one unit stands in a line.
  ///
  /// What stands there costs no branch: a character that is in nearly every line is found as fast as one that is in none.
  ///
  /// - Parameter takesMarks: whether the two marks of kana may stand behind it.
  @inline(__always)
  private func count(in all: UnsafeRawBufferPointer, _ line: Range<Int>, takesMarks: Bool) -> Int {
    let ones: UInt64 = 0x0001_0001_0001_0001
    var (count, place) = (0, line.lowerBound)
    repeat {
      let end = min(line.upperBound, place &+ SoughtUnits.mostCounted)
      var sum = Eight()
      repeat {
        var found = SoughtUnits.places(in: all, at: place, of: last)
        if takesMarks {
          found &= ~SoughtUnits.places(in: all, at: place &+ 1, of: Eight(repeating: 0x3099))
          found &= ~SoughtUnits.places(in: all, at: place &+ 1, of: Eight(repeating: 0x309A))
        }
        // Where it stands all bits are set, which is one less than nothing.
        sum &-= found
        place &+= SoughtUnits.step
      } while place < end
      let halves = SoughtUnits.halves(sum)
      count &+= Int(truncatingIfNeeded: ((halves.x &+ halves.y) &* ones) >> 48)
    } while place < line.upperBound
    return count
  }

  /// How often they stand in a line: where the last two do, all of them and what follows are compared.
  private func find(in all: UnsafeBufferPointer<UInt16>, _ line: Range<Int>) -> Int {
    var (count, next) = (0, line.lowerBound)
    /// Looks at the places of half a step.
    func look(_ places: UInt64, from first: Int) {
      var rest = places
      while rest != 0 {
        let unit = rest.trailingZeroBitCount / 16
        rest &= ~(0xFFFF << UInt64(16 * unit))
        let end = first + unit + (isSingle ? 1 : 2)
        guard end - units.count >= next, isSame(all, endingAt: end), !isMark(behind: end, in: all) else { continue }
        count += 1
        next = end
      }
    }
    let bytes = UnsafeRawBufferPointer(all)
    for place in stride(from: line.lowerBound, to: line.upperBound, by: SoughtUnits.step) {
      let halves = SoughtUnits.halves(places(in: bytes, at: place, isSingle: isSingle))
      if halves.x != 0 { look(halves.x, from: place) }
      if halves.y != 0 { look(halves.y, from: place + SoughtUnits.step / 2) }
    }
    return count
  }

  private func isSame(_ all: UnsafeBufferPointer<UInt16>, endingAt end: Int) -> Bool {
    units.indices.allSatisfy { all[end - units.count + $0] == units[$0] }
  }

  /// Whether a mark that belongs to the letter before it stands at a place: か is not found in が.
  private func isMark(behind place: Int, in all: UnsafeBufferPointer<UInt16>) -> Bool {
    switch followers {
    case .noMarks: return false
    case .kanaMarks: return SoughtUnits.kanaMarks.contains(UInt32(all[place]))
    case .anyMarks:
      var decoder = UTF16()
      var following = all[place..<(place + 2)].makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&following) else { return false }
      return FoldedText.isMark(scalar)
    }
  }

  // MARK: Eight at a time

  /// Where among eight places the last two units stand, at the place of the first of them; of a single one, where it does.
  @inline(__always)
  private func places(in all: UnsafeRawBufferPointer, at place: Int, isSingle: Bool) -> Eight {
    if isSingle { return SoughtUnits.places(in: all, at: place, of: last) }
    return SoughtUnits.places(in: all, at: place, of: secondLast)
      & SoughtUnits.places(in: all, at: place &+ 1, of: last)
  }

  /// Where among eight places a unit stands: all bits are set there.
  @inline(__always)
  private static func places(in all: UnsafeRawBufferPointer, at place: Int, of unit: Eight) -> Eight {
    let eight = all.loadUnaligned(fromByteOffset: place &* 2, as: Eight.self)
    return unsafeBitCast(eight .== unit, to: Eight.self)
  }

  @inline(__always)
  private static func halves(_ eight: Eight) -> SIMD2<UInt64> { unsafeBitCast(eight, to: SIMD2<UInt64>.self) }
}
