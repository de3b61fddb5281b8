// Holds what several test targets need: a folder that goes away, and a generator with a seed.

import Foundation

/// A folder of a test's own; it is removed with everything in it when the last reference goes.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes the folder.
  public init() throws {
    path = NSTemporaryDirectory() + "furikaeri-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    chmod(path, 0o700)
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file, with the folders above it.
  public func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes bytes to a file, with the folders above it.
  public func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  /// A file's bytes.
  public func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  /// A file's text.
  public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// The names in the folder, hidden ones too, sorted.
  public func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  /// The names in a book's folder but for what every book gets when it is written.
  public func bookNames(_ folder: String = "") throws -> [String] {
    try names(folder).filter { ![".furikaeri", ".gitattributes", "history"].contains($0) }
  }

  /// The hidden names in the folder but for the book's own .furikaeri: what a save left behind.
  public func leftovers() throws -> [String] {
    try names().filter { $0.hasPrefix(".") && ![".furikaeri", ".gitattributes"].contains($0) }
  }
}

/// The package's own folder, found from where this file stands.
public let packageFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

/// A copy of the books that ship, for a test to change: the folder Data in a folder of its own.
public func copyOfData() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try FileManager.default.copyItem(atPath: packageFolder + "/Data", toPath: folder.path + "/Data")
  return folder
}

/// A generator with a seed, so that every run makes the same choices.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// Starts at a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number (SplitMix64).
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Whether the tests that repeat something many times repeat it as often as docs/reliability.md tells.
public enum LongRun {
  /// Set by FURIKAERI_LONG=1.
  public static let isOn = ProcessInfo.processInfo.environment["FURIKAERI_LONG"] == "1"
}
