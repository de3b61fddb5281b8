import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("Damaged files that come back")
struct DamagedReturnTests {
  /// A few sheets of a book, among them those with choices.
  private static func content() throws -> ExportContent {
    var content = try #require(try Exported.data().first)
    content.books[0].sheets.removeFirst(15)
    return content
  }

  /// What is read of a file; nil where it is refused.
  private func read(_ form: ReturnedForm, _ bytes: [UInt8]) -> ReturnedBook? { try? form.read(bytes) }

  @Test("A file that is cut anywhere is refused, or gives whole sheets alone", arguments: ReturnedForm.allCases)
  func cut(form: ReturnedForm) throws {
    let content = try DamagedReturnTests.content()
    let bytes = form.bytes(content)
    let sent = try form.read(bytes).sheets
    var random = SeededGenerator(seed: 7)
    for _ in 0..<(LongRun.isOn ? 2000 : 150) {
      let length = Int.random(in: 0..<bytes.count - 1, using: &random)
      let sheets = read(form, Array(bytes[..<length]))?.sheets ?? []
      #expect(sheets.allSatisfy { sent.contains($0) }, "\(form) cut after \(length) of \(bytes.count) bytes")
    }
  }

  @Test("Bytes that were changed, left out or doubled never crash the reader", arguments: ReturnedForm.allCases)
  func changed(form: ReturnedForm) throws {
    let bytes = form.bytes(try DamagedReturnTests.content())
    var random = SeededGenerator(seed: 8)
    var refused = 0
    for _ in 0..<(LongRun.isOn ? 5000 : 200) {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<damaged.count, using: &random)
        let end = min(damaged.count, place + Int.random(in: 1...400, using: &random))
        switch Int.random(in: 0..<5, using: &random) {
        case 0: damaged[place] = UInt8.random(in: 0...255, using: &random)
        case 1: damaged.removeSubrange(place..<end)
        case 2: damaged.insert(contentsOf: damaged[place..<end], at: place)
        case 3: damaged.insert(contentsOf: "\",\n;\t{}[]#<&\\".utf8.shuffled(using: &random).prefix(2), at: place)
        default: damaged.replaceSubrange(place..<end, with: repeatElement(0, count: end - place))
        }
      }
      guard let book = read(form, damaged) else {
        refused += 1
        continue
      }
      #expect(Set(book.sheets.map(\.number)).count == book.sheets.count)
    }
    #expect(refused > 50)
  }

  @Test("Files that are no export are refused with what is missing")
  func others() throws {
    for form in ReturnedForm.allCases {
      for text in ["", "\n", "\u{FEFF}", " \n\t\n", "a", "a,b\n1,2\n", "[]", "{}", "# a\n\nb\n", Published.sheet()] {
        #expect(throws: ReturnedFileError.self) { try form.read(Array(text.utf8)) }
      }
      for bytes in [[0], [0xFF, 0xFE], [0xFE, 0xFF, 0x00], [0xFF, 0xFE, 0x00, 0xD8], [0x81], Array("a\0b".utf8)]
        as [[UInt8]]
      {
        #expect(throws: ReturnedFileError.self) { try form.read(bytes) }
      }
    }
  }

  @Test("What is too large or nested too deeply is refused before it takes memory", arguments: ReturnedForm.allCases)
  func tooLarge(form: ReturnedForm) throws {
    let most = ReturnedLimits.bytes
    let head = Array("番号,題名,副題\r\n".utf8)
    let files: [[UInt8]] = [
      Array(repeating: UInt8(ascii: "a"), count: most + 1), Array(repeating: UInt8(ascii: "["), count: 100_000),
      Array(repeatElement("{\"a\":", count: 20_000).joined().utf8),
      head + Array(repeating: UInt8(ascii: ","), count: 500_000),
      Array(repeating: UInt8(ascii: "\n"), count: 300_000), Array(repeating: UInt8(ascii: "\""), count: 300_001),
      Array(repeating: UInt8(ascii: "#"), count: 300_000),
      head + Array(repeatElement("1,2,3\n", count: 100_000).joined().utf8),
      Array(("{\"books\":[{\"sheets\":[" + repeatElement("1", count: 400_000).joined(separator: ",") + "]}]}").utf8),
    ]
    for file in files { #expect(throws: ReturnedFileError.self) { try form.read(file) } }
  }
}
