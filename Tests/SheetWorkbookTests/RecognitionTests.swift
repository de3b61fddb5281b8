import SheetWorkbook
import Testing

@Suite("Which files are taken for workbooks")
struct RecognitionTests {
  @Test("Zips and old Office files are, texts are not")
  func recognition() {
    #expect(WorkbookReader.recognises([0x50, 0x4B, 3, 4, 20]))
    #expect(WorkbookReader.recognises([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]))
    #expect(!WorkbookReader.recognises(Array("PK,版".utf8)))
    #expect(!WorkbookReader.recognises([]))
  }
}
