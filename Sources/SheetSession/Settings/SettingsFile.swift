// Holds the file of the settings: reading it at the start, and changing one line of it.
//
// Contract. `read` never fails: what cannot be read is told in the settings, and nothing is set. `change` puts the whole
// file there in one step or leaves it as it is; what others wrote into other lines meanwhile stays.

import Glibc
import SheetSettings
import SheetStorage
import SheetWording

/// The file of a user's settings.
public struct SettingsFile: Sendable {
  private let folder: String?
  private let environment: @Sendable (String) -> String?

  /// The file's name in its folder.
  private static let name = "furikaeri.conf"

  /// The variables that name the place, the first one before the other.
  package static let places = ["XDG_CONFIG_HOME", "HOME"]

  /// Names the place: that of XDG_CONFIG_HOME, or else of HOME; a place that is no whole path is none.
  public init(environment: @escaping @Sendable (String) -> String?) {
    self.environment = environment
    let ends = ["/furikaeri", "/.config/furikaeri"]
    folder =
      zip(SettingsFile.places, ends).lazy.compactMap { name, end in
        environment(name).flatMap { $0.hasPrefix("/") ? $0 + end : nil }
      }.first
  }

  /// The file that the environment names.
  public static var current: SettingsFile { SettingsFile(environment: { SheetSession.environment($0) }) }

  private var path: String? { folder.map { "\($0)/\(SettingsFile.name)" } }

  /// The settings as they are in force.
  public func read() -> Settings {
    guard let path else { return Settings(environment: environment) }
    do {
      return Settings(path: path, text: SettingsText(try bytes(path) ?? []), environment: environment)
    } catch {
      let failure = Wording.Settings.unreadable(Wording.sentence(error))
      return Settings(path: path, failure: failure, environment: environment)
    }
  }

  /// Why a change was not written.
  public struct Failure: Error, Equatable {
    /// What happened, and what to do.
    public let sentence: String
  }

  /// Gives a setting a value in the file as it is at this moment; the settings then in force.
  public func change(_ setting: Setting, to value: String) throws(Failure) -> Settings {
    guard let folder, let path else { throw Failure(sentence: Wording.Settings.notWritten(Wording.Settings.noPlace)) }
    do {
      try SettingsFile.makeFolder(folder)
      let lock = SettingsFile.lock(folder)
      defer { if lock >= 0 { close(lock) } }
      var text = SettingsText(try bytes(path) ?? [])
      if let kind = text.obstacle(to: value, for: setting) { throw Failure(sentence: Wording.Settings.sentence(kind)) }
      text.set(setting, to: value)
      try SettingsFile.write(text.bytes, to: path)
      return Settings(path: path, text: text, environment: environment)
    } catch let error as Failure {
      throw error
    } catch let error as StorageError {
      throw Failure(sentence: Wording.Settings.notWritten(Wording.sentence(error)))
    } catch {
      throw Failure(sentence: Wording.Settings.notWritten("\(error)"))
    }
  }

  /// The file's bytes; nil where there is none.
  private func bytes(_ path: String) throws(StorageError) -> [UInt8]? {
    do {
      return try WholeFile.read(path, largest: SettingsText.largest)
    } catch {
      if case .notFound = error { return nil }
      guard case .system(_, let system) = error else { throw error }
      if system.code == ENOTDIR { return nil }
      throw system.code == ELOOP ? .symbolicLink(path: path) : error
    }
  }

  private static func makeFolder(_ path: String) throws(StorageError) {
    do {
      try SystemFileCalls().makeFolder(path, mode: 0o700)
    } catch {
      throw .system(path: path, error)
    }
  }

  /// Holds the folder for the time of a change, where it can be had soon: a change takes the lines that others wrote.
  private static func lock(_ folder: String) -> Int32 {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return -1 }
    for _ in 0..<lockTries where flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(10_000)
    }
    return descriptor
  }

  private static let lockTries = 50

  /// Puts the file there in one step; where its name is a link the file that it leads to.
  private static func write(_ bytes: [UInt8], to path: String) throws(StorageError) {
    guard bytes.count <= SettingsText.largest else {
      throw .tooLarge(path: path, bytes: bytes.count, limit: SettingsText.largest)
    }
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let target = resolved.flatMap { String(validatingCString: $0) } ?? path
    do {
      try ResultFile.write(bytes, to: target)
    } catch {
      switch error {
      case .ownFile(let path), .notRegular(let path): throw .notAFile(path: path)
      case .storage(let error): throw error
      }
    }
  }
}

extension Settings {
  /// The settings as they were in force when the program first asked for them.
  public static let atStart = SettingsFile.current.read()
}
