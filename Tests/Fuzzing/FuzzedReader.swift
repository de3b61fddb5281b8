// Holds the readers that are tried with whatever bytes can come, and what has to hold for each of them.

import Foundation
import TestSupport

/// A reader of something that others write.
public enum FuzzedReader: String, CaseIterable, Sendable {
  /// JSON as a value.
  case json
  /// A sheet's file.
  case sheet
  /// The supervisors' marks on a sheet.
  case marks
  /// The journal of a draft.
  case journal
  /// The text of a published form.
  case published
  /// CSV, JSON and Markdown that come back.
  case returned
  /// A workbook that comes back: the zip, and the XML in it.
  case workbook
  /// What a terminal sends.
  case keys

  /// Reads some bytes and holds what comes of it against what has to hold.
  ///
  /// - Returns: the kind of answer, such as the reason for which the bytes are refused.
  /// - Throws: `FuzzFinding` where something does not hold.
  public func read(_ bytes: [UInt8], in place: FuzzPlace) throws -> String {
    switch self {
    case .json: try JSONFuzzing.read(bytes)
    case .sheet: try SheetFuzzing.read(bytes, in: place)
    case .marks: try MarksFuzzing.read(bytes, in: place)
    case .journal: try JournalFuzzing.read(bytes, in: place)
    case .published: try PublishedFuzzing.read(bytes)
    case .returned: try ReturnedFuzzing.read(bytes)
    case .workbook: try WorkbookFuzzing.read(bytes)
    case .keys: try KeysFuzzing.read(bytes)
    }
  }

  /// What to begin with: small files of the kind that the reader takes, and what was found to reach more of it.
  public func corpus() throws -> [[UInt8]] {
    let folder = "\(packageFolder)/Tests/Fuzzing/Corpus/\(rawValue)"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
  }
}

/// Something that does not hold for some bytes.
public struct FuzzFinding: Error, CustomStringConvertible {
  /// What does not hold.
  public let description: String

  /// Throws a finding where a condition is not met.
  static func unless(_ condition: Bool, _ description: @autoclosure () -> String) throws {
    if !condition { throw FuzzFinding(description: description()) }
  }
}
