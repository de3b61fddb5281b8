// Holds the terminal device over ncurses: the only place where the program touches the screen.

import CNcurses
import Glibc
import Terminal

/// A real terminal, taken over by `open` and given back by `close`.
///
/// Rows are composed elsewhere. Of a row that differs is written what lies between its first and its last difference, in
/// whole graphemes, so that a wide character is never written in halves.
public final class CursesTerminal: TerminalDevice {
  /// Whether a terminal can be used.
  public enum Fitness: Equatable, Sendable {
    /// It can.
    case usable
    /// The terminal database does not know its type.
    case unknownType
    /// It cannot place a cursor, as TERM=dumb cannot.
    case cannotPlaceCursor
  }

  /// What the terminal is believed to show; nil when it may show anything.
  private var shown: ScreenBuffer?
  /// A row that was used for something else.
  private var staleRow: Int?
  private var widths: DisplayWidths
  private let wakeDescriptor: Int32
  private let escapeDelay: Int32
  private var assembler = UTF8Assembler()
  /// Whether the terminal has not taken the last screen yet.
  private var isBehind = false
  /// How styles look in the theme, by their numbers, as far as they were drawn.
  private var appearances: [Int: Appearance] = [:]

  /// Whether the terminal is asked to report its mouse.
  public var reportsMouse = false {
    didSet { if reportsMouse != oldValue { cn_report_mouse(reportsMouse) } }
  }

  /// What styles look like; another one draws everything anew at the next `draw`.
  public var theme: Theme {
    didSet {
      guard theme != oldValue else { return }
      appearances = [:]
      redrawEverything()
    }
  }

  /// Looks a terminal type up without touching the screen.
  public static func fitness(ofType type: String) -> Fitness {
    switch cn_check_terminal(type) {
    case 0: .usable
    case 1: .unknownType
    default: .cannotPlaceCursor
    }
  }

  /// Whether a terminal type is known to report its mouse, by the terminal database or by its name: the database of many
  /// machines is older than their terminals.
  ///
  /// - Parameter isInTmux: tmux reports it under names of screen, screen itself does not.
  public static func reportsMouse(type: String, isInTmux: Bool) -> Bool {
    let names = isInTmux ? mouseNames + ["screen"] : mouseNames
    return names.contains { type.hasPrefix($0) } || cn_knows_mouse(type)
  }

  private static let mouseNames = [
    "xterm", "tmux", "alacritty", "contour", "foot", "ghostty", "gnome", "iterm", "kitty", "konsole", "mintty",
    "mlterm", "putty", "rio", "rxvt-unicode", "st-", "teraterm", "vte", "wezterm",
  ]

  /// Takes the terminal over; nil when ncurses cannot.
  ///
  /// - Parameters:
  ///   - wakeDescriptor: a descriptor that ends a wait when it can be read from; reading it never waits.
  ///   - escapeDelay: how long to wait for the rest of a key after Esc, in milliseconds.
  ///   - mouse: whether the terminal is asked to report its mouse.
  public init?(
    type: String, widths: DisplayWidths, wakeDescriptor: Int32, escapeDelay: Int32, mouse: Bool
  ) {
    self.widths = widths
    theme = .monochrome
    self.wakeDescriptor = wakeDescriptor
    self.escapeDelay = escapeDelay
    CursesTerminal.tellWidths(widths)
    guard cn_open(type) else { return nil }
    reportsMouse = mouse
    if mouse { cn_report_mouse(true) }
  }

  /// The terminal's size as ncurses knows it.
  public var size: ScreenSize {
    var rows: Int32 = 0
    var columns: Int32 = 0
    cn_size(&rows, &columns)
    return ScreenSize(rows: Int(rows), columns: Int(columns))
  }

  /// How many colours it has.
  public var colours: Int { Int(cn_colours()) }

  /// Gives the terminal back as it was.
  public func close() { cn_close() }

  /// Ends the program after a time, with a status, even while it waits for a terminal that takes no output; safe in a
  /// signal handler.
  public static func endProgram(withinMilliseconds time: Int32, status: Int32) { cn_end_within(time, status) }

  /// Gives the terminal back for a while.
  public func suspend() { cn_suspend() }

  /// Takes the terminal again after a stop, however it was left, and draws everything at the next `draw`.
  public func resume() {
    cn_resume()
    redrawEverything()
  }

  /// Draws what differs from what is shown, and puts the cursor where the screen says.
  ///
  /// A terminal that has not taken the last screen yet gets no further one; `read` ends when it takes output again.
  public func draw(_ buffer: ScreenBuffer) {
    isBehind = !cn_push()
    if isBehind { return }
    if buffer.widths != widths {
      widths = buffer.widths
      CursesTerminal.tellWidths(widths)
      redrawEverything()
    }
    let before = shown
    for row in 0..<buffer.size.rows {
      if row != staleRow, let before {
        if let columns = buffer.difference(inRow: row, from: before) { write(buffer, row: row, columns) }
      } else {
        write(buffer, row: row, 0..<buffer.size.columns)
      }
    }
    shown = buffer
    staleRow = nil
    cn_show(Int32(buffer.cursor?.row ?? -1), Int32(buffer.cursor?.column ?? -1))
    isBehind = !cn_push()
  }

  /// Draws everything at the next `draw`, whatever the terminal is believed to show.
  public func redrawEverything() {
    shown = nil
    cn_forget()
  }

  // MARK: Reading

  /// Reads what the person did; an empty batch when the wait ended without anything.
  ///
  /// The bytes are read past ncurses: it takes them one at a time, and loses a character whose end is not there yet.
  public func read(timeoutMilliseconds: Int32) -> [RawInput] {
    let isReady = wait(timeoutMilliseconds)
    var batch = newSize.map { [RawInput.resized($0)] } ?? []
    guard isReady else { return batch }
    guard var bytes = input() else { return batch + [.hungUp] }
    while bytes.last == CursesTerminal.escape, pollInput(escapeDelay), let more = input() { bytes += more }
    for byte in bytes { batch += assembler.take(byte).map { .scalar($0) } }
    return batch
  }

  private static let escape: UInt8 = 0x1B

  /// Waits for input, for the wake descriptor, which is emptied, or, while a screen waits to be drawn, for room for
  /// output; whether there is input.
  private func wait(_ milliseconds: Int32) -> Bool {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0),
    ]
    guard poll(&descriptors, isBehind ? 3 : 2, milliseconds) > 0 else { return false }
    if descriptors[1].revents != 0 { while CursesTerminal.bytes(from: wakeDescriptor)?.isEmpty == false {} }
    return descriptors[0].revents != 0
  }

  private func pollInput(_ milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0
  }

  /// What can be read at once; nil when the terminal's other end is gone.
  private func input() -> [UInt8]? { CursesTerminal.bytes(from: STDIN_FILENO) }

  /// What can be read from a descriptor at once; nil at its end.
  private static func bytes(from descriptor: Int32) -> [UInt8]? {
    var isAtEnd = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      isAtEnd = read == 0 || read < 0 && errno != EINTR && errno != EAGAIN
      count = max(0, read)
    }
    return isAtEnd ? nil : bytes
  }

  /// The terminal's size when it is another than ncurses knows; ncurses is told.
  private var newSize: ScreenSize? {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return nil }
    let now = ScreenSize(rows: min(Int(window.ws_row), 1000), columns: min(Int(window.ws_col), 1000))
    guard now != size else { return nil }
    cn_resize(Int32(now.rows), Int32(now.columns))
    shown = nil
    return now
  }

  // MARK: Writing

  private func write(_ buffer: ScreenBuffer, row: Int, _ columns: Range<Int>) {
    let all = buffer.row(row)
    let cells = all[(all.startIndex + columns.lowerBound)..<(all.startIndex + columns.upperBound)]
    var start = cells.startIndex
    while start < cells.endIndex {
      let style = cells[start].style
      var end = start
      var scalars: [UInt32] = []
      while end < cells.endIndex, cells[end].style == style {
        buffer.append(cells[end], to: &scalars)
        end += 1
      }
      let look = appearance(of: style)
      cn_write(
        Int32(row), Int32(start - all.startIndex), scalars, Int32(scalars.count), attributes(of: look),
        Int32(look.ink ?? -1), Int32(look.ground ?? -1))
      start = end
    }
  }

  private func appearance(of style: CellStyle) -> Appearance {
    if let known = appearances[style.number] { return known }
    let look = theme.appearance(of: style)
    appearances[style.number] = look
    return look
  }

  private func attributes(of look: Appearance) -> Int32 {
    var attributes = 0
    if look.bold { attributes |= CN_BOLD }
    if look.reverse { attributes |= CN_REVERSE }
    if look.underline { attributes |= CN_UNDERLINE }
    return Int32(attributes)
  }

  private static func tellWidths(_ widths: DisplayWidths) {
    cn_set_width_function(
      { scalar, setting in
        guard let scalar = Unicode.Scalar(scalar) else { return 1 }
        return Int32(DisplayWidths(ambiguous: AmbiguousWidths(bits: setting)).columns(of: scalar))
      }, widths.ambiguous.bits)
  }

  // MARK: Asking the terminal, and what some can do

  /// Asks the terminal what it is and, when they are asked for too, what colour its background has and how wide it draws
  /// each class of ambiguous characters; the answers come as input.
  ///
  /// A glyph of each class is drawn on one row and the cursor's column is asked for; the primary device attributes end
  /// the answers. `restoreProbeRow` puts the row right again.
  public func ask(widths: Bool, background: Bool) {
    let row = probeRow
    var request = background ? "\u{1B}]11;?\u{1B}\\" : ""
    if widths {
      request += "\u{1B}7"
      for probe in AmbiguousClass.allCases.map(\.probe) { request += "\u{1B}[\(row + 1);1H\(probe)\u{1B}[6n" }
      request += "\u{1B}8"
    }
    cn_send(request + "\u{1B}[>c\u{1B}[c")
  }

  /// Draws the row that `ask` used anew at the next `draw`.
  public func restoreProbeRow() {
    staleRow = probeRow
    cn_forget_row(Int32(probeRow))
  }

  private var probeRow: Int { max(0, size.rows - 2) }

  /// Offers a text to the terminal's clipboard (OSC 52); one that is longer than terminals take is not sent.
  public func offerClipboard(_ text: String) {
    let encoded = Base64.encode(text.utf8)
    guard encoded.utf8.count <= CursesTerminal.longestClipboard else { return }
    cn_send("\u{1B}]52;c;\(encoded)\u{7}")
  }

  private static let longestClipboard = 100_000

  /// Opens or closes the input method of a terminal that does that on request (CSI < 1 t, CSI < 0 t).
  public func switchInputMethod(on: Bool) { cn_send(on ? "\u{1B}[<1t" : "\u{1B}[<0t") }
}
