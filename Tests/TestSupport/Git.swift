// Holds the running of git by tests and by the simulation of its use.

import Foundation

/// git with no settings but its own.
public struct Git: Sendable {
  /// The work tree.
  public let folder: String
  private let environment: [String: String]
  private let settings: [String]

  /// - Parameter style: how conflicts are written: merge, diff3 or zdiff3.
  public init(_ folder: String, style: String = "merge") {
    self.folder = folder
    var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
    environment["HOME"] = "/nonexistent"
    environment["XDG_CONFIG_HOME"] = "/nonexistent"
    environment["GIT_CONFIG_NOSYSTEM"] = "1"
    self.environment = environment
    settings = [
      "user.name=n", "user.email=n@example.org", "init.defaultBranch=main", "merge.conflictStyle=\(style)",
      "core.autocrlf=false", "gc.auto=0", "pull.rebase=false",
    ].flatMap { ["-c", $0] }
  }

  /// Runs git; its exit status.
  @discardableResult
  public func callAsFunction(_ words: String...) throws -> Int32 { try run(words).status }

  /// Runs git; its exit status and what it wrote.
  public func run(_ words: [String]) throws -> (status: Int32, output: String) {
    let command = ["/usr/bin/env", "git", "-C", folder] + settings + words
    let ended = try Child.run(command, environment: environment)
    return (ended.status, ended.output + ended.errors)
  }

  /// Commits everything; false where git did not.
  public func commit(_ message: String) throws -> Bool {
    try callAsFunction("add", "-A") == 0 && callAsFunction("commit", "-q", "-m", message) == 0
  }

  /// The files that git could not merge.
  public func unmerged() throws -> [String] {
    try run(["-c", "core.quotePath=false", "diff", "--name-only", "--diff-filter=U"]).output.split(separator: "\n")
      .map(String.init)
  }
}
