// Holds what each command does, and which of them there are where.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// What stands before the place where a command is entered.
  var prompt: String {
    if let item, let sheet = library[item] { return Wording.Plain.prompt(Wording.itemName(sheet.edited.number)) }
    return Wording.Plain.prompt(book == nil ? Wording.Plain.books : Wording.Plain.list)
  }

  /// Carries a line out.
  mutating func run(_ line: EnteredCommand) {
    switch line {
    case .nothing: say([whereabouts])
    case .number(let number): choose(number)
    case .unknown(let word): refuse(Wording.Plain.unknown(word), .notUnderstood)
    case .command(let command, let words):
      switch (command.row.place, book, item) {
      case (.item, _, nil): refuse(Wording.Plain.openItemFirst(command.row.word), .notUnderstood)
      case (.book, nil, nil): refuse(Wording.Plain.openBookFirst, .notUnderstood)
      default: run(command, words)
      }
    }
  }

  /// Opens what a number alone stands for: a book, an item, or a field that is then read.
  private mutating func choose(_ number: Int) {
    if item != nil { return read([String(number)]) }
    guard let section else {
      guard library.books.indices.contains(number - 1) else {
        return refuse(Wording.Plain.noBook(number, of: library.books.count), .notUnderstood)
      }
      book = library.books[number - 1].path
      return list()
    }
    guard let row = section.rows.first(where: { self.number(of: $0) == number }) else {
      return refuse(Wording.Plain.noItem(number), .notUnderstood)
    }
    open(row)
  }

  private mutating func run(_ command: DialogueCommand, _ words: [String]) {
    switch command {
    case .list:
      item = nil
      list()
    case .filter: filter(words.joined(separator: " "))
    case .books:
      (book, item) = (nil, nil)
      listBooks()
    case .read: read(words)
    case .plan: readPlan()
    case .comments: readComments()
    case .differences: readDifferences()
    case .write: write(words)
    case .append: append(words)
    case .insert: insert(words)
    case .replace: replace(words)
    case .delete: delete(words)
    case .undo: takeBack(isRedo: false)
    case .redo: takeBack(isRedo: true)
    case .save: item == nil ? saveAll() : save()
    case .check: check()
    case .confirm: mark(.confirmed, words)
    case .sendBack: mark(.sentBack, words)
    case .reply: reply(words)
    case .withdraw: withdraw(words)
    case .next: move(by: 1)
    case .previous: move(by: -1)
    case .deficient: openNextDeficient()
    case .help: say(Wording.Plain.help)
    case .quit: leave()
    }
  }

  // MARK: Opening

  /// Opens a row of the list, or says why it cannot be opened.
  private mutating func open(_ row: BookRow) {
    switch row {
    case .sheet(let id): open(id)
    case .unmerged(let id): settle(id)
    case .unreadable(let id, let reason): refuse(Wording.Plain.unreadable(id.fileName, reason), .unreadable)
    }
  }

  /// Opens a sheet: what others did to it meanwhile is told, drafts of earlier programs are asked about, and it is read
  /// in short.
  mutating func open(_ id: SheetID) {
    item = id
    look(at: [id])
    catchUp()
    guard let sheet = library[id] else { return }
    say([Wording.Plain.title(sheet.edited)])
    askAboutDrafts()
    guard ending == nil else { return }
    if let holder = library[id]?.holder { say([Wording.isBeingEdited(by: holder)]) }
    summarize()
  }

  /// Opens the next or previous sheet that the list shows.
  private mutating func move(by step: Int) {
    let shown = shownRows.filter(\.isSheet).map(\.id)
    guard let item else {
      guard let first = shown.first else { return refuse(Wording.Plain.nothingShown, .notUnderstood) }
      return open(step > 0 ? first : shown[shown.count - 1])
    }
    let all = section?.rows.map(\.id) ?? []
    let here = all.firstIndex(of: item) ?? 0
    let others = step > 0 ? all[(here + 1)...] : all[..<here].reversed()[...]
    guard let next = others.first(where: { shown.contains($0) }) else {
      return refuse(step > 0 ? Wording.lastSheet : Wording.firstSheet, .notUnderstood)
    }
    open(next)
  }

  /// Opens the next sheet of the book in which the ② rule is broken or that was sent back, round the end.
  private mutating func openNextDeficient() {
    let all = section.map { library.sheets(of: $0) } ?? []
    let here = all.firstIndex { $0.id == item }.map { $0 + 1 } ?? 0
    let next = (all[here...] + all[..<here]).first { sheet in
      ReviewPeriod.allCases.contains { period in
        let standing = sheet.standing(of: period)
        return standing.entry == .deficient || standing.mark == .sentBack
      }
    }
    guard let next else { return say([Wording.nothingDeficientOrSentBack]) }
    open(next.id)
  }
}
