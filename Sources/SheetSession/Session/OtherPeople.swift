// Holds what the program sees and shows of other people at the same books.

import Dispatch
import InitiativeModel
import SheetStorage
import SheetWording

/// Who else is editing or marking sheets, and the claims that tell others what is edited here.
struct OtherPeople {
  /// The claims to the sheets that are being edited here; nil while one is being made.
  private(set) var claims: [SheetID: EditingClaim?] = [:]
  /// The sheets whose claim was asked for and has no answer yet: a second one would meet the first.
  private(set) var asksForClaim: Set<SheetID> = []
  private var holders: [SheetID: Presence] = [:]
  /// What the files of sheets and of their marks looked like when they were last read.
  private var seen: [SheetID: FileStamp] = [:]
  private var seenReviews: [SheetID: FileStamp] = [:]
  /// Whether a look is under way.
  private var isLooking = false
  private let queue: DispatchQueue
  private let box: ResultBox

  /// - Parameter queue: the one of the saves: a save is never seen half done and taken for somebody else's.
  init(_ queue: DispatchQueue, _ box: ResultBox) {
    self.queue = queue
    self.box = box
  }

  /// Notes what a book's files looked like before they were read.
  mutating func opened(_ book: OpenedBook) { seen.merge(book.fileStamps) { $1 } }

  // MARK: Looking

  /// Looks beside the loop whether somebody else changed or marked sheets, or is editing them.
  mutating func look(at sheets: [SheetID], _ headers: [String: BookHeader]) {
    guard !isLooking else { return }
    isLooking = true
    // Of thousands of sheets nothing is looked up here: a key would wait for it.
    let (seen, seenReviews, box) = (seen, seenReviews, box)
    let (claimed, held) = (Set(claims.keys), Set(holders.keys))
    queue.async {
      let changes = sheets.compactMap {
        OutsideChange(of: $0, since: seen[$0], reviewsSince: seenReviews[$0], headers[$0.book])
      }
      var holders: [SheetID: Presence] = [:]
      for book in Set(sheets.map(\.book)) {
        for (name, holder) in EditingClaim.holders(in: book) { holders[SheetID(book: book, fileName: name)] = holder }
      }
      let others = sheets.filter { !claimed.contains($0) && (holders[$0] != nil || held.contains($0)) }
      box.put(.looked(changes, holders: holders, of: others))
    }
  }

  /// Tells what a look found, and who else is editing those of some sheets that were not being edited here when it was
  /// looked.
  mutating func takeLook(
    _ changes: [OutsideChange], _ found: [SheetID: Presence], of sheets: [SheetID], _ files: inout KnownFiles
  ) -> [FileEvent] {
    isLooking = false
    var events: [FileEvent] = []
    for change in changes { events += take(change, &files) }
    return events + sheets.compactMap { take($0, found[$0]) }
  }

  private mutating func take(_ change: OutsideChange, _ files: inout KnownFiles) -> [FileEvent] {
    seen[change.id] = change.file
    seenReviews[change.id] = change.reviewsFile
    var events: [FileEvent] = []
    switch change.sheet {
    case .success(let sheet):
      if let content = files.foundByLooking(sheet, in: change.id) { events.append(.changedOnDisk(change.id, content)) }
    case .failure(.unmerged(let path, let file)):
      guard let stored = file.stored, let versions = file.versions else {
        events.append(.notice(Wording.sentence(.unmerged(path: path, file))))
        break
      }
      if let content = files.foundByLooking(stored, in: change.id) {
        events.append(.unmergedOnDisk(change.id, content, versions))
      }
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case nil: break
    }
    switch change.reviews {
    case .success(let reviews): events.append(.reviewsChanged(change.id, reviews))
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case nil: break
    }
    return events
  }

  private mutating func take(_ id: SheetID, _ holder: Presence?) -> FileEvent? {
    guard holder != holders[id] else { return nil }
    holders[id] = holder
    return .holder(id, holder.map { Holder($0) })
  }

  // MARK: Being seen

  /// Claims a sheet for editing, once.
  mutating func claim(_ id: SheetID) {
    guard claims[id] == nil else { return }
    claims[id] = .some(nil)
    guard asksForClaim.insert(id).inserted else { return }
    let box = box
    queue.async { box.put(.claimed(id, EditingClaim.claim(id.fileName, in: id.book, author: .current))) }
  }

  /// Lets a sheet go that is not edited any more.
  mutating func letGo(_ id: SheetID) { claims[id] = nil }

  /// Takes what came of claiming a sheet.
  mutating func takeClaim(_ id: SheetID, _ outcome: EditingClaim.Outcome) -> [FileEvent] {
    asksForClaim.remove(id)
    guard claims[id] != nil else { return [] }
    switch outcome {
    case .claimed(let claim): claims[id] = claim
    case .impossible: break
    case .held(let holder):
      claims[id] = nil
      return take(id, holder).map { [$0] } ?? []
    }
    return []
  }
}

extension Holder {
  /// Somebody whose presence was found.
  fileprivate init(_ presence: Presence) {
    self.init(
      user: presence.user, host: presence.host, since: presence.since,
      isOneself: presence.user == Author.current.name)
  }
}
