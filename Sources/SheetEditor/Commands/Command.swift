// Holds what a key can be asked to do, by the level it is pressed on.

/// A command of the editor.
enum Command: Hashable, Sendable {
  case help
  case save
  case back
  case quit
  case open
  case next
  case previous
  case first
  case last
  case pageDown
  case pageUp
  case choose(Int)
  case chooseLeft
  case chooseRight
  case toggleChoice
  case clearChoice
  case check
  case filter
  case plan
  case find
  case nextDeficient
  case undo
  case redo
  case cut
  case copy
  case paste
  case cutLine
  case selectAll
  case mark
  case compare
  case nextPart
  case previousPart
  case redraw
  case newLine
  case deleteBackward
  case deleteForward
  case moveLeft
  case moveRight
  case wordLeft
  case wordRight
  case moveUp
  case moveDown
  case rowStart
  case rowEnd
  case textStart
  case textEnd
  case scrollDown
  case scrollUp
}
