// Holds the first record of a journal: which sheet it belongs to, who writes it, and what it takes the place of.

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
  /// The file from which an import took it; nil for what a person wrote.
  var importedFrom: String?
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
    if let importedFrom { members.append(JSONMember(key: "importedFrom", value: .string(importedFrom))) }
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
    if case .string(let name)? = document["importedFrom"] { importedFrom = name }
    owner = document["owner"].flatMap { DraftOwner($0) }
    if case .array(let names)? = document["replaces"] {
      replaces = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
  }
}
