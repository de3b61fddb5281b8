// Holds the one table from which keys, footers and help all come.

import SheetWording
import Terminal

/// The places where keys mean something of their own.
enum CommandScope: CaseIterable, Hashable, Sendable {
  case list
  case sheet
  case text
  case page
}

/// One row of the table: a command, its keys and its words.
struct CommandRow: Sendable {
  let command: Command
  /// Every key that gives the command; the first is the one that the footer shows.
  let keys: [Key]
  /// The keys as the help shows them.
  let shown: String
  /// The word in the footer; nil keeps the command out of it.
  let footer: String?
  /// The sentence in the help.
  let help: String
}

/// All commands by scope.
enum CommandTable {
  /// The rows of a scope, in the order of footer and help.
  static func rows(_ scope: CommandScope) -> [CommandRow] {
    switch scope {
    case .list: list
    case .sheet: sheet
    case .text: text
    case .page: page
    }
  }

  /// The command of a key, or nil when it has none in this scope.
  static func command(for key: Key, in scope: CommandScope) -> Command? {
    switch scope {
    case .list: listKeys[key]
    case .sheet: sheetKeys[key]
    case .text: textKeys[key]
    case .page: pageKeys[key]
    }
  }

  private static let listKeys = keymap(list)
  private static let sheetKeys = keymap(sheet)
  private static let textKeys = keymap(text)
  private static let pageKeys = keymap(page)

  private static func keymap(_ rows: [CommandRow]) -> [Key: Command] {
    var map: [Key: Command] = [:]
    for row in rows {
      for key in row.keys { map[key] = row.command }
    }
    return map
  }

  private static let list: [CommandRow] = [
    row(.help, [.f(1), .control("g")], Wording.FooterWord.help, Wording.Help.help),
    row(.check, [.f(5), .control("r")], Wording.FooterWord.check, Wording.Help.checkBook),
    row(.filter, [.f(6), .control("t")], Wording.FooterWord.filter, Wording.Help.filter),
    row(.find, [.f(7), .control("f")], Wording.FooterWord.find, Wording.Help.search),
    row(.nextDeficient, [.f(8), .control("e")], Wording.FooterWord.nextDeficient, Wording.Help.nextDeficient),
    row(.open, [.key(.enter)], Wording.FooterWord.open, Wording.Help.open),
    row(.mark, [.f(9), .control("o")], Wording.FooterWord.read, Wording.Help.read),
    row(.quit, [.f(10), .control("q")], Wording.FooterWord.quit, Wording.Help.quit),
    row(.next, [.key(.down), .key(.tab)], nil, Wording.Help.nextRow),
    row(.previous, [.key(.up), .key(.tab, [.shift])], nil, Wording.Help.previousRow),
    row(.chooseLeft, [.key(.left)], nil, Wording.Help.fold),
    row(.chooseRight, [.key(.right)], nil, Wording.Help.unfold),
    row(.first, [.key(.home), .key(.home, [.control])], nil, Wording.Help.firstRow),
    row(.last, [.key(.end), .key(.end, [.control])], nil, Wording.Help.lastRow),
    row(.pageDown, [.key(.pageDown), .control("n")], nil, Wording.Help.pageDown),
    row(.pageUp, [.key(.pageUp), .control("p")], nil, Wording.Help.pageUp),
    row(.compare, [.f(4), .control("d")], nil, Wording.Help.compare),
    row(.back, [.key(.escape), .f(3)], nil, Wording.Help.leaveList),
    row(.copy, [.control("c")], nil, Wording.Help.controlC),
    row(.redraw, [.control("l")], nil, Wording.Help.redraw),
  ]

  private static let sheet: [CommandRow] = [
    row(.help, [.f(1), .control("g")], Wording.FooterWord.help, Wording.Help.help),
    row(.save, [.f(2), .control("s")], Wording.FooterWord.save, Wording.Help.save),
    row(.back, [.f(3), .key(.escape)], Wording.FooterWord.list, Wording.Help.backToList),
    row(.check, [.f(5), .control("r")], Wording.FooterWord.check, Wording.Help.checkSheet),
    row(.plan, [.f(6), .control("t")], Wording.FooterWord.plan, Wording.Help.plan),
    row(.nextDeficient, [.f(8), .control("e")], Wording.FooterWord.nextDeficient, Wording.Help.nextDeficient),
    row(.pageDown, [.key(.pageDown), .control("n")], Wording.FooterWord.neighbours, Wording.Help.nextSheet),
    row(.quit, [.f(10), .control("q")], Wording.FooterWord.quit, Wording.Help.quit),
    row(.compare, [.f(4), .control("d")], nil, Wording.Help.compare),
    row(.find, [.f(7), .control("f")], nil, Wording.Help.search),
    row(.mark, [.f(9), .control("o")], nil, Wording.Help.read),
    row(.pageUp, [.key(.pageUp), .control("p")], nil, Wording.Help.previousSheet),
    row(.next, [.key(.tab), .key(.down)], nil, Wording.Help.nextField),
    row(.previous, [.key(.tab, [.shift]), .key(.up)], nil, Wording.Help.previousField),
    row(.first, [.key(.home), .key(.home, [.control])], nil, Wording.Help.firstField),
    row(.last, [.key(.end), .key(.end, [.control])], nil, Wording.Help.lastField),
    row(.open, [.key(.enter)], nil, Wording.Help.activate),
    row(.choose(1), [], nil, Wording.Help.chooseFirst, shown: "1 １"),
    row(.choose(2), [], nil, Wording.Help.chooseSecond, shown: "2 ２"),
    row(.chooseLeft, [.key(.left)], nil, Wording.Help.chooseLeft),
    row(.chooseRight, [.key(.right)], nil, Wording.Help.chooseRight),
    row(.toggleChoice, [], nil, Wording.Help.toggleChoice, shown: "Space"),
    row(.clearChoice, [.key(.backspace), .key(.delete)], nil, Wording.Help.clearChoice),
    row(.undo, [.control("z")], nil, Wording.Help.undo),
    row(.redo, [.control("y")], nil, Wording.Help.redo),
    row(.paste, [.control("v")], nil, Wording.Help.pasteIntoField),
    row(.copy, [.control("c")], nil, Wording.Help.controlC),
    row(.redraw, [.control("l")], nil, Wording.Help.redraw),
  ]

  private static let text: [CommandRow] = [
    row(.back, [.key(.escape), .f(3)], Wording.FooterWord.backToSheet, Wording.Help.backToSheet),
    row(.help, [.f(1), .control("g")], Wording.FooterWord.help, Wording.Help.help),
    row(.save, [.f(2), .control("s")], Wording.FooterWord.save, Wording.Help.saveAndStay),
    row(.plan, [.f(6), .control("t")], Wording.FooterWord.plan, Wording.Help.plan),
    row(.find, [.f(7), .control("f")], Wording.FooterWord.find, Wording.Help.find),
    row(.undo, [.control("z")], Wording.FooterWord.undo, Wording.Help.undo),
    row(.redo, [.control("y")], Wording.FooterWord.redo, Wording.Help.redo),
    row(.nextDeficient, [.f(8), .control("e")], nil, Wording.Help.nextDeficient),
    row(.quit, [.f(10), .control("q")], nil, Wording.Help.quit),
    row(.newLine, [.key(.enter)], nil, Wording.Help.newLine),
    row(.next, [.key(.tab)], nil, Wording.Help.leaveToNext),
    row(.previous, [.key(.tab, [.shift])], nil, Wording.Help.leaveToPrevious),
    row(.moveLeft, [.key(.left), .key(.left, [.shift])], nil, Wording.Help.moveLeft),
    row(.moveRight, [.key(.right), .key(.right, [.shift])], nil, Wording.Help.moveRight),
    row(.wordLeft, [.key(.left, [.control]), .key(.left, [.control, .shift])], nil, Wording.Help.wordLeft),
    row(.wordRight, [.key(.right, [.control]), .key(.right, [.control, .shift])], nil, Wording.Help.wordRight),
    row(.moveUp, [.key(.up), .key(.up, [.shift])], nil, Wording.Help.moveUp),
    row(.moveDown, [.key(.down), .key(.down, [.shift])], nil, Wording.Help.moveDown),
    row(.rowStart, [.key(.home), .key(.home, [.shift])], nil, Wording.Help.rowStart),
    row(.rowEnd, [.key(.end), .key(.end, [.shift])], nil, Wording.Help.rowEnd),
    row(.textStart, [.key(.home, [.control]), .key(.home, [.control, .shift])], nil, Wording.Help.textStart),
    row(.textEnd, [.key(.end, [.control]), .key(.end, [.control, .shift])], nil, Wording.Help.textEnd),
    row(.scrollDown, [.key(.pageDown), .key(.pageDown, [.shift]), .control("n")], nil, Wording.Help.scrollDown),
    row(.scrollUp, [.key(.pageUp), .key(.pageUp, [.shift]), .control("p")], nil, Wording.Help.scrollUp),
    row(.deleteBackward, [.key(.backspace)], nil, Wording.Help.deleteBackward),
    row(.deleteForward, [.key(.delete)], nil, Wording.Help.deleteForward),
    row(.selectAll, [.control("a")], nil, Wording.Help.selectAll),
    row(.cut, [.control("x")], nil, Wording.Help.cut),
    row(.copy, [.control("c")], nil, Wording.Help.copy),
    row(.paste, [.control("v")], nil, Wording.Help.paste),
    row(.cutLine, [.control("k")], nil, Wording.Help.cutLine),
    row(.redraw, [.control("l")], nil, Wording.Help.redraw),
  ]

  private static let page: [CommandRow] = [
    row(.help, [.f(1), .control("g")], Wording.FooterWord.help, Wording.Help.help),
    row(.back, [.f(3), .key(.escape)], Wording.FooterWord.back, Wording.Help.leavePage),
    row(.compare, [.f(4), .control("d")], Wording.FooterWord.compare, Wording.Help.compare),
    row(.find, [.f(7), .control("f")], Wording.FooterWord.find, Wording.Help.search),
    row(.mark, [.f(9), .control("o")], Wording.FooterWord.mark, Wording.Help.mark),
    row(.pageDown, [.key(.pageDown), .control("n")], Wording.FooterWord.onward, Wording.Help.onward),
    row(.open, [.key(.enter)], Wording.FooterWord.fillIn, Wording.Help.fillIn),
    row(.quit, [.f(10), .control("q")], Wording.FooterWord.quit, Wording.Help.quit),
    row(.nextDeficient, [.f(8), .control("e")], nil, Wording.Help.nextDeficient),
    row(.pageUp, [.key(.pageUp), .control("p")], nil, Wording.Help.backward),
    row(.nextPart, [.key(.tab)], nil, Wording.Help.nextPart),
    row(.previousPart, [.key(.tab, [.shift])], nil, Wording.Help.previousPart),
    row(.next, [.key(.down)], nil, Wording.Help.lineDown),
    row(.previous, [.key(.up)], nil, Wording.Help.lineUp),
    row(.first, [.key(.home), .key(.home, [.control])], nil, Wording.Help.pageStart),
    row(.last, [.key(.end), .key(.end, [.control])], nil, Wording.Help.pageBottom),
    row(.copy, [.control("c")], nil, Wording.Help.controlC),
    row(.redraw, [.control("l")], nil, Wording.Help.redraw),
  ]

  private static func row(
    _ command: Command, _ keys: [Key], _ footer: String?, _ help: String, shown: String? = nil
  ) -> CommandRow {
    let plain = keys.filter { !$0.modifiers.contains(.shift) || $0.name == .tab }
    let names = shown ?? plain.map { Wording.keyName($0) }.joined(separator: " ")
    return CommandRow(command: command, keys: keys, shown: names, footer: footer, help: help)
  }
}

extension Key {
  /// The function key of a number.
  fileprivate static func f(_ number: Int) -> Key { Key(name: .function(number), modifiers: []) }

  /// A named key, with modifiers.
  fileprivate static func key(_ name: Name, _ modifiers: Modifiers = []) -> Key {
    Key(name: name, modifiers: modifiers)
  }
}
