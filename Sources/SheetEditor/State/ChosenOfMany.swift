// Holds what questions about several things share: one of them is chosen, and its detail is scrolled.

/// One of several things, and how far its detail is scrolled.
protocol ChosenOfMany {
  /// How many there are.
  var count: Int { get }
  /// The one whose detail is shown.
  var chosen: Int { get set }
  /// The first line of the detail that is shown.
  var top: Int { get set }
}

extension ChosenOfMany {
  /// Chooses another one, no further than the ends, and shows its detail from the start.
  mutating func choose(_ index: Int) {
    chosen = min(max(0, index), count - 1)
    top = 0
  }
}

extension Array where Element: Equatable {
  /// The element some places behind another, round the ends; counted from the first where that one is missing.
  func element(_ count: Int, behind element: Element) -> Element {
    let place = firstIndex(of: element) ?? 0
    return self[(place + count + self.count) % self.count]
  }
}
