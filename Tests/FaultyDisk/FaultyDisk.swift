// Holds a file system in user space with faults, for programs that a test starts.
//
// It speaks the kernel's protocol on /dev/fuse and is mounted where only its own thread sees it, and what is started
// `through` it. When the disk goes, or the test's process however that ends, so does the mount: nothing is left behind.

import Foundation

/// A disk in memory that programs use as any other, until something happens to it.
public final class FaultyDisk: Sendable {
  /// Why there is no such disk.
  public struct Unusable: Error, CustomStringConvertible {
    /// The sentence.
    public let description: String

    init(_ problem: String) {
      description =
        "the disk with faults cannot be mounted (\(problem)): these tests need root and /dev/fuse, as in .ci/run"
    }
  }

  /// Whether tests mount it: with FURIKAERI_FAULTY_DISK=1 and in the long run, as not every machine lets its users mount.
  public static let isWanted =
    ProcessInfo.processInfo.environment["FURIKAERI_FAULTY_DISK"] == "1"
    || ProcessInfo.processInfo.environment["FURIKAERI_LONG"] == "1"

  private let disk: SharedDisk
  private let server: FuseServer
  private let folder: String
  private let mounts: String

  /// Mounts a disk.
  ///
  /// - Parameters:
  ///   - tree: what it holds at first.
  ///   - machines: how many machines have it mounted, each with a memory of its own.
  /// - Throws: `Unusable` where there is no /dev/fuse, or this user may not mount.
  public init(_ tree: DiskTree = DiskTree(), traits: DiskTraits = DiskTraits(), machines: Int = 1) throws {
    folder = NSTemporaryDirectory() + "furikaeri-disk-" + UUID().uuidString
    let places = (0..<machines).map { [folder] in "\(folder)/\($0)" }
    for place in places { try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true) }
    disk = SharedDisk(DiskState(tree, traits))
    server = FuseServer(disk, places)
    do {
      mounts = try server.start()
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  /// Calls that still wait end with an error; whoever is not killed by then goes on without the disk.
  deinit {
    server.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Where a machine has it, for programs that are started `through` it.
  public func path(machine: Int = 0) -> String { "\(folder)/\(machine)" }

  /// The words that go before a command for it to see the disk.
  public var through: [String] { ["nsenter", "--mount=" + mounts, "--"] }

  /// What it holds.
  public var tree: DiskTree { disk.state.withLock { $0.tree } }

  /// What was done since it was mounted.
  public var record: DiskRecord { disk.state.withLock { $0.record } }

  /// What goes wrong.
  public var faults: DiskFaults {
    get { disk.state.withLock { $0.faults } }
    set { disk.state.withLock { $0.faults = newValue } }
  }

  /// The calls that were made since `faults` was set.
  public var calls: [DiskCall] { disk.state.withLock { $0.callsMade } }

  /// Gives the disk its power again, with what a power cut left of it.
  ///
  /// Whoever used it before must have been killed: the calls that still wait fail, and it cannot end before.
  public func restart(_ tree: DiskTree) { server.restart(tree) }

  /// Whether the power was cut.
  public var isOff: Bool { disk.state.withLock { $0.isOff } }
}
