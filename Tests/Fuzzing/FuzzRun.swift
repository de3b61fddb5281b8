// Holds a run of a reader over inputs that grow out of its corpus.

import Foundation
import TestSupport

/// Tries a reader with its corpus and with what is made of it; an input with a new kind of answer is built on.
public struct FuzzRun {
  /// How many inputs were read.
  public private(set) var count = 0
  /// How often each kind of answer came.
  public private(set) var answers: [String: Int] = [:]
  /// What did not hold, with the input.
  public private(set) var finding: (what: String, input: [UInt8])?
  /// The most processor time that one input took, in seconds.
  public private(set) var slowest = 0.0

  private let reader: FuzzedReader
  private let place: FuzzPlace
  private var inputs: [[UInt8]]
  private var mutation: Mutation

  /// Makes a run that has read nothing.
  public init(_ reader: FuzzedReader, seed: UInt64) throws {
    self.reader = reader
    place = try FuzzPlace()
    inputs = try reader.corpus()
    mutation = Mutation(seed: seed, words: reader.words)
  }

  /// Reads the corpus.
  public mutating func readCorpus() {
    for input in inputs where finding == nil { read(input) }
  }

  /// Reads one more input.
  public mutating func step() { read(mutation.next(of: inputs)) }

  private mutating func read(_ input: [UInt8]) {
    count += 1
    let (seconds, answer) = ProcessorTime.seconds { Result { try reader.read(input, in: place) } }
    slowest = max(slowest, seconds)
    switch answer {
    case .success(let kind):
      if answers[kind] == nil, inputs.count < FuzzRun.mostInputs { inputs.append(input) }
      answers[kind, default: 0] += 1
    case .failure(let error): finding = (String(describing: error), input)
    }
  }

  private static let mostInputs = 2000
}
