import Foundation
import InitiativeModel
import TestSupport

@testable import SheetStorage

/// A book, and the places in which one person's drafts of it are kept.
struct DraftPlaces {
  let folder: TemporaryFolder
  let state: TemporaryFolder
  let runtime: TemporaryFolder

  init(_ numbers: ClosedRange<Int> = 1...1) throws {
    folder = try Sample.book(numbers)
    state = try TemporaryFolder()
    runtime = try TemporaryFolder()
  }

  /// What one program has; its comments end when nobody holds this.
  func store(_ calls: any FileCalls = SystemFileCalls()) -> DraftStore {
    DraftStore(book: folder.path, stateHome: state.path, home: nil, runtime: runtime.path, calls: calls)
  }

  func stored() throws -> StoredSheet { try BookFolder(path: folder.path).loadSheet("item-01.json") }

  func journal(_ calls: any FileCalls = SystemFileCalls()) throws -> DraftJournal {
    store(calls).journal(for: try stored(), sheet: try stored().sheet)
  }

  /// The first place.
  var first: String { state.path + "/furikaeri/drafts" }

  /// The journals in all places.
  var paths: [String] {
    store().places.flatMap { place in
      ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).filter { $0.hasSuffix(".draft") }.sorted()
        .map { "\(place)/\($0)" }
    }
  }

  /// The drafts that are free.
  ///
  /// A program that another test is just starting holds this one's descriptors, and so its locks, for a moment.
  func free() -> [FoundDraft] {
    Waiting.look(until: { !$0.isEmpty }) { store().drafts() }
  }

  /// The comments that are free; see `free`.
  func comments(_ count: Int = 1) -> [String] {
    Waiting.look(until: { $0.count >= count }) { store().comments.all()["item-01.json"] ?? [] }
  }
}

extension FieldEdit {
  /// Puts a text into the field that the tests write in.
  static func insert(_ text: String, at offset: Int = 0) -> FieldEdit {
    FieldEdit(field: .results, offset: offset, removed: "", inserted: text)
  }
}
