// Holds what a mouse does to the editor: what stands beneath it is found by drawing the state once more.

import Terminal

extension EditorState {
  /// Takes something that the mouse did.
  ///
  /// A spot that stands for a key or a typed character is that key; of any other the panel on top or else the screen is
  /// told. Several presses in quick succession are meant for what the first one found: what came up under them
  /// meanwhile is not pressed.
  mutating func point(_ mouse: MouseInput, at time: Int) -> [Effect] {
    let screen = draw(self, takesSpots: true)
    let spot = screen.spot(at: mouse.place)
    var action = Pointer.Action.press(count: 1)
    switch mouse.action {
    case .press:
      isWaitingToLeave = false
      guard let count = notePress(at: mouse.place, on: spot?.target, time) else { return [] }
      guard let spot else {
        // What any key closes a press beside it closes as well, and does nothing more.
        if panel?.passesKeysOn == true { panels = [] }
        return []
      }
      if let stroke = spot.target.value as? Stroke { return press(stroke, at: time) }
      message = nil
      action = .press(count: count)
    case .drag, .release:
      guard lastPress?.isDown == true else { return [] }
      lastPress?.isDown = mouse.action == .drag
      action = mouse.action == .drag ? .drag : .release
    case .wheelUp: action = .wheel(-Pointer.wheelRows)
    case .wheelDown: action = .wheel(Pointer.wheelRows)
    }
    let pressed = lastPress?.target.flatMap { screen.spot(of: $0) }
    let pointer = Pointer(action: action, place: mouse.place, spot: spot, pressed: pressed)
    if let panel { return point(pointer, over: panel, at: time) }
    return self.screen.point(pointer, in: &self, at: time)
  }

  /// Remembers a press; how many there were in quick succession, nil where what the first one found is there no more.
  private mutating func notePress(at place: ScreenPosition, on target: SpotTarget?, _ time: Int) -> Int? {
    guard let last = lastPress, last.isFollowed(by: place, at: time) else {
      lastPress = PointerPress(place: place, time: time, count: 1, target: target)
      return 1
    }
    lastPress?.time = time
    lastPress?.count += 1
    lastPress?.isDown = last.target == target
    return last.target == target ? last.count + 1 : nil
  }

  /// Does what a key or a typed character does.
  private mutating func press(_ stroke: Stroke, at time: Int) -> [Effect] {
    switch stroke {
    case .key(let key): take(.key(key), at: time)
    case .typed(let text): take(.typed(text), at: time)
    }
  }
}
