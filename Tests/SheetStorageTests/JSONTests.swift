import Foundation
import TestSupport
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

  @Test("A string ends at its quotation mark and an escape is read wherever they stand in it, whatever stands around")
  func stringsOfAllLengths() throws {
    for length in 0..<40 {
      for letter in ["a", "é", "漢", "𠮷", "\u{7F}"] {
        let text = String(repeating: letter, count: length)
        let read = try parse("[\"\(text)\", \"\(text)\\n\(text)\", \"\(text)!\"]")
        #expect(read == .array([.string(text), .string("\(text)\n\(text)"), .string("\(text)!")]))
        #expect(kind(Array("[\"\(text)\u{1F}\(text)\"]".utf8)) == .controlCharacter)
        #expect(kind(Array("[\"\(text)".utf8)) == .unexpectedEnd)
        #expect(kind(Array("[\"\(text)".utf8) + [0xE3, 0x81, 0x22, 0x5D]) == .invalidUTF8)
      }
    }
  }

  @Test("A key that stands twice is found, however many others stand between", arguments: [0, 1, 15, 16, 17, 40])
  func doubleKeys(between count: Int) throws {
    let keys = ["漢"] + (0..<count).map { "key\($0)" }
    func document(_ keys: [String]) -> [UInt8] { Array("{\(keys.map { "\"\($0)\":1" }.joined(separator: ","))}".utf8) }
    #expect(try JSONParser.parse(document(keys + ["漢字"]))["漢字"] == .number("1"))
    #expect(kind(document(keys + ["漢"])) == .duplicateKey("漢"))
    if count > 1 { #expect(kind(document(keys + ["key1"])) == .duplicateKey("key1")) }
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
    #expect(kind(Array(String(repeating: "[", count: 65).utf8)) == .tooDeep(most: 64))
    #expect(kind(Array((String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).utf8)) == nil)
  }

  @Test("Ten thousand keys are read at once and each is found; one more, or one twice, is refused with its place")
  func manyKeys() throws {
    func document(_ keys: some Sequence<String>) -> [UInt8] {
      Array(("{" + keys.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ",") + "}").utf8)
    }
    let keys = (1...9_998).map { "k\($0)" } + ["é", "e\u{301}"]
    let (seconds, _) = try ProcessorTime.seconds {
      let value = try JSONParser.parse(document(keys))
      #expect(value["é"] == .string("é") && value["e\u{301}"] == .string("e\u{301}") && value["k9998"] != nil)
      #expect(kind(document(keys + ["one more"])) == .tooManyKeys(most: 10_000))
      #expect(kind(document(keys.dropLast() + ["é"])) == .duplicateKey("é"))
    }
    #expect(seconds < 5)
  }

  @Test("A document holds no more levels, keys and values, those inside others among them, than it may")
  func limits() {
    func kind(_ text: String) -> JSONSyntaxError.Kind? {
      do {
        _ = try JSONParser.parse(Array(text.utf8), limits: JSONLimits(depth: 3, keys: 3, values: 5))
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(kind("[[[]]]") == nil && kind("[[[1]]]") == .tooDeep(most: 3))
    #expect(kind(#"[{"a":1},{"a":2}]"#) == nil && kind(#"[{"a":1},{"a":2},0]"#) == .tooManyValues(most: 5))
    #expect(kind(#"{"a":1,"b":2,"c":3}"#) == nil && kind(#"{"a":{"b":1,"c":2},"d":3}"#) == .tooManyKeys(most: 3))
    #expect(kind("[1,2,3,4]") == nil && kind("[1,2,3,4,5]") == .tooManyValues(most: 5))
  }

  @Test(
    "git's marks are told wherever they begin a line, and the line with them",
    arguments: [
      ("{\n<<<<<<< HEAD\n\"a\": 1\n=======\n\"a\": 2\n>>>>>>> b\n}\n", 2),
      ("{\"a\": [\n  \"x\",\n<<<<<<< HEAD\n  \"y\"\n||||||| base\n=======\n>>>>>>> b\n]}\n", 3),
      ("{\"a\": \"x\n<<<<<<< HEAD\ny\n=======\nz\n>>>>>>> b\n\"}\n", 2),
      ("{\"a\": 1,\r\n\"b\": 2\r\n=======\r\n}\r\n", 3), ("{\"a\": tru\n}\n>>>>>>> b", 3),
      ("{\"a\": 1}\n||||||| base\n", 2), ("\u{FEFF}{}\n<<<<<<<", 2),
    ] as [(String, Int)])
  func mergeMarkers(text: String, line: Int) {
    #expect(throws: JSONSyntaxError(kind: .mergeMarkers, line: line, column: 1)) { try parse(text) }
  }

  @Test(
    "What only looks like git's marks is none",
    arguments: ["{\n<<<<<<\n", "{\n =======\n", "{\n========\n", "[\n<<<<<<<x\n"])
  func noMergeMarkers(text: String) {
    #expect(kind(Array(text.utf8)) == .unexpectedCharacter)
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
