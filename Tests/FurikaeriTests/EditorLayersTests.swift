import Foundation
import TestSupport
import Testing

@Suite("The layers of the editor")
struct EditorLayersTests {
  /// Who may know whom: a file names no type of a later layer.
  private enum Layer: Int, Comparable {
    /// What everything is drawn and asked for with.
    case tools
    /// Where the person is.
    case state
    /// What keys and answers change.
    case update
    /// What is on the screen.
    case view

    static func < (left: Layer, right: Layer) -> Bool { left.rawValue < right.rawValue }
  }

  private struct SourceFile {
    let name: String
    let layer: Layer
    /// The code without its comments.
    let code: String
    let types: [String]
  }

  private func files() throws -> [SourceFile] {
    let root = packageFolder + "/Sources/SheetEditor"
    let all = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    return try all.filter { $0.hasSuffix(".swift") }.compactMap { name in
      let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      let code = lines.joined(separator: "\n")
      let types = lines.compactMap { line in
        line.firstMatch(of: /^(?:public |package |private |fileprivate |final )*(?:struct|enum|class|protocol) (\w+)/)
          .map { String($0.1) }
      }
      return layer(of: name, code).map { SourceFile(name: name, layer: $0, code: code, types: types) }
    }
  }

  /// The layer by what a file handles; words belong to none, the look at the terminal is a program of its own.
  private func layer(of name: String, _ code: String) -> Layer? {
    switch name.prefix(while: { $0 != "/" }) {
    case "Drawing", "Keys", "Search": return .tools
    case "Editor": return name.hasSuffix("/Draw.swift") ? .view : .update
    case "Panels": return .update
    case "Screens":
      // A small screen stands in one file, as a panel does; a larger one has a folder with a file a layer.
      if name.split(separator: "/").count == 2 { return .update }
      if code.contains("inout ScreenBuffer") { return .view }
      return code.contains("inout EditorState") || code.contains("extension EditorState") ? .update : .state
    default: return nil
    }
  }

  @Test("State knows neither update nor view, update no view, and no view changes anything")
  func layers() throws {
    let files = try files()
    for layer in [Layer.tools, .state, .update, .view] { #expect(files.contains { $0.layer == layer }) }
    for file in files {
      let words = Set(file.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
      for other in files where other.layer > file.layer {
        let known = other.types.filter { words.contains($0) }
        #expect(known.isEmpty, "\(file.name) knows \(known) of \(other.name)")
      }
      if file.layer == .view { #expect(!file.code.contains("inout EditorState"), "\(file.name)") }
    }
  }

  @Test("No file is longer than 300 lines")
  func lengths() throws {
    for folder in ["Sources", "Tests"] {
      let root = packageFolder + "/" + folder
      let all = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
      for name in all where name.hasSuffix(".swift") {
        let text = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 301, "\(folder)/\(name)")
      }
    }
  }
}
