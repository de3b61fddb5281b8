// Holds what the program sees and shows of other people at the same book.

import InitiativeModel
import SheetEditor
import SheetStorage
import SheetWording

/// What a look from outside found changed at one sheet.
struct Look: Sendable {
  let id: SheetID
  let file: FileMark?
  let reviewsFile: FileMark?
  /// The sheet as it is now; nil where its file looks as before.
  let sheet: Result<StoredSheet, StorageError>?
  /// The supervisors' marks as they are now; nil where their file looks as before.
  let reviews: Result<SheetReviews, StorageError>?
}

extension EffectRunner {
  /// Looks beside the loop whether somebody else changed or marked sheets, or is editing them.
  ///
  /// Looks and saves take turns: a save is never seen half done and taken for somebody else's.
  func look(at sheets: [SheetID]) {
    guard !isLooking else { return }
    isLooking = true
    let asked = sheets.map { ($0, seen[$0], seenReviews[$0]) }
    let others = sheets.filter { marks[$0] == nil }
    let box = box
    let headers = headers
    queue.async {
      let looks = asked.compactMap { EffectRunner.look(at: $0.0, file: $0.1, reviewsFile: $0.2, headers[$0.0.book]) }
      var holders: [SheetID: Presence] = [:]
      for book in Set(sheets.map(\.book)) {
        for (name, holder) in PresenceMark.holders(in: book) { holders[SheetID(book: book, fileName: name)] = holder }
      }
      box.put(.looked(looks, holders: holders, of: others))
    }
  }

  /// What is new about a sheet; nil where nothing is.
  private static func look(
    at id: SheetID, file last: FileMark?, reviewsFile lastReviews: FileMark?, _ header: BookHeader?
  ) -> Look? {
    let file = FileMark(of: id.fileName, in: id.book)
    let reviewsFile = FileMark(of: "reviews/" + id.fileName, in: id.book)
    guard file != last || reviewsFile != lastReviews else { return nil }
    let book = BookFolder(path: id.book)
    return Look(
      id: id, file: file, reviewsFile: reviewsFile,
      sheet: file == last
        ? nil
        : Result { () throws(StorageError) in
          try requireSameBook(book, header)
          return try book.loadSheet(id.fileName)
        },
      reviews: reviewsFile == lastReviews
        ? nil : Result { () throws(StorageError) in try book.reviews(of: id.fileName) })
  }

  /// Clears up beside the loop what ended programs left in the books.
  func clearUp(_ books: [String]) {
    let box = box
    queue.async {
      let copies = books.flatMap { BookFolder(path: $0, author: .current).clearUp() }
      if !copies.isEmpty { box.put(.cleared(copies)) }
    }
  }

  func takeLook(_ look: Look) -> [FileEvent] {
    seen[look.id] = look.file
    seenReviews[look.id] = look.reviewsFile
    var events: [FileEvent] = []
    switch look.sheet {
    case .success(let sheet):
      if let content = foundByLooking(sheet, in: look.id) { events.append(.changedOnDisk(look.id, content)) }
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case nil: break
    }
    switch look.reviews {
    case .success(let reviews): events.append(.reviewsChanged(look.id, reviews))
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case nil: break
    }
    return events
  }

  /// Tells who else is editing the sheets that were not being edited here when it was looked.
  func takeHolders(_ found: [SheetID: Presence], of sheets: [SheetID]) -> [FileEvent] {
    sheets.compactMap { id in
      guard found[id] != holders[id] else { return nil }
      holders[id] = found[id]
      return .holder(id, found[id].map { Holder($0) })
    }
  }

  /// Marks a sheet as being edited, once.
  func mark(_ id: SheetID) {
    guard marks[id] == nil else { return }
    marks[id] = .some(nil)
    guard asksForMark.insert(id).inserted else { return }
    let box = box
    queue.async { box.put(.marked(id, PresenceMark.mark(id.fileName, in: id.book, author: .current))) }
  }

  func takeMark(_ id: SheetID, _ outcome: PresenceMark.Outcome) -> [FileEvent] {
    asksForMark.remove(id)
    guard marks[id] != nil else { return [] }
    switch outcome {
    case .marked(let mark): marks[id] = mark
    case .impossible: break
    case .held(let holder):
      marks[id] = nil
      guard holder != holders[id] else { return [] }
      holders[id] = holder
      return [.holder(id, Holder(holder))]
    }
    return []
  }
}

extension Holder {
  /// Somebody whose presence was found.
  init(_ presence: Presence) {
    self.init(
      user: presence.user, host: presence.host, since: presence.since,
      isOneself: presence.user == Author.current.name)
  }
}
