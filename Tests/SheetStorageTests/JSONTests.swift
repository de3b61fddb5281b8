import Foundation
import Testing

@testable import SheetStorage

@Suite("JSON kept as it was written")
struct JSONTests {
  private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

  private func kind(_ bytes: [UInt8]) -> JSONSyntaxError.Kind? {
    do {
      _ = try JSONParser.parse(bytes)
      return nil
    } catch {
      return error.kind
    }
  }

  @Test("Numbers, order and unequal-looking keys survive reading and writing")
  func keeps() throws {
    let text = """
      {
        "a": 12345678901234567890,
        "b": -0,
        "c": 1e400,
        "d": 0.10,
        "e\u{301}": 1,
        "é": "/",
        "漢": [
          true,
          null,
          {}
        ]
      }

      """
    let value = try parse(text)
    #expect(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self) == text)
    #expect(value["é"] == .string("/"))
    #expect(value["e\u{301}"] == .number("1"))
  }

  @Test("Escapes are read, and only what must be escaped is written escaped")
  func escapes() throws {
    let value = try parse(#"["\u3042\/\"\\\b\f\n\r\t\u0001\ud842\udfb7"]"#)
    #expect(value == .array([.string("あ/\"\\\u{8}\u{C}\n\r\t\u{1}𠮷")]))
    #expect(
      String(decoding: JSONWriter.bytes(of: value), as: UTF8.self) == "[\n  \"あ/\\\"\\\\\\b\\f\\n\\r\\t\\u0001𠮷\"\n]\n")
  }

  @Test("BOM and CR LF are read")
  func forms() throws {
    #expect(try JSONParser.parse([0xEF, 0xBB, 0xBF] + Array("{\r\n\"a\":1}\r\n".utf8))["a"] == .number("1"))
  }

  @Test("A mistake is found with its line and column")
  func places() {
    do {
      _ = try parse("{\n  \"a\": [1,\n  2,,\n")
      Issue.record("parsed")
    } catch let error as JSONSyntaxError {
      #expect(error == JSONSyntaxError(kind: .unexpectedCharacter, line: 3, column: 5))
    } catch {
      Issue.record("another error")
    }
  }

  @Test("Every kind of mistake has its name")
  func kinds() {
    #expect(kind(Array("{\"a\":1".utf8)) == .unexpectedEnd)
    #expect(kind(Array("{} x".utf8)) == .trailingText)
    #expect(kind(Array("{\"a\":1,\"a\":2}".utf8)) == .duplicateKey("a"))
    #expect(kind(Array("[01]".utf8)) == .invalidNumber)
    #expect(kind(Array("[1.]".utf8)) == .invalidNumber)
    #expect(kind(Array("[\"\\ud800\"]".utf8)) == .invalidEscape)
    #expect(kind(Array("[\"\\x\"]".utf8)) == .invalidEscape)
    #expect(kind(Array("[\"a\nb\"]".utf8)) == .controlCharacter)
    #expect(kind([0x5B, 0x22, 0xC0, 0x80, 0x22, 0x5D]) == .invalidUTF8)
    #expect(kind([0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D]) == .invalidUTF8)
    #expect(kind([0xFF, 0xFE, 0x7B, 0x00]) == .otherEncoding)
    #expect(kind(Array("{\n<<<<<<< HEAD\n".utf8)) == .mergeMarkers)
    #expect(kind(Array(String(repeating: "[", count: 65).utf8)) == .tooDeep)
    #expect(kind(Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)) == nil)
  }

  @Test("No beginning of a document passes for the whole, and none crashes")
  func prefixes() {
    let bytes = Array(#"{"a": ["\u3042", -1.5e+3, true, null, {"b": "漢"}]}"#.utf8)
    for count in 0..<bytes.count { #expect(kind(Array(bytes[..<count])) != nil) }
  }

  @Test("Writing agrees with another program's canonical form")
  func sortsByBytes() throws {
    let value = try parse(#"{"b":1,"a":{"Z":[],"é":{},"z":2},"":0}"#)
    #expect(
      String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
        == "{\n  \"\": 0,\n  \"a\": {\n    \"Z\": [],\n    \"z\": 2,\n    \"é\": {}\n  },\n  \"b\": 1\n}\n")
  }

  @Test("SHA-256 of the published test vectors")
  func digests() {
    #expect(SHA256.hexadecimal([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(SHA256.hexadecimal("abc".utf8) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hexadecimal("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(CRC32C.of(Array("123456789".utf8)) == 0xE306_9283)
  }
}
