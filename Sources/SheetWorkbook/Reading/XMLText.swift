// Holds the reading of a part of a workbook as XML.

import CWorkbook
import Glibc
import SheetExchange

/// What is told of the elements of a part, in the order of the text.
protocol XMLReceiver: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes)
  func end(_ name: String)
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// The attributes of an element, while it is told.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute without a namespace.
  subscript(name: String) -> String? { first { strcmp($0, name) == 0 } }

  /// The value of the attribute that names a relationship.
  var relationship: String? {
    first { name in strrchr(name, 0x7C).map { strcmp($0, "|id") == 0 } ?? false }
  }

  private func first(where isMeant: (UnsafePointer<CChar>) -> Bool) -> String? {
    var index = 0
    while let name = pairs[index], let value = pairs[index + 1] {
      if isMeant(name) { return String(cString: value) }
      index += 2
    }
    return nil
  }
}

/// XML as it stands in a workbook.
enum XMLText {
  /// Tells a receiver all that stands in a part.
  static func read(_ bytes: [UInt8], of place: String, into receiver: some XMLReceiver) throws(ReturnedFileError) {
    let result = withExtendedLifetime(receiver) {
      let box = Box(receiver)
      return withExtendedLifetime(box) {
        var events = cw_xml_events(
          context: Unmanaged.passUnretained(box).toOpaque(),
          start: { Box.of($0).receiver.start(String(cString: $1), XMLAttributes(pairs: $2)) },
          end: { Box.of($0).receiver.end(String(cString: $1)) },
          text: { Box.of($0).receiver.text(UnsafeRawBufferPointer(start: $1, count: Int($2))) })
        return bytes.withUnsafeBytes { buffer in
          // A part without a byte has no address; it is as broken as one blank.
          buffer.baseAddress.map { cw_read_xml($0, buffer.count, &events) } ?? CW_XML_BROKEN
        }
      }
    }
    if result == CW_XML_TOO_LARGE { throw .tooLarge }
    if result != CW_XML_DONE { throw .damaged(place: place) }
  }

  private final class Box {
    let receiver: any XMLReceiver

    init(_ receiver: any XMLReceiver) { self.receiver = receiver }

    static func of(_ context: UnsafeMutableRawPointer) -> Box {
      Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
    }
  }
}
