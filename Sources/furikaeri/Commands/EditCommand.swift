// Holds `edit`: the full-screen editor, from the checks before the screen is touched to the last word after it.

import InitiativeModel
import SheetEditor
import SheetSession
import SheetSettings
import SheetStorage
import SheetWording
import Terminal

struct EditCommand: ProgramCommand {
  let folder: String
  let item: Int?
  /// Whether the sheets are filled in line by line, without a screen.
  let isPlain: Bool
  /// Whether the sheets are opened for reviewing.
  var isReviewing = false
  /// Whether they are opened for writing the plan.
  var isPlanning = false

  init(_ words: CommandWords) throws(UsageError) {
    folder = words.folder
    item = try words.item
    isPlain = words.has("--plain")
  }

  func run() throws(StorageError) -> Int32 {
    if isPlain { return try PlainEditing(folder: folder, item: item).run() }
    guard let settings = TerminalSettings.usable() else { return ExitStatus.usage }
    let library = try open()
    var opening: SheetID?
    if let item, let unmerged = EditCommand.unmerged(item, in: library) {
      opening = unmerged
    } else if let item {
      guard let sheet = library.library.allSheets.first(where: { $0.edited.number == item }) else {
        let reasons = EditCommand.reasons(notToOpen: item, in: library)
        for reason in reasons.isEmpty ? [Wording.noSuchItem(item, folder)] : reasons { Output.message(reason) }
        return ExitStatus.unreadable
      }
      opening = sheet.id
    }
    let ended = settings.onTerminal { device in
      StoppingSignals.catchAll()
      let session = LibrarySession(onResult: Wake.wake)
      return edit(
        library, opening, on: device, settings, session, isFirstStart: opening == nil && FirstStart.current.isNow())
    }
    guard let ended else { return ExitStatus.unreadable }
    for words in ended.partingWords { Output.message(words) }
    if ended.drafts > 0, ended.status == 0 { Output.lines([Wording.draftsLeft(ended.drafts)]) }
    return ended.status
  }

  /// The sheet of an item of which git left two versions; nil where there is none.
  static func unmerged(_ item: Int, in library: OpenLibrary) -> SheetID? {
    library.library.rows.first { row in
      guard case .unmerged(let id) = row else { return false }
      return BookFinding.number(inName: id.fileName) == item
    }?.id
  }

  /// Why the file of an item, or a book that may have it, cannot be read; none where there is no such item.
  static func reasons(notToOpen item: Int, in library: OpenLibrary) -> [String] {
    library.sections.flatMap { section -> [String] in
      guard section.header != nil else { return section.problems }
      return section.rows.compactMap { row in
        guard case .unreadable(let id, let reason) = row, BookFinding.number(inName: id.fileName) == item else {
          return nil
        }
        return "\(id.book): \(reason)"
      }
    }
  }

  /// Opens the folder: a few books at once, many of them beside the loop, so that the list is there at once.
  private func open() throws(StorageError) -> OpenLibrary {
    let places = try LibraryFolder.places(folder)
    guard places.count > EditorState.unfoldedBooks, item == nil else {
      return try OpenLibrary(folder, appliesDrafts: false)
    }
    return OpenLibrary(namesOnly: places)
  }

  /// Runs the editor on a terminal to its end.
  func edit(
    _ library: OpenLibrary, _ opening: SheetID?, on device: any TerminalDevice, _ settings: TerminalSettings,
    _ session: LibrarySession, isFirstStart: Bool = false, inForce: Settings = .atStart,
    settingsFile: SettingsFile = .current
  ) -> EditorLoop.End {
    let state = EditorState(
      library: library.library, size: device.size, widths: settings.widths, opening: opening,
      drafts: library.books.flatMap(\.offeredDrafts), isReviewing: isReviewing, isPlanning: isPlanning,
      isFirstStart: isFirstStart, settings: inForce)
    return EditorLoop(
      state: state, device: device, session: session, settings: settings, settingsFile: settingsFile
    ).run {
      for book in library.books { session.take(book) }
      session.clearUp(library.sections.filter { $0.header != nil }.map(\.path))
      session.open(library.waiting)
    }
  }
}

extension EditCommand {
  static let name = "edit"
  static let usage = "[FOLDER] [--item N] [--plain]"
  static let summary = "画面を開く(--item で項目を指定、--plain で1行ずつの対話)"
  static let help = """
    綴り(または綴りを集めたフォルダー)を画面で開きます。--item で項目の番号を指定できます。
    キーの説明は画面で F1 を押すと出ます。

    --plain は画面を使わず、1行ずつの対話で同じ記入をします。h で説明を読めます。台本からも使えます。例:
      printf '3\\n記入 5 2\\n記入 4\\n目標を下回った。\\n.\\n記入 6\\n周知を早める。\\n.\\n保存\\n' | furikaeri --plain 綴り
    (項目3を開き、欄5で②を選び、欄4と欄6の文を入れて保存する。文は「.」だけの行で終わる)
    台本では、できないことがあるとその行で終わります。終了の値: 0 済み  1 不備、または保存していない記入がある
    2 行を解釈できない  3 読み書きできない  4 ほかで変更された、または問いに答えていない

    \(Wording.environment)

    \(Wording.settings)
    """
}
