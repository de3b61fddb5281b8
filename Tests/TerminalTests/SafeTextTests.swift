import Terminal
import Testing

@Suite("Text that cannot drive a terminal")
struct SafeTextTests {
  @Test("Plain Japanese comes back as it is", arguments: ["取組項目①※★—…、。「」ｶﾞか\u{3099}", "👨‍👩‍👧 𠮷 ☺️", "a b"])
  func plain(text: String) {
    #expect(SafeText.visible(text).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(
    "Control characters and invisible ones become signs",
    arguments: [
      ("\u{1B}[2J", "␛[2J"), ("\u{7}", "␇"), ("\u{7F}", "␡"), ("\u{9B}1m", "<9B>1m"), ("a\u{202E}b", "a<U+202E>b"),
      ("\u{200B}", "<U+200B>"), ("\u{FEFF}", "<U+FEFF>"), ("\u{E0041}", "<U+E0041>"), ("\r\n", "␍␊"), ("\t", "␉"),
      ("\u{E000}", "<U+E000>"), ("\u{2028}", "<U+2028>"),
    ])
  func signs(text: String, shown: String) {
    #expect(SafeText.visible(text) == shown)
  }

  @Test("No scalar at all gets through that could move the cursor or turn the text")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for shown in SafeText.visible(Character(scalar)).unicodeScalars {
        #expect(shown.value >= 0x20 && !(0x7F..<0xA0).contains(shown.value))
        #expect(!(0x202A...0x202E).contains(shown.value) && !(0x2066...0x2069).contains(shown.value))
        #expect(!(0x200B...0x200F).contains(shown.value) && shown.value != 0xFEFF)
      }
    }
  }

  @Test("A heap of combining marks is cut")
  func marks() {
    let heap = "a" + String(repeating: "\u{301}", count: 500)
    #expect(SafeText.visible(heap).unicodeScalars.count == 9)
  }
}
