// Holds `review`: the full-screen editor for supervisors.

import SheetStorage

struct ReviewCommand: ProgramCommand {
  private var editing: EditCommand

  init(_ words: CommandWords) throws(UsageError) {
    editing = try EditCommand(words)
    editing.isReviewing = true
  }

  func run() throws(StorageError) -> Int32 { try editing.run() }
}

extension ReviewCommand {
  static let name = "review"
  static let usage = "[FOLDER] [--item N]"
  static let summary = "記入された項目を読み、確認済・差戻しの印を付ける"
  static let help = """
    記入された項目を通して読み、確認済・差戻しの印とコメントを付けます(F9)。記入は変えられません。
    印は綴りの reviews/ に書かれます。book.json の supervisors に名前があれば、その人だけが付けられます。
    """
}
