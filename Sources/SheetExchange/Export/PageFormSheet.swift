// Holds one sheet of the page: its heading and the three tables of the form.

import InitiativeModel

/// One sheet in the form's layout.
///
/// The heading is the head of a table around the form's own, so that a browser prints it again on every page that the
/// sheet goes on to; each part's labels are the head of its table for the same reason.
struct PageFormSheet {
  let sheet: InitiativeSheet
  let header: BookHeader
  /// The sheet's place among all, from 1.
  let place: Int
  /// Whether the file has no other sheet, and no list of contents.
  let isSingle: Bool

  /// The sheet's section.
  var html: String {
    let back = isSingle ? "" : "<p class=\"back\"><a href=\"#contents\">目次へ</a></p>\n"
    return """
      <section class="sheet \(PageFormSize(sheet).rawValue)" id="sheet-\(place)" aria-labelledby="title-\(place)">
      <table class="frame" role="presentation">
      <thead><tr><td>
      \(heading)
      </td></tr></thead>
      <tbody><tr><td>
      \([plan, midTerm, final].joined(separator: "\n"))
      </td></tr></tbody>
      </table>
      \(back)</section>
      """
  }

  // MARK: Heading

  private var heading: String {
    let level = isSingle ? "h1" : "h2"
    let star = sheet.starred ? "<span class=\"star\">\(PrintedForm.star)</span>" : ""
    let subtitle = sheet.subtitle.isEmpty ? "" : "\n<p class=\"subtitle\">\(SafeOutput.escaped(sheet.subtitle))</p>"
    let book = "<p class=\"book\"><span>\(SafeOutput.escaped(header.title))</span> "
    return """
      \(book)<span>\(SafeOutput.escaped(PageForm.name(header)))</span></p>
      <\(level) class="title" id="title-\(place)"><span class="item">\(PrintedForm.item) \(sheet.number)</span> \
      <span class="name">【\(SafeOutput.escaped(sheet.title))】\(star)</span></\(level)>\(subtitle)
      """
  }

  // MARK: The three parts

  private static let columns =
    "<colgroup><col class=\"c1\"><col class=\"c2\"><col class=\"c3\"><col class=\"c4\"></colgroup>"

  private var plan: String {
    let left = PrintedForm.policyAndTargets
    let right = PrintedForm.annualActions
    return table(
      PrintedForm.plan,
      head: label(left, columns: 2) + label(right),
      body: cell(written(sheet.plan.policyAndTargets), left, columns: 2)
        + cell(written(sheet.plan.annualActions), right)
    )
  }

  private var midTerm: String {
    let period = ReviewPeriod.midTerm
    let note = note(period)
    return table(
      period.printedName,
      head: asked(.implementationForecast) + label(note),
      body: asked(.targetForecast) + cell(required(period), note))
  }

  private var final: String {
    let period = ReviewPeriod.final
    let note = note(period)
    let results = EntryField.results.printedLabel
    let left = """
      <div class="text">\(written(sheet.text(of: .results)))</div>
      <div class="choice">\(choice(.achievement))</div>
      """
    return table(
      period.printedName,
      head: label(results, columns: 2) + label(note),
      body: cell(left, results, columns: 2) + cell(required(period), note))
  }

  /// A part of the form: its name, with the labels that stand beside it, above its texts.
  private func table(_ name: String, head: String, body: String) -> String {
    """
    <table class="part">
    \(PageFormSheet.columns)
    <thead><tr><th class="part" scope="col">\(name)</th>\(head)</tr></thead>
    <tbody><tr><td class="under"></td>\(body)</tr></tbody>
    </table>
    """
  }

  private func label(_ text: String, columns: Int = 1) -> String {
    "<th class=\"label\" scope=\"col\"\(span(columns))>\(SafeOutput.escaped(text))</th>"
  }

  /// A cell with its label once more, for screens on which all cells stand one under another.
  private func cell(_ html: String, _ label: String, columns: Int = 1) -> String {
    "<td\(span(columns)) data-label=\"\(SafeOutput.escaped(label))\">\(html)</td>"
  }

  private func span(_ columns: Int) -> String { columns > 1 ? " colspan=\"\(columns)\"" : "" }

  private func note(_ period: ReviewPeriod) -> String {
    let sign = sheet.printedRequirement(of: period)
    return "\(period.requiredText.printedLabel) \(PrintedForm.requirementNote(sign: sign))"
  }

  // MARK: Choices

  /// The label of a choice, and the choice beside it.
  private func asked(_ field: EntryField) -> String {
    "<th class=\"asked\" scope=\"row\">\(field.printedLabel)</th><td class=\"choice\">\(choice(field))</td>"
  }

  /// The chosen sign in its box, empty where nobody has chosen, and the printed legend.
  private func choice(_ field: EntryField) -> String {
    let chosen = sheet.chosenOption(of: field)
    let legend = field.options.map { option in
      let words = SafeOutput.escaped(option.legend)
      return option == chosen ? "<b>\(words)</b>" : "<span>\(words)</span>"
    }
    return
      "<span class=\"sign\">\(chosen?.sign ?? "")</span> <span class=\"legend\">\(legend.joined(separator: " "))</span>"
  }

  // MARK: Texts

  /// 課題と改善策: — under ① where nothing is written.
  private func required(_ period: ReviewPeriod) -> String {
    let text = sheet.text(of: period.requiredText)
    let isFree = sheet.choice(of: period.decidingChoice) == .first
    return isFree && text.isUnwritten ? "<p>\(PrintedForm.nothing)</p>" : written(text)
  }

  /// The lines of a text; what begins with a sign of a list hangs behind it.
  private func written(_ text: LongText) -> String {
    text.lines.map { line in
      let isListed = line.unicodeScalars.first.map { PageFormSheet.bullets.contains($0) } ?? false
      return "<p\(isListed ? " class=\"listed\"" : "")>\(SafeOutput.escaped(line))</p>"
    }.joined(separator: "\n")
  }

  private static let bullets = Set("・○●◎◇◆□■※①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars)
}

extension ChoiceOption {
  /// The option as the form prints it: (i)実施見込み, ①:達成見込み.
  var legend: String { sign.hasSuffix(")") ? sign + label : "\(sign):\(label)" }
}

extension LongText {
  /// Whether nothing is to be seen of the text on paper.
  var isUnwritten: Bool { string.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
}
