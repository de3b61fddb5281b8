// Holds how much a JSON document may hold, so that reading one never takes long.

/// What a document may hold at most, beside its size, which is for whoever reads the file.
public struct JSONLimits: Sendable {
  /// How deeply values may be nested.
  public let depth: Int
  /// How many keys all objects may have together.
  public let keys: Int
  /// How many values there may be, those inside others among them.
  public let values: Int

  /// A book's files: more values than a sheet of the largest size can have lines, far more keys than a form has.
  public static let file = JSONLimits(depth: 64, keys: 10_000, values: 1_000_000)
  /// An export, which holds the sheets of one book or of many, and nothing that is nested deeply.
  public static let export = JSONLimits(depth: 16, keys: 100_000, values: 300_000)
  /// A line of history, which holds what two versions of a file differ in.
  static let historyLine = JSONLimits(depth: 68, keys: 50_000, values: 4_000_000)
}
