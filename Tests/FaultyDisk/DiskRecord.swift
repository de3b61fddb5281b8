// Holds what happened to a disk, and what a power cut at any moment of it can leave.
//
// The rule is the one that file systems promise: what was in a file when it was synced is there, and so are the names
// that a folder had when it was synced. Of everything else any part may be there.

/// What a power cut leaves of the changes that were not synced.
public enum PowerCut: Hashable, Sendable {
  /// The first of them, in the order in which they were made: none at all, up to all of them.
  case first(Int)
  /// Every name, and no content: files that are empty, or hold what they held.
  case names
  /// Every name and every length, and zeros for the content.
  case zeros
  /// All content, and no name.
  case content
  /// All but one.
  case without(Int)
  /// One alone.
  case only(Int)
}

/// What was done to a disk, from some moment on.
public struct DiskRecord: Sendable {
  /// The disk at that moment, with everything synced.
  public let start: DiskTree
  /// What was done since.
  public internal(set) var changes: [DiskChange] = []

  /// A record that begins.
  init(start: DiskTree) { self.start = start }

  /// The changes that no sync had put on the disk when the first `count` changes were made.
  public func unsynced(at count: Int) -> [Int] {
    var last: [UInt64: Int] = [:]
    for (index, change) in changes[..<count].enumerated() {
      if case .sync(let node) = change { last[node] = index }
    }
    return (0..<count).filter { index in
      let places = changes[index].places
      return !places.isEmpty && !places.contains { last[$0].map { index < $0 } ?? false }
    }
  }

  /// What there can be after a power cut when the first `count` changes were made.
  public func remains(at count: Int) -> [(cut: PowerCut, tree: DiskTree)] {
    let unsynced = unsynced(at: count)
    let open = Set(unsynced)
    let names = unsynced.filter { changes[$0].isOfNames }
    var cuts: [(PowerCut, Set<Int>)] = (0...unsynced.count).map { (.first($0), Set(unsynced.prefix($0))) }
    if names.count < unsynced.count {
      cuts += [(.names, Set(names)), (.zeros, Set(names)), (.content, open.subtracting(names))]
    }
    if unsynced.count > 2 {
      cuts += unsynced.flatMap { [(.without($0), open.subtracting([$0])), (.only($0), Set([$0]))] }
    }
    // What stands before the first change that is open is the same in all of them.
    let sure = unsynced.first ?? count
    var beginning = start
    for change in changes[..<sure] { beginning.apply(change) }
    return cuts.map { cut, kept in
      var tree = beginning
      for index in sure..<count {
        if !open.contains(index) || kept.contains(index) {
          tree.apply(changes[index])
        } else if cut == .zeros {
          tree.apply(changes[index].zeroed)
        }
      }
      return (cut, tree)
    }
  }
}

extension DiskChange {
  /// The same with zeros for the bytes.
  fileprivate var zeroed: DiskChange {
    guard case .write(let file, let place, let bytes) = self else { return self }
    return .write(file, at: place, [UInt8](repeating: 0, count: bytes.count))
  }
}
