// Holds what is made of the figures of many runs, and how figures are written.

/// The figures of many runs of one program.
struct Figures {
  private let sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var isEmpty: Bool { sorted.isEmpty }
  var minimum: Double { sorted.first ?? .nan }
  var maximum: Double { sorted.last ?? .nan }

  /// The one in the middle.
  var median: Double { share(0.5) }

  /// What 99 of 100 do not exceed.
  var p99: Double { share(0.99) }

  private func share(_ share: Double) -> Double {
    sorted.isEmpty ? .nan : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

/// How a figure is written.
enum Figure {
  /// Three digits or more: 0.125, 1.25, 12.5, 125.
  static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let digits = value.magnitude >= 99.95 ? 0 : value.magnitude >= 9.995 ? 1 : 2
    return rounded(value, digits)
  }

  /// With so many digits behind the point.
  static func rounded(_ value: Double, _ digits: Int) -> String {
    let factor = (0..<digits).reduce(1) { factor, _ in factor * 10 }
    let whole = Int((value.magnitude * Double(factor)).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let rest = String(whole % factor)
    return "\(sign)\(whole / factor)." + String(repeating: "0", count: digits - rest.count) + rest
  }

  /// In groups of three: 1,702,518.
  static func grouped(_ value: Int) -> String {
    var text = ""
    for (place, digit) in String(value).reversed().enumerated() {
      if place > 0, place % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// One figure in terms of another: 1.25×.
  static func ratio(_ value: Double, to other: Double?) -> String {
    guard let other, value.isFinite, other.isFinite, other > 0 else { return "–" }
    return rounded(value / other, 2) + "×"
  }
}
