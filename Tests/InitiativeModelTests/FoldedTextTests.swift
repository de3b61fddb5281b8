import Foundation
import InitiativeModel
import TestSupport
import Testing

@Suite("Searching compares what people mean")
struct FoldedTextTests {
  private func hits(_ wanted: String, in text: String) -> [String] {
    let graphemes = Array(text)
    return FoldedText(graphemes).ranges(of: FoldedText(wanted)).map { String(graphemes[$0]) }
  }

  @Test(
    "What is typed one way finds what is written another",
    arguments: [
      ("2未達", "②未達"), ("②未達", "2未達"), ("ｶﾞｲﾄﾞ", "がいど"), ("がいど", "ｶﾞｲﾄﾞ"), ("ガイド", "か\u{3099}いと\u{3099}"),
      ("civictech", "CivicTech"), ("ＣＩＶＩＣ", "civic"), ("10〜20", "１０～２０"), ("a-b", "a－b"), ("a−b", "a‐b"),
      ("(i)", "（ⅰ）"), ("ⅱ", "ii"), ("株", "㈱"), ("平成", "㍻"), ("神", "\u{FA19}"), ("é", "e\u{301}"), ("　", " "),
      ("パーセント", "㌫"), ("ヴ", "ゔ"), ("ss", "ß"),
    ])
  func finds(_ wanted: String, _ text: String) {
    #expect(hits(wanted, in: "前" + text + "後") == [text])
  }

  @Test(
    "Different letters stay different",
    arguments: [("か", "が"), ("か", "ｶﾞ"), ("は", "ぱ"), ("ガード", "ガ-ド"), ("e", "é"), ("つ", "っ"), ("12", "①③")])
  func tells(_ wanted: String, _ text: String) {
    #expect(hits(wanted, in: "前" + text + "後").isEmpty)
  }

  @Test("Hits are whole graphemes, in order and without overlaps")
  func places() {
    #expect(FoldedText("ああああ").ranges(of: FoldedText("ああ")) == [0..<2, 2..<4])
    #expect(FoldedText("㍻㍻成").ranges(of: FoldedText("成")) == [0..<1, 1..<2, 2..<3])
    #expect(FoldedText("👨‍👩‍👧が𠮷").ranges(of: FoldedText("𠮷")) == [2..<3])
    #expect(FoldedText("あ").ranges(of: FoldedText("")).isEmpty && FoldedText("").ranges(of: FoldedText("あ")).isEmpty)
  }

  @Test("Folding agrees with the compatibility form, character by character, on every sheet's text")
  func foundation() throws {
    let folder = packageFolder + "/Data"
    let files = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    var characters = Set<Character>()
    for file in files where file.hasSuffix(".json") {
      characters.formUnion(try String(contentsOfFile: folder + "/" + file, encoding: .utf8))
    }
    #expect(characters.count > 500)
    for character in characters.union("①ⅰ％㈱ｱｶﾞ㌔ﬁÅΩ℃…″") {
      let form = String(character).decomposedStringWithCompatibilityMapping.lowercased()
      #expect(hits(form, in: String(character)).count == 1, "\(character)")
      #expect(hits(String(character), in: form).count == 1, "\(character)")
    }
  }
}
