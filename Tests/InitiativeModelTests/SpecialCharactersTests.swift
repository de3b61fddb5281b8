import InitiativeModel
import TestSupport
import Testing

@Suite("Characters that not every computer shows")
struct SpecialCharactersTests {
  @Test(
    "What there is another way to write is replaced",
    arguments: [
      ("㈱", "(株)"), ("㈲", "(有)"), ("㊤", "(上)"), ("㊑", "(株)"), ("㈪", "(月)"), ("㎡", "平方メートル"), ("㎥", "立方メートル"),
      ("㍻31年度", "平成31年度"), ("㋿元", "令和元"), ("Ⅰ Ⅳ Ⅹ", "I IV X"), ("ⅱ", "ii"), ("№1", "No.1"), ("℡", "TEL"),
      ("㌔㍍", "キロメートル"), ("㎏㎝", "kgcm"), ("⑴⒇", "(1)(20)"), ("㉑㊿", "(21)(50)"), ("❶⓴", "(1)(20)"), ("㋀㏠", "1月1日"),
      ("CO₂", "CO2"), ("〝x〟", "“x”"), ("3–5", "3-5"), ("⼈⼝", "人口"), ("㋐㋺", "(ア)(ロ)"), ("Ⓐⓩ", "(A)(z)"),
      ("ｶﾞｲﾄﾞ", "ガイド"), ("ﾊﾟｰﾄ｡｢ｳﾞ｣･､", "パート。「ヴ」・、"), ("ｶ", "カ"), ("ｱﾞ", "ア゛"), ("ﾜﾝ", "ワン"),
      ("か\u{3099}は\u{309A}カ\u{3099}", "がぱガ"), ("a\u{200B}b\u{FEFF}c\u{AD}", "abc"), ("1\u{A0}2\u{2003}3", "1 2 3"),
      ("辻\u{E0100}", "辻"), ("一\u{2028}二", "一\n二"), ("a\u{1}b\u{9B}", "ab"), ("\u{202E}逆\u{202C}", "逆"),
    ])
  func replaced(text: String, written: String) {
    let result = SpecialCharacters.replaced(in: text)
    #expect(result.text.unicodeScalars.elementsEqual(written.unicodeScalars), "\(result.text)")
    #expect(result.count == SpecialCharacters.found(in: text).count && result.count > 0)
    #expect(SpecialCharacters.found(in: result.text).isEmpty, "a replacement is special itself")
  }

  @Test(
    "What has no other way to write it is found and stays: names are written with it, and figures would change",
    arguments: ["髙", "﨑", "𠮷", "\u{FA19}", "²", "½", "é", "한", "\u{E000}", "👨‍👩‍👧", "か\u{309A}", "❤"])
  func kept(text: String) {
    let found = SpecialCharacters.found(in: text)
    #expect(!found.isEmpty && found.allSatisfy { $0.replacement == nil || $0.text.unicodeScalars.count == 1 })
    if text != "❤" {
      #expect(SpecialCharacters.replaced(in: text).text.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test("An emoji with all that belongs to it is one character, and is not taken apart")
  func emoji() {
    #expect(SpecialCharacters.found(in: "👨‍👩‍👧").map(\.text) == ["👨‍👩‍👧"])
    #expect(SpecialCharacters.replaced(in: "㊗\u{FE0F}").text == "(祝)")
  }

  @Test("Why a character is one is told")
  func kinds() {
    let kinds = SpecialCharacters.found(in: "㈱ｶﾞ\u{200B}\u{A0}\u{E000}髙").map(\.kind)
    #expect(
      kinds == [.environmentDependent, .halfWidthKana, .invisible, .invisible, .privateUse, .environmentDependent])
    #expect(SpecialCharacters.found(in: "ｶﾞ").map(\.codes) == ["U+FF76 U+FF9E"])
  }

  @Test("What the form itself is printed with is never special: its signs, ① to ⑳, dashes, wide signs, ASCII")
  func common() {
    let ascii = String(String.UnicodeScalarView((0x20..<0x7F).compactMap { Unicode.Scalar(UInt32($0)) }))
    let signs = "①②③⑳★—※【】「」・、。〜～－ー―…‥〃々〆○●◎◇□■△▲▽℃％￥£\u{C5}\u{212B}×÷±≒∞→⇒∥　αЯ─┼"
    #expect(SpecialCharacters.found(in: ascii + "\t\n" + signs + "亜熙腕弌龠凜").isEmpty)
    for words in [PrintedForm.heading, PrintedForm.policyAndTargets, PrintedForm.nothing, PrintedForm.star] {
      #expect(SpecialCharacters.found(in: words).isEmpty)
    }
    for field in EntryField.allCases {
      #expect(SpecialCharacters.found(in: field.printedLabel + field.options.map(\.sign).joined()).isEmpty)
    }
  }

  @Test("No replacement takes the meaning out of a text that the ② rule asks for, or brings a special character in")
  func meaning() {
    for value in UInt32(0xA0)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let (written, count) = SpecialCharacters.replaced(in: text)
      guard count > 0 else { continue }
      #expect(LongText(text).isBlank || !LongText(written).isBlank, "U+\(String(value, radix: 16))")
      #expect(SpecialCharacters.found(in: written).isEmpty, "U+\(String(value, radix: 16)) → \(written)")
    }
  }
}
