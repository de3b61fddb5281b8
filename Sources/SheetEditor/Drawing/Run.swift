// Holds a run of text in one style.

import Terminal

/// A run of text in one style.
struct Run: Equatable, Sendable {
  let text: String
  let style: CellStyle

  init(_ text: String, _ style: CellStyle = Look.plain) {
    self.text = text
    self.style = style
  }
}
