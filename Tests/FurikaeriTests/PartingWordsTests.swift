import Foundation
import TestSupport
import Testing

@Suite("What is said while the program is leaving")
struct PartingWordsTests {
  @Test("A history that could not be written by the last save is told where it can be read: after the screen is gone")
  func historyNotWritten() throws {
    let folder = try copyOfData()
    let book = folder.path + "/Data/tennoji-2019"
    try FileManager.default.createDirectory(
      atPath: book + "/history/item-01.jsonl", withIntermediateDirectories: true)
    let terminal = try PtyTerminal(
      [ProgramRun.path, book, "--item", "1"], environment: ["XDG_STATE_HOME": folder.path + "/state"])
    #expect(terminal.sends("取組内容の実施見込み"))
    terminal.write("\u{1B}[F\r")
    #expect(terminal.sends("項目へ戻る"))
    terminal.write("最後の文")
    #expect(terminal.sends("最後の文"))
    terminal.write("\u{11}")
    #expect(terminal.sends("保存して終了"))
    terminal.write("\u{1B}[C\r")
    #expect(terminal.ends() == 0)
    let leaving = Data("\u{1B}[?1049l".utf8)
    #expect(
      Waiting.until {
        let sent = Data(terminal.bytes)
        guard let end = sent.range(of: leaving, options: .backwards) else { return false }
        return sent[end.upperBound...].range(of: Data("履歴は書けませんでした".utf8)) != nil
      })
    #expect(try folder.text("Data/tennoji-2019/item-01.json").contains("最後の文"))
  }
}
