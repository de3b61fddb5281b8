// Holds `doctor` without a folder: a look at the terminal.

import CursesTerminal
import Glibc
import SheetEditor
import SheetSession
import SheetWording
import Terminal

struct DoctorCommand {
  func run() -> Int32 {
    let settings: TerminalSettings
    switch TerminalSettings.read() {
    case .success(let read): settings = read
    case .failure(let obstacle):
      Output.message(Wording.sentence(obstacle))
      return ExitStatus.usage
    }
    guard let wake = Wake.open(), let device = CursesTerminal(settings: settings, wakeDescriptor: wake) else {
      Output.message(Wording.terminalFailed)
      return ExitStatus.unreadable
    }
    EndingSignals.catchAll()
    let facts = DoctorFacts(
      type: settings.type, setWidths: settings.ambiguous,
      isInMultiplexer: environment("TMUX") != nil || environment("STY") != nil
        || ["tmux", "screen"].contains { settings.type.hasPrefix($0) })
    let doctor = examine(device, Doctor(facts: facts, size: device.size))
    device.close()
    for line in doctor.report { Output.result(line) }
    return ExitStatus.done
  }

  /// Asks the terminal and shows what arrives until the person leaves.
  private func examine(_ device: CursesTerminal, _ start: Doctor) -> Doctor {
    var doctor = start
    var decoder = KeyDecoder()
    var isAsking = true
    device.draw(doctor.draw())
    device.ask(widths: true)
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
