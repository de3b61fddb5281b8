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

  init(_ words: CommandWords) { folder = words.argument }

  func run() throws(StorageError) -> Int32 {
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
    return ExitStatus.done
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
    case .readable(let stored): (sheets, header) = (stored.sheets, stored.header)
    case .unreadable: (sheets, header) = ([], nil)
    }
    for draft in DraftPlaces.current.store(of: book.path, header, listing).drafts() {
      let saved = sheets.first { $0.fileName == draft.fileName }?.sheet
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
    let lines = draft.lines(over: saved)
    for line in lines { Output.result("  " + line) }
    if lines.isEmpty { Output.result("  " + Wording.draftWithoutChange) }
  }
}

extension FoundDraft {
  /// What the draft changes in the saved sheet, or, where there is none, all that it holds.
  func lines(over saved: InitiativeSheet?) -> [String] {
    if let saved { return Wording.lines(from: saved, to: merged(with: saved).sheet) }
    return EntryField.written.flatMap { field -> [String] in
      guard let content = contents[field], !content.isEmpty else { return [] }
      return Wording.lines(ofChange: field, from: "", to: content)
    }
  }
}

extension RecoverCommand {
  static let name = "recover"
  static let usage = "[FOLDER]"
  static let summary = "誰も開いていない下書きと、その文章を表示する\n(FOLDER を省くと、自分の下書きすべて)"
  static let help = """
    誰も開いていない下書きを、保存された項目との違いとともに表示します。何も変えません。
    FOLDER を省くと、自分の下書きを綴りごとにすべて表示します。なくなった綴りの下書きも含みます。
    もうないフォルダーを指定すると、そこにあった綴りの下書きを表示します。
    画面を開けば、下書きの続きから書けます。
    """
}
