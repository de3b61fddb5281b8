import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Text that is only read")
struct ReadTextTests {
  private static let widths = DisplayWidths(ambiguous: .narrow)
  private static let plan = Plan(
    policyAndTargets: "左の一行目である。長いので次の行へ続いていく文である。\n左の二行目", annualActions: "右の一行目\n\n右の三行目\n右の四行目")

  private func reader(_ plan: Plan = plan, width: Int) -> Reader {
    var reader = Reader()
    reader.take(
      ReadText(
        PlanPane(plan, width: width, widths: ReadTextTests.widths).rows.map(\.pieces), widths: ReadTextTests.widths))
    return reader
  }

  @Test(
    "All of it is copied column by column, each under its name, without line feeds of the layout",
    arguments: [20, 60, 120])
  func all(width: Int) {
    var reader = reader(width: width)
    reader.selectAll()
    #expect(
      reader.selectedText == """
        計画 取組の方針・目標内容
        左の一行目である。長いので次の行へ続いていく文である。
        左の二行目
        計画 当年度の取組内容
        右の一行目

        右の三行目
        右の四行目
        """)
  }

  @Test("In two columns the arrows stay in their own, and a selection does too", arguments: [56, 60, 80])
  func columns(width: Int) {
    var reader = reader(width: width)
    for _ in 0..<3 { reader.move(.down, selecting: true, rows: 10) }
    #expect(reader.selectedText?.hasPrefix("左の一行目") == true && reader.selectedText?.contains("右") == false)
    reader.moveToText(by: 1, rows: 10)
    for _ in 0..<9 { reader.move(.down, selecting: true, rows: 10) }
    #expect(reader.selectedText == "右の一行目\n\n右の三行目\n")
    reader.move(.end, selecting: true, rows: 10)
    #expect(reader.selectedText == "右の一行目\n\n右の三行目\n右の四行目")
  }

  @Test("One grapheme at a time to the end and back, over every row")
  func arrows() {
    var reader = reader(width: 20)
    var places = [reader.cursor]
    while reader.cursor != reader.text.end {
      reader.move(.right, rows: 5)
      #expect(reader.cursor > places[places.count - 1])
      places.append(reader.cursor)
    }
    for place in places.reversed().dropFirst() {
      reader.move(.left, rows: 5)
      #expect(reader.cursor == place)
    }
  }

  @Test("Words are gone over as in a text that is written, over the ends of rows and not of paragraphs")
  func words() {
    for width in [7, 20, 120] {
      var reader = reader(width: width)
      for _ in 0..<4 { reader.move(.wordRight, selecting: true, rows: 10) }
      #expect(reader.selectedText == "左の一行目である", "\(width)")
      reader.move(.wordLeft, selecting: true, rows: 10)
      #expect(reader.selectedText == "左の一行目", "\(width)")
      reader.move(.wordLeft, rows: 10)
      for _ in 0..<14 { reader.move(.wordRight, rows: 10) }
      let end = reader.cursor
      reader.move(.wordRight, selecting: true, rows: 10)
      #expect(reader.selectedText == "\n", "\(width)")
      reader.move(.wordLeft, rows: 10)
      #expect(reader.cursor == end, "\(width)")
    }
  }

  @Test("What is copied is the text as it is stored")
  func hostile() {
    let text = "一\u{202E}二\u{1B}[31m三\nｶﾞｲﾄﾞ か\u{3099}\r\n" + String(repeating: "長い文。", count: 5000) + "\n　字下げ\n\n"
    let stored = LongText(text)
    for width in [2, 7, 60, 130] {
      var reader = reader(Plan(policyAndTargets: stored), width: width)
      reader.selectAll()
      #expect(LongText(reader.selectedText ?? "") == stored)
    }
  }

  @Test("The selection and the cursor stay at their text when the width changes")
  func resized() {
    var reader = reader(width: 20)
    for _ in 0..<5 { reader.move(.right, rows: 5) }
    for _ in 0..<20 { reader.move(.right, selecting: true, rows: 5) }
    let before = reader.selectedText
    reader.take(self.reader(width: 70).text)
    #expect(reader.selectedText == before && before?.count == 20)
  }

  @Test("Whatever is pressed, at any size, the cursor stays in the text and on the screen")
  func everySize() {
    let moves: [TextMove] = [
      .down, .right, .screenDown, .up, .end, .rowStart, .left, .screenUp, .rowEnd, .start, .down,
    ]
    for plan in [ReadTextTests.plan, Plan(), Plan(annualActions: "\n")] {
      for width in stride(from: 1, through: 200, by: 3) {
        var reader = reader(plan, width: width)
        for rows in [1, 2, 3, 20, 200] {
          for (index, move) in moves.enumerated() {
            reader.move(move, selecting: index.isMultiple(of: 2), rows: rows)
            reader.scroll(by: index.isMultiple(of: 3) ? 1 : -1, rows: rows)
            reader.fit(rows: rows)
            #expect(reader.cursor <= reader.text.end)
            #expect(reader.text.pieces.isEmpty || (reader.top..<(reader.top + rows)).contains(reader.row))
            _ = reader.selectedText
          }
        }
      }
    }
  }
}
