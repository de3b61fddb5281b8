// Holds `recover`: the drafts that nobody has open, with all that can be read of them.

import Glibc
import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import SheetWording

struct RecoverCommand: ProgramCommand {
  /// The folder with books; nil for all drafts of this user.
  let folder: String?
  /// Whether those are asked for that were thrown away.
  let wantsDiscarded: Bool

  init(_ words: CommandWords) {
    folder = words.argument
    wantsDiscarded = words.has("--discarded")
  }

  func run() throws(StorageError) -> Int32 {
    let discarded = discarded()
    if wantsDiscarded {
      var lister = DraftLister()
      for draft in discarded { lister.list(discarded: draft) }
      Output.result(discarded.isEmpty ? Wording.nothingDiscarded : "\n" + Wording.discardedCount(discarded.count))
      return ExitStatus.done
    }
    let others = DraftPlaces.current.allDrafts(of: isAsked)
    var lister = DraftLister()
    do throws(StorageError) {
      let books = OpenLibrary.inOrder(try LibraryFolder.load(folder ?? "Data")) { $0.header }
      for book in books { lister.list(book) }
    } catch {
      guard folder == nil || !others.isEmpty else { throw error }
    }
    for draft in others where !lister.hasListed(draft) { lister.list(draft.folder, others) }
    if lister.count == 0 {
      Output.result(folder.map { Wording.noDrafts($0) } ?? Wording.noDraftsAnywhere)
    } else {
      Output.result("\n" + Wording.draftCount(lister.count))
    }
    if !discarded.isEmpty { Output.result(Wording.discardedAreThere(discarded.count)) }
    return ExitStatus.done
  }

  /// What was thrown away of the books that are asked for.
  private func discarded() -> [FoundDraft] {
    var found = DraftPlaces.current.allDiscarded(of: isAsked)
    for path in (try? LibraryFolder.places(folder ?? "Data")) ?? [] {
      let known = Set(found.map(\.path))
      found += DraftPlaces.current.store(of: path).discarded().filter { !known.contains($0.path) }
    }
    return found.sorted { $0.modified < $1.modified }
  }

  /// Whether drafts of a book that was at a path are asked for.
  private func isAsked(_ path: String) -> Bool {
    guard let folder else { return true }
    let asked = DraftStore.resolved(folder)
    return path == asked || path.hasPrefix(asked == "/" ? asked : asked + "/")
  }
}

/// Lists drafts, each once.
private struct DraftLister {
  private var listed: Set<String> = []
  private let listing = DraftPlaces.current.listing()

  var count: Int { listed.count }

  func hasListed(_ draft: FoundDraft) -> Bool { listed.contains(draft.path) }

  /// Lists the drafts of a book.
  mutating func list(_ book: LibraryBook) {
    let sheets: [StoredSheet]
    let header: BookHeader?
    switch book {
    case .readable(let stored): (sheets, header) = (stored.entries.compactMap(\.lastStored), stored.header)
    case .unreadable: (sheets, header) = ([], nil)
    }
    for draft in DraftPlaces.current.store(of: book.path, header, listing).drafts() {
      let stored = sheets.first { $0.fileName == draft.fileName }
      let saved = stored?.isUnmerged == true ? draft.versions?.ours ?? stored?.sheet : stored?.sheet
      list(draft, book.path, saved, saved == nil ? Wording.draftWithoutSheet : nil)
    }
  }

  /// Lists the drafts that began with a book at a path: over the book that is there, those that are none of its whole.
  mutating func list(_ path: String, _ drafts: [FoundDraft]) {
    let isThere = access(path, F_OK) == 0
    if isThere, let book = LibraryFolder.book(at: path) { list(book) }
    for draft in drafts where draft.folder == path {
      list(draft, path, nil, isThere ? Wording.draftOfOtherBook : Wording.draftWithoutBook)
    }
  }

  /// Lists all that a draft holds that was thrown away.
  mutating func list(discarded draft: FoundDraft) { list(draft, draft.folder, nil, nil) }

  /// - Parameter remark: why there is no saved sheet.
  private mutating func list(_ draft: FoundDraft, _ book: String, _ saved: InitiativeSheet?, _ remark: String?) {
    guard !listed.contains(draft.path) else { return }
    if !listed.isEmpty { Output.result("") }
    listed.insert(draft.path)
    Output.result("\(book)/\(draft.fileName)  \(LocalTime.text(of: draft.modified, "%Y-%m-%d %H:%M"))")
    Output.result("  " + Wording.draftPlace(draft.path))
    if let remark {
      if let began = draft.began { Output.result("  \(began.number) \(began.title)") }
      Output.result("  ! " + remark)
    }
    if !draft.isWhole { Output.result("  ! " + Wording.draftDamaged) }
    if draft.isInDoubt { Output.result("  ! " + Wording.draftInDoubt) }
    let isOfMerge = draft.versions != nil && saved != nil
    if isOfMerge { Output.result("  " + Wording.draftOfMerge) }
    let lines = draft.lines(over: saved)
    for line in lines { Output.result("  " + line) }
    if lines.isEmpty { Output.result("  " + (isOfMerge ? Wording.draftKeepsOurs : Wording.draftWithoutChange)) }
  }
}

extension FoundDraft {
  /// What the draft changes in the saved sheet, or, where there is none, all that it holds.
  func lines(over saved: InitiativeSheet?) -> [String] {
    if let saved {
      var chosen = saved
      for (field, content) in contents { chosen.setContent(content, of: field) }
      return Wording.lines(from: saved, to: versions == nil ? merged(with: saved).sheet : chosen)
    }
    return EntryField.written.flatMap { field -> [String] in
      guard let content = contents[field], !content.isEmpty else { return [] }
      return Wording.lines(ofChange: field, from: "", to: content)
    }
  }
}

extension RecoverCommand {
  static let name = "recover"
  static let usage = "[FOLDER] [--discarded]"
  static let summary = "誰も開いていない下書きと、その文章を表示する\n(FOLDER を省くと、自分の下書きすべて)"
  static let help = """
    誰も開いていない下書きを、保存された項目との違いとともに表示します。何も変えません。
    FOLDER を省くと、自分の下書きを綴りごとにすべて表示します。なくなった綴りの下書きも含みます。
    もうないフォルダーを指定すると、そこにあった綴りの下書きを表示します。
    画面を開けば、下書きの続きから書けます。
    --discarded は、捨てた下書きと保存済みに戻した文章を表示します(14日間残ります)。
    """
}
