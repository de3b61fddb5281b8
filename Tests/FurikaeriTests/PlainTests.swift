import Foundation
import TestSupport
import Testing

@Suite("edit --plain", .serialized)
struct PlainTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  private var book: String { folder.path + "/Data/tennoji-2019" }

  private func run(_ input: String, _ words: [String]? = nil) throws -> ProgramRun {
    try run(Array(input.utf8), words)
  }

  private func run(_ input: [UInt8], _ words: [String]? = nil, through: [String] = []) throws -> ProgramRun {
    try ProgramRun(
      words ?? ["--plain", book], input: input, environment: ["XDG_STATE_HOME": folder.path + "/state"],
      through: through)
  }

  private func opened(_ words: [String] = []) throws -> PtyTerminal {
    let terminal = try PtyTerminal(
      [ProgramRun.path, "--plain", book] + words,
      environment: ["XDG_STATE_HOME": folder.path + "/state", "TERM": "dumb"])
    #expect(terminal.sends("> "))
    return terminal
  }

  private func shown(_ number: Int) throws -> String {
    try run([], ["show", book, "--item", String(number)]).output
  }

  /// The lines that `recover` says were added by drafts.
  private func recovered() throws -> [String] {
    try run([], ["recover", book]).output.split(separator: "\n").compactMap { line in
      line.hasPrefix("  + ") ? String(line.dropFirst(4)) : nil
    }
  }

  @Test("The script of the help fills in a sheet, and the same words stand behind edit and behind the folder")
  func script() throws {
    let help = try run([], ["edit", "--help"]).output
    let line = try #require(help.split(separator: "\n").first { $0.contains("printf") })
    let script = try #require(line.split(separator: "'").dropFirst().first).replacingOccurrences(of: "\\n", with: "\n")
    let shapes = [["--plain", book], [book, "--plain"], ["edit", "--plain", book], ["edit", book, "--plain"]]
    for (number, words) in shapes.enumerated() {
      let done = try run(script.replacingOccurrences(of: "目標", with: "目標\(number)"), words)
      #expect(done.status == 0 && done.errors.isEmpty, "\(done)")
      #expect(done.output.contains("項目3を保存しました。"))
      #expect(try shown(3).contains("  目標\(number)を下回った。\n"))
    }
    #expect(try run("", ["--plain", book, "--item", "19"]).output.contains("項目19> "))
    #expect(try run("", ["--plain", book, "--item", "99"]).status == 3)
  }

  @Test(
    "On a terminal that cannot place its cursor the screen names --plain, which fills in a sheet there without a code")
  func dumb() throws {
    let refused = try PtyTerminal(
      [ProgramRun.path, book], environment: ["XDG_STATE_HOME": folder.path + "/state", "TERM": "dumb"])
    #expect(refused.sends("furikaeri --plain") && refused.ends() == 2)

    let terminal = try opened()
    for (line, answer) in [
      ("３", "項目3> "), ("記入　５　２", "必須です"), ("ｓ", "保存できません"), ("w 6", "1> "), ("改善する。", "2> "), ("。", "1行 5字"),
      ("s", "項目3を保存しました。"),
    ] {
      terminal.write(line + "\n")
      #expect(terminal.sends(answer), "\(line)")
    }
    terminal.write("q\n")
    #expect(terminal.ends() == 0)
    #expect(!terminal.bytes.contains(0x1B))
    #expect(try shown(3).contains("改善する。"))
  }

  @Test(
    "However the program ends while a line is typed, all lines before it are in the draft",
    arguments: [SIGKILL, SIGTERM, SIGHUP, SIGQUIT])
  func killed(signal: Int32) throws {
    let terminal = try opened(["--item", "3"])
    for (line, prompt) in [("w 4", "\n1> "), ("一行目", "\n2> "), ("二行目", "\n3> ")] {
      terminal.write(line + "\n")
      #expect(terminal.sends(prompt))
    }
    terminal.write("打ちかけ")
    #expect(terminal.sends("打ちかけ"))
    kill(terminal.process, signal)
    #expect(terminal.ends() == 128 + signal)
    #expect(try recovered() == ["一行目", "二行目"])
    if signal != SIGKILL { #expect(terminal.sends("下書きが1件残っています。")) }
    let next = try run("3\n続き\n保存\n終了\n")
    #expect(next.status == 0 && next.output.contains("項目3を保存しました。"))
  }

  @Test("Ctrl-C says how to leave, at a command and in a text, and what was entered is still there")
  func interrupt() throws {
    let terminal = try opened(["--item", "3"])
    terminal.write("打ちかけ\u{3}")
    #expect(terminal.sends("終了するには q を入れてください。"))
    terminal.write("w 4\n")
    #expect(terminal.sends("\n1> "))
    terminal.write("一行目\n")
    #expect(terminal.sends("\n2> "))
    terminal.write("\u{3}")
    #expect(terminal.sends("文章は「.」だけの行で終わります。入れた行は下書きにあります。"))
    terminal.write(".\ns\n")
    #expect(terminal.sends("項目3を保存しました。"))
    terminal.write("q\n")
    #expect(terminal.ends() == 0)
    #expect(try shown(3).contains("一行目"))
  }

  @Test("A line that is longer than a terminal takes is told of, and what is entered next is its rest")
  func longLine() throws {
    let terminal = try opened(["--item", "3"])
    terminal.write("w 4\n")
    #expect(terminal.sends("1> "))
    let text = String(repeating: "漢", count: 2000)
    terminal.write(text + "\n")
    #expect(terminal.sends("1の続き> ") && terminal.sends("いっぱいです"))
    terminal.write("続きの文\n")
    #expect(terminal.sends("2> "))
    terminal.write("二行目\n.\ns\n")
    #expect(terminal.sends("項目3を保存しました。"))
    terminal.write("q\n")
    #expect(terminal.ends() == 0)
    let lines = try shown(3).split(separator: "\n").map { $0.drop { $0 == " " } }
    #expect(lines.contains { $0.hasPrefix("漢漢") && $0.hasSuffix("漢続きの文") && $0.count > 1300 })
    #expect(lines.contains("二行目"))
  }

  @Test("Input that is no text ends with a sentence and its line, takes no memory, and changes nothing")
  func hostile() throws {
    let before = try shown(3)
    let limited = ["/bin/sh", "-c", "ulimit -d 65536; exec \"$@\"", "sh"]
    let endless = [UInt8](repeating: 0x61, count: 72 * 1024 * 1024)
    for bytes in [endless, Array("3\nw 4\n".utf8) + endless] {
      let run = try run(bytes, through: limited)
      #expect(run.status == 2 && run.errors.contains("1MBを超える"), "\(run.errors)")
    }
    let program = [UInt8](try Data(contentsOf: URL(fileURLWithPath: ProgramRun.path)).prefix(3_000_000))
    for bytes in [
      program, Array("3\nw 4\n".utf8) + program, [0x33, 0x0A, 0x00], Array("3\nw 4\n\u{1B}[2J\n.\n保存\n".utf8),
    ] {
      let run = try run(bytes, through: limited)
      #expect(run.status == 2 && run.errors.contains("行目: "), "\(run.errors)")
      #expect(!run.output.utf8.contains(0x1B) && !run.output.utf8.contains(0))
    }
    #expect(try shown(3) == before)
    #expect(try recovered().isEmpty)
  }

  @Test("A script of many lines is taken at once, whole, in its order")
  func manyLines() throws {
    let lines = (1...6000).map { "\($0)行目の実績" }
    let done = try run("3\nw 4\n" + lines.joined(separator: "\n") + "\n.\n保存\n")
    #expect(done.status == 0 && done.output.contains("6000行を下書きに入れました。"), "\(done.errors)")
    #expect(
      try shown(3).split(separator: "\n").filter { $0.hasSuffix("行目の実績") }.map { String($0.drop { $0 == " " }) }
        == lines)
  }

  @Test("A closed input is told of, and an output that nobody reads ends the program")
  func closed() throws {
    let noInput = try ProgramRun(
      [ProgramRun.path + " --plain " + book + " <&-"], environment: ["XDG_STATE_HOME": folder.path + "/state"],
      program: "-c", through: ["sh"])
    #expect(noInput.status == 3 && noInput.errors.contains("入力を読めません"), "\(noInput)")
    let unread = try ProgramRun(
      ["printf '3\\nw 4\\n実績\\n' | \(ProgramRun.path) --plain \(book) | head -1"],
      environment: ["XDG_STATE_HOME": folder.path + "/state"], program: "-c", through: ["sh"])
    #expect(unread.status == 0 && unread.output.hasPrefix("1行ずつ"), "\(unread)")
  }
}
