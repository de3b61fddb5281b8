import InitiativeModel
import Testing

@testable import SheetStorage

@Suite("A sheet's document, field by field")
struct SheetCodecTests {
  @Test("A field is stored under its key and read back; the others stay blank", arguments: EntryField.allCases)
  func stored(field: EntryField) throws {
    let period = field.period
    for content in field.isChoice ? field.options.map(\.sign) : ["一行目\n二行目"] {
      var sheet = Sample.sheet(1)
      sheet.setContent(content, of: field)
      if field == period.decidingChoice { sheet.setText("課題", of: period.requiredText) }
      let document = SheetCodec.encode(try sheet.validated())
      let value: JSONValue =
        field.isChoice ? .string(content) : .array([.string("一行目"), .string("二行目")])
      #expect(document[period.key]?[field.key] == value)
      #expect(try SheetCodec.decode(document) == sheet)
    }
  }

  @Test("A field whose key is not in the file is blank; one of another type is named", arguments: EntryField.allCases)
  func missing(field: EntryField) throws {
    var document = SheetCodec.encode(try Sample.sheet(1).validated())
    document.set(field.period.key, .object([]))
    #expect(try SheetCodec.decode(document) == Sample.sheet(1))
    document.set(field.period.key, .object([JSONMember(key: field.key, value: .number("3"))]))
    let problem = ContentProblem(path: field.rawValue, kind: .wrongType(expected: field.isChoice ? .choice : .lines))
    #expect(throws: CodecError.invalid([problem])) { try SheetCodec.decode(document) }
  }
}
