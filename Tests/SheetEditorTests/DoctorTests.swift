import SheetWording
import Terminal
import Testing

@testable import SheetEditor

@Suite("The look at the terminal")
struct DoctorTests {
  /// Feeds bytes as a terminal sends them; whether the person left.
  @discardableResult
  private func send(_ text: String, to doctor: inout Doctor) -> Bool {
    var decoder = KeyDecoder()
    let raw = text.unicodeScalars.map { RawInput.scalar($0) }
    return doctor.take(raw, decoder.decode(raw))
  }

  private func doctor(
    set widths: AmbiguousWidths? = nil, tmux: Bool = false, rows: Int = 24, columns: Int = 80
  ) -> Doctor {
    let facts = DoctorFacts(type: "xterm-256color", setWidths: widths, isInMultiplexer: tmux)
    return Doctor(facts: facts, size: ScreenSize(rows: rows, columns: columns))
  }

  private let wideAnswers = String(repeating: "\u{1B}[23;3R", count: 6) + "\u{1B}[>41;379;0c\u{1B}[?64;52c"

  @Test("The widths are measured, drawn with and reported, and answers are no keys")
  func measured() {
    var doctor = doctor()
    #expect(doctor.draw().lines.contains { $0.contains("測っています") })
    send(wideAnswers, to: &doctor)
    let screen = doctor.draw()
    #expect(screen.widths.ambiguous == .wide)
    #expect(screen.lines.contains { $0.contains("①2 ※2 ○2 —2 ─2 ⅰ2") })
    #expect(doctor.report.contains { $0.contains("丸数字") && $0.contains("2桁") })
    #expect(doctor.report.joined().contains("渡せる") && doctor.arrived.isEmpty)
  }

  @Test("On the ruler every bar stands in one column, at both widths", arguments: [AmbiguousWidths.narrow, .wide])
  func bars(widths: AmbiguousWidths) {
    let screen = doctor(set: widths).draw()
    let bars = (0..<24).flatMap { row in
      screen.row(row).enumerated().filter { screen.text(of: $0.element) == "|" && $0.offset > 20 }.map(\.offset)
    }
    #expect(bars.count == 1 + AmbiguousClass.allCases.count + Doctor.fixedRows.count && Set(bars) == [34])
  }

  @Test("A setting is followed whatever the terminal says, and tmux is told of")
  func setting() {
    var doctor = doctor(set: .narrow, tmux: true)
    send(wideAnswers, to: &doctor)
    #expect(doctor.draw().widths.ambiguous == .narrow)
    #expect(doctor.report.joined().contains("FURIKAERI_AMBIGUOUS") && doctor.report.joined().contains("tmux"))
  }

  @Test(
    "Keys are shown as they arrive",
    arguments: [
      ("\u{1B}OP", "ESC O P  =  F1"), ("\u{1B}[11~", "ESC [ 1 1 ~  =  F1"), ("\u{1B}[[A", "ESC [ [ A  =  F1"),
      ("\u{13}", "^S  =  Ctrl-S"), ("課題", "課 題  =  「課題」"), ("\u{1B}[1;5D", "ESC [ 1 ; 5 D  =  Ctrl-←"),
    ])
  func keys(bytes: String, line: String) {
    var doctor = doctor()
    #expect(!send(bytes, to: &doctor))
    #expect(doctor.draw().lines.contains { $0.hasSuffix(line) })
    #expect(doctor.report.last == line)
  }

  @Test("Typed text stands in the box with the cursor behind it")
  func box() {
    var doctor = doctor()
    send("課題", to: &doctor)
    let screen = doctor.draw()
    let row = screen.lines.firstIndex { $0.contains("[課題") }
    #expect(row != nil && screen.cursor?.row == row)
    #expect(screen.cursor?.column == 1 + screen.widths.columns(of: Wording.Doctor.box + "[課題"))
  }

  @Test("Two of the same ending key in a row leave; anything between them does not")
  func leaving() {
    var doctor = doctor()
    #expect(!send("\u{11}", to: &doctor) && send("\u{11}", to: &doctor))
    #expect(!send("\u{1B}", to: &doctor) && !send("\u{1B}[21~", to: &doctor) && !send("x", to: &doctor))
    #expect(!send("\u{1B}[21~", to: &doctor) && send("\u{1B}[21~", to: &doctor))
  }

  @Test("It draws at every size")
  func sizes() {
    for rows in 0..<50 {
      for columns in stride(from: 0, to: 150, by: 7) {
        var doctor = doctor(tmux: true, rows: rows, columns: columns)
        send("長い文をここに打ち込む長い文をここに打ち込む", to: &doctor)
        let screen = doctor.draw()
        for row in 0..<rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
      }
    }
  }
}
