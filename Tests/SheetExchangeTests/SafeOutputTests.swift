import Testing

@testable import SheetExchange

@Suite("What may leave a program")
struct SafeOutputTests {
  @Test("HTML has hidden characters in their visible form, and no tag that a text brought")
  func html() throws {
    #expect(SafeOutput.escaped("<b>&\"\t\u{202E}\u{1B}\u{9B}") == "&lt;b&gt;&amp;&quot;　&lt;U+202E&gt;␛&lt;9B&gt;")
  }

  @Test(
    "A cell that a table program could take for a formula is defused",
    arguments: [
      "=1", "+1", "-1", "@A1", "＝1", "＋1", "－1", "＠A1", "\t=1", "\r=1", "\n=1", "\ta", "\ra", "\na", " =1", "　＝1",
      "\u{A0}=1", "\u{FEFF}=1", "\u{200B}=1", "\u{1B} =1", "=\u{301}1", "\r\n=1",
    ])
  func formulas(text: String) {
    let cell = SafeOutput.cell(text)
    let first = cell.drop { $0 == "\"" }.unicodeScalars.first
    #expect(first.map { !"=+-@＝＋－＠\t\r\n 　\u{A0}".unicodeScalars.contains($0) } ?? false, "\(cell)")
    #expect(!cell.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test(
    "Other cells are as they are, with quotes where quotes, commas and line feeds need them",
    arguments: [
      ("題", "題"), ("", ""), ("a,b", "\"a,b\""), ("\"", "\"\"\"\""), ("一\n二", "\"一\n二\""), ("1-2", "1-2"),
      ("一\r\n二", "\"一␍\n二\""), ("一\u{1B}", "一␛"), ("=\"x\"", "\"'=\"\"x\"\"\""),
    ])
  func cells(text: String, cell: String) {
    #expect(SafeOutput.cell(text).unicodeScalars.elementsEqual(cell.unicodeScalars))
  }
}
