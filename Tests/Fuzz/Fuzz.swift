// Holds the program that tries the readers for as long as wanted, by itself or led by what the compiler's fuzzer covers.

import Foundation
import Fuzzing

/// Tries a reader for some time: `Fuzz READER SECONDS SEED`; or with one file: `Fuzz READER FILE`.
///
/// Built with `--sanitize fuzzer` it is led by what an input covers, and FUZZ_READER names the reader; docs/contributing.md
/// says how.
@main
enum Fuzz {
  static func main() throws {
    let words = CommandLine.arguments
    if words.count == 3, let reader = FuzzedReader(rawValue: words[1]) {
      let input = Array(try Data(contentsOf: URL(fileURLWithPath: words[2])))
      return print(try reader.read(input, in: FuzzPlace()))
    }
    guard words.count == 4, let reader = FuzzedReader(rawValue: words[1]), let seconds = Int(words[2]),
      let seed = UInt64(words[3])
    else {
      print("Fuzz \(FuzzedReader.allCases.map(\.rawValue).joined(separator: "|")) SECONDS SEED")
      exit(2)
    }
    var run = try FuzzRun(reader, seed: seed)
    run.readCorpus()
    let end = time(nil) + seconds
    while run.finding == nil, time(nil) < end { run.step() }
    print("\(reader.rawValue): \(run.count) inputs, \(run.answers.count) kinds of answer, slowest \(run.slowest) s")
    for (kind, count) in run.answers.sorted(by: { $0.key < $1.key }) { print("\(count)\t\(kind)") }
    guard let finding = run.finding else { return }
    print("FOUND \(finding.what)\n\(String(decoding: finding.input, as: UTF8.self).debugDescription)\n\(finding.input)")
    exit(1)
  }
}

/// The reader that FUZZ_READER names, with its folders.
private let led: (reader: FuzzedReader, place: FuzzPlace)? = {
  guard let name = getenv("FUZZ_READER"), let reader = FuzzedReader(rawValue: String(cString: name)),
    let place = try? FuzzPlace()
  else { return nil }
  return (reader, place)
}()

/// Reads one input of the compiler's fuzzer, which keeps those after which the program ends.
@_cdecl("LLVMFuzzerTestOneInput")
public func readOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let led else { fatalError("FUZZ_READER names no reader") }
  do {
    _ = try led.reader.read(Array(UnsafeBufferPointer(start: bytes, count: count)), in: led.place)
  } catch {
    fatalError("\(error)")
  }
  return 0
}
