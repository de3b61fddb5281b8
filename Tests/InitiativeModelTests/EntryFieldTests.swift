import InitiativeModel
import Testing

@Suite("The catalogue of the form's fields")
struct EntryFieldTests {
  @Test("Every field stands in one period, in the form's order, and its file key begins with the period's")
  func periods() {
    #expect(ReviewPeriod.allCases.flatMap(\.fields) == EntryField.allCases)
    for field in EntryField.allCases { #expect(field.rawValue == "\(field.period.key).\(field.key)") }
  }

  @Test("A field leads to its own value and to no other's", arguments: EntryField.allCases)
  func values(field: EntryField) {
    let blank = InitiativeSheet(number: 1, title: "題")
    for content in field.isChoice ? field.options.map(\.sign) : ["文", "一行目\n二行目"] {
      var sheet = blank
      sheet.setContent(content, of: field)
      #expect(sheet.content(of: field) == content && sheet.entryDifferences(from: blank) == [field])
      var copied = blank
      copied.copy(field, from: sheet)
      #expect(copied == sheet)
      sheet.setContent("", of: field)
      #expect(sheet == blank)
    }
  }

  @Test("An edit changes its field only, and one that does not fit changes nothing", arguments: EntryField.allCases)
  func edits(field: EntryField) {
    let blank = InitiativeSheet(number: 1, title: "題")
    let content = field.options.last?.sign ?? "文"
    var sheet = blank
    let fits = sheet.apply(FieldEdit(field: field, offset: 0, removed: "", inserted: content))
    #expect(fits && sheet.content(of: field) == content && sheet.entryDifferences(from: blank) == [field])
    let filled = sheet
    let stillFits = sheet.apply(FieldEdit(field: field, offset: 0, removed: "別の文", inserted: ""))
    #expect(!stillFits && sheet == filled)
  }

  @Test("The ② rule ties a choice to a long text of the same period", arguments: ReviewPeriod.allCases)
  func required(period: ReviewPeriod) {
    #expect(period.decidingChoice.isChoice && period.decidingChoice.period == period)
    #expect(!period.requiredText.isChoice && period.requiredText.period == period)
  }

  @Test("Every row has a name, a short name and help; a choice has two options and a column")
  func rows() {
    for field in EntryField.allCases {
      #expect(!field.printedLabel.isEmpty && !field.shortName.isEmpty && !field.help.isEmpty)
      #expect(field.options.count == (field.isChoice ? 2 : 0) && (field.columnTitle != nil || !field.isChoice))
    }
    let titles = EntryField.allCases.compactMap(\.columnTitle)
    #expect(Set(titles).count == titles.count)
    #expect(Set(titles).isSuperset(of: ["実施見込み", "中間 ①②", "自己評価 ①②"]))
  }

  @Test("The choice of the self-evaluation has no label of its own, and is named by its legend")
  func legend() {
    #expect(!EntryField.achievement.hasLabel && EntryField.achievement.printedLabel == "①目標達成・②目標未達成")
    #expect(EntryField.targetForecast.hasLabel && EntryField.targetForecast.printedLabel == "目標の達成見込み")
  }
}
