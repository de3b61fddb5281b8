import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Files that somebody broke, by accident or not")
struct HostileFilesTests {
  private static let rounds = LongRun.isOn ? 10_000 : 500

  /// Changes some bytes in one of the ways in which files break.
  private func broken(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    let inserts: [[UInt8]] = [
      [0], [0x1B, 0x5B], [0xEF, 0xBB, 0xBF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x0D, 0x0A], Array("\\u0000".utf8),
      Array("\\ud800".utf8), Array("\u{202E}".utf8), Array("\"title\": 1,".utf8), Array("1e400".utf8),
      Array(repeating: UInt8(ascii: "["), count: 100), Array("{\"a\":".utf8), Array("<<<<<<< HEAD\n".utf8),
      Array(repeating: UInt8(ascii: "9"), count: 400),
    ]
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where !bytes.isEmpty: bytes[min(place, bytes.count - 1)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: bytes = Array(bytes[..<place])
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &random)))
      case 3: bytes.insert(contentsOf: inserts.randomElement(using: &random) ?? [], at: place)
      case 4: bytes += bytes[place...]
      default: bytes = Array(bytes[..<place]) + [UInt8](repeating: 0, count: bytes.count - place)
      }
    }
    return bytes
  }

  @Test("Sheets: each is read or named with its reason, in bounded time, and left as it is")
  func sheets() throws {
    var random = SeededGenerator(seed: 50)
    let folder = try Sample.book(1...2)
    let original = try folder.read("item-01.json")
    var read = 0
    var slowest = 0.0
    for _ in 0..<HostileFilesTests.rounds {
      let bytes = broken(original, &random)
      try folder.write(bytes, to: "item-01.json")
      let (seconds, book) = try ProcessorTime.seconds { try BookFolder(path: folder.path).load() }
      slowest = max(slowest, seconds)
      #expect(book.entries.count == 2 && book.entries[1].stored != nil)
      if let sheet = book.entries[0].stored {
        read += 1
        #expect(sheet.bytes == bytes)
      }
      #expect(try folder.read("item-01.json") == bytes)
    }
    #expect(read > 0 && read < HostileFilesTests.rounds && slowest < 2)
  }

  @Test("Histories: whatever stands in one, the save goes through, is told, and no line goes that has its end")
  func histories() throws {
    var random = SeededGenerator(seed: 53)
    let folder = try Sample.book(1...1)
    let book = BookFolder(path: folder.path, author: Author(name: "次"))
    func save() throws -> SystemError? {
      let base = try book.loadSheet("item-01.json")
      var sheet = base.sheet
      sheet.starred.toggle()
      return try book.write(try sheet.validated(), over: base).historyError
    }
    for _ in 0..<5 { #expect(try save() == nil) }
    let original = try folder.read("history/item-01.jsonl")
    for _ in 0..<HostileFilesTests.rounds {
      let bytes = broken(original, &random)
      try folder.write(bytes, to: "history/item-01.jsonl")
      #expect(try save() == nil)
      let now = try folder.read("history/item-01.jsonl")
      #expect(now.starts(with: bytes[..<(bytes.lastIndex(of: 0x0A) ?? 0)]))
      let history = try book.history(of: "item-01.json")
      let sheet = SHA256.hexadecimal(try folder.read("item-01.json"))
      #expect(history.entries.contains { $0.to == sheet } && !history.check.findings.contains(.sheetIsUnknown))
    }
  }

  @Test("Drafts: whatever stands in one, the others and the sheet are there")
  func drafts() throws {
    var random = SeededGenerator(seed: 51)
    let folder = try Sample.book(1...1)
    let state = try TemporaryFolder()
    let store = DraftStore(book: folder.path, stateHome: state.path, home: nil)
    let stored = try BookFolder(path: folder.path).loadSheet("item-01.json")
    var framing = DraftFraming()
    var whole = DraftFraming.magic
    let real = realpath(folder.path, nil).map { String(cString: $0) } ?? folder.path
    let records: [DraftRecord] = [
      .header(DraftHeader(folder: real, fileName: "item-01.json")), .base(stored.bytes),
      .snapshot([.results: "文", .achievement: "②"]),
      .edit(FieldEdit(field: .results, offset: 3, removed: "", inserted: "続き")),
    ]
    for record in records { whole += framing.frame(record) ?? [] }
    let prefix = String(SHA256.hexadecimal(real.utf8).prefix(16))
    for round in 0..<HostileFilesTests.rounds {
      let bytes = round.isMultiple(of: 2) ? broken(whole, &random) : reframed(records, &random)
      try state.write(bytes, to: "furikaeri/drafts/\(prefix)-item-01.json-1-x.draft")
      try state.write(whole, to: "furikaeri/drafts/\(prefix)-item-01.json-2-y.draft")
      let found = store.drafts()
      #expect(found.contains { $0.path.hasSuffix("-2-y.draft") && $0.contents[.results] == "文続き" })
      for draft in found { _ = draft.merged(with: stored.sheet).sheet.entryDifferences(from: stored.sheet) }
    }
  }

  /// A journal whose checksums are right and whose records make no sense.
  private func reframed(_ records: [DraftRecord], _ random: inout SeededGenerator) -> [UInt8] {
    var framing = DraftFraming()
    var bytes = DraftFraming.magic
    for record in records.shuffled(using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes += framing.frame(.base(broken(record.payload, &random))) ?? []
      case 1: bytes += framing.frame(.snapshot([.results: "\u{1B}]0;x\u{7}\u{202E}", .targetForecast: "③"])) ?? []
      case 2:
        let offset = Int.random(in: -5...Int.max, using: &random)
        bytes +=
          framing.frame(
            .edit(FieldEdit(field: .results, offset: offset, removed: "文", inserted: "\u{0}"))) ?? []
      default: bytes += framing.frame(record) ?? []
      }
    }
    return bytes
  }

  @Test("Who is editing: whatever stands in the file, nobody is kept out and nothing is followed")
  func presence() throws {
    var random = SeededGenerator(seed: 52)
    let folder = try Sample.book(1...1)
    guard case .claimed(let mark) = EditingClaim.claim("item-01.json", in: folder.path, author: Author(name: "山田"))
    else {
      Issue.record("not marked")
      return
    }
    let path = folder.path + "/.furikaeri/item-01.json.lock"
    let file = try #require(FileHandle(forWritingAtPath: path))
    let text = try folder.read(".furikaeri/item-01.json.lock")
    for _ in 0..<(LongRun.isOn ? 1000 : 200) {
      try file.truncate(atOffset: 0)
      try file.seek(toOffset: 0)
      try file.write(contentsOf: Data(broken(text, &random)))
      let holder = try #require(EditingClaim.holders(in: folder.path)["item-01.json"])
      #expect(holder.user.count <= 1024 && holder.host.count <= 1024)
    }
    withExtendedLifetime(mark) {}
  }

  @Test("A presence file or a lock that is a link, a pipe or a folder is not followed and does not hang")
  func links() throws {
    for kind in 0..<3 {
      for name in ["item-01.json.lock", "commit.lock"] {
        let folder = try Sample.book(1...1)
        try folder.write("そのまま", to: "outside")
        try FileManager.default.createDirectory(
          atPath: folder.path + "/.furikaeri", withIntermediateDirectories: true)
        let path = folder.path + "/.furikaeri/" + name
        switch kind {
        case 0: symlink(folder.path + "/outside", path)
        case 1: mkfifo(path, 0o600)
        default: mkdir(path, 0o700)
        }
        _ = EditingClaim.claim("item-01.json", in: folder.path, author: Author(name: "x"))
        _ = EditingClaim.holders(in: folder.path)["item-01.json"]
        let base = try BookFolder(path: folder.path).loadSheet("item-01.json")
        var sheet = base.sheet
        sheet.starred = true
        _ = try? BookFolder(path: folder.path).write(try sheet.validated(), over: base)
        #expect(try folder.text("outside") == "そのまま")
        let now = try BookFolder(path: folder.path).loadSheet("item-01.json")
        #expect(now.bytes == base.bytes || now.sheet.starred)
      }
    }
  }

  @Test("Names of sheets never lead out of the book")
  func names() throws {
    let folder = try Sample.book(1...1)
    for name in ["../x.json", "/etc/passwd", "a/b.json", ".", "", "item-01.json/", String(repeating: "x", count: 300)] {
      let error = #expect(throws: StorageError.self) { try BookFolder(path: folder.path).loadSheet(name) }
      if name.count < 255 { #expect(error == .notFound(path: try OpenFolder(folder.path).path(of: name))) }
    }
  }
}
