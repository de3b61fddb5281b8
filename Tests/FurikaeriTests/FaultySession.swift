import FaultyDisk
import Foundation
import TestSupport

/// Somebody who writes into the first sheet of a book on the disk with faults, in the real program.
final class FaultySession {
  let disk: FaultyDisk
  let terminal: PtyTerminal
  /// The file of the sheet, on the disk.
  static let sheet = "book/item-01.json"

  /// A disk with a book of one sheet and a place for drafts, both from the books that ship.
  static func tree() throws -> DiskTree {
    var tree = DiskTree()
    for name in ["book.json", "item-01.json"] {
      let path = packageFolder + "/Data/tennoji-2019/" + name
      tree.add("book/" + name, Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    tree.addFolder("state")
    return tree
  }

  /// Opens the sheet on its last field.
  ///
  /// - Parameter state: where drafts are kept; on the disk itself where nothing is said.
  init(_ disk: FaultyDisk, machine: Int = 0, state: String? = nil, as name: String = "記入者") throws {
    self.disk = disk
    let words = disk.through + [ProgramRun.path, disk.path(machine: machine) + "/book", "--item", "1"]
    terminal = try PtyTerminal(
      words, environment: ["XDG_STATE_HOME": state ?? FaultySession.state(disk, machine), "FURIKAERI_USER": name])
  }

  private static func state(_ disk: FaultyDisk, _ machine: Int = 0) -> String { disk.path(machine: machine) + "/state" }

  /// Goes to the last field's text.
  func begin() -> Bool {
    guard waits(for: "取組内容の実施見込み") else { return false }
    terminal.write("\u{1B}[F\r")
    return waits(for: "項目へ戻る")
  }

  /// Writes text as it is typed, and waits until the last character is shown.
  func type(_ text: String) -> Bool {
    for character in text {
      terminal.write(String(character))
      usleep(1000)
    }
    return waits(for: text.last.map(String.init) ?? "")
  }

  /// What the program has sent since a place in its output.
  func sent(since place: Int = 0) -> String { String(decoding: terminal.bytes.dropFirst(place), as: UTF8.self) }

  /// Waits until the program has sent one of some texts; false when it never has, or when the power is
  /// cut and what was under way has had its time to be shown.
  func waits(for texts: String..., since place: Int = 0) -> Bool {
    let end = Date(timeIntervalSinceNow: Waiting.longest)
    var cut: Date?
    while Date() < end {
      let sent = sent(since: place)
      if texts.contains(where: { sent.contains($0) }) { return true }
      if disk.isOff {
        if let cut, Date().timeIntervalSince(cut) > 0.15 { return false }
        cut = cut ?? Date()
      }
      usleep(2000)
    }
    return false
  }

  /// Ends the program as a power cut does, and gives the disk its power again.
  ///
  /// - Returns: whether the program is gone.
  func kill(restartingWith tree: DiskTree) -> Bool {
    Foundation.kill(terminal.process, SIGKILL)
    disk.restart(tree)
    return terminal.ends() != nil
  }

  /// The text that `recover` finds in the drafts on the disk as it is.
  static func recovered(_ disk: FaultyDisk, state: String? = nil) throws -> String {
    let run = try ProgramRun(
      ["recover", disk.path() + "/book"], environment: ["XDG_STATE_HOME": state ?? FaultySession.state(disk)],
      through: disk.through)
    return run.output.split(separator: "\n").compactMap { line in
      line.hasPrefix("  + ") ? String(line.dropFirst(4)) : nil
    }.joined(separator: "\n")
  }
}
