// Holds the editor in a terminal while its instructions are counted: each key comes when the one before it is done.

import Foundation

/// The editor with `StillTime.c` in it, which tells when it waits for the terminal, and takes orders.
final class CountedEditor {
  private let terminal: ProgramTerminal
  private let waits: Int32
  private let orders: Int32

  init(_ words: [String], in place: Workplace, environment: [String: String]) throws {
    func pipe(_ name: String) throws -> Int32 {
      unlink(place.path(name))
      guard mkfifo(place.path(name), 0o600) == 0 else { throw POSIXError(.EIO) }
      return open(place.path(name), O_RDWR | O_CLOEXEC)
    }
    waits = try pipe("waits")
    orders = try pipe("orders")
    var variables = environment
    variables["STILL_TIME_WAITS"] = place.path("waits")
    variables["STILL_TIME_ORDERS"] = place.path("orders")
    terminal = try ProgramTerminal(words, environment: variables)
  }

  deinit {
    close(waits)
    close(orders)
  }

  /// Waits until a text is on the screen, and nothing happens any more.
  func settles(showing text: String) throws {
    while !terminal.holds(text) { try tells("w") }
    while isTold("w", within: 1000) {}
  }

  /// Whether a text came with the last key.
  func shows(_ text: String) -> Bool { terminal.holds(text) }

  /// Types a key, and waits until the editor has put something on the screen and waits for the next.
  ///
  /// - Parameter quiet: for how many milliseconds nothing else may happen then; nil for a key that has nothing done
  ///   beside it.
  func type(_ key: [UInt8], quiet: Double? = nil) throws {
    terminal.forget()
    terminal.send(key)
    try tells("w")
    // What was written before the wait may come out of the line behind it.
    while terminal.sent.isEmpty { if !terminal.take(within: 2000) { try tells("w") } }
    if let quiet { while isTold("w", within: quiet) {} }
  }

  /// Sends bytes, and waits for nothing.
  func send(_ bytes: [UInt8]) { terminal.send(bytes) }

  /// Gives an order to `StillTime.c`.
  func order(_ order: Character) throws {
    var byte = order.asciiValue ?? 0
    guard write(orders, &byte, 1) == 1 else { throw POSIXError(.EIO) }
    try tells(order)
  }

  /// Waits for the editor's end; asks it to end where it would not.
  func end(asked: Bool) { terminal.end(asked ? SIGTERM : SIGCONT) }

  private func tells(_ what: Character) throws {
    guard isTold(what, within: 120_000) else {
      let sent = String(decoding: terminal.sent, as: UTF8.self).debugDescription
      throw BenchmarkError("The editor does not tell \(what). It sent: \(sent)")
    }
  }

  /// Whether the editor tells something within some milliseconds; what it draws is taken meanwhile, and then.
  private func isTold(_ what: Character, within milliseconds: Double) -> Bool {
    let end = Clock.now + milliseconds
    while Clock.now < end {
      var descriptors = [
        pollfd(fd: terminal.line, events: Int16(POLLIN), revents: 0),
        pollfd(fd: waits, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&descriptors, 2, Int32((end - Clock.now).rounded(.up))) > 0 else { return false }
      if descriptors[0].revents & Int16(POLLIN) != 0 {
        _ = terminal.take(within: 0)
      } else if descriptors[1].revents != 0 {
        var byte: UInt8 = 0
        guard read(waits, &byte, 1) == 1 else { return false }
        if byte == what.asciiValue { return true }
      } else {
        return false
      }
    }
    return false
  }
}
