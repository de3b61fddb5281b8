import Terminal
import Testing

@Suite("Characters that arrive in pieces")
struct UTF8AssemblerTests {
  private func assemble(_ bytes: [UInt8]) -> String {
    var assembler = UTF8Assembler()
    return String(String.UnicodeScalarView(bytes.flatMap { assembler.take($0) }))
  }

  @Test("Any text comes out of its bytes one by one")
  func whole() {
    let text = "aé漢𠮷\u{10FFFF}か\u{3099}👨‍👩‍👧\u{7F}\u{0}"
    #expect(assemble(Array(text.utf8)).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test("A character waits for its last byte")
  func waits() {
    var assembler = UTF8Assembler()
    #expect(assembler.take(0xE3).isEmpty && assembler.take(0x81).isEmpty)
    #expect(assembler.take(0x82) == ["あ"])
  }

  @Test("Bytes that are no UTF-8 become one sign, and what follows is not lost")
  func invalid() {
    #expect(assemble([0xFF, 0x61]) == "\u{FFFD}a")
    #expect(assemble([0xE3, 0x61]) == "\u{FFFD}a")
    #expect(assemble([0xE3, 0x81, 0xE3, 0x81, 0x82]) == "\u{FFFD}あ")
    #expect(assemble([0xC0, 0x80, 0x61]) == "\u{FFFD}\u{FFFD}a")
    #expect(assemble([0xED, 0xA0, 0x80]) == "\u{FFFD}\u{FFFD}\u{FFFD}")
  }
}
