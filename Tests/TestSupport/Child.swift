// Holds the running of other programs by tests.

import Foundation

/// A child process with files for its input and output, waited for by its number.
///
/// Foundation's `Process` waits until every descendant is gone too, which a tmux server never is. The tests' threads
/// have signals blocked; a child begins with none blocked, as from a shell.
public enum Child {
  /// A program of the package, as it was built beside the tests.
  public static func built(_ name: String) -> String {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/" + name
    return FileManager.default.isExecutableFile(atPath: beside) ? beside : packageFolder + "/.build/debug/" + name
  }

  /// Runs a command to its end; the exit status, 128 and the signal where one ended it, and what it wrote.
  public static func run(
    _ words: [String], input: [UInt8] = [], environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> (status: Int32, output: String, errors: String) {
    let files = try TemporaryFolder()
    try files.write(input, to: "input")
    let paths = [files.path + "/input", files.path + "/output", files.path + "/errors"]
    let status = wait(for: try start(words, paths, environment: environment))
    return (status, try files.text("output"), try files.text("errors"))
  }

  /// Starts a command in a session of its own, with files or a terminal for its input, output and errors.
  public static func start(
    _ words: [String], _ paths: [String], environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in paths.enumerated() {
      let isDevice = path.hasPrefix("/dev/") && !path.hasPrefix("/dev/shm/")
      let flags = isDevice ? O_RDWR : number == 0 ? O_RDONLY : O_WRONLY | O_CREAT
      posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
    }
    var arguments = words.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
    var process: pid_t = 0
    let code = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .ENOENT) }
    return process
  }

  /// POSIX_SPAWN_SETSID, which Glibc's module leaves out.
  private static let newSession: Int16 = 0x80

  /// Waits until a child has ended; its exit status, 128 and the signal where one ended it.
  @discardableResult
  public static func wait(for process: pid_t) -> Int32 {
    var state: Int32 = 0
    while waitpid(process, &state, 0) < 0, errno == EINTR {}
    return state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + state & 0x7F
  }
}
