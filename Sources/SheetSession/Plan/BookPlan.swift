// Holds the fixing and reopening of a book's plan.

import Dispatch
import InitiativeModel
import SheetStorage

/// The plan of a book, which is written until it is fixed.
public struct BookPlan: Equatable, Sendable {
  /// The book's folder.
  public var path: String

  /// A sheet that somebody is writing.
  public struct Holding: Equatable, Sendable {
    /// The sheet's number.
    public let number: Int
    /// Whoever is writing it; empty where nobody can tell.
    public let name: String
  }

  /// Why a plan is neither fixed nor opened.
  public enum Obstacle: Error, Equatable, Sendable {
    /// The plan is as it was to be already.
    case isSo(path: String, isOpen: Bool)
    /// Only those whom book.json names may open it again.
    case onlySupervisors(path: String, [String])
    /// Drafts of the plan are not saved yet; the numbers of their sheets.
    case drafts(path: String, [Int])
    /// Somebody is writing sheets; their numbers and names.
    case writing(path: String, [Holding])
    /// The header could not be read or written.
    case storage(StorageError)
  }

  /// Names a book.
  public init(path: String) { self.path = path }

  /// Fixes the plan: from here on it is read-only for everybody.
  ///
  /// - Throws: `Obstacle` with nothing changed; drafts of the plan, of the person or of whoever is writing it, would have
  ///   no way into the sheets.
  public func fix(drafts places: DraftPlaces = .current) throws(Obstacle) -> BookHeader {
    let book = try load { () throws(StorageError) in try BookFolder(path: path).load() }
    let numbers = places.store(of: path, book.header).drafts().compactMap { draft -> Int? in
      guard let sheet = book.sheets.first(where: { $0.fileName == draft.fileName })?.sheet else { return nil }
      let merged = draft.merged(with: sheet).sheet
      return EntryField.plan.allSatisfy { merged.agrees(with: sheet, in: $0) } ? nil : sheet.number
    }
    guard numbers.isEmpty else { throw .drafts(path: path, Array(Set(numbers)).sorted()) }
    let holders = EditingClaim.holders(in: path)
    let written = book.sheets.compactMap { stored in
      holders[stored.fileName].map { Holding(number: stored.sheet.number, name: $0.user) }
    }
    guard written.isEmpty else { throw .writing(path: path, written) }
    return try set(isOpen: false)
  }

  /// Opens the plan again, where the person may.
  public func open() throws(Obstacle) -> BookHeader {
    let header = try load { () throws(StorageError) in try BookFolder(path: path).loadHeader() }
    if case .others(let names) = Supervisors(header) { throw .onlySupervisors(path: path, names) }
    return try set(isOpen: true)
  }

  /// Writes into book.json whether the plan is open; everything else in it is kept.
  func set(isOpen: Bool) throws(Obstacle) -> BookHeader {
    let folder = BookFolder(path: path, author: .current)
    var header = try load { () throws(StorageError) in try folder.loadHeader() }
    guard header.planIsOpen != isOpen else { throw .isSo(path: path, isOpen: isOpen) }
    header.planIsOpen = isOpen
    let changed = header
    try load { () throws(StorageError) in try folder.replaceHeader(changed) }
    return changed
  }

  /// Fixes the plan, where somebody else has not done so; the header by that.
  func fixed() throws(StorageError) -> BookHeader {
    do {
      return try set(isOpen: false)
    } catch {
      switch error {
      case .storage(let error): throw error
      case .isSo, .onlySupervisors, .drafts, .writing: return try BookFolder(path: path).loadHeader()
      }
    }
  }

  private func load<Value>(_ work: () throws(StorageError) -> Value) throws(Obstacle) -> Value {
    do {
      return try work()
    } catch {
      throw .storage(error)
    }
  }
}

extension BookPlan {
  /// Who fixed the plan or opened it again, and when: the saves of the header that say so, in order.
  ///
  /// - Throws: `StorageError` where the header's history cannot be read.
  public func settings() throws(StorageError) -> [(entry: HistoryEntry, isOpen: Bool)] {
    try BookFolder(path: path).history(of: BookFolder.headerName).entries.compactMap { entry in
      let change = entry.changes.first { $0.key == "planIsOpen" }
      return change.map { (entry, $0.after == .bool(true)) }
    }
  }
}

extension BookFolder {
  /// Sees that a sheet's plan may be written: it is the file's own, or the book's plan is open by what book.json says
  /// at this moment; one whose header cannot be read passes, and so does a sheet of which git left two versions.
  func requireOpenPlan(for sheet: InitiativeSheet, over base: StoredSheet) throws(StorageError) {
    guard !EntryField.plan.allSatisfy({ sheet.agrees(with: base.sheet, in: $0) }), !base.isUnmerged,
      let header = try? loadHeader()
    else { return }
    guard header.planIsOpen else { throw .planIsFixed(path: path) }
  }
}

extension LibrarySession {
  /// Fixes a book's plan beside the loop, behind the saves that were asked for before.
  func fixPlan(_ path: String) {
    let box = box
    queue.async {
      let result = Result { () throws(StorageError) in try BookPlan(path: path).fixed() }
      box.put(.planFixed(path, result))
    }
  }
}
