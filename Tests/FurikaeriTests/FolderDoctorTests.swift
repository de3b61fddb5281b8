import Foundation
import SheetEditor
import SheetWording
import TestSupport
import Testing

@testable import SheetStorage
@testable import furikaeri

@Suite("doctor FOLDER: who can work in a folder")
struct FolderDoctorTests {
  /// A group and people who need no account.
  private static let staff: gid_t = 54_300
  private static let owner: uid_t = 54_301
  private static let member: uid_t = 54_302

  /// A book of the owner, with the tool to look at it.
  private struct Place {
    let folder: TemporaryFolder
    var book: String { folder.path + "/Data/tennoji-2019" }

    init(_ mode: mode_t) throws {
      try #require(geteuid() == 0, "these tests become other users: run them as root, as .ci/run does in a container")
      folder = try copyOfData()
      try give("")
      try #require(chmod(book, mode) == 0)
    }

    /// Gives everything in the book to the owner and the group.
    func give(_ name: String) throws {
      try #require(chown(book + name, FolderDoctorTests.owner, FolderDoctorTests.staff) == 0)
    }

    func doctor(as user: uid_t = 0, in library: String? = nil) throws -> ProgramRun {
      let through =
        user == 0 ? [] : ["setpriv", "--reuid", "\(user)", "--regid", "\(user)", "--groups", "\(user),54300"]
      return try ProgramRun(
        ["doctor", library ?? book], environment: ["XDG_STATE_HOME": folder.path + "/state-\(user)"], through: through)
    }
  }

  @Test("A folder that its group shares: everybody can do everything, the file system's protections are told, exit 0")
  func shared() throws {
    let place = try Place(0o2775)
    let before = try place.folder.names("Data/tennoji-2019")
    let run = try place.doctor()
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.output.contains("天王寺区"))
    #expect(run.output.contains("利用者番号54301の人、グループ 54300 の人: 入れる○ 読める○ 保存できる○ 印を付けられる○"))
    #expect(run.output.contains("名前の入れ替え: ") && run.output.contains("ロック") && run.output.contains("ACL"))
    #expect(run.output.contains("下書きの置き場 \(place.folder.path)/state-0/furikaeri/drafts: 使えます。"))
    #expect(try place.folder.names("Data/tennoji-2019") == before)
  }

  @Test("Somebody who runs it in a folder of a group that may not write there is named, with the command; exit 4")
  func groupMayNotWrite() throws {
    let place = try Place(0o755)
    let run = try place.doctor()
    #expect(run.status == 0 && run.output.contains("利用者番号54301の人: 入れる○ 読める○ 保存できる○ 印を付けられる○"))
    // The member is known by running it: only their groups say that the folder is meant for them.
    let state = place.folder.path + "/state-\(FolderDoctorTests.member)"
    try #require(mkdir(state, 0o755) == 0 && chown(state, FolderDoctorTests.member, FolderDoctorTests.staff) == 0)
    let seen = try place.doctor(as: FolderDoctorTests.member)
    #expect(seen.status == 4)
    #expect(seen.output.contains("利用者番号54302の人: 入れる○ 読める○ 保存できない× 印を付けられない×"))
    #expect(seen.output.contains("\(place.book) に書けません(持ち主 利用者番号54301の人)。"))
    #expect(seen.output.contains("chmod g+rwXs \(place.book)"))
  }

  @Test(
    "What shuts the group out is named with its owner and the command that lets them in",
    arguments: [
      (".furikaeri", 0o700, "chmod g+rwXs"), (".furikaeri/commit.lock", 0o600, "chmod g+rwX"),
      ("history", 0o755, "chmod g+rwXs"), ("item-03.json", 0o600, "chmod g+rX"),
    ] as [(String, mode_t, String)])
  func shutOut(name: String, mode: mode_t, command: String) throws {
    let place = try Place(0o2775)
    for folder in ["/.furikaeri", "/history"] {
      if mkdir(place.book + folder, 0o775) == 0 { chmod(place.book + folder, 0o2775) }
      try place.give(folder)
    }
    try place.folder.write("", to: "Data/tennoji-2019/.furikaeri/commit.lock")
    chmod(place.book + "/.furikaeri/commit.lock", 0o664)
    try place.give("/.furikaeri/commit.lock")
    #expect(try place.doctor().status == 0)
    let path = "\(place.book)/\(name)"
    try #require(chmod(path, mode) == 0 && chown(path, 0, 0) == 0)
    let run = try place.doctor()
    #expect(run.status == 4)
    let cannot = name.hasPrefix("item") ? "読めない×" : "読める○ 保存できない×"
    #expect(run.output.contains("グループ 54300 の人") && run.output.contains(cannot))
    #expect(run.output.contains("\(path) ") && run.output.contains("(持ち主 rootさん)"))
    #expect(run.output.contains("直し方: chgrp 54300 \(path) && \(command) \(path)"))
    // The command does what it says.
    let fix = try #require(run.output.split(separator: "\n").first { $0.contains("直し方: chgrp") })
    let words = String(try #require(fix.components(separatedBy: "直し方: ").last))
    #expect(try Child.run(["sh", "-c", words]).status == 0)
    #expect(try Child.run(["sh", "-c", "chown 54301 \(path) && chmod u+rwX \(path)"]).status == 0)
    #expect(
      run.output.contains("直し方: chown 54301 \(path) && chmod u+\(command.dropFirst(8).filter { $0 != "s" }) \(path)"))
    #expect(try place.doctor().status == 0)
  }

  @Test("A folder with the sticky bit, and a history that is another sheet: named; exit 4")
  func stickyAndLinked() throws {
    let place = try Place(0o3775)
    let sticky = try place.doctor()
    #expect(sticky.status == 4 && sticky.output.contains("直し方: chmod -t \(place.book)"))
    try #require(chmod(place.book, 0o2775) == 0 && mkdir(place.book + "/history", 0o775) == 0)
    try place.give("/history")
    chmod(place.book + "/history", 0o2775)
    try #require(link(place.book + "/item-02.json", place.book + "/history/item-01.jsonl") == 0)
    chmod(place.book + "/item-02.json", 0o664)
    try place.give("/item-02.json")
    let linked = try place.doctor()
    #expect(linked.status == 4 && linked.output.contains("\(place.book)/history/item-01.jsonl はほかの名前も持つ"))
  }

  @Test("Supervisors whom the book names need to read and to mark only")
  func supervisors() throws {
    let place = try Place(0o755)
    let header = try place.folder.text("Data/tennoji-2019/book.json")
    try place.folder.write(
      header.replacingOccurrences(of: "\"ward\"", with: "\"supervisors\": [\"nobody\"],\n  \"ward\""),
      to: "Data/tennoji-2019/book.json")
    let run = try place.doctor()
    #expect(run.status == 4 && run.output.contains("nobodyさん: 入れる○ 読める○ 印を付けられない×"))
    #expect(!run.output.contains("nobodyさん: 入れる○ 読める○ 保存"))
    #expect(run.output.contains("利用者番号54301の人: 入れる○ 読める○ 保存できる○\n"))
  }

  @Test("A reviews/ with a group of its own says who marks: the others are no fault; exit 0")
  func supervisorsReviews() throws {
    let place = try Place(0o2775)
    let reviews = place.book + "/reviews"
    try #require(mkdir(reviews, 0o700) == 0 && chown(reviews, FolderDoctorTests.owner, 54_303) == 0)
    try #require(chmod(reviews, 0o2775) == 0)
    let run = try place.doctor()
    #expect(run.status == 0 && !run.output.contains("直し方"), "\(run.output)")
    #expect(run.output.contains("利用者番号54301の人: 入れる○ 読める○ 保存できる○ 印を付けられる○\n"))
    #expect(run.output.contains("グループ 54300 の人: 入れる○ 読める○ 保存できる○\n"))
    #expect(run.output.contains("グループ 54303 の人: 入れる○ 読める○ 印を付けられる○\n"))
    // What keeps one of them from marking is told.
    try #require(chmod(place.book, 0o2770) == 0)
    let shut = try place.doctor()
    #expect(shut.status == 4 && shut.output.contains("グループ 54303 の人: 入れない×"))
    try #require(chmod(place.book, 0o2775) == 0 && mkdir(reviews + "/.furikaeri", 0o700) == 0)
    try #require(chown(reviews + "/.furikaeri", FolderDoctorTests.owner, 54_303) == 0)
    let kept = try place.doctor()
    #expect(kept.status == 4 && kept.output.contains("グループ 54303 の人: 入れる○ 読める○ 印を付けられない×"))
  }

  @Test("A reviews/ of the book's own group that keeps part of it from marking is a fault all the same")
  func closedReviews() throws {
    let place = try Place(0o2775)
    try #require(mkdir(place.book + "/reviews", 0o755) == 0)
    try place.give("/reviews")
    let run = try place.doctor()
    #expect(run.status == 4 && run.output.contains("グループ 54300 の人: 入れる○ 読める○ 保存できる○ 印を付けられない×"))
  }

  @Test("Books that cannot be looked into are told, the others are looked at all the same; exit 4")
  func unopenable() throws {
    let place = try Place(0o2775)
    let library = place.folder.path + "/Data"
    try #require(mkdir(library + "/a-private", 0o700) == 0)
    let state = place.folder.path + "/state-\(FolderDoctorTests.member)"
    try #require(mkdir(state, 0o755) == 0 && chown(state, FolderDoctorTests.member, FolderDoctorTests.staff) == 0)
    let run = try place.doctor(as: FolderDoctorTests.member, in: library)
    #expect(run.status == 4 && run.errors.isEmpty)
    #expect(run.output.contains("\(library)/a-private: 読み書きする許可がありません"))
    #expect(run.output.contains("\(place.book)\n") || run.output.contains("天王寺区"))
    #expect(run.output.contains("保存できる○"))
  }

  @Test("A book whose folder's name is no UTF-8 is told by it, the others are looked at; exit 4")
  func undecodable() throws {
    let place = try Place(0o2775)
    let library = place.folder.path + "/Data"
    let words = ["sh", "-c", "cp -r \"$1\" \"$2/$(printf 'a\\202\\240')\"", "sh", place.book, library]
    #expect(try Child.run(words).status == 0)
    let run = try place.doctor(in: library)
    #expect(run.status == 4 && run.errors.isEmpty)
    #expect(run.output.contains("名前の文字コードがUTF-8ではない") && run.output.contains("保存できる○"))
  }

  @Test("A save that something inside the book refuses says what, whose it is, and what to ask them for")
  func refusedSave() {
    func sentence(_ code: Int32, isFolder: Bool) -> String {
      let refused = RefusedPlace(path: "/srv/区/.furikaeri", isFolder: isFolder, owner: 54_301, group: 54_300)
      return Wording.sentence(.system(path: "/srv/区", SystemError(call: "open", code: code, refused: refused)))
    }
    #expect(
      sentence(EACCES, isFolder: true)
        == "/srv/区: /srv/区/.furikaeri は利用者番号54301の人のもので、使う許可がありません。"
        + "その人か管理者に、次の命令を頼んでください: chgrp 54300 /srv/区/.furikaeri && chmod g+rwXs /srv/区/.furikaeri")
    #expect(sentence(EACCES, isFolder: false).hasSuffix("chmod g+rwX /srv/区/.furikaeri"))
    #expect(sentence(EMLINK, isFolder: false).contains("ほかの名前も持つファイル(ハードリンク)のため、書きません"))
  }

  @Test("A folder without a book is refused, and a second folder is too many")
  func refused() throws {
    let folder = try TemporaryFolder()
    #expect(try ProgramRun(["doctor", folder.path]).status == 3)
    #expect(try ProgramRun(["doctor", folder.path, folder.path]).status == 2)
  }
}
