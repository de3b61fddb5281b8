// Holds a front end of a few lines, made of what the package's library products give to everybody.

import InitiativeModel
import SheetSession
import SheetWording

/// Fills in sheets without a screen.
struct SecondFrontEnd {
  /// The books and sheets as they stand.
  private(set) var library: Library
  /// The drafts that earlier programs left.
  private(set) var offered: [RecoverableDraft]
  private let session: LibrarySession

  /// Opens a folder; what cannot be read is missing from it.
  init(_ folder: String, drafts: DraftPlaces) throws {
    let opened = try OpenLibrary(folder, appliesDrafts: false, drafts: drafts)
    library = opened.library
    offered = opened.books.flatMap(\.offeredDrafts)
    session = LibrarySession(drafts: drafts)
    for book in opened.books { session.take(book) }
  }

  /// Goes on from all drafts that were offered.
  mutating func resumeDrafts() {
    for draft in offered { run(library.answer(.resume, to: draft)) }
    offered = []
  }

  /// What is missing before a period of a sheet is complete, as sentences.
  func missing(in id: SheetID, for period: ReviewPeriod) -> [String] {
    guard let sheet = library[id]?.edited else { return [] }
    return SheetRules.findings(in: sheet, completing: period).map { Wording.sentence($0) }
  }

  /// Fills in a field.
  mutating func fillIn(_ field: EntryField, with content: String, in id: SheetID) {
    run(library.fillIn(field, with: content, in: id))
  }

  /// Saves a sheet and waits for the answer; why it was not saved, as sentences.
  mutating func save(_ id: SheetID) -> [String] {
    do {
      run(try library.save(id))
      return takeAnswers()
    } catch {
      return error.findings.map { Wording.sentence($0) }
    }
  }

  /// Takes what was done beside; what there is to say of it.
  private mutating func takeAnswers() -> [String] {
    var said: [String] = []
    repeat {
      session.finish(within: 120)
      while let events = session.takeEvents() {
        for event in events {
          if case .saveAnswered(_, .failed(let reason), _) = event { said.append(reason) }
          if case .notice(let sentence) = event { said.append(sentence) }
          run(library.take(event))
        }
      }
    } while session.isSaving
    return said
  }

  private mutating func run(_ effects: [FileEffect]) {
    for effect in effects {
      for event in session.run(effect) { run(library.take(event)) }
    }
  }
}
