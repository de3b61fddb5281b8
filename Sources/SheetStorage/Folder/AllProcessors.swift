// Holds doing the same with many things at once.

import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What is made of each element, in their order, on all processors at once.
  ///
  /// - Parameter transform: is called once for each element, on any thread.
  /// - Throws: the error of the first element, in their order, of which nothing could be made; all have been tried then.
  package func mapOnAllProcessors<Part: Sendable, Failure: Error>(
    _ transform: @Sendable (Element) throws(Failure) -> Part
  ) throws(Failure) -> [Part] {
    let results = Mutex([Result<Part, Failure>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let result = Result { () throws(Failure) in try transform(self[index]) }
      results.withLock { $0[index] = result }
    }
    var parts: [Part] = []
    parts.reserveCapacity(count)
    for case .some(let result) in results.withLock({ $0 }) { parts.append(try result.get()) }
    return parts
  }
}
