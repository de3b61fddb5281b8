// Holds `doctor`: a look at the terminal, or at who can work in a folder.

import SheetEditor
import SheetSession
import SheetSettings
import SheetStorage
import SheetWording
import Terminal

struct DoctorCommand: ProgramCommand {
  /// The folder to look at; nil for the terminal.
  let folder: String?

  init(_ words: CommandWords) { folder = words.argument }

  func run() throws(StorageError) -> Int32 {
    if let folder { return try FolderDoctor(folder: folder).run() }
    guard let settings = TerminalSettings.usable() else { return ExitStatus.usage }
    let facts = DoctorFacts(
      type: settings.type, setWidths: settings.ambiguous,
      isInMultiplexer: environment("TMUX") != nil || environment("STY") != nil
        || ["tmux", "screen"].contains { settings.type.hasPrefix($0) }, reportsMouse: settings.reportsMouse,
      setMouse: settings.mouse)
    let seen = settings.onTerminal { examine($0, Doctor(facts: facts, size: $0.size)) }
    guard let seen else { return ExitStatus.unreadable }
    for line in seen.report + Wording.Settings.report(.atStart) { Output.result(line) }
    return ExitStatus.done
  }

  /// Asks the terminal and shows what arrives until the person leaves.
  func examine(_ device: any TerminalDevice, _ start: Doctor) -> Doctor {
    var doctor = start
    var decoder = KeyDecoder()
    var isAsking = true
    device.draw(doctor.draw())
    device.ask(widths: true, background: device.colours >= 256)
    while EndingSignals.received == nil {
      let raw = device.read(timeoutMilliseconds: 1000)
      if doctor.take(raw, decoder.decode(raw)) { break }
      if isAsking, doctor.hasAnswers {
        isAsking = false
        device.restoreProbeRow()
      }
      device.draw(doctor.draw())
    }
    return doctor
  }
}

extension DoctorCommand {
  static let name = "doctor"
  static let usage = "[FOLDER]"
  static let summary = "端末の字の幅とキーを調べる(FOLDER があれば、そこでだれが働けるか)"
  static let help = """
    端末が ①※─ などを何桁で描くか、キーが何を送るか、IMEの窓がどこに出るかを画面で確かめます。
    終わると、見えたことと、いまの設定(値と、どこで決まったか)を文字で出します。
    FOLDER を指定すると、そのフォルダーでだれが読み、保存し、印を付けられるか、できない人がいれば何が止めていて
    どの命令で直るかを表示します。できない人がいれば 4 で終わります。
    """
}
