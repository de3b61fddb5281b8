// Holds the themes: what a terminal is to show for each meaning, on a light and a dark background, in few colours, in none.

/// What a terminal shows for a style.
public struct Appearance: Hashable, Sendable {
  /// The colour of the text, as a number of the terminal's palette; nil for the terminal's own.
  public var ink: Int?
  /// The colour behind the text.
  public var ground: Int?
  /// Bold.
  public var bold = false
  /// Underlined.
  public var underline = false
  /// Text and background exchanged.
  public var reverse = false

  /// Makes the terminal's own text.
  public init(ink: Int? = nil, ground: Int? = nil) {
    self.ink = ink
    self.ground = ground
  }
}

/// Whether a terminal's own background is light or dark.
public enum TerminalBackground: Hashable, Sendable {
  case light, dark

  /// The background of a colour whose parts go from 0 to 1.
  public init(red: Double, green: Double, blue: Double) {
    // The perceived lightness of the colour, without the curve of the screen: only a rough middle matters.
    self = 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 ? .light : .dark
  }

  /// What COLORFGBG says: the number of the background's colour behind the last semicolon, of the first 16 colours.
  public init?(colorFGBG: String) {
    guard let last = colorFGBG.split(separator: ";").last, let number = Int(last), (0..<16).contains(number) else {
      return nil
    }
    self = number == 7 || number > 8 ? .light : .dark
  }
}

/// The four themes.
///
/// Colour never carries a meaning alone: every state is a word or a place as well. On a background that nobody knows
/// only colours are used that stand on a background of their own.
public enum Theme: CaseIterable, Hashable, Sendable {
  /// 256 colours on a light background.
  case light
  /// 256 colours on a dark background.
  case dark
  /// 8 or 16 colours on any background.
  case sixteen
  /// No colours.
  case monochrome

  /// The theme for a terminal of so many colours and a background, where that is known.
  public init(colours: Int, background: TerminalBackground?) {
    switch (colours, background) {
    case (..<8, _): self = .monochrome
    case (256..., .light?): self = .light
    case (256..., .dark?): self = .dark
    case (_, _): self = .sixteen
    }
  }

  /// What a style looks like.
  public func appearance(of style: CellStyle) -> Appearance {
    var appearance: Appearance
    switch self {
    case .light: appearance = Palette.light.appearance(style.ink, on: style.ground)
    case .dark: appearance = Palette.dark.appearance(style.ink, on: style.ground)
    case .sixteen: appearance = FewColours.appearance(style.ink, on: style.ground)
    case .monochrome: appearance = NoColours.appearance(style.ink, on: style.ground)
    }
    appearance.bold = appearance.bold || style.bold
    appearance.underline = appearance.underline || style.underline
    return appearance
  }
}
