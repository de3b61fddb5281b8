// Holds the drawing of a picture of several plots, as SVG.

/// A line in a plot.
struct PlotLine {
  let name: String
  /// Whether it is what the others are held against.
  let isLimit: Bool
  let points: [(x: Double, y: Double)]
}

/// One plot over the number of sheets.
struct PlotPanel {
  let title: String
  let unit: String
  let lines: [PlotLine]

  /// Where the axis ends: the next number of which a quarter is short.
  var top: Double {
    let most = lines.flatMap { $0.points.map(\.y) }.max() ?? 1
    var step = 0.001
    while step * 10 < most { step *= 10 }
    return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map { $0 * step }.first { $0 >= most * 1.02 } ?? step * 20
  }
}

/// Plots beside and under each other, three in a row, with one legend.
struct Plot {
  let panels: [PlotPanel]

  private static let width = 320.0
  private static let height = 240.0
  private static let area = (left: 52.0, top: 40.0, width: 240.0, height: 150.0)

  /// The picture.
  var svg: String {
    let rows = (panels.count + 2) / 3
    let whole = (width: 3 * Plot.width, height: Double(rows) * Plot.height + 40)
    var parts = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(text(whole.width))" height="\(text(whole.height))" \
      viewBox="0 0 \(text(whole.width)) \(text(whole.height))" font-family="DejaVu Sans, Arial, sans-serif" font-size="11">
      """,
      #"<rect width="100%" height="100%" fill="white"/>"#,
    ]
    for (number, panel) in panels.enumerated() {
      let place = (x: Double(number % 3) * Plot.width, y: Double(number / 3) * Plot.height)
      parts.append(#"<g transform="translate(\#(text(place.x)) \#(text(place.y)))">"#)
      parts += drawn(panel)
      parts.append("</g>")
    }
    parts += legend(at: whole.height - 22)
    return (parts + ["</svg>", ""]).joined(separator: "\n")
  }

  private func drawn(_ panel: PlotPanel) -> [String] {
    let area = Plot.area
    let end = panel.lines.flatMap { $0.points.map(\.x) }.max() ?? 1
    let top = panel.top
    func x(_ value: Double) -> Double { area.left + value / end * area.width }
    func y(_ value: Double) -> Double { area.top + (1 - value / top) * area.height }
    var parts = [
      label(panel.title, area.left, 20, size: 14, weight: "bold"), label(panel.unit, area.left - 6, 33, anchor: "end"),
    ]
    for step in 0...4 {
      let value = top * Double(step) / 4
      parts.append(line(x(0), y(value), x(end), y(value), step == 0 ? "#444444" : "#dddddd"))
      parts.append(label(Plot.axis(value), area.left - 6, y(value) + 4, anchor: "end"))
    }
    for point in panel.lines.first?.points.map(\.x) ?? [] {
      parts.append(line(x(point), y(0), x(point), y(0) + 4, "#444444"))
      guard point >= end / 5 else { continue }
      parts.append(label(Figure.grouped(Int(point)), x(point), y(0) + 17, anchor: "middle"))
    }
    parts.append(label("0", x(0), y(0) + 17, anchor: "middle"))
    parts.append(label("sheets", x(end / 2), y(0) + 32, anchor: "middle"))
    for drawn in panel.lines {
      let points = drawn.points.map { "\(text(x($0.x))),\(text(y($0.y)))" }.joined(separator: " ")
      parts.append(#"<polyline points="\#(points)" fill="none" \#(Plot.stroke(drawn))/>"#)
      for point in drawn.points {
        parts.append(
          #"<circle cx="\#(text(x(point.x)))" cy="\#(text(y(point.y)))" r="2.5" fill="\#(Plot.colour(drawn))"/>"#)
      }
      guard let last = drawn.points.last else { continue }
      parts.append(label(Figure.plain(last.y), x(last.x) + 4, y(last.y) - 6, anchor: "end", colour: Plot.colour(drawn)))
    }
    return parts
  }

  private func legend(at height: Double) -> [String] {
    var names: [PlotLine] = []
    for line in panels.flatMap(\.lines) where !names.contains(where: { $0.name == line.name }) { names.append(line) }
    var left = Plot.area.left
    return names.flatMap { entry in
      defer { left += 60 + 7 * Double(entry.name.count) }
      return [
        #"<path d="M \#(text(left)) \#(text(height)) h 28" fill="none" \#(Plot.stroke(entry))/>"#,
        label(entry.name, left + 34, height + 4),
      ]
    }
  }

  private static func colour(_ line: PlotLine) -> String { line.isLimit ? "#767676" : "#005f87" }

  private static func stroke(_ line: PlotLine) -> String {
    #"stroke="\#(colour(line))" stroke-width="2"\#(line.isLimit ? #" stroke-dasharray="5 4""# : "")"#
  }

  private static func axis(_ value: Double) -> String {
    value == value.rounded() ? Figure.rounded(value, 0) : Figure.rounded(value, value < 1 ? 2 : 1)
  }

  private func text(_ value: Double) -> String { Figure.rounded(value, 1) }

  private func line(_ x: Double, _ y: Double, _ otherX: Double, _ otherY: Double, _ colour: String) -> String {
    #"<line x1="\#(text(x))" y1="\#(text(y))" x2="\#(text(otherX))" y2="\#(text(otherY))" stroke="\#(colour)"/>"#
  }

  private func label(
    _ words: String, _ x: Double, _ y: Double, anchor: String = "start", size: Int = 11, weight: String = "normal",
    colour: String = "#222222"
  ) -> String {
    """
    <text x="\(text(x))" y="\(text(y))" text-anchor="\(anchor)" font-size="\(size)" font-weight="\(weight)" \
    fill="\(colour)">\(words)</text>
    """
  }
}
