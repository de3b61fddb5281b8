// Holds what is known of a book: one ward's sheets of one fiscal year.

/// What `book.json` says of a book.
public struct BookHeader: Equatable, Sendable {
  /// The ward's name such as 天王寺区; empty where the published text names none.
  public var ward: String
  /// The fiscal year of the sheets.
  public var fiscalYear: FiscalYear
  /// The heading printed above the sheets.
  public var title: String
  /// Logins, or `%group` names, of those who may confirm or send back; empty when nobody is named.
  public var supervisors: [String]
  /// Whether the plan is still being written; fixed, it is read-only for everybody.
  public var planIsOpen: Bool

  /// Makes a header with the form's own heading unless another is given.
  public init(
    ward: String, fiscalYear: FiscalYear, title: String = PrintedForm.heading, supervisors: [String] = [],
    planIsOpen: Bool = false
  ) {
    self.ward = ward
    self.fiscalYear = fiscalYear
    self.title = title
    self.supervisors = supervisors
    self.planIsOpen = planIsOpen
  }
}
