import Foundation
import Testing

@testable import SheetPlain

@Suite("Lines as they are entered")
struct EnteredLineTests {
  private func read(_ bytes: [UInt8], isTerminal: Bool = false) -> EnteredLine {
    EnteredLine(bytes[...], fromTerminal: isTerminal)
  }

  /// All lines of some bytes, as a reader on a pipe gives them.
  private func lines(_ bytes: [UInt8], isTerminal: Bool = false) -> [EnteredLine] {
    let pipe = Pipe()
    let reader = LineReader(descriptor: pipe.fileHandleForReading.fileDescriptor, isTerminal: isTerminal)
    let writer = Thread {
      pipe.fileHandleForWriting.write(Data(bytes))
      try? pipe.fileHandleForWriting.close()
    }
    writer.start()
    var lines: [EnteredLine] = []
    while true {
      switch reader.next(withinMilliseconds: 1000) {
      case .line(let line): lines.append(line)
      case .none: continue
      case .ended: return lines
      case .failed(let code): return lines + [.text("\(code)")]
      }
    }
  }

  @Test("A line is text without its line end, be it LF or CR LF, and the mark of UTF-8 before the first is none")
  func text() {
    #expect(lines(Array("\u{FEFF}一行目\r\n\n\t二行目".utf8)) == [.text("一行目"), .text(""), .text("\t二行目")])
    #expect(lines([]).isEmpty)
    #expect(lines(Array("あ\n".utf8)) == [.text("あ")])
  }

  @Test("Bytes that are no UTF-8 and control characters are no text; NUL is one of them")
  func noText() {
    #expect(read([0xE3, 0x81]) == .notUTF8)
    #expect(read([0x82, 0xA0]) == .notUTF8)
    #expect(read([0x41, 0x00, 0x42]) == .controls)
    #expect(read(Array("a\u{1B}[Db".utf8)) == .controls)
    #expect(read(Array("a\u{85}b".utf8)) == .controls)
  }

  @Test("The codes of keys that a terminal sends are taken out whole, and counted")
  func keys() {
    #expect(read(Array("目標\u{1B}[D\u{1B}[1;5Cを\u{1B}OP書く\u{7F}".utf8), isTerminal: true) == .text("目標を書く", keys: 4))
    #expect(read(Array("\u{1B}".utf8), isTerminal: true) == .text("", keys: 1))
    #expect(read(Array("あ\u{1B}[12".utf8), isTerminal: true) == .text("あ", keys: 1))
  }

  @Test("A line that is as long as a terminal takes is told from others, and a character cut at its end is left out")
  func full() {
    let whole = [UInt8](repeating: 0x61, count: 4094)
    #expect(read(whole, isTerminal: true) == .text(String(repeating: "a", count: 4094)))
    #expect(read(whole + [0x61]) == .text(String(repeating: "a", count: 4095)))
    #expect(read(whole + [0xE3], isTerminal: true) == .text(String(repeating: "a", count: 4094), isFull: true))
    let japanese = Array(String(repeating: "漢", count: 1365).utf8)
    #expect(read(japanese, isTerminal: true) == .text(String(repeating: "漢", count: 1365), isFull: true))
  }

  @Test("Of a line that does not end nothing is kept, and the next is read as it is")
  func endless() {
    let long = [UInt8](repeating: 0x61, count: LineReader.longest)
    #expect(lines(long + [0x0A] + Array("次\n".utf8)).count == 2)
    #expect(lines(long + [0x61, 0x0A] + Array("次\n".utf8)) == [.tooLong, .text("次")])
    #expect(lines(long + long + long) == [.tooLong])
    #expect(lines(Array("前\n".utf8) + long + long + [0x0A]) == [.text("前"), .tooLong])
  }

  @Test("A line of dots alone ends a text or has one dot more than it says")
  func dots() {
    for mark in [".", "．", "。"] { #expect(TextLine(mark) == .end) }
    #expect(TextLine("..") == .dots(".") && TextLine("。。。") == .dots("。。"))
    #expect(TextLine(".。") == .line(".。") && TextLine("") == .line("") && TextLine(" .") == .line(" ."))
  }
}
