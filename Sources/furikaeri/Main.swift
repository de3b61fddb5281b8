// Holds the program's start: the command line, the command, the exit status.

import Glibc
import SheetEditor
import SheetStorage
import SheetWording

@main
enum Furikaeri {
  static func main() {
    Output.fillClosedDescriptors()
    setlocale(LC_ALL, "")
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    exit(Output.finished(run()))
  }

  private static func run() -> Int32 {
    if let word = CommandLine.undecodable {
      Output.message(Wording.undecodableArgument(word))
      return ExitStatus.usage
    }
    return run(Array(CommandLine.arguments.dropFirst()))
  }

  private static func run(_ words: [String]) -> Int32 {
    do {
      let parser = CommandLineParser(exists: { access($0, F_OK) == 0 })
      return run(try parser.parse(words))
    } catch {
      Output.message(Wording.sentence(error))
      return ExitStatus.usage
    }
  }

  private static func run(_ invocation: Invocation) -> Int32 {
    do {
      switch invocation {
      case .help(let command):
        Output.result(command.map { Wording.help($0) } ?? Wording.help)
        return ExitStatus.done
      case .version:
        Output.result("furikaeri \(Wording.version)")
        return ExitStatus.done
      case .edit(let folder, let item): return try EditCommand(folder: folder, item: item).run()
      case .review(let folder, let item):
        return try EditCommand(folder: folder, item: item, isReviewing: true).run()
      case .show(let folder, let item): return try ShowCommand(folder: folder, item: item).run()
      case .status(let folder, let format): return try StatusCommand(folder: folder, format: format).run()
      case .check(let folder, let period, let format):
        return try CheckCommand(folder: folder, period: period, format: format).run()
      case .history(let folder, let item, let verifies):
        return try HistoryCommand(folder: folder, item: item, verifies: verifies).run()
      case .recover(let folder): return try RecoverCommand(folder: folder).run()
      case .doctor(let folder):
        guard let folder else { return DoctorCommand().run() }
        return try FolderDoctor(folder: folder).run()
      case .importSheets(let request): return ImportCommand(request: request).run()
      }
    } catch {
      Output.message(Wording.sentence(error))
      return ExitStatus.of(error)
    }
  }
}

extension CommandLine {
  /// The first argument that is no UTF-8, as it can be shown; `arguments` has it with other characters in it.
  fileprivate static var undecodable: String? {
    unsafeArgv.withMemoryRebound(to: UnsafeMutablePointer<CChar>?.self, capacity: Int(argc)) { words in
      let names = (1..<max(1, Int(argc))).compactMap { words[$0].map { FileName(cString: $0) } }
      return names.first { $0.text == nil }?.shown
    }
  }
}
