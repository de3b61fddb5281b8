// Holds what can be wrong with the disk, and when.

import Glibc

/// The calls that a disk answers.
public enum DiskCall: String, CaseIterable, Sendable {
  case lookup, attributes, setAttributes, open, create, read, write, close, sync, syncFolder
  case rename, exchange, link, unlink, makeFolder, removeFolder, openFolder, list, space, lock
}

/// What goes wrong with the calls of a disk.
public struct DiskFaults: Sendable {
  /// The errors with which every call of a kind fails.
  public var failing: [DiskCall: Int32] = [:]
  /// The one call that fails, counted from 1 since these faults began, and its error.
  public var failingOnce: (number: Int, code: Int32)?
  /// How many seconds calls of a kind take.
  public var delays: [DiskCall: Double] = [:]
  /// The number of changes (`DiskRecord.changes`) after which the power is cut: no call is answered any more.
  public var cutAfter: Int?

  /// Nothing goes wrong.
  public init() {}
}

/// What a disk can do, as local disks and shares differ in it.
public struct DiskTraits: Sendable {
  /// Whether names can be exchanged, and be kept from being taken, in one step.
  public var exchanges = true
  /// The error with which every lock is refused; nil where the machine keeps the locks itself.
  public var lockError: Int32?
  /// Whether it is a share: a file that goes while it is open becomes `.nfs…` until it is closed, and one that goes on
  /// another machine is stale.
  public var isShare = false
  /// How many seconds a machine believes what it knew of files and names.
  public var memory: UInt64 = 0

  /// A disk of the machine's own.
  public init() {}

  /// A share as NFS makes one: no exchange, no locks, and others' changes are seen late.
  public static func share(memory: UInt64) -> DiskTraits {
    var traits = DiskTraits()
    traits.exchanges = false
    traits.lockError = ENOLCK
    traits.isShare = true
    traits.memory = memory
    return traits
  }
}
