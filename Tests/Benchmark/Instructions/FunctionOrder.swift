// Holds the order in which the linker puts the program's functions.

import Foundation
import TestSupport

/// The functions that the counted runs executed: `Sources/furikaeri/Link/functions.order`, a name a line.
///
/// They stand together at the program's beginning, so that few of its pages are ever read.
struct FunctionOrder: Equatable {
  /// The names as the linker knows them, each once.
  private(set) var names: [String] = []

  /// The file that the linker reads.
  static let file = packageFolder + "/Sources/furikaeri/Link/functions.order"

  /// How many percent of what a start executes must stand in the file.
  static let least = 90.0

  /// The names in the text of the file.
  init(_ text: String) {
    names = text.split(separator: "\n").map(String.init)
  }

  /// The functions of a program that callgrind met, in the order of the profiles.
  ///
  /// - Parameters:
  ///   - profiles: the texts of callgrind's files. In each a name is written out once, with a number that stands for it
  ///     from then on; `ob` says whose functions follow.
  ///   - program: the program's path.
  init(profiles: [String], of program: String) {
    var known: Set<String> = []
    for profile in profiles {
      var named: [[String]: String] = [:]
      var isOurs = false
      for line in profile.split(separator: "\n") {
        let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, ["ob", "cob", "fn", "cfn"].contains(parts[0]) else { continue }
        let kind = parts[0].hasSuffix("ob") ? "ob" : "fn"
        let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
        if words.count == 2 { named[[kind, words[0]]] = words[1] }
        guard let name = named[[kind, words[0]]] else { continue }
        if parts[0] == "ob" { isOurs = name == program }
        guard parts[0] == "fn", isOurs, let symbol = FunctionOrder.symbol(name) else { continue }
        if known.insert(symbol).inserted { names.append(symbol) }
      }
    }
  }

  /// The symbol of a function as callgrind calls it: a call within itself has a number behind it; a function without a
  /// symbol has an address or words.
  private static func symbol(_ name: String) -> String? {
    let symbol = name.split(separator: "'").first.map(String.init) ?? ""
    return symbol.isEmpty || symbol.hasPrefix("0x") || symbol.contains(" ") ? nil : symbol
  }

  /// How many percent of these functions stand in another order.
  func share(in other: FunctionOrder) -> Double {
    let there = Set(other.names)
    return 100 * Double(names.count { there.contains($0) }) / Double(max(names.count, 1))
  }

  /// The text of the file.
  var text: String { names.map { $0 + "\n" }.joined() }
}
