// Holds the cells of a worksheet as a file gives them.

import CWorkbook
import SheetExchange

/// What stands in a cell.
enum CellContent: Equatable {
  /// Text as people see it.
  case text(String)
  /// A number that is shown as it is stored.
  case number(String)
  /// What is shown otherwise than it is stored: a date, a share, an error, a formula whose result is not in the file.
  case other(String)

  /// What stands in the cell, for messages; empty only where nothing is seen.
  var shown: String {
    switch self {
    case .text(let text), .number(let text), .other(let text): text
    }
  }
}

/// The cells of a worksheet that hold something.
struct Worksheet {
  /// The name on the tab.
  let name: String
  /// The cells that are seen.
  private(set) var cells: [CellPlace: CellContent] = [:]
  /// Those that lie beneath other cells they were merged with.
  private(set) var covered: [CellPlace: CellContent] = [:]
  /// The cells that were merged.
  private(set) var merged: [CellArea] = []

  /// Reads a worksheet of a workbook.
  init(_ page: WorkbookParts.Page, of parts: WorkbookParts, in archive: Archive) throws(ReturnedFileError) {
    guard let bytes = try archive.content(of: page.file) else { throw .damaged(place: page.file) }
    let receiver = CellReceiver(parts)
    try XMLText.read(bytes, of: page.file, into: receiver)
    guard !receiver.isBroken else { throw .damaged(place: page.file) }
    guard receiver.cells.count <= WorkbookLimits.cells, !receiver.isTooLong else { throw .tooLarge }
    name = page.name
    cells = receiver.cells
    let areas = receiver.merged.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    guard areas.count * cells.count <= Worksheet.comparisons else { throw .tooLarge }
    for place in Array(cells.keys) where areas.contains(where: { $0.covers(place) }) {
      covered[place] = cells.removeValue(forKey: place)
    }
    merged = areas
  }

  /// The most pairs of cells and merged areas that are compared.
  private static let comparisons = 20_000_000
}

extension CellArea {
  /// Whether a cell lies beneath the first one of the area.
  fileprivate func covers(_ place: CellPlace) -> Bool {
    rows.contains(place.row) && columns.contains(place.column)
      && (place.row != rows.lowerBound || place.column != columns.lowerBound)
  }
}

private final class CellReceiver: XMLReceiver {
  private(set) var cells: [CellPlace: CellContent] = [:]
  private(set) var merged: [CellArea] = []
  private(set) var isBroken = false
  private let parts: WorkbookParts
  private var collector = TextCollector()
  private var isInData = false
  private var row = -1
  private var column = -1
  private var type = ""
  private var isPlain = true
  private var hasFormula = false
  private var value: [UInt8]?
  private var isInValue = false

  init(_ parts: WorkbookParts) { self.parts = parts }

  var isTooLong: Bool { collector.isTooLong }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "sheetData": isInData = true
    case "row" where isInData: startRow(attributes["r"])
    case "c" where isInData: startCell(attributes)
    case "v" where isInData: (value, isInValue) = ([], true)
    case "f" where isInData: hasFormula = true
    case "mergeCell": attributes["ref"].map { addMerged($0) }
    default: if isInData { collector.start(name) }
    }
  }

  func end(_ name: String) {
    switch name {
    case "sheetData": isInData = false
    case "v": isInValue = false
    case "c" where isInData: endCell()
    default: if isInData { collector.end(name) }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isInValue { value? += bytes } else if isInData { collector.text(bytes) }
  }

  /// A row without its number follows the one before it, as a cell without its name does.
  private func startRow(_ number: String?) {
    let number = number.map { Int($0) ?? 0 } ?? row + 2
    column = -1
    guard (1...1_048_576).contains(number) else { return isBroken = true }
    row = number - 1
  }

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    if let name = attributes["r"] {
      guard let place = CellPlace(name: name), place.row == row else { return isBroken = true }
      column = place.column
    }
    type = attributes["t"] ?? "n"
    let format = attributes["s"].flatMap { Int($0) } ?? 0
    isPlain = parts.plainFormats.indices.contains(format) ? parts.plainFormats[format] : parts.plainFormats.isEmpty
    hasFormula = false
    value = nil
    _ = collector.take()
  }

  private func endCell() {
    guard let content = content(), !content.shown.isEmpty, cells.count <= WorkbookLimits.cells else { return }
    if cells.updateValue(content, forKey: CellPlace(row: row, column: column)) != nil { isBroken = true }
  }

  private func content() -> CellContent? {
    let stored = value.map { String(decoding: $0, as: UTF8.self) }
    switch type {
    case "inlineStr": return .text(collector.take())
    case "s":
      guard let stored else { return nil }
      guard let index = Int(stored), parts.strings.indices.contains(index) else {
        isBroken = true
        return nil
      }
      return .text(parts.strings[index])
    case "str":
      guard let stored else { return hasFormula ? .other("=") : nil }
      return .text(CellText.read(stored))
    case "b", "e", "d": return stored.map { .other($0) }
    default:
      guard let stored, !stored.isEmpty else { return hasFormula ? .other("=") : nil }
      guard let number = Double(stored), number.isFinite else {
        isBroken = true
        return nil
      }
      return isPlain ? .number(CellReceiver.shown(number)) : .other(stored)
    }
  }

  private static func shown(_ number: Double) -> String {
    var text = [CChar](repeating: 0, count: 32)
    let count = Int(cw_number(number, &text, text.count))
    return String(
      decoding: text.prefix(max(0, min(count, text.count - 1))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func addMerged(_ reference: String) {
    let ends = reference.split(separator: ":").compactMap { CellPlace(name: $0) }
    guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column,
      merged.count <= WorkbookLimits.cells
    else { return isBroken = true }
    merged.append(CellArea(first.row...last.row, first.column...last.column))
  }
}
