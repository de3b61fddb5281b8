import InitiativeModel
import SheetSettings
import Terminal
import Testing

@testable import SheetEditor

/// Every key is pressed on every screen and in every panel, and what it changed is compared with what is recorded.
@Suite("Every key in every place")
struct EveryKeyTests {
  private static let keys =
    (1...10).map { "<F\($0)>" }
    + [
      "<Esc>", "<CR>", "<A-CR>", "<Tab>", "<S-Tab>", "<Up>", "<Down>", "<Left>", "<Right>", "<S-Right>", "<C-Right>",
      "<Home>", "<End>", "<C-Home>", "<C-End>", "<PageUp>", "<PageDown>", "<BS>", "<Del>", "<Ins>", "<F12>",
    ] + "acdefgklnopqrstuvxyz".map { "<C-\($0)>" } + ["<A-x>", "1", "２", "3", "９", "あ", "文章です"]

  @Test(
    "What each key changes: top row, rows between, message, footer, cursor, and what is asked of the world",
    arguments: PersonsPlace.screens + PersonsPlace.panels + PersonsPlace.panelsElsewhere)
  func everyKey(place: PersonsPlace) throws {
    let robot = try place.robot()
    let before = robot.picture
    var inputs = try EveryKeyTests.keys.map { ($0, try KeyScript.parse($0)) }
    inputs += [("blank", [.typed(" ")]), ("wide blank", [.typed("　")])]
    inputs += [("pasted 1", [.pasted("1", dropped: 0)]), ("pasted lines", [.pasted("貼った行\n次の行", dropped: 2)])]
    var results: [String] = []
    var keys: [String: [String]] = [:]
    for (key, inputs) in inputs {
      var after = robot
      for input in inputs { after.send(input) }
      let effects = after.effects.dropFirst(robot.effects.count).map { words($0) }
      let result = changes(before, after.state == robot.state ? before : after.picture, effects)
      if keys[result] == nil { results.append(result) }
      keys[result, default: []].append(key)
    }
    let lines = results.map { (keys[$0] ?? []).joined(separator: " ") + "\n    " + $0 }
    try expectSnapshot(lines.joined(separator: "\n"), "keys/" + place.name)
  }

  private func changes(_ before: ScreenBuffer, _ after: ScreenBuffer, _ effects: [String]) -> String {
    let last = after.size.rows - 1
    let changed = (0...last).filter { !before.showsRow($0, as: after) }
    var parts: [String] = []
    func text(_ row: Int) -> String {
      let text = after.row(row).map { after.text(of: $0) }.joined().split(separator: " ").joined(separator: " ")
      return text.isEmpty ? "(blank)" : text
    }
    if changed.contains(0) { parts.append("top \(text(0))") }
    let between = changed.filter { $0 > 0 && $0 < last - 1 }
    if let first = between.first, let end = between.last {
      parts.append("rows \(first)-\(end) (\(between.count)) \(text(first))")
    }
    if changed.contains(last - 1) { parts.append("message \(text(last - 1))") }
    if changed.contains(last) { parts.append("footer \(text(last).prefix(24))") }
    if before.cursor != after.cursor { parts.append("cursor \(after.cursorPlace)") }
    if !changed.isEmpty { parts.append("checksum \(checksum(after, changed))") }
    if !effects.isEmpty { parts.append("asks \(effects.joined(separator: ", "))") }
    return parts.isEmpty ? "nothing" : parts.joined(separator: "\n    ")
  }

  /// A number that is another one for other rows or another look of them.
  private func checksum(_ screen: ScreenBuffer, _ rows: [Int]) -> String {
    var sum: UInt32 = 2_166_136_261
    var scalars: [UInt32] = []
    for row in rows {
      for cell in screen.row(row) {
        screen.append(cell, to: &scalars)
        let style = cell.style
        guard style != CellStyle() else { continue }
        scalars.append(UInt32(style.number))
      }
    }
    for scalar in scalars { sum = (sum ^ scalar) &* 16_777_619 }
    return String(sum, radix: 36)
  }

  private func words(_ effect: Effect) -> String {
    switch effect {
    case .file(let effect): words(effect).replacing("\n", with: "/")
    case .device(.offerClipboard(let text)): "offer \(text)".replacing("\n", with: "/")
    case .device(.redrawEverything): "redraw"
    case .change(let setting, let value): "change \(setting.row.name) to \(value)"
    case .quit: "quit"
    }
  }

  private func words(_ effect: FileEffect) -> String {
    switch effect {
    case .appendDraft(let id, let edit, _):
      "edit \(id.fileName) \(edit.field) at \(edit.offset) -\(edit.removed) +\(edit.inserted)"
    case .follow(let id, _): "follow \(id.fileName)"
    case .save(let id, _, let ticket): "save \(id.fileName) \(ticket)"
    case .restartDraft(let id, _, _): "restart draft \(id.fileName)"
    case .setDraftAside(let id): "set draft aside \(id.fileName)"
    case .dropDraft(let id): "drop draft \(id.fileName)"
    case .saveCopy(let id, _): "save copy \(id.fileName)"
    case .resumeDraft(let id, _, _, _): "resume draft \(id.fileName)"
    case .discardDraft(let id, _): "discard draft \(id.fileName)"
    case .readHistory(let id): "read history \(id.fileName)"
    case .mark(let id, let mark, let ticket):
      "mark \(id.fileName) \(mark.period) \(mark.decision.rawValue) \(mark.comment.lines) \(ticket)"
    case .reply(let id, let reply, let ticket): "reply \(id.fileName) \(reply.side) \(reply.comment.lines) \(ticket)"
    case .keepComments(let id, let texts): "keep comments \(id.fileName) \(texts)"
    case .fixPlan(let book): "fix the plan of \(book)"
    }
  }
}
