// Holds a sheet as a table of a web page.

/// Renders the form as HTML, either on few lines or with one tag a line.
struct HTMLTable {
  let isTagALine: Bool

  /// The heading of a sheet.
  func head(_ lines: [String]) -> [String] {
    let filled = lines.filter { !$0.isEmpty }.map { text($0) }
    guard isTagALine else {
      return [
        filled.enumerated().map { $0 == 0 ? "<h3 class=\"midashi\">\($1)</h3>" : "<p>\($1)</p>" }.joined()
      ]
    }
    return filled.flatMap { ["<p class=\"a\" style=\"margin: 0 0 1em;\">", "<span>", $0, "</span>", "</p>"] }
  }

  /// The table of a sheet.
  func table(_ rows: [[PrintedCell]]) -> [String] {
    let open = "<table border=\"1\" cellspacing=\"0\" summary=\"a > b\">"
    guard isTagALine else {
      return [open + "<tbody>" + rows.map { "<tr>" + $0.map(cell).joined() + "</tr>" }.joined() + "</tbody></table>"]
    }
    return [open, "<tbody>"] + rows.flatMap { ["<tr>"] + $0.flatMap(cellLines) + ["</tr>"] } + ["</tbody>", "</table>"]
  }

  private func cell(_ cell: PrintedCell) -> String {
    opening(cell) + cell.allLines.map { text($0) }.joined(separator: "<br />") + "</td>"
  }

  private func cellLines(_ cell: PrintedCell) -> [String] {
    [opening(cell)] + cell.allLines.flatMap { ["<p align=\"left\">", text($0), "</p>"] } + ["</td>"]
  }

  private func opening(_ cell: PrintedCell) -> String {
    let columns = cell.columns > 1 ? " colspan=\"\(cell.columns)\"" : ""
    let rows = cell.rows > 1 ? " rowspan=\"\(cell.rows)\"" : ""
    return "<td\(columns)\(rows) style=\"width: 30%;\">"
  }

  /// A text with entities: what HTML needs, and in the form of one tag a line whatever else editors write.
  private func text(_ text: String) -> String {
    var out = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    guard isTagALine else { return out.replacing("策 ※", with: "策&nbsp;※") }
    for (sign, entity) in HTMLTable.entities { out = out.replacing(sign, with: entity) }
    return out
  }

  /// A whole page around the sheets.
  static func page(_ lines: [String], separator: String) -> String {
    let head = [
      "<!DOCTYPE html>", "<html lang=\"ja\"><head><meta charset=\"utf-8\">",
      "<title>「市政改革プラン2.0」に基づく取組等</title>", "<style>td { border: 1px solid; } p > b { color: red; }</style>",
      "<script>var a = 1 < 2;</script>", "</head><body>", "<!-- main -->",
    ]
    return (head + lines + ["</body></html>"]).joined(separator: separator) + "\n"
  }

  /// The text of a page: nothing of its head, no tags, entities as their characters.
  static func withoutMarkup(_ page: String) -> String {
    var text = page
    for part in [#/<style>.*<\/style>/#, #/<script>.*<\/script>/#, #/<title>.*<\/title>/#] {
      text = text.replacing(part, with: "")
    }
    text = text.replacing(#/<("[^"]*"|[^">])*>/#, with: "")
    for (sign, entity) in entities { text = text.replacing(entity, with: sign) }
    return text.replacing("&nbsp;", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }

  private static let entities = [
    ("①", "&#9312;"), ("②", "&#x2461;"), ("—", "&mdash;"), ("“", "&ldquo;"), (" ", "&nbsp;"),
  ]
}
