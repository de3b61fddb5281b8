// Holds the unit of a draft: one change of one entry field.

/// One change of one entry field: at a place, some text was taken out and some put in.
///
/// A choice field is edited as if its sign were its text, so that a draft knows one kind of change only.
public struct FieldEdit: Hashable, Sendable {
  /// The field that changed.
  public let field: EntryField
  /// Where, in UTF-8 bytes from the start of the field's content.
  public let offset: Int
  /// What was taken out; empty for a pure insertion.
  public let removed: String
  /// What was put in; empty for a pure removal.
  public private(set) var inserted: String

  /// Makes an edit.
  public init(field: EntryField, offset: Int, removed: String, inserted: String) {
    self.field = field
    self.offset = offset
    self.removed = removed
    self.inserted = inserted
  }

  /// The edit that turns one content of a field into another, as short as it can be told in whole scalars; nil when
  /// the two are the same scalar by scalar.
  public init?(field: EntryField, from old: String, to new: String) {
    let before = Array(old.unicodeScalars)
    let after = Array(new.unicodeScalars)
    var start = 0
    while start < before.count, start < after.count, before[start] == after[start] { start += 1 }
    guard start < before.count || start < after.count else { return nil }
    var end = 0
    while end < before.count - start, end < after.count - start,
      before[before.count - 1 - end] == after[after.count - 1 - end]
    {
      end += 1
    }
    self.init(
      field: field, offset: before[..<start].reduce(0) { $0 + UTF8.width($1) },
      removed: FieldEdit.string(before[start..<(before.count - end)]),
      inserted: FieldEdit.string(after[start..<(after.count - end)]))
  }

  /// The edit that takes this one back.
  public var inverse: FieldEdit {
    FieldEdit(field: field, offset: offset, removed: inserted, inserted: removed)
  }

  /// Whether another edit, made behind this one, does no more than go on inserting where this one ended.
  func isCarriedOn(by next: FieldEdit) -> Bool {
    next.field == field && next.removed.isEmpty && next.offset == offset + inserted.utf8.count
  }

  /// Inserts more behind what was put in.
  mutating func carryOn(_ more: String) { inserted += more }

  /// The content after the edit, or nil where `removed` does not stand at `offset`.
  public func applied(to content: String) -> String? {
    guard let range = FieldEdit.range(of: removed, at: offset, in: content) else { return nil }
    var changed = content
    changed.replaceSubrange(range, with: inserted)
    return changed
  }

  /// Makes the edit in a content, without copying the rest of it; nothing changes where `removed` does not stand at
  /// `offset`.
  public func apply(to content: inout String) {
    guard let range = FieldEdit.range(of: removed, at: offset, in: content) else { return }
    content.replaceSubrange(range, with: inserted)
  }

  /// Where a text stands in a content, told in bytes; nil where it does not stand there between two scalars.
  static func range(of text: String, at offset: Int, in content: String) -> Range<String.Index>? {
    let utf8 = content.utf8
    guard offset >= 0, let start = utf8.index(utf8.startIndex, offsetBy: offset, limitedBy: utf8.endIndex),
      let end = utf8.index(start, offsetBy: text.utf8.count, limitedBy: utf8.endIndex),
      start.samePosition(in: content.unicodeScalars) != nil, end.samePosition(in: content.unicodeScalars) != nil,
      utf8[start..<end].elementsEqual(text.utf8)
    else { return nil }
    return start..<end
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}

extension InitiativeSheet {
  /// A field's content as a draft sees it: the long text, or the chosen sign, or nothing.
  public func content(of field: EntryField) -> String {
    field.isChoice ? chosenOption(of: field)?.sign ?? "" : text(of: field).string
  }

  /// Puts a content into a field; for a choice field anything but one of its signs clears the choice.
  public mutating func setContent(_ content: String, of field: EntryField) {
    if field.isChoice {
      setChoice(field.choice(signed: content), of: field)
    } else {
      setText(LongText(content), of: field)
    }
  }

  /// Applies an edit; false, with nothing changed, where it does not fit the field's content.
  public mutating func apply(_ edit: FieldEdit) -> Bool {
    if edit.field.isChoice {
      guard let changed = edit.applied(to: content(of: edit.field)) else { return false }
      setContent(changed, of: edit.field)
      return true
    }
    var fits = false
    editText(of: edit.field) { fits = $0.replace(edit.removed, at: edit.offset, with: edit.inserted) }
    return fits
  }
}
