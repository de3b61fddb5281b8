import Foundation
import TestSupport
import Testing

@Suite("Nothing that was typed is lost", .serialized)
struct LostTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  /// What ends the program.
  enum Ending: CaseIterable, Sendable {
    case kill, terminate, hangUpSignal, lineCut
  }

  private func trials(_ ending: Ending) -> Int {
    guard LongRun.isOn else { return ending == .kill ? 6 : 2 }
    return ending == .kill ? 260 : 200
  }

  private func opened(_ state: String) throws -> PtyTerminal {
    let book = folder.path + "/Data/tennoji-2019"
    let terminal = try PtyTerminal([ProgramRun.path, book, "--item", "1"], environment: ["XDG_STATE_HOME": state])
    #expect(terminal.sends("取組内容の実施見込み"))
    terminal.write("\u{1B}[F\r")
    #expect(terminal.sends("項目へ戻る"))
    return terminal
  }

  /// The text of the draft, as `recover` gives it back.
  private func recovered(_ state: String) throws -> String {
    let run = try ProgramRun(
      ["recover", folder.path + "/Data/tennoji-2019"], environment: ["XDG_STATE_HOME": state])
    return run.output.split(separator: "\n").compactMap { line in
      line.hasPrefix("  + ") ? String(line.dropFirst(4)) : nil
    }.joined(separator: "\n")
  }

  @Test(
    "However the program ends while somebody types, every key that was handled is there", arguments: Ending.allCases)
  func typing(ending: Ending) throws {
    var random = SeededGenerator(seed: 9)
    for trial in 0..<trials(ending) {
      let state = "\(folder.path)/state-\(ending)-\(trial)"
      let terminal = try opened(state)
      // Each key has a character of its own that the form has nowhere: seen on the line, it was handled.
      let alphabet = (0x3400..<0x3480).compactMap { Unicode.Scalar($0).map(Character.init) }
      let count = Int.random(in: 20...90, using: &random)
      let typed = String(alphabet.prefix(count))
      for character in typed {
        terminal.write(String(character))
        usleep(UInt32.random(in: 2_000...16_000, using: &random))
      }
      let started = Date()
      switch ending {
      case .kill: kill(terminal.process, SIGKILL)
      case .terminate: kill(terminal.process, SIGTERM)
      case .hangUpSignal: kill(terminal.process, SIGHUP)
      case .lineCut: terminal.hangUp()
      }
      let status = terminal.ends()
      let time = Date().timeIntervalSince(started)
      #expect(
        status != nil && time < (LongRun.isOn ? 2 : 10),
        "trial \(trial): \(String(describing: status)) after \(time) s")
      let text = try recovered(state)
      // A signal lets the program read what the line still holds; a kill and a cut line leave what was handled.
      let shown = Set(String(decoding: terminal.bytes, as: UTF8.self))
      let handled =
        [.terminate, .hangUpSignal].contains(ending)
        ? count
        : (typed.lastIndex { shown.contains($0) }).map { typed.distance(from: typed.startIndex, to: $0) + 1 } ?? 0
      #expect(
        handled > 0 && typed.hasPrefix(text) && text.count >= handled,
        "trial \(trial): \(text.count) of \(handled) of \(count)")
    }
  }

  @Test(
    "A terminal that takes no output keeps nobody waiting: what is typed goes into the draft, a signal ends the program",
    arguments: [SIGTERM, SIGHUP])
  func deafTerminal(signal: Int32) throws {
    let state = "\(folder.path)/deaf-\(signal)"
    let terminal = try opened(state)
    terminal.stopReading()
    // Every key draws a screen anew; the line holds some dozens of them.
    for number in 0..<400 {
      terminal.write(number % 2 == 0 ? "\u{0C}" : "字")
      usleep(500)
    }
    #expect(Waiting.until { (try? recoveredCopy(state).count) == 200 })
    let started = Date()
    kill(terminal.process, signal)
    #expect(terminal.ends() == 128 + signal)
    #expect(Date().timeIntervalSince(started) < (LongRun.isOn ? 2 : 10))
    #expect(try recovered(state).count == 200)
  }

  /// The text of the draft while its program is still running.
  private func recoveredCopy(_ state: String) throws -> String {
    let copy = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: state, toPath: copy.path + "/state")
    return try recovered(copy.path + "/state")
  }

  @Test(
    "A paste without an end is there after a second, keys work again, and a signal keeps it", arguments: [false, true])
  func endlessPaste(isSignalled: Bool) throws {
    let state = "\(folder.path)/paste-\(isSignalled)"
    let terminal = try opened(state)
    terminal.write("\u{1B}[200~終わらない貼り付け")
    if !isSignalled {
      #expect(terminal.sends("9字を貼り付けました"))
      terminal.write("の後\u{1B}")
      #expect(Waiting.until { (try? recoveredCopy(state)) == "終わらない貼り付けの後" })
    } else {
      usleep(200_000)
    }
    kill(terminal.process, SIGTERM)
    #expect(terminal.ends() == 128 + SIGTERM)
    #expect(try recovered(state) == (isSignalled ? "終わらない貼り付け" : "終わらない貼り付けの後"))
  }

  @Test("What was typed ahead of a program that was held up is all in the draft when a signal ends it")
  func typedAhead() throws {
    let state = folder.path + "/ahead"
    let terminal = try opened(state)
    kill(terminal.process, SIGSTOP)
    let arrived = Counter()
    Thread.detachNewThread {
      for _ in 0..<16 {
        terminal.write(String(repeating: "k", count: 1000))
        _ = arrived.next()
      }
    }
    // The line takes as much as it has room for; what it has taken by then has arrived.
    var before = 0
    repeat {
      before = arrived.value
      usleep(300_000)
    } while arrived.value > before
    #expect(before > 2)
    kill(terminal.process, SIGTERM)
    kill(terminal.process, SIGCONT)
    #expect(terminal.ends() == 128 + SIGTERM)
    #expect(try recovered(state).count { $0 == "k" } >= before * 1000)
  }

  @Test("A paste without an end into which somebody types on is taken after three seconds, and keys are keys again")
  func typedIntoPaste() throws {
    let state = folder.path + "/typed-paste"
    let terminal = try opened(state)
    terminal.write("\u{1B}[200~貼り付け")
    #expect(
      Waiting.until {
        terminal.write("字")
        usleep(100_000)
        return (try? recoveredCopy(state))?.hasPrefix("貼り付け字") == true
      })
    terminal.write("\u{13}")
    #expect(terminal.sends("を保存しました"))
    kill(terminal.process, SIGKILL)
    #expect(terminal.ends() == 128 + SIGKILL)
  }

  @Test("Three hundred sizes while three hundred keys arrive: three hundred keys are kept")
  func resizeStorm() throws {
    var random = SeededGenerator(seed: 3)
    let terminal = try opened(folder.path + "/state")
    let sizes: [(UInt16, UInt16)] = [
      (1, 1), (0, 0), (2, 3), (1, 80), (24, 1), (3, 7), (24, 80), (200, 500), (65_535, 65_535),
    ]
    for _ in 0..<300 {
      let odd = sizes.randomElement(using: &random) ?? (24, 80)
      let any = (UInt16.random(in: 1...60, using: &random), UInt16.random(in: 1...200, using: &random))
      let (rows, columns) = Bool.random(using: &random) ? odd : any
      terminal.resize(rows: rows, columns: columns)
      terminal.write("k")
      usleep(3_000)
    }
    terminal.resize(rows: 24, columns: 80)
    #expect(terminal.sends("300字"))
    kill(terminal.process, SIGKILL)
    #expect(terminal.ends() == 128 + SIGKILL)
    let kept = try recovered(folder.path + "/state").count { $0 == "k" }
    #expect(kept == 300)
  }

  @Test("A paste of a mebibyte is there character by character")
  func largePaste() throws {
    let terminal = try opened(folder.path + "/state")
    let lines = (0..<13_000).map { "\($0)行目の文、ひらがなと漢字とカタカナで八十バイトほどにした行です。①" }
    let text = lines.joined(separator: "\n")
    #expect(text.utf8.count > 1 << 20)
    let started = Date()
    terminal.write("\u{1B}[200~" + text.replacingOccurrences(of: "\n", with: "\r\n") + "\u{1B}[201~")
    #expect(terminal.sends("12999行目の文"))
    #expect(Date().timeIntervalSince(started) < 60, "a debug build; docs/reliability.md has the release build's time")
    kill(terminal.process, SIGKILL)
    #expect(terminal.ends() == 128 + SIGKILL)
    #expect(try recovered(folder.path + "/state") == text)
  }
}
