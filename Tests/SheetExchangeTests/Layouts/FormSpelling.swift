// Holds how one hand types the form: its headings, titles, signs and notes.

import InitiativeModel
import Testing

/// How the headings, labels and legends of a form are typed.
struct FormSpelling: Equatable, Sendable {
  /// How a sheet's number is typed.
  enum Heading: String, CaseIterable, Sendable {
    case spaced = "取組項目 1"
    case joined = "取組項目1"
    case digitsApart = "取組項目 1 9"
    case fullWidth = "取組項目１"
    case circled = "取組項目①"
    case bracketed = "【取組項目1】"
    case numero = "取組項目№1"
    case latinNumero = "取組項目 No.1"

    /// The heading of a sheet.
    func text(_ number: Int) -> String {
      let digits = String(number)
      let wide = String(digits.compactMap { Array("０１２３４５６７８９")[$0.wholeNumberValue ?? 0] })
      switch self {
      case .spaced: return "取組項目 \(number)"
      case .joined: return "取組項目\(number)"
      case .digitsApart: return "取組項目 " + digits.map(String.init).joined(separator: " ")
      case .fullWidth: return "取組項目\(wide)"
      case .circled: return "取組項目" + (Unicode.Scalar(0x245F + UInt32(number)).map { String(Character($0)) } ?? digits)
      case .bracketed: return "【取組項目\(number)】"
      case .numero: return "取組項目№\(number)"
      case .latinNumero: return "取組項目 No.\(number)"
      }
    }
  }

  /// Where the title stands.
  enum Title: String, CaseIterable, Sendable {
    case nextLine, afterBlankLine, sameLine, bareSameLine, bareNextLine

    var isBare: Bool { self == .bareSameLine || self == .bareNextLine }
    var isOnHeadingLine: Bool { self == .sameLine || self == .bareSameLine }
  }

  /// How the signs of 取組内容の実施見込み are typed.
  enum Roman: String, CaseIterable, Sendable {
    case letters = "(i)"
    case small = "(ⅰ)"
    case wideBrackets = "（ⅰ）"
    case wideLetters = "（ｉ）"

    func text(_ sign: String) -> String {
      let isSecond = sign == "(ii)"
      switch self {
      case .letters: return sign
      case .small: return isSecond ? "(ⅱ)" : "(ⅰ)"
      case .wideBrackets: return isSecond ? "（ⅱ）" : "（ⅰ）"
      case .wideLetters: return isSecond ? "（ｉｉ）" : "（ｉ）"
      }
    }
  }

  var heading = Heading.spaced
  var title = Title.nextLine
  var roman = Roman.letters
  /// What stands between ① and its words in a legend.
  var colon = ":"
  /// The sign in the note of 自己評価, where it is not ②.
  var requirement: String?
  /// How the plan's right column begins.
  var actionsHeading = "(取組の内容)"
  /// What is printed where 課題と改善策 is blank under ①.
  var blank = PrintedForm.nothing
  /// Whether the form's own heading stands above each sheet.
  var repeatsFormHeading = false

  /// The sheet as somebody reads it who is given this spelling: what an import has to give.
  func spelled(_ sheet: InitiativeSheet) -> InitiativeSheet {
    var sheet = sheet
    let lines = sheet.plan.annualActions.lines.map { $0 == "(取組の内容)" ? actionsHeading : $0 }
    sheet.plan.annualActions = LongText(lines: lines)
    if let requirement { sheet.selfEvaluation.printedRequirement = requirement }
    return sheet
  }

  /// The lines above the table: number, title, star, subtitle.
  func headLines(_ sheet: InitiativeSheet) -> [String] {
    let number = heading.text(sheet.number)
    let star = sheet.starred ? PrintedForm.star : ""
    let named = (title.isBare ? sheet.title : "【\(sheet.title)】") + star
    let form = repeatsFormHeading ? [PrintedForm.heading] : []
    let tail = sheet.subtitle.isEmpty ? [] : [sheet.subtitle]
    switch title {
    case .nextLine, .bareNextLine: return form + [number, named] + tail
    case .afterBlankLine: return form + [number, "", named] + tail
    case .sameLine: return form + ["\(number) \(named)"] + tail
    case .bareSameLine: return form + ["\(number)　\(named)"] + tail
    }
  }

  /// Spellings that together show every heading, title, sign and note at least once.
  static let all: [FormSpelling] = {
    var all = [FormSpelling()]
    all += Heading.allCases.map { FormSpelling(heading: $0, title: .sameLine) }
    all += Heading.allCases.map { FormSpelling(heading: $0, title: .bareNextLine) }
    all += Title.allCases.map { FormSpelling(heading: .fullWidth, title: $0) }
    all += Roman.allCases.map { FormSpelling(roman: $0, colon: "：") }
    all += [
      FormSpelling(colon: ": "), FormSpelling(requirement: "③"), FormSpelling(actionsHeading: "(取組内容)"),
      FormSpelling(actionsHeading: "（取組内容）"), FormSpelling(actionsHeading: "（取組の内容）"), FormSpelling(blank: ""),
      FormSpelling(blank: "－"), FormSpelling(repeatsFormHeading: true),
    ]
    return all
  }()
}

extension FormSpelling: CustomTestStringConvertible {
  var testDescription: String {
    "\(heading.rawValue) \(title.rawValue) \(roman.rawValue)\(colon)\(requirement ?? "") \(actionsHeading) \(blank)"
      + (repeatsFormHeading ? " 見出しつき" : "")
  }
}
