// Holds how the cells of a workbook look.

import CWorkbook

/// What a cell is, which says how it looks.
enum CellLook: Hashable {
  /// Ward, year and the form's heading.
  case heading
  /// 取組項目 with its number.
  case item
  /// The item's title.
  case title
  /// A printed label.
  case label
  /// The words beside or above a choice.
  case legend
  /// What people write: always text, wrapped, from the top.
  case text
  /// What people choose.
  case sign
  /// A heading of the list.
  case listHeading
  /// A text of the list.
  case listText
  /// A sign or state in the list.
  case listSign
  /// A state in the list that wants something done.
  case listWarning
  /// A number in the list.
  case listNumber
  /// A title in the list that leads to its worksheet.
  case link
  /// A remark that is no part of the form.
  case note

  /// The typeface; every Japanese Windows has it, and its letters have the widths that heights are reckoned with.
  private static let typeface = "ＭＳ ゴシック"

  /// Gives a format this look.
  func apply(to format: UnsafeMutablePointer<lxw_format>, _ calls: cw_functions) {
    calls.format_set_font_name(format, CellLook.typeface)
    calls.format_set_font_size(format, size)
    calls.format_set_text_wrap(format)
    calls.format_set_align(format, UInt8((isFromTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
    if isCentred { calls.format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue)) }
    if isBold { calls.format_set_bold(format) }
    if hasFrame { calls.format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if let ground { calls.format_set_bg_color(format, ground) }
    if let ink { calls.format_set_font_color(format, ink) }
    if self == .link { calls.format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
    if self != .listNumber { calls.format_set_num_format(format, "@") }
  }

  private var size: Double {
    switch self {
    case .item, .title: 12
    case .sign: 14
    case .legend, .note: 9
    case .heading, .label, .text, .listHeading, .listText, .listSign, .listWarning, .listNumber, .link: 10
    }
  }

  private var isFromTop: Bool { self == .text || self == .note }

  private var isCentred: Bool {
    switch self {
    case .sign, .listHeading, .listSign, .listWarning: true
    case .heading, .item, .title, .label, .legend, .text, .listText, .listNumber, .link, .note: false
    }
  }

  private var isBold: Bool {
    switch self {
    case .item, .title, .listHeading, .listWarning: true
    case .heading, .label, .legend, .text, .sign, .listText, .listSign, .listNumber, .link, .note: false
    }
  }

  private var hasFrame: Bool { self != .heading && self != .note }

  private var ground: lxw_color_t? {
    switch self {
    case .item, .label, .legend, .listHeading: 0xE7EEF5
    case .heading, .title, .text, .sign, .listText, .listSign, .listWarning, .listNumber, .link, .note: nil
    }
  }

  private var ink: lxw_color_t? {
    switch self {
    case .link: 0x0B57A4
    case .listWarning: 0xB00020
    case .note: 0x555555
    case .heading, .item, .title, .label, .legend, .text, .sign, .listHeading, .listText, .listSign, .listNumber: nil
    }
  }
}
