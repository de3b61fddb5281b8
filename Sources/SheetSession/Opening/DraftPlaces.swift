// Holds where a user's drafts are kept.

import InitiativeModel
import SheetStorage

/// Where a user's drafts are kept, beside the place inside each book.
public struct DraftPlaces: Sendable {
  private let stateHome: String?
  private let home: String?
  private let runtime: String?

  /// Names the places.
  ///
  /// - Parameters:
  ///   - stateHome: the value of XDG_STATE_HOME, or nil.
  ///   - home: the home folder, or nil.
  ///   - runtime: the value of XDG_RUNTIME_DIR, or nil: the last place, which survives the program but not the machine.
  public init(stateHome: String?, home: String? = nil, runtime: String? = nil) {
    self.stateHome = stateHome
    self.home = home
    self.runtime = runtime
  }

  /// The places that the environment names.
  public static var current: DraftPlaces {
    DraftPlaces(
      stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"), runtime: environment("XDG_RUNTIME_DIR"))
  }

  /// The drafts of a book.
  ///
  /// - Parameters:
  ///   - header: what book.json says, where it was read already.
  ///   - listing: what stands in the places that all books share, where it was looked at already.
  public func store(of book: String, _ header: BookHeader? = nil, _ listing: DraftListing? = nil) -> DraftStore {
    DraftStore(book: book, stateHome: stateHome, home: home, runtime: runtime, header: header, listing: listing)
  }

  /// What stands in the places that all books share.
  public func listing() -> DraftListing { DraftStore.listing(stateHome: stateHome, home: home, runtime: runtime) }

  /// Every draft of some folders that nobody is known to have open, but for those that are kept inside books.
  public func allDrafts(of isAsked: (String) -> Bool) -> [FoundDraft] {
    DraftStore.allDrafts(stateHome: stateHome, home: home, runtime: runtime, of: isAsked)
  }

  /// Every draft of some folders that was thrown away or put back to what is saved, but for those kept inside books.
  public func allDiscarded(of isAsked: (String) -> Bool) -> [FoundDraft] {
    DraftStore.allDiscarded(stateHome: stateHome, home: home, runtime: runtime, of: isAsked)
  }
}
