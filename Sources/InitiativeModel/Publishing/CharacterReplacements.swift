// Holds what is written for the characters that not every computer shows.

/// The table of replacements.
///
/// A kanji has none, as names are written with it, and neither has ² or ½, which would become a part of the number before.
enum CharacterReplacements {
  /// What is written for a character; nil where there is no other way to write it.
  static func text(for scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if let kana = fullWidthKana(scalar) { return String(Character(kana)) }
    for run in numbered where run.scalars.contains(value) {
      return run.before + String(Int(value - run.scalars.lowerBound) + run.first) + run.behind
    }
    for run in lettered where value >= run.start {
      let place = Int(value - run.start)
      if place < run.letters.count { return run.before + String(Character(run.letters[place])) + run.behind }
    }
    if (0x2E80...0x2FDF).contains(value) { return radical(scalar) }
    return single[scalar]
  }

  /// The kana of usual width; nil for what is no half-width kana.
  static func fullWidthKana(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0xFF61...0xFF9F).contains(scalar.value) else { return nil }
    return kana[Int(scalar.value - 0xFF61)]
  }

  private static let kana = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜".unicodeScalars)

  /// The kanji that a radical of its own is taken for, as text that comes out of a PDF has it (⼈).
  private static func radical(_ scalar: Unicode.Scalar) -> String? {
    let kanji = FoldedText([Character(scalar)]).key
    guard let first = kanji.unicodeScalars.first, kanji.unicodeScalars.count == 1, first != scalar else { return nil }
    return SpecialCharacters.isCommon(first) ? kanji : nil
  }

  // MARK: Runs

  /// Characters that are numbers in order, with what is written around the number.
  private static let numbered: [(scalars: ClosedRange<UInt32>, first: Int, before: String, behind: String)] = [
    (0x2474...0x2487, 1, "(", ")"),  // ⑴
    (0x2488...0x249B, 1, "", "."),  // ⒈
    (0x24EB...0x24F4, 11, "(", ")"),  // ⓫
    (0x24F5...0x24FE, 1, "(", ")"),  // ⓵
    (0x2776...0x277F, 1, "(", ")"),  // ❶
    (0x2780...0x2789, 1, "(", ")"),  // ➀
    (0x278A...0x2793, 1, "(", ")"),  // ➊
    (0x3251...0x325F, 21, "(", ")"),  // ㉑
    (0x32B1...0x32BF, 36, "(", ")"),  // ㊱
    (0x32C0...0x32CB, 1, "", "月"),  // ㋀
    (0x33E0...0x33FE, 1, "", "日"),  // ㏠
    (0x2080...0x2089, 0, "", ""),  // ₀
  ]

  /// Characters that are letters in order, with what is written around the letter.
  private static let lettered: [(start: UInt32, letters: [Unicode.Scalar], before: String, behind: String)] = [
    (0x24B6, Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars), "(", ")"),  // Ⓐ
    (0x3220, Array("一二三四五六七八九十月火水木金土日株有社名特財祝労代呼学監企資協祭休自至".unicodeScalars), "(", ")"),  // ㈠
    (
      0x3280,  // ㊀
      Array("一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜".unicodeScalars), "(", ")"
    ),
    (0x32D0, Array("アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲ".unicodeScalars), "(", ")"),  // ㋐
  ]

  // MARK: Single characters

  /// A character and what is written for it, blanks between.
  private static let rows = """
    Ⅰ=I Ⅱ=II Ⅲ=III Ⅳ=IV Ⅴ=V Ⅵ=VI Ⅶ=VII Ⅷ=VIII Ⅸ=IX Ⅹ=X Ⅺ=XI Ⅻ=XII
    ⅰ=i ⅱ=ii ⅲ=iii ⅳ=iv ⅴ=v ⅵ=vi ⅶ=vii ⅷ=viii ⅸ=ix ⅹ=x ⅺ=xi ⅻ=xii
    ㍉=ミリ ㌔=キロ ㌢=センチ ㍍=メートル ㌘=グラム ㌧=トン ㌃=アール ㌶=ヘクタール ㍑=リットル ㍗=ワット
    ㌍=カロリー ㌦=ドル ㌣=セント ㌫=パーセント ㍊=ミリバール ㌻=ページ ㍂=ホーン ㍃=マイクロ ㍈=ミクロン
    ㌀=アパート ㌆=ウォン ㌕=キログラム ㌖=キロメートル ㌗=キロワット ㌞=コーポ ㌱=ビル ㍀=ポンド ㍎=ヤード ㍇=マンション
    ㎜=mm ㎝=cm ㎞=km ㎎=mg ㎏=kg ㏄=cc ㎡=平方メートル ㎥=立方メートル ㎢=平方キロメートル ㎠=平方センチメートル
    ㎖=ml ㎗=dl ㎘=kl ℓ=リットル ㎍=μg ㎾=kW ㎿=MW ㎅=KB ㎆=MB ㎇=GB ㎐=Hz ㎑=kHz ㎒=MHz ㎓=GHz ㏈=dB ㏊=ha ㏋=HP
    ㍻=平成 ㍼=昭和 ㍽=大正 ㍾=明治 ㋿=令和 №=No. ㏍=K.K. ℡=TEL ℻=FAX ㏂=a.m. ㏘=p.m.
    〝=“ 〟=” ∑=Σ ￤=| ＂=" ＇=' ¥=￥ ‾=￣ –=- ‑=- ⁃=・ •=・ ˜=~ «=《 »=》 ‼=!! ⁇=?? ⁈=?! ⁉=!? ❗=! ❓=? ❕=! ❔=?
    ©=(C) ®=(R) ™=TM \u{B5}=μ ➡=→ ⬅=← ⬆=↑ ⬇=↓ ➜=→ ➔=→ ⚪=○ ⚫=● ⬜=□ ⬛=■ ◾=■ ◽=□ ▪=■ ▫=□
    """

  private static let single: [Unicode.Scalar: String] = Dictionary(
    rows.split { $0 == " " || $0 == "\n" }.compactMap { row in
      let scalars = row.unicodeScalars
      return scalars.first.map { ($0, String(String.UnicodeScalarView(scalars.dropFirst(2)))) }
    }
  ) { first, _ in first }
}
