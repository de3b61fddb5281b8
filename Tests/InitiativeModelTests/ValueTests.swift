import InitiativeModel
import Testing

@Suite("Values of the form")
struct ValueTests {
  @Test(
    "A first choice is read however it is typed",
    arguments: ["1", "１", "①", "i", "ｉ", "ⅰ", "(i)", "(ⅰ)", "（ｉ）", " ① ", "①："])
  func firstChoice(text: String) {
    let sheet = typedEverywhere(text)
    #expect(sheet.midTermReview.implementationForecast == .willBeCarriedOut)
    #expect(sheet.midTermReview.targetForecast == .willBeMet)
    #expect(sheet.selfEvaluation.achievement == .met)
  }

  @Test(
    "A second choice is read however it is typed", arguments: ["2", "２", "②", "ii", "ｉｉ", "ⅱ", "(ii)", "(ⅱ)", "（ｉｉ）"])
  func secondChoice(text: String) {
    let sheet = typedEverywhere(text)
    #expect(sheet.midTermReview.implementationForecast == .willNotBeCarriedOut)
    #expect(sheet.midTermReview.targetForecast == .willNotBeMet)
    #expect(sheet.selfEvaluation.achievement == .notMet)
  }

  @Test("Anything else is no choice", arguments: ["", "3", "③", "iii", "はい", "12", "—"])
  func noChoice(text: String) {
    #expect(ChoiceOrdinal(typed: text) == nil)
  }

  /// A sheet in which the text was typed into every choice.
  private func typedEverywhere(_ text: String) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    for field in EntryField.allCases { sheet.setChoice(ChoiceOrdinal(typed: text), of: field) }
    return sheet
  }

  @Test("A long text is its lines, in both directions", arguments: [[], ["一"], ["一", ""], ["", ""], ["", "二", "三"]])
  func lines(lines: [String]) {
    let text = LongText(lines: lines)
    #expect(text.lines == lines)
    #expect((1...4).map { text.line($0) } == (0..<4).map { lines.indices.contains($0) ? lines[$0] : nil })
    #expect(text.line(0) == nil)
  }

  @Test("CR LF and CR become LF; other characters stay")
  func lineEnds() {
    #expect(LongText("一\r\n二\r三\n四").lines == ["一", "二", "三", "四"])
    #expect(LongText("か\u{3099}\t\u{0}").string.unicodeScalars.map(\.value) == [0x304B, 0x3099, 9, 0])
  }

  @Test("か with a voicing mark and が are two different texts")
  func scalarEquality() {
    #expect(LongText("か\u{3099}") != LongText("が"))
    #expect(Set([LongText("か\u{3099}"), LongText("が")]).count == 2)
  }

  @Test("Every entry field can be set and read back by its address")
  func access() {
    var sheet = InitiativeSheet(number: 1, title: "題")
    for field in EntryField.allCases {
      #expect(sheet.isBlank(field))
      sheet.setContent(field.isChoice ? field.options[1].sign : "文", of: field)
      #expect(sheet.content(of: field) == (field.isChoice ? field.options[1].sign : "文"))
      #expect(!sheet.isBlank(field))
    }
    #expect(sheet.midTermReview.targetForecast == .willNotBeMet)
    #expect(sheet.selfEvaluation.achievement == .notMet)
    #expect(sheet.entryDifferences(from: InitiativeSheet(number: 1, title: "題")) == EntryField.allCases)
  }

  @Test("The target part of a plan is what stands behind (目標)")
  func targets() {
    let plan = Plan(policyAndTargets: "(目標)\n左の目標", annualActions: "(取組の内容)\n・行う\n(目標)\n○ 件数\n・5件")
    #expect(plan.targetLines == ["○ 件数", "・5件"])
    #expect(Plan(policyAndTargets: "(目標) 左の目標").targetLines == [" 左の目標"])
    #expect(Plan(policyAndTargets: "なし").targetLines.isEmpty)
  }
}
