// Holds an item file in which git left two versions of its sheet.

import InitiativeModel

/// An item file whose merge is not finished: the two sheets in it, or why they cannot be had.
public struct UnmergedFile: Equatable, Sendable {
  /// Why what becomes of the two versions cannot be settled by this program.
  public enum Obstacle: Equatable, Sendable {
    /// The markers do not follow one another as git writes them.
    case markers
    /// The version above the ======= is no sheet; the other one is.
    case ours
    /// The version below it is none; the other one is.
    case theirs
    /// None of the two is one.
    case both
    /// The two are of different items.
    case otherNumber
    /// They differ in keys that this program does not know.
    case unknownKeys([String])
  }

  /// The line of the first marker, from 1.
  public let line: Int
  /// How many places git marked.
  public let places: Int
  /// What git calls the version above the =======, such as HEAD.
  public let oursName: String
  /// What git calls the version below it, such as a branch.
  public let theirsName: String
  /// The versions; nil where they cannot be settled.
  public let versions: GitVersions?
  /// Why they cannot.
  public let obstacle: Obstacle?
  /// What a save of the settled sheet replaces: the sheet as the lower version has it, and all bytes of the file.
  public let stored: StoredSheet?

  /// Reads a file.
  ///
  /// - Parameter line: the line of its first marker.
  init(_ fileName: String, _ bytes: [UInt8], line: Int) {
    self.line = line
    guard let marked = MarkedVersions(bytes) else {
      (places, oursName, theirsName, obstacle) = (0, "", "", .markers)
      (versions, stored) = (nil, nil)
      return
    }
    (places, oursName, theirsName) = (marked.count, marked.oursName, marked.theirsName)
    let ours = UnmergedFile.sheet(marked.ours)
    let theirs = UnmergedFile.sheet(marked.theirs)
    guard let ours, let theirs else {
      obstacle = ours != nil ? .theirs : theirs != nil ? .ours : .both
      (versions, stored) = (nil, nil)
      return
    }
    let differing = UnmergedDocument(marked)?.differing ?? []
    obstacle = ours.number != theirs.number ? .otherNumber : differing.isEmpty ? nil : .unknownKeys(differing)
    guard obstacle == nil else {
      (versions, stored) = (nil, nil)
      return
    }
    versions = GitVersions(
      ours: ours, theirs: theirs, base: marked.base.flatMap { UnmergedFile.sheet($0) }, oursName: oursName,
      theirsName: theirsName)
    stored = StoredSheet(fileName: fileName, sheet: theirs, bytes: bytes)
  }

  private static func sheet(_ bytes: [UInt8]) -> InitiativeSheet? {
    (try? JSONParser.parse(bytes)).flatMap { try? SheetCodec.decode($0) }
  }

  /// The sheet that a file's bytes hold: of two versions the lower one; nil where they hold none.
  static func sheet(in bytes: [UInt8]) -> InitiativeSheet? {
    sheet(bytes) ?? MarkedVersions(bytes).flatMap { sheet($0.theirs) }
  }
}
