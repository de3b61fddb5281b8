// Holds the program's start: the command line, the command, the exit status.

import Glibc
import SheetEditor
import SheetStorage
import SheetWording

@main
enum Furikaeri {
  static func main() {
    Output.fillClosedDescriptors()
    setlocale(LC_CTYPE, "")
    setlocale(LC_MESSAGES, "")
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
      return run(try Invocation(words))
    } catch {
      Output.message(Wording.sentence(error))
      return ExitStatus.usage
    }
  }

  private static func run(_ invocation: Invocation) -> Int32 {
    do {
      switch invocation {
      case .help(let command): Output.result(command.map { Wording.help(of: $0) } ?? Wording.help)
      case .version: Output.result("furikaeri \(Wording.version)")
      case .command(let command): return try command.run()
      }
      return ExitStatus.done
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
      for place in 1..<max(1, Int(argc)) {
        if let word = words[place], String(validatingCString: word) == nil { return FileName(cString: word).shown }
      }
      return nil
    }
  }
}
