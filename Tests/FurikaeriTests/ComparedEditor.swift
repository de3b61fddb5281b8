import Foundation
import TestSupport

/// An editor that is started, typed into and asked for the text of a program that is gone, as its own users do it.
enum ComparedEditor: String, CaseIterable, Sendable {
  case furikaeri, vim, nano

  private static let first = "BEGIN"

  /// Whether it is there.
  var isInstalled: Bool {
    get throws { try self == .furikaeri || Child.run(["sh", "-c", "command -v \(rawValue)"]).status == 0 }
  }

  /// Opens a text in a folder that holds a copy of the books, ready for the first key; nil where it does not come up.
  func opened(in folder: String) throws -> PtyTerminal? {
    let file = folder + "/f.txt"
    try Data((ComparedEditor.first + "\n").utf8).write(to: URL(fileURLWithPath: file))
    let words =
      switch self {
      case .furikaeri: [ProgramRun.path, folder + "/Data/tennoji-2019", "--item", "1"]
      case .vim: ["vim", "--clean", file]
      case .nano: ["nano", "--ignorercfiles", file]
      }
    let terminal = try PtyTerminal(words, environment: places(folder))
    let steps: [(seen: String, keys: String)] =
      switch self {
      case .furikaeri: [("取組内容の実施見込み", "\u{1B}[F\r"), ("項目へ戻る", "")]
      case .vim: [(ComparedEditor.first, "i"), ("INSERT", "")]
      case .nano: [(ComparedEditor.first, "")]
      }
    for step in steps {
      guard terminal.sends(step.seen) else { return nil }
      terminal.write(step.keys)
    }
    return terminal
  }

  /// What it gives back of the text after its end.
  func recovered(in folder: String) throws -> String {
    let file = folder + "/f.txt"
    switch self {
    case .furikaeri:
      let run = try ProgramRun(["recover", folder + "/Data/tennoji-2019"], environment: places(folder))
      return run.output.split(separator: "\n").first { $0.hasPrefix("  + ") }.map { String($0.dropFirst(4)) } ?? ""
    case .vim:
      let swap = folder + "/.f.txt.swp"
      guard FileManager.default.fileExists(atPath: swap) else { return try text(file) }
      let words = ["vim", "--clean", "-es", "-r", swap, "-c", "w! \(file).out", "-c", "qa!"]
      let variables = ProcessInfo.processInfo.environment.merging(places(folder)) { $1 }
      _ = try Child.run(words, environment: variables)
      return (try? text(file + ".out")) ?? ""
    case .nano:
      return try (try? text(file + ".save")) ?? text(file)
    }
  }

  private func places(_ folder: String) -> [String: String] {
    ["HOME": folder, "XDG_STATE_HOME": folder + "/state", "XDG_CONFIG_HOME": folder + "/config", "LC_ALL": "C.UTF-8"]
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }
}
