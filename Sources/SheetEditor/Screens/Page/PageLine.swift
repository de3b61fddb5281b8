// Holds one line of a reading page.

import InitiativeModel
import Terminal

/// One line of a reading page.
struct PageLine: Equatable, Sendable {
  let runs: [Run]
  let place: PagePlace
  /// What of it can be selected, from left to right; nothing of a heading.
  var pieces: [ReadPiece] = []
  /// Whether it is a heading, underlined over the whole row, and what stands at its right.
  var isHeading = false
  var right: [Run] = []
  /// What it lies on, from a column on.
  var ground = CellGround.page
  var groundColumn = 0
  /// How many times what is looked for stands in the line; a hit that is broken over two lines counts in the first.
  var hits = 0
  /// The line of the plan's left and right column that stands here, counted from 1.
  var policyLine: Int?
  var actionsLine: Int?
  /// How many of the hits stand in each of the two.
  var policyHits = 0
  var actionsHits = 0
  /// Whether a sheet begins here.
  var startsSheet = false
}
