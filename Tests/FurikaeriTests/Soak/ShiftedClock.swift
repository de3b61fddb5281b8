// Holds the clock of a program that sleeps and wakes, and is set right and wrong by others.

import Foundation
import TestSupport

/// A clock for one program that goes as wanted.
struct ShiftedClock {
  private let folder: TemporaryFolder
  /// How long the machine slept in all, in seconds.
  private(set) var slept: Int64 = 0
  private var wrong: Int64 = 0

  /// Makes the clock; nothing is off.
  init() throws {
    folder = try TemporaryFolder()
    let source = packageFolder + "/Tests/FurikaeriTests/Soak/ShiftedClock.c"
    let built = try Child.run(
      ["clang", "-shared", "-fPIC", "-O1", "-o", folder.path + "/clock.so", source])
    guard built.status == 0 else { throw POSIXError(.ENOEXEC) }
    try write()
  }

  /// What the program is started with.
  var environment: [String: String] {
    ["LD_PRELOAD": folder.path + "/clock.so", "SHIFTED_CLOCK": folder.path + "/shift"]
  }

  /// The machine slept for some seconds.
  mutating func sleep(_ seconds: Int64) throws {
    slept += seconds
    try write()
  }

  /// The time of day is off by some seconds, forwards or backwards.
  mutating func set(off seconds: Int64) throws {
    wrong = seconds
    try write()
  }

  private func write() throws {
    let bytes = [slept + wrong, slept].flatMap { number in withUnsafeBytes(of: number) { Array($0) } }
    let path = folder.path + "/shift"
    guard let file = FileHandle(forWritingAtPath: path) else { return try folder.write(bytes, to: "shift") }
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }
}
