import Terminal
import Testing

@Suite("Every character of the two published forms, at both ambiguous widths")
struct PublishedCharactersTests {
  private static let ascii = " \"%(),-./0123456789:;<=>ABCDEIKLMNOPRSTVabcdefghiklmnoprstuvwxy"
  private static let ambiguous = "—“”※ⅢⅣ①②③④⑤⑧○★"
  private static let full = """
    、。々「」【】あいうえおかがきくぐけげこさざしじすずせそぞただちっつづてでとどなにのはばびふへべまみむめ\
    もやよらりるれわをんァアィイウェエォガギクグケコサシジスズセゼソタダチッテデトドナニネノハバパビピフブプ\
    ベペホボポマミムメュョラリルレロワン・ー一万上下不与世中主予事交人介仕他付代令以件任企休会位低住体作併使\
    例供価係促保信修個値健備催働償元充先光児入全公共具内円再冷処出分切判別利制則削前割創力功加助努励効動務勤\
    勧化区協単即原参及反収取受口可各合同向告周呼和品員商問啓善喪営嘱回団困囲図固国圏在地垂型域執基堂報場境増\
    士外多大天太夫失奨委婦子存学守安定実宣室害容寄察寡寺対専導小少局居展属履工左差己市布席帯常幅平年庁広底店\
    度座庫康式引強当形影役待律徴徹心必応思性情意感態慮成戦房所手払承把抜択担拠拡括持指振排接推掲提換握揮援携\
    支改政教数整料断新方施既日旨早明易映時暇暖替月有服期未本材果枠柱査校根格案検業極概構様標権橋機欠次欲止正\
    歩歳残母毎比民気求決治沿況法活派流消深減渡温満源準滞灯災炭点無照父特状独率王現球理環生産用男町画略疑発登\
    的盤目直相省真督知短研確社祉福種積窓窮立等策箇算管節範築精約納紙素細紹組経結絡給統継続維総編練縁縮績織置\
    美考者耗職育能自舎般色若荷行表補要見規視覧解触言計討訓記設許証評話該詳認誤説誰課調談諸講識警議護象負財責\
    貸費資購起超趣足踏躍身転軽較輪込迅近返追送透通速連進運過道達遣適遵選還部都配重野量金針録長開間関阪防附限\
    除険陽随際集電面革響頃項順須頼題額願養駐験骸高魅齢：～
    """

  private static let all = ascii + ambiguous + full

  @Test("It takes the columns that a terminal gives it", arguments: [AmbiguousWidths.narrow, .wide])
  func columns(ambiguous: AmbiguousWidths) {
    let widths = DisplayWidths(ambiguous: ambiguous)
    for character in PublishedCharactersTests.ascii { #expect(widths.columns(of: character) == 1) }
    for character in PublishedCharactersTests.full { #expect(widths.columns(of: character) == 2, "\(character)") }
    for character in PublishedCharactersTests.ambiguous {
      #expect(widths.columns(of: character) == (ambiguous == .wide ? 2 : 1), "\(character)")
    }
  }

  @Test("It is shown as it is, in its cells, on lines that lose nothing", arguments: [AmbiguousWidths.narrow, .wide])
  func drawn(ambiguous: AmbiguousWidths) {
    let widths = DisplayWidths(ambiguous: ambiguous)
    for width in [2, 3, 37, 80] {
      let lines = LineBreaker(width: width, widths: widths).lines(of: PublishedCharactersTests.all)
      #expect(lines.joined() == PublishedCharactersTests.all)
      var screen = ScreenBuffer(size: ScreenSize(rows: lines.count, columns: width), widths: widths)
      for (row, line) in lines.enumerated() {
        #expect(SafeText.visible(line) == line && widths.columns(of: line) <= width)
        screen.write(line, at: ScreenPosition(row: row, column: 0))
        #expect(screen.row(row).map { screen.text(of: $0) }.joined().hasPrefix(line))
      }
    }
  }
}
