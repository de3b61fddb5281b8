// Holds where each stretch of a published text went.

import InitiativeModel

/// A stretch of a published text with the one place it went to.
///
/// The pieces of a result together hold every character of the text but white space and markup (tags, entities, the
/// pipes and rules of Markdown, the quotes around a cell), each once: what a field of a sheet holds is what the pieces
/// with that place hold.
public struct ImportedPiece: Equatable, Sendable {
  /// Where a stretch of text can go.
  public enum Place: Hashable, Sendable {
    /// A field of the sheet at this place of `ImportResult.sheets`.
    case field(sheet: Int, SheetField)
    /// No place: it is told, with its line.
    case unplaced
    /// What the form prints itself, or what stands on a page besides it.
    case furniture(Furniture)
  }

  /// What of a text is nobody's content.
  public enum Furniture: String, CaseIterable, Sendable {
    /// 取組項目 and the number, again on a later page as well, and the brackets and the star of a title.
    case heading
    /// A printed label or row heading.
    case label
    /// The legend of a choice.
    case legend
    /// ※左記が「②」の場合は必須.
    case requirement
    /// A dash that stands for nothing.
    case dash
    /// The number of a page.
    case pageNumber
    /// The form's own heading, 【様式3】, or what stands at the top or the foot of every page.
    case runningHead
    /// An entry of a list of contents.
    case contents
    /// The same text once more, in a row that is printed twice.
    case repeated
  }

  /// The text as it stands there, without markup.
  public let text: String
  /// The line it begins on, from 1.
  public let line: Int
  /// Where it went.
  public let place: Place
}
