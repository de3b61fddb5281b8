import InitiativeModel
import Testing

@Suite("The numbers of a book")
struct BookFindingTests {
  @Test("Two sheets of one number block; gaps and wrong file names are advisory")
  func numbers() {
    let found = BookFinding.findings(in: [
      ("item-01.json", 1), ("item-02.json", 1), ("item-05.json", 5), ("item-4.json", 4),
    ])
    #expect(found.contains(.duplicateNumber(1, files: ["item-01.json", "item-02.json"])))
    #expect(found.contains(.missingNumbers([2, 3])))
    #expect(found.contains(.fileNameDiffers(file: "item-02.json", number: 1)))
    #expect(found.map(\.severity).filter { $0 == .blocking }.count == 1)
    #expect(BookFinding.findings(in: [("item-01.json", 1), ("item-02.json", 2)]).isEmpty)
    #expect(BookFinding.findings(in: []).isEmpty)
  }

  @Test(
    "File names have at least two digits and nothing else",
    arguments: ["item-1.json", "item-01.JSON", "item-0x.json", "xitem-01.json", "item-.json"])
  func otherNames(name: String) {
    #expect(BookFinding.number(inName: name) == nil)
  }
}
