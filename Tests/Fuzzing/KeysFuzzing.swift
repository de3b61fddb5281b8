// Holds what has to hold for a terminal's input: however it is cut into reads it is the same, and no text is lost.

import Terminal

enum KeysFuzzing {
  static func read(_ bytes: [UInt8]) throws -> String {
    var assembler = UTF8Assembler()
    let scalars = bytes.flatMap { assembler.take($0) }
    let whole = decode([scalars])
    try FuzzFinding.unless(text(whole).allSatisfy { !isControl($0) }, "an escape sequence is typed")
    let cuts = places(in: scalars)
    for step in [1, 2, 3, 7] {
      let chosen = cuts.enumerated().filter { $0.offset % step == 0 }.map(\.element)
      let pieces = decode(cut(scalars, at: chosen))
      try FuzzFinding.unless(pieces == whole, "cut into \(chosen.count + 1) reads: \(pieces) and not \(whole)")
    }
    try lookForLostText(scalars, whole)
    return kinds(of: whole)
  }

  /// Decodes batches to their end; texts that were typed one behind the other are one.
  private static func decode(_ batches: [[Unicode.Scalar]]) -> [TerminalInput] {
    var decoder = KeyDecoder()
    var inputs: [TerminalInput] = []
    func add(_ more: [TerminalInput]) {
      for input in more {
        if case .typed(let text) = input, case .typed(let before)? = inputs.last {
          inputs[inputs.count - 1] = .typed(before + text)
        } else {
          inputs.append(input)
        }
      }
    }
    for batch in batches { add(decoder.decode(batch.map { .scalar($0) })) }
    add(decoder.endPaste())
    return inputs
  }

  /// Where a read may end without another meaning: not behind Esc, which alone is a key, nor in what is one only when it
  /// comes whole: a report, the mouse of old terminals.
  private static func places(in scalars: [Unicode.Scalar]) -> [Int] {
    guard scalars.count > 1 else { return [] }
    let end = scalars.indices.first { isOnlyWhole(scalars[$0...]) } ?? scalars.count
    return (1..<max(1, end)).filter { scalars[$0 - 1] != escape }
  }

  private static let escape: Unicode.Scalar = "\u{1B}"

  private static func isOnlyWhole(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard rest.first == escape, let next = rest.dropFirst().first else { return false }
    return "]PX^_".unicodeScalars.contains(next) || (next == "[" && rest.dropFirst(2).first == "M")
  }

  private static func cut(_ scalars: [Unicode.Scalar], at places: [Int]) -> [[Unicode.Scalar]] {
    zip([0] + places, places + [scalars.count]).map { Array(scalars[$0..<$1]) }
  }

  /// What an input method writes is in what was typed or pasted, in its order, also where pastes are looked for.
  private static func lookForLostText(_ scalars: [Unicode.Scalar], _ whole: [TerminalInput]) throws {
    guard !scalars.indices.contains(where: { isOnlyWhole(scalars[$0...]) }) else { return }
    let given = scalars.filter { $0.value >= 0xA0 }
    try FuzzFinding.unless(text(whole).filter { $0.value >= 0xA0 } == given, "text is lost")
    for step in [1, 5, 64] {
      var (bursts, decoder, inputs) = (BurstReader(), KeyDecoder(), [TerminalInput]())
      var time = 0
      for start in stride(from: 0, to: scalars.count, by: step) {
        let batch = scalars[start..<min(scalars.count, start + step)].map { RawInput.scalar($0) }
        inputs += decoder.decode(bursts.take(batch, at: time, isBracketed: decoder.isInsidePaste))
        time += step
      }
      inputs += decoder.decode(bursts.end()) + decoder.endPaste()
      let kept = text(inputs).filter { $0.value >= 0xA0 }
      try FuzzFinding.unless(kept == given, "in reads of \(step): \(inputs)")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\n" && scalar != "\t") || (0x7F..<0xA0).contains(scalar.value)
  }

  /// The text that was typed and pasted.
  private static func text(_ inputs: [TerminalInput]) -> [Unicode.Scalar] {
    inputs.flatMap { input -> [Unicode.Scalar] in
      switch input {
      case .typed(let text), .pasted(let text, dropped: _): Array(text.unicodeScalars)
      case .key, .mouse, .resized, .cursorReport, .deviceAttributes, .secondaryAttributes, .background, .hungUp: []
      }
    }
  }

  /// The first few kinds of input, as the kind of answer.
  private static func kinds(of inputs: [TerminalInput]) -> String {
    inputs.prefix(4).map { String(describing: $0).prefix(8) }.joined(separator: " ")
  }
}
