import Foundation
import TestSupport

/// A real terminal: a tmux server of the test's own with one window.
final class TmuxTerminal {
  private let socket = "furikaeri-test-\(UUID().uuidString)"
  private let stateHome: String

  /// Opens a window with a shell command in it.
  init(_ command: String, state: String, columns: Int = 80, rows: Int = 24) throws {
    stateHome = state
    try tmux([
      "-f", "/dev/null", "new-session", "-d", "-x", String(columns), "-y", String(rows), "sh", "-c", command,
    ])
  }

  /// Opens a window with the built program in it.
  ///
  /// - Parameters:
  ///   - words: what stands behind the program's name.
  ///   - user: by which name its history knows the person; empty for the login's.
  convenience init(program words: String, as user: String = "", state: String) throws {
    let name = user.isEmpty ? "" : "FURIKAERI_USER=\(user) "
    try self.init("\(name)exec '\(ProgramRun.path)' \(words)", state: state)
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// What the screen shows.
  var screen: String { (try? tmux(["capture-pane", "-p"])) ?? "" }

  /// Presses keys by tmux's names, such as Enter, F2, C-s.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types text as an IME commits it.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Pastes text with the terminal's brackets around it.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", String(columns), "-y", String(rows)])
  }

  /// The process that runs in the window.
  func processID() throws -> Int32? {
    Int32(try tmux(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  func killServer() throws { try tmux(["kill-server"]) }

  /// Waits until the screen shows a text; false when it never does.
  func shows(_ text: String) -> Bool { Waiting.until { self.screen.contains(text) } }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    var variables = ProcessInfo.processInfo.environment
    variables["LC_ALL"] = "C.UTF-8"
    variables["TERM"] = "xterm-256color"
    variables["XDG_STATE_HOME"] = stateHome
    variables["TMUX"] = nil
    return try Child.run(["tmux", "-u", "-L", socket] + words, environment: variables).output
  }
}
