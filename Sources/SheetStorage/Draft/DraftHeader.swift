// Holds the first record of a journal: which sheet it belongs to, who writes it, and what it takes the place of.

import Glibc
import InitiativeModel

/// The book of a draft, as it is known again when its folder stands elsewhere.
struct BookIdentity: Equatable, Sendable {
  /// The folder's file system and number in it; nil where they are not known.
  var place: FilePlace?
  /// What book.json says; nil where it could not be read.
  var ward: String?
  var year: Int?

  /// Looks at a book's folder, and at its book.json where what that says is not given.
  init(folder: String, header: BookHeader? = nil) {
    place = FilePlace(path: folder)
    let header = header ?? (try? BookFolder(path: folder).loadHeader())
    ward = header?.ward
    year = header?.fiscalYear.year
  }

  fileprivate init(_ document: JSONValue) {
    if let device = document.number("device"), let inode = document.number("inode") {
      place = FilePlace(device: device, inode: inode)
    }
    if case .string(let ward)? = document["ward"] { self.ward = ward }
    year = document.number("year").map { Int($0) }
  }

  /// Whether nothing that both know of the ward and the year differs; an empty ward is not known.
  func agrees(with other: BookIdentity) -> Bool {
    guard let ward, let year, let otherWard = other.ward, let otherYear = other.year else { return true }
    return (ward == otherWard || ward.isEmpty || otherWard.isEmpty) && year == otherYear
  }

  /// Whether both are known to be of one ward and year.
  func isOfSameWardAndYear(as other: BookIdentity) -> Bool {
    ward != nil && year != nil && ward == other.ward && year == other.year
  }
}

/// A file or folder as its file system numbers it.
struct FilePlace: Equatable, Sendable {
  let device: UInt
  let inode: UInt

  init(device: UInt, inode: UInt) {
    self.device = device
    self.inode = inode
  }

  init(_ status: stat) { self.init(device: UInt(status.st_dev), inode: UInt(status.st_ino)) }

  /// An open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What stands at a path, links followed; nil where there is nothing.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}

/// What the first record of a journal says.
struct DraftHeader: Equatable, Sendable {
  /// The book's resolved path when the draft began.
  var folder: String
  /// The name of the sheet's file.
  var fileName: String
  /// What else is known of the book; nil in journals that tell only the path.
  var book: BookIdentity?
  /// The program that writes the journal.
  var owner: DraftOwner?
  /// The names of the journals of which this one holds everything.
  var replaces: [String] = []

  var document: JSONValue {
    var members = [
      JSONMember(key: "fileName", value: .string(fileName)), JSONMember(key: "folder", value: .string(folder)),
    ]
    if let place = book?.place {
      members.append(JSONMember(key: "device", value: .number(String(place.device))))
      members.append(JSONMember(key: "inode", value: .number(String(place.inode))))
    }
    if let ward = book?.ward { members.append(JSONMember(key: "ward", value: .string(ward))) }
    if let year = book?.year { members.append(JSONMember(key: "year", value: .number(String(year)))) }
    if let owner { members.append(JSONMember(key: "owner", value: owner.document)) }
    if !replaces.isEmpty {
      members.append(JSONMember(key: "replaces", value: .array(replaces.map { .string($0) })))
    }
    return .object(members)
  }

  init(folder: String, fileName: String) {
    self.folder = folder
    self.fileName = fileName
  }

  /// Reads a header; nil where the sheet is not named.
  init?(_ document: JSONValue) {
    guard case .string(let folder)? = document["folder"], case .string(let name)? = document["fileName"] else {
      return nil
    }
    self.init(folder: folder, fileName: name)
    let identity = BookIdentity(document)
    if identity.place != nil || identity.ward != nil { book = identity }
    owner = document["owner"].flatMap { DraftOwner($0) }
    if case .array(let names)? = document["replaces"] {
      replaces = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
  }
}

extension JSONValue {
  /// A member that is a whole number and not negative.
  func number(_ key: String) -> UInt? {
    guard case .number(let text)? = self[key] else { return nil }
    return UInt(text)
  }
}
