// Holds the results that wait for a front end.

import InitiativeModel
import SheetStorage
import Synchronization

/// The results waiting for the front end.
final class ResultBox: Sendable {
  private let results = Mutex<[FileResult]>([])
  private let onResult: @Sendable () -> Void

  init(onResult: @escaping @Sendable () -> Void) { self.onResult = onResult }

  func put(_ result: FileResult) {
    results.withLock { $0.append(result) }
    onResult()
  }

  func takeFirst() -> FileResult? { results.withLock { $0.isEmpty ? nil : $0.removeFirst() } }
}
