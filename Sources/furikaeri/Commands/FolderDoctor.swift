// Holds `doctor FOLDER`: a look at who can work in a folder as it stands, and at what its file system protects.

import InitiativeModel
import SheetEditor
import SheetStorage

struct FolderDoctor {
  let folder: String

  /// Prints a report on every book of the folder; 4 when somebody cannot do what they are meant to.
  func run() throws(StorageError) -> Int32 {
    var isShut = false
    for place in try LibraryFolder.places(folder) {
      let header = try? BookFolder(path: place).loadHeader()
      let access = try BookAccess(place, supervisors: header?.supervisors ?? [])
      Output.result(Wording.Sharing.title(header, access))
      for line in Wording.Sharing.lines(access) { Output.result(line) }
      do {
        for line in Wording.Sharing.lines(try FileSystemProbe(in: place)) { Output.result(line) }
      } catch {
        Output.result(Wording.Sharing.notTried(Wording.sentence(error)))
      }
      let (path, failure) = OpenLibrary.draftStore(place).tryPlace()
      Output.result(Wording.Sharing.drafts(path, failure))
      Output.result("")
      isShut = isShut || access.shutsOut || failure != nil
    }
    return isShut ? ExitStatus.conflict : ExitStatus.done
  }
}
