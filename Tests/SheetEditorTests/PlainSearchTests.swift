import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetEditor

@Suite("The search over all sheets beside one that looks at every place of every line")
struct PlainSearchTests {
  /// A line of a sheet, folded.
  private struct Line {
    let sheet: SheetID
    let field: SheetField
    let number: Int
    let scalars: [Unicode.Scalar]

    /// How often a text stands in it, from the left and without overlaps; no mark may follow.
    func hits(_ wanted: [Unicode.Scalar]) -> Int {
      var (count, place) = (0, 0)
      while place + wanted.count <= scalars.count {
        let end = place + wanted.count
        guard scalars[place] == wanted[0], scalars[place..<end].elementsEqual(wanted),
          end == scalars.count || scalars[end].properties.canonicalCombiningClass == .notReordered
        else {
          place += 1
          continue
        }
        count += 1
        place = end
      }
      return count
    }
  }

  /// A text folded scalar by scalar.
  private func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { FoldedText([Character($0)]).key.unicodeScalars }
  }

  private func lines(_ sheets: [EditedSheet]) -> [Line] {
    sheets.flatMap { sheet in
      SheetField.searched.flatMap { field in
        sheet.saved.text(of: field).lines.enumerated().map { index, line in
          Line(sheet: sheet.id, field: field, number: index + 1, scalars: folded(line))
        }
      }
    }
  }

  private func agrees(_ query: String, _ index: SearchIndex, _ lines: [Line]) -> Bool {
    let wanted = folded(query)
    let hits = lines.map { $0.hits(wanted) }
    let expected = zip(lines, hits).filter { $1 > 0 }.map(\.0)
    let found = index.find(query)
    let isSame = found.lines.map { index.line($0) }.elementsEqual(expected) {
      $0.sheet == $1.sheet && $0.field == $1.field && $0.number == $1.number
    }
    return isSame && found.hits == hits.reduce(0, +) && found.sheets == Set(expected.map(\.sheet)).count
  }

  @Test("Over all of Data the same lines in the same order, as many hits, as many sheets; typed on as well")
  func data() throws {
    var sheets: [EditedSheet] = []
    for path in try LibraryFolder.places(packageFolder + "/Data") {
      for case .readable(let stored) in try BookFolder(path: path).load().entries {
        sheets.append(EditedSheet(id: SheetID(book: path, fileName: stored.fileName), saved: stored.sheet))
      }
    }
    #expect(sheets.count == 28)
    let index = SearchIndex(sheets)
    let lines = lines(sheets)
    let text = sheets.flatMap { sheet in SheetField.searched.flatMap { sheet.saved.text(of: $0).lines } }
    let characters = Set(text.joined()).sorted()
    #expect(characters.count > 500)
    let kana = characters.filter { ("\u{3041}"..."\u{30FF}").contains($0) }
    let others = characters.enumerated().filter { $0.offset.isMultiple(of: 20) }.map(\.element)
    for character in kana + others + ["②", "鬱", "ｶﾞ", "か", "は"] {
      #expect(agrees(String(character), index, lines), "\(character)")
    }
    for line in text.enumerated().filter({ $0.offset.isMultiple(of: 40) }).map(\.element) where line.count > 9 {
      let start = line.index(line.startIndex, offsetBy: line.count / 3)
      for length in [2, 3, 6] {
        let query = String(line[start...].prefix(length))
        #expect(agrees(query, index, lines), "\(query)")
        let beginning = String(query.dropLast())
        guard SearchIndex.goesOn(query, from: beginning) else { continue }
        #expect(index.find(query, in: index.find(beginning).lines) == index.find(query), "\(query)")
      }
    }
  }

  @Test("A line of seventy thousand characters is counted to its end, and so are the lines around it")
  func longLine() {
    var sheet = EditorRobot.sheet(1)
    sheet.selfEvaluation.results = LongText("ゑ\n" + String(repeating: "ゑ", count: 70_000) + "\nゐゑ")
    let index = SearchIndex([EditedSheet(id: EditorRobot.id(1), saved: sheet)])
    #expect(index.find("ゑ").hits == 70_002 && index.find("ゑ").lines.count == 3)
    #expect(index.find("ゑゑ").hits == 35_000 && index.find("ゐゑ").hits == 1)
  }

  @Test("Any letters with any marks, alone and together")
  func marks() {
    var random = SeededGenerator(seed: 11)
    let letters = [
      "か", "が", "か\u{3099}", "は\u{309A}", "目", "目\u{3099}", "e", "e\u{301}", "\u{302A}", "𠮷", "𠮷\u{3099}", "1",
    ]
    for _ in 0..<80 {
      let some = (0..<4).map { _ in letters.randomElement(using: &random) ?? "" }
      func text(_ count: Int) -> String {
        (0..<count).map { _ in some.randomElement(using: &random) ?? "" }.joined()
      }
      let sheets = (1...3).map { number in
        var sheet = EditorRobot.sheet(number)
        sheet.selfEvaluation.results = LongText(
          lines: (0..<4).map { _ in text(Int.random(in: 0...40, using: &random)) })
        return EditedSheet(id: EditorRobot.id(number), saved: sheet)
      }
      let (index, lines) = (SearchIndex(sheets), lines(sheets))
      for query in letters.dropLast() + [text(2), text(3)] where FoldedText(query).key.unicodeScalars.first != nil {
        #expect(agrees(query, index, lines), "\(query) in \(sheets.map(\.saved.selfEvaluation.results.lines))")
      }
    }
  }
}
