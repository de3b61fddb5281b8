import Foundation
import TestSupport

/// A child process with files for its input and output, waited for by its number.
///
/// Foundation's `Process` waits until every descendant is gone too, which a tmux server never is. The tests' threads
/// have signals blocked; a child begins with none blocked, as from a shell.
enum Child {
  /// Runs a command to its end; the exit status and what it wrote.
  static func run(
    _ words: [String], input: [UInt8] = [], environment: [String: String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let files = try TemporaryFolder()
    try files.write(input, to: "input")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, files.path + "/input", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, files.path + "/output", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, files.path + "/errors", O_WRONLY | O_CREAT, 0o600)
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + state & 0x7F
    return (status, try files.text("output"), try files.text("errors"))
  }
}
