import Terminal
import Testing

/// Tests of the themes.
@Suite("What a theme shows can be read, with and without colours")
struct ThemeTests {
  /// The colours of xterm's palette of 256, as parts from 0 to 1.
  private static func colour(_ number: Int) -> [Double] {
    let first: [[Double]] = [
      [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
      [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255], [0, 255, 255],
      [255, 255, 255],
    ]
    if number < 16 { return first[number].map { $0 / 255 } }
    if number >= 232 { return Array(repeating: Double(8 + 10 * (number - 232)) / 255, count: 3) }
    let steps: [Double] = [0, 95, 135, 175, 215, 255]
    let place = number - 16
    return [place / 36, place / 6 % 6, place % 6].map { steps[$0] / 255 }
  }

  /// The relative luminance of a colour as WCAG 2 defines it.
  private static func luminance(_ colour: [Double]) -> Double {
    let parts = colour.map { $0 <= 0.03928 ? $0 / 12.92 : power(($0 + 0.055) / 1.055) }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// A number to the power of 2.4, by the fifth root of its twelfth power.
  private static func power(_ base: Double) -> Double {
    var twelfth = 1.0
    for _ in 0..<12 { twelfth *= base }
    var root = 1.0
    for _ in 0..<200 { root -= (root * root * root * root * root - twelfth) / (5 * root * root * root * root) }
    return root
  }

  private static func contrast(_ one: [Double], _ other: [Double]) -> Double {
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The colours that people have behind their text, and in front of it.
  private static func pages(_ theme: Theme) -> [(ground: [Double], ink: [Double])] {
    let light = [[1, 1, 1], colour(255), colour(230)].map { (ground: $0, ink: [0.0, 0, 0]) }
    let dark = [[0, 0, 0], colour(234), colour(236)].map { (ground: $0, ink: colour(252)) }
    switch theme {
    case .light: return light
    case .dark: return dark
    case .sixteen, .monochrome: return light + dark
    }
  }

  private static let styles = CellGround.allCases.flatMap { ground in
    CellInk.allCases.map { CellStyle($0, on: ground) }
  }

  @Test(
    "every ink on every ground has a contrast of 4.5:1, whatever the terminal's own colours", arguments: Theme.allCases)
  func contrast(_ theme: Theme) {
    let bold = ThemeTests.styles.map { CellStyle($0.ink, on: $0.ground, bold: true) }
    for style in ThemeTests.styles + bold {
      let look = theme.appearance(of: style)
      for page in ThemeTests.pages(theme) {
        let ground = look.ground.map { ThemeTests.colour($0) } ?? page.ground
        // Many terminals show the first 8 colours brighter in bold.
        let ink = look.ink.map { ThemeTests.colour($0 < 8 && look.bold ? $0 + 8 : $0) } ?? page.ink
        let found = ThemeTests.contrast(ink, ground)
        #expect(found >= 4.5, "\(theme) \(style.ink) on \(style.ground): \(found)")
      }
    }
  }

  @Test("the contrast of black and white is 21, that of the palette's middle grey on white 4.5")
  func measure() {
    #expect(abs(ThemeTests.contrast([0, 0, 0], [1, 1, 1]) - 21) < 0.01)
    #expect(abs(ThemeTests.contrast(ThemeTests.colour(243), [1, 1, 1]) - 4.54) < 0.01)
  }

  @Test("what is chosen, has the focus or stands out differs from the page in every theme", arguments: Theme.allCases)
  func difference(_ theme: Theme) {
    let page = theme.appearance(of: CellStyle())
    let grounds: [CellGround] = [
      .band, .chosen, .chosenButton, .badButton, .button, .field, .focusedField, .focusedEdge, .fullBar, .emptyBar,
      .warningPill, .badPill, .goodPill, .selection, .found, .foundHere,
    ]
    for ground in grounds {
      #expect(theme.appearance(of: CellStyle(.standard, on: ground)) != page, "\(theme) \(ground)")
    }
    let pairs: [(CellGround, CellGround)] = [
      (.button, .chosenButton), (.fullBar, .emptyBar), (.edge, .focusedEdge), (.found, .foundHere),
    ]
    for (one, other) in pairs {
      let looks = [one, other].map { theme.appearance(of: CellStyle(.standard, on: $0)) }
      #expect(looks[0] != looks[1], "\(theme) \(one) \(other)")
    }
  }

  @Test("without colours nothing but bold, underline and reverse is used; with few, none beyond the first 8")
  func few() {
    for style in ThemeTests.styles {
      let plain = Theme.monochrome.appearance(of: style)
      #expect(plain.ink == nil && plain.ground == nil)
      let look = Theme.sixteen.appearance(of: style)
      #expect((look.ink ?? 0) < 8 && (look.ground ?? 0) < 8)
      #expect((look.ink == nil) == (look.ground == nil), "a colour stands on a colour of its own")
    }
  }

  @Test("a style keeps its ink on another ground, and has a number of its own")
  func style() {
    let style = CellStyle(.bad, on: .dialog, bold: true, underline: true)
    let other = style.on(.chosen)
    #expect(other.ink == .bad && other.ground == .chosen && other.bold && other.underline)
    var numbers: Set<Int> = []
    for style in ThemeTests.styles {
      for bold in [false, true] {
        for underline in [false, true] {
          let style = CellStyle(style.ink, on: style.ground, bold: bold, underline: underline)
          #expect(style.number < 1024 && numbers.insert(style.number).inserted)
        }
      }
    }
  }

  @Test("the theme follows the number of colours and the background")
  func choice() {
    #expect(Theme(colours: 0, background: .dark) == .monochrome)
    #expect(Theme(colours: 8, background: .light) == .sixteen)
    #expect(Theme(colours: 256, background: nil) == .sixteen)
    #expect(Theme(colours: 256, background: .light) == .light)
    #expect(Theme(colours: 65_536, background: .dark) == .dark)
  }

  @Test(
    "COLORFGBG names the background by its last number",
    arguments: [
      ("0;15", TerminalBackground.light), ("15;0", .dark), ("0;default;15", .light), ("7;8", .dark), ("0;7", .light),
    ])
  func environment(_ text: String, _ background: TerminalBackground) {
    #expect(TerminalBackground(colorFGBG: text) == background)
  }

  @Test("a COLORFGBG that names no colour says nothing", arguments: ["", ";", "15;default", "0;16", "a"])
  func unclear(_ text: String) { #expect(TerminalBackground(colorFGBG: text) == nil) }

  private func decode(_ batches: String...) -> [TerminalInput] {
    var decoder = KeyDecoder()
    decoder.awaitsReport = batches.count > 2
    return batches.flatMap { decoder.decode($0.unicodeScalars.map { .scalar($0) }) }
  }

  @Test("the terminal's answer tells a light background from a dark one, in whatever pieces it arrives")
  func answers() {
    #expect(decode("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\") == [.background(.light)])
    #expect(decode("\u{1B}]11;rgb:0000/0000/0000\u{7}") == [.background(.dark)])
    #expect(decode("\u{1B}]11;rgb:1e/1e/2e\u{7}") == [.background(.dark)])
    #expect(decode("\u{1B}]11;rgba:f/f/e/8\u{7}") == [.background(.light)])
    #expect(decode("\u{1B}]1", "1;rgb:ff", "ff/ffff/ffff\u{1B}", "\\a") == [.background(.light), .typed("a")])
  }

  @Test("While the terminal has not answered, its answer may come in any pieces; afterwards Alt-] is a key at once")
  func pieces() {
    var decoder = KeyDecoder()
    func decode(_ text: String) -> [TerminalInput] { decoder.decode(text.unicodeScalars.map { .scalar($0) }) }
    decoder.awaitsReport = true
    #expect(decode("\u{1B}]").isEmpty && decode("11;rgb:ffff/ffff/ffff\u{7}") == [.background(.light)])
    decoder.awaitsReport = false
    let key = TerminalInput.key(Key(name: .character("]"), modifiers: .alt))
    #expect(decode("\u{1B}]") == [key] && decode("11") == [.typed("11")])
  }

  @Test(
    "A report that nobody asked for is not typed as text; it is one only when it is whole",
    arguments: [
      "\u{1B}]10;rgb:0000/0000/0000\u{7}", "\u{1B}]52;c;5paH\u{1B}\\", "\u{1B}P1+r436F=323536\u{1B}\\",
      "\u{1B}P!|7E565445\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}]0;題名\u{7}",
    ])
  func foreign(report: String) {
    #expect(decode("前" + report + "後") == [.typed("前後")])
    #expect(decode(report + report).isEmpty)
    #expect(decode(String(report.dropLast())) != [])
    var bursts = BurstReader()
    let raw = (report + "あ\t").unicodeScalars.map { RawInput.scalar($0) }
    #expect(bursts.take(raw, at: 0) + bursts.end() == raw)
  }

  @Test("Alt-] and what is typed behind it is not taken for an answer")
  func typedInstead() {
    let key = TerminalInput.key(Key(name: .character("]"), modifiers: .alt))
    #expect(decode("\u{1B}]") == [key])
    #expect(decode("\u{1B}]", "11") == [key, .typed("11")])
    #expect(decode("\u{1B}]文") == [key, .typed("文")])
    #expect(decode("\u{1B}]12x") == [key, .typed("12x")])
    #expect(decode("\u{1B}]11;rgb:zzx") == [key, .typed("11;rgb:zzx")])
  }
}
