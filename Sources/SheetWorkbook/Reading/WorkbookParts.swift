// Holds the parts of a workbook that are read before its worksheets: where they are, shared texts, formats of numbers.

import CWorkbook
import SheetExchange

/// What a workbook says of its worksheets.
struct WorkbookParts {
  /// A worksheet: the name on its tab, and the file that holds it.
  struct Page {
    let name: String
    let file: String
  }

  /// The worksheets in the order of their tabs.
  let pages: [Page]
  /// The texts that cells share, by number.
  let strings: [String]
  /// Whether a number of each format is shown as it is stored.
  let plainFormats: [Bool]

  /// Reads the parts; those that a workbook can do without may be missing.
  init(_ archive: Archive) throws(ReturnedFileError) {
    let root = try Relationship.all(of: "", in: archive)
    guard let workbook = root.first(where: { $0.kind == "officeDocument" })?.target,
      let bytes = try archive.content(of: workbook)
    else { throw .foreign(ForeignFile(archive)) }
    let tabs = TabReceiver()
    try XMLText.read(bytes, of: workbook, into: tabs)
    let relationships = try Relationship.all(of: workbook, in: archive)
    guard tabs.tabs.count <= WorkbookLimits.tabs else { throw .tooLarge }
    let worksheets = Dictionary(
      relationships.filter { $0.kind == "worksheet" }.map { ($0.id, $0.target) }, uniquingKeysWith: { one, _ in one })
    let pages = tabs.tabs.compactMap { tab in worksheets[tab.id].map { Page(name: tab.name, file: $0) } }
    self.pages = pages
    let strings = StringReceiver()
    if let file = relationships.first(where: { $0.kind == "sharedStrings" })?.target {
      guard let bytes = try archive.content(of: file) else { throw .damaged(place: file) }
      try XMLText.read(bytes, of: file, into: strings)
    }
    guard !strings.isTooLong else { throw .tooLarge }
    self.strings = strings.strings
    let formats = FormatReceiver()
    if let file = relationships.first(where: { $0.kind == "styles" })?.target,
      let bytes = try archive.content(of: file)
    {
      try XMLText.read(bytes, of: file, into: formats)
    }
    plainFormats = formats.plain
  }
}

/// What one part of a workbook says of another.
struct Relationship {
  let id: String
  /// The end of its type, such as worksheet.
  let kind: String
  let target: String

  /// The relationships of a part, of the whole file for an empty name; none where there are none.
  static func all(of part: String, in archive: Archive) throws(ReturnedFileError) -> [Relationship] {
    let split = part.lastIndex(of: "/").map { part.index(after: $0) } ?? part.startIndex
    let (folder, name) = (part[..<split], part[split...])
    let file = "\(folder)_rels/\(name).rels"
    guard let bytes = try archive.content(of: file) else { return [] }
    let receiver = RelationshipReceiver(folder: String(folder))
    try XMLText.read(bytes, of: file, into: receiver)
    return receiver.relationships
  }
}

private final class RelationshipReceiver: XMLReceiver {
  private(set) var relationships: [Relationship] = []
  private let folder: String

  init(folder: String) { self.folder = folder }

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let type = attributes["Type"], let target = attributes["Target"]
    else { return }
    let kind = type.split(separator: "/").last.map { String($0) } ?? ""
    relationships.append(Relationship(id: id, kind: kind, target: path(target)))
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}

  /// A target as a name in the archive: it begins in the part's folder, or with / at the top.
  private func path(_ target: String) -> String {
    var folders: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = folders.popLast() } else { folders.append(step) }
    }
    return folders.joined(separator: "/")
  }
}

private final class TabReceiver: XMLReceiver {
  private(set) var tabs: [(name: String, id: String)] = []

  func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "sheet", let tab = attributes["name"], let id = attributes.relationship else { return }
    tabs.append((tab, id))
  }

  func end(_ name: String) {}
  func text(_ bytes: UnsafeRawBufferPointer) {}
}

/// Collects the text of cells: the runs of one text together, without the readings above Japanese words.
struct TextCollector {
  private var bytes: [UInt8] = []
  private var isInText = false
  private var readings = 0
  /// Whether a text was longer than any that a cell can hold.
  private(set) var isTooLong = false

  mutating func start(_ name: String) {
    if name == "rPh" { readings += 1 }
    if name == "t" { isInText = true }
  }

  mutating func end(_ name: String) {
    if name == "rPh" { readings -= 1 }
    if name == "t" { isInText = false }
  }

  mutating func text(_ text: UnsafeRawBufferPointer) {
    guard isInText, readings == 0 else { return }
    isTooLong = isTooLong || bytes.count + text.count > WorkbookLimits.cellBytes
    if !isTooLong { bytes += text }
  }

  /// The text so far, which begins anew.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return CellText.read(String(decoding: bytes, as: UTF8.self))
  }
}

private final class StringReceiver: XMLReceiver {
  private(set) var strings: [String] = []
  private var collector = TextCollector()

  var isTooLong: Bool { collector.isTooLong }

  func start(_ name: String, _ attributes: XMLAttributes) { collector.start(name) }

  func end(_ name: String) {
    collector.end(name)
    if name == "si" { strings.append(collector.take()) }
  }

  func text(_ bytes: UnsafeRawBufferPointer) { collector.text(bytes) }
}

private final class FormatReceiver: XMLReceiver {
  private(set) var plain: [Bool] = []
  private var isInCells = false
  /// General, whole numbers and text, which show a number as it is stored; per cent, dates and money do not.
  private var plainNumbers: Set<String> = ["0", "1", "49"]

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "cellXfs" { isInCells = true }
    // LibreOffice gives them numbers of its own, with their codes.
    if name == "numFmt", let number = attributes["numFmtId"], let code = attributes["formatCode"],
      ["@", "General", "0"].contains(code)
    {
      plainNumbers.insert(number)
    }
    if name == "xf", isInCells { plain.append(plainNumbers.contains(attributes["numFmtId"] ?? "0")) }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCells = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {}
}
