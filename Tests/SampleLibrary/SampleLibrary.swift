// Holds a program that makes a library of many wards and years, of the size of the real one, to measure with.

import Glibc
import InitiativeModel
import SheetExchange
import SheetStorage
import TestSupport

/// `SampleLibrary FOLDER [WARDS [SHEETS [YEARS]]]`: 24 wards of 20 sheets in one year unless told otherwise.
///
/// The same numbers make the same files. Every third ward has filled in its mid-term reviews, every tenth sheet has ②.
@main
enum SampleLibrary {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    guard let folder = words.first else { exit(2) }
    let counts = words.dropFirst().compactMap { Int($0) } + [24, 20, 1].dropFirst(max(0, words.count - 1))
    for year in 0..<counts[2] {
      for (index, ward) in OsakaWards.names.prefix(counts[0]).enumerated() {
        try make(ward, 2020 - counts[2] + year, counts[1], in: folder, index)
      }
    }
  }

  private static func make(_ ward: String, _ year: Int, _ sheets: Int, in folder: String, _ index: Int) throws {
    guard let year = FiscalYear(year), let romaji = OsakaWards.romaji(of: ward) else { return }
    let book = BookFolder(path: "\(folder)/\(romaji)-\(year.year)")
    try book.createBook(BookHeader(ward: ward, fiscalYear: year))
    var random = SeededGenerator(seed: UInt64(index))
    for number in 1...sheets {
      _ = try book.create(try sheet(number, isFilled: index % 3 > 0, &random).validated())
    }
  }

  private static func sheet(_ number: Int, isFilled: Bool, _ random: inout SeededGenerator) -> InitiativeSheet {
    func text(_ lines: Int) -> LongText {
      LongText(lines: (0..<lines).map { _ in line(&random) })
    }
    var sheet = InitiativeSheet(
      number: number, title: "見本の取組その\(number)(区政編 改革の柱\(number % 3 + 1) I-ア)", starred: number % 7 == 0,
      plan: Plan(policyAndTargets: text(9), annualActions: text(9)))
    guard isFilled else { return sheet }
    let isMet = number % 10 > 0
    sheet.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: isMet ? .willBeMet : .willNotBeMet,
      issuesAndImprovements: isMet ? "" : text(3))
    sheet.selfEvaluation.results = text(4)
    return sheet
  }

  private static let parts = [
    "窓口の案内", "職員の研修", "地域の会議", "広報紙", "相談の件数", "防災の訓練", "を見直し、", "を増やし、", "を続け、", "を改め、", "参加者の声を聞く。",
    "回数を前年より増やす。", "結果を公表する。", "記録を残す。",
  ]

  /// One line: what, how, to what end.
  private static func line(_ random: inout SeededGenerator) -> String {
    let whats = parts[..<6]
    let hows = parts[6..<10]
    let ends = parts[10...]
    let sentence = (0..<2).map { _ in
      (whats.randomElement(using: &random) ?? "") + (hows.randomElement(using: &random) ?? "")
        + (ends.randomElement(using: &random) ?? "")
    }
    return "・" + sentence.joined()
  }
}
