import Foundation
import SheetSession
import SheetSettings
import SheetWording
import TestSupport
import Testing

@Suite("The file of the settings on disk")
struct SettingsFileTests {
  private let folder: TemporaryFolder
  private var place: String { folder.path + "/furikaeri" }
  private var path: String { place + "/furikaeri.conf" }
  private var file: SettingsFile {
    SettingsFile(environment: { [home = folder.path] in $0 == "XDG_CONFIG_HOME" ? home : nil })
  }

  init() throws { folder = try TemporaryFolder() }

  private func put(_ text: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  private func stored() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("Without a file nothing is set and nothing is said; the first change makes it, for the user alone")
  func first() throws {
    #expect(Wording.Settings.problems(file.read()).isEmpty && file.read().path == path)
    let settings = try file.change(.theme, to: "dark")
    #expect(settings[.theme] == "dark" && file.read() == settings)
    #expect(try stored().hasSuffix("\ntheme = dark\n"))
    let mode = try #require(FileManager.default.attributesOfItem(atPath: place)[.posixPermissions] as? Int)
    #expect(mode == 0o700)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["furikaeri.conf"])
  }

  @Test("HOME is the place where XDG_CONFIG_HOME names no whole path; with neither a change says so")
  func places() throws {
    func path(_ variables: [String: String]) -> String? { SettingsFile(environment: { variables[$0] }).read().path }
    #expect(path(["HOME": "/家"]) == "/家/.config/furikaeri/furikaeri.conf")
    #expect(path(["HOME": "/家", "XDG_CONFIG_HOME": "内"]) == "/家/.config/furikaeri/furikaeri.conf")
    #expect(path(["HOME": "/家", "XDG_CONFIG_HOME": "/設定"]) == "/設定/furikaeri/furikaeri.conf")
    #expect(path(["HOME": "内"]) == nil)
    let nowhere = SettingsFile(environment: { _ in nil })
    #expect(Wording.Settings.problems(nowhere.read()).isEmpty)
    let failure = #expect(throws: SettingsFile.Failure.self) { try nowhere.change(.theme, to: "dark") }
    #expect(failure?.sentence.contains("HOME") == true)
  }

  @Test("What others wrote into other lines since stays, and a setting of two programs is the last one's")
  func together() throws {
    try put("# 覚え\r\nmouse = off\r\n")
    let (one, other) = (file, file)
    _ = (one.read(), other.read())
    _ = try one.change(.theme, to: "dark")
    _ = try other.change(.theme, to: "light")
    let last = try one.change(.name, to: "1係 山田")
    #expect(try stored() == "# 覚え\r\nmouse = off\r\ntheme = light\r\nname = 1係 山田\r\n")
    #expect(last[.theme] == "light")
  }

  @Test("Many programs that change it at once lose no line of each other")
  func atOnce() async throws {
    let file = file
    let settings: [(Setting, String)] = [
      (.theme, "dark"), (.ambiguous, "2"), (.mouse, "off"), (.clipboard, "on"), (.inputMethod, "on"), (.name, "山田"),
    ]
    await withTaskGroup(of: Void.self) { group in
      for (setting, value) in settings { group.addTask { _ = try? file.change(setting, to: value) } }
    }
    let now = file.read()
    for (setting, value) in settings { #expect(now[setting] == value) }
  }

  @Test(
    "What is no small readable file is told, not followed, and not written over",
    arguments: ["folder", "pipe", "loop", "large", "device"])
  func unreadable(kind: String) throws {
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    switch kind {
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "loop": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
    case "device": try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    default:
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      #expect(truncate(path, 100 << 20) == 0)
    }
    let settings = file.read()
    #expect(settings.failure?.contains(path) == true && settings.failure?.contains("使わずに続けます") == true)
    #expect(settings[.theme] == "auto")
    #expect(throws: SettingsFile.Failure.self) { try file.change(.theme, to: "dark") }
    var status = stat()
    #expect(lstat(path, &status) == 0)
    let types = ["folder": S_IFDIR, "pipe": S_IFIFO, "loop": S_IFLNK, "device": S_IFLNK, "large": S_IFREG]
    #expect(types[kind] == status.st_mode & S_IFMT && (kind != "large" || status.st_size == 100 << 20))
  }

  @Test("A link to a file elsewhere stays one: the file behind it is changed")
  func link() throws {
    try put("")
    let kept = folder.path + "/kept.conf"
    try "theme = dark\n".write(toFile: kept, atomically: false, encoding: .utf8)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: kept)
    _ = try file.change(.theme, to: "mono")
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "theme = mono\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == kept)
  }

  @Test("A key that somebody gave away meanwhile is refused, and nothing is written")
  func keyMeanwhile() throws {
    try put("key.save = Alt-S\n")
    let failure = #expect(throws: SettingsFile.Failure.self) { try file.change(.key(.check), to: "Alt-S") }
    #expect(failure?.sentence.contains("key.save") == true)
    #expect(try stored() == "key.save = Alt-S\n")
  }
}
