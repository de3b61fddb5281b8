// Holds `doctor FOLDER`: a look at who can work in a folder as it stands, and at what its file system protects.

import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import SheetWording

struct FolderDoctor {
  let folder: String

  /// Prints a report on every book of the folder, or why it cannot be looked at; 4 when somebody cannot do what they are meant to.
  func run() throws(StorageError) -> Int32 {
    var isShutOut = false
    for place in try LibraryFolder.places(folder) {
      do {
        if try isShut(place) { isShutOut = true }
      } catch {
        Output.result(sentence(error, place))
        isShutOut = true
      }
      Output.result("")
    }
    return isShutOut ? ExitStatus.conflict : ExitStatus.done
  }

  /// Why a book cannot be looked at; a name that is no UTF-8 is found under no path, and is told as such.
  private func sentence(_ error: StorageError, _ place: String) -> String {
    guard case .notFound = error, case .unreadable(_, let known)? = LibraryFolder.book(at: place) else {
      return Wording.sentence(error)
    }
    return Wording.sentence(known)
  }

  /// Prints a report on one book; whether somebody cannot do what they are meant to.
  private func isShut(_ place: String) throws(StorageError) -> Bool {
    let header = try? BookFolder(path: place).loadHeader()
    let access = try BookAccess(place, supervisors: header?.supervisors ?? [])
    Output.result(Wording.Sharing.title(header, access))
    for line in Wording.Sharing.lines(access) { Output.result(line) }
    do {
      for line in Wording.Sharing.lines(try FileSystemProbe(in: place)) { Output.result(line) }
    } catch {
      Output.result(Wording.Sharing.notTried(Wording.sentence(error)))
    }
    let (path, failure) = DraftPlaces.current.store(of: place).tryPlace()
    Output.result(Wording.Sharing.drafts(path, failure))
    return access.shutsOut || failure != nil
  }
}
