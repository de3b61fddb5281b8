// Holds what the program sees and shows of other people at the same books.

import Dispatch
import InitiativeModel
import SheetStorage
import SheetWording

/// Who else is editing or marking sheets, and the marks that tell others what is edited here.
struct OtherPeople {
  /// The marks of the sheets that are being edited here; nil while one is being set.
  private(set) var marks: [SheetID: PresenceMark?] = [:]
  /// The sheets whose mark was asked for and has no answer yet: a second one would meet the first.
  private(set) var asksForMark: Set<SheetID> = []
  private var holders: [SheetID: Presence] = [:]
  /// What the files of sheets and of their marks looked like when they were last read.
  private var seen: [SheetID: FileMark] = [:]
  private var seenReviews: [SheetID: FileMark] = [:]
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
  mutating func opened(_ book: OpenedBook) { seen.merge(book.fileMarks) { $1 } }

  // MARK: Looking

  /// Looks beside the loop whether somebody else changed or marked sheets, or is editing them.
  mutating func look(at sheets: [SheetID], _ headers: [String: BookHeader]) {
    guard !isLooking else { return }
    isLooking = true
    let asked = sheets.map { ($0, seen[$0], seenReviews[$0]) }
    let others = sheets.filter { marks[$0] == nil }
    let box = box
    queue.async {
      let changes = asked.compactMap { OutsideChange(of: $0.0, since: $0.1, reviewsSince: $0.2, headers[$0.0.book]) }
      var holders: [SheetID: Presence] = [:]
      for book in Set(sheets.map(\.book)) {
        for (name, holder) in PresenceMark.holders(in: book) { holders[SheetID(book: book, fileName: name)] = holder }
      }
      box.put(.looked(changes, holders: holders, of: others))
    }
  }

  /// Tells what a look found, and who else is editing the sheets that were not being edited here when it was looked.
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

  /// Marks a sheet as being edited, once.
  mutating func mark(_ id: SheetID) {
    guard marks[id] == nil else { return }
    marks[id] = .some(nil)
    guard asksForMark.insert(id).inserted else { return }
    let box = box
    queue.async { box.put(.marked(id, PresenceMark.mark(id.fileName, in: id.book, author: .current))) }
  }

  /// Lets a sheet go that is not edited any more.
  mutating func letGo(_ id: SheetID) { marks[id] = nil }

  /// Takes what came of marking a sheet.
  mutating func takeMark(_ id: SheetID, _ outcome: PresenceMark.Outcome) -> [FileEvent] {
    asksForMark.remove(id)
    guard marks[id] != nil else { return [] }
    switch outcome {
    case .marked(let mark): marks[id] = mark
    case .impossible: break
    case .held(let holder):
      marks[id] = nil
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
