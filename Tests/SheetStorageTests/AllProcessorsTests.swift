import Synchronization
import Testing

@testable import SheetStorage

@Suite("The same with many things at once")
struct AllProcessorsTests {
  private struct Refused: Error, Equatable {
    let number: Int
  }

  @Test("What is made of each stands in the order of the things", arguments: [0, 1, 2, 1000])
  func order(count: Int) {
    let numbers = Array((0..<count).reversed())
    #expect(numbers.mapOnAllProcessors { "\($0)" } == numbers.map { "\($0)" })
  }

  @Test("A part may be missing, and the others keep their places")
  func missing() {
    #expect(Array(0..<6).mapOnAllProcessors { $0.isMultiple(of: 3) ? nil : $0 } == [nil, 1, 2, nil, 4, 5])
  }

  @Test("Of several errors the first in the order of the things is told, and everything has been tried once")
  func errors() {
    let tried = Mutex([Int](repeating: 0, count: 200))
    #expect(throws: Refused(number: 70)) {
      try Array(0..<200).mapOnAllProcessors { (number) throws(Refused) in
        tried.withLock { $0[number] += 1 }
        if [150, 70, 199].contains(number) { throw Refused(number: number) }
        return number
      }
    }
    #expect(tried.withLock { $0 } == [Int](repeating: 1, count: 200))
  }
}
