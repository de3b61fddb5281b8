import Foundation
import TestSupport
import Testing

@Suite("Calls that change a file")
struct FileCallsTests {
  /// What changes a file or takes a lock, as the system and CFileCalls call it.
  private static let calls = [
    "creat", "mkstemp", "fopen", "write", "pwrite", "writev", "rename", "renameat", "renameat2", "link", "linkat",
    "symlink", "symlinkat", "unlink", "unlinkat", "remove", "rmdir", "mkdir", "mkdirat", "mkfifo", "mknod", "chmod",
    "fchmod", "fchmodat", "chown", "lchown", "fchown", "fchownat", "truncate", "ftruncate", "fallocate",
    "posix_fallocate", "sync", "fsync", "fdatasync", "syncfs", "utimes", "utimensat", "futimens", "flock", "lockf",
    "setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr", "cf_exchange",
    "cf_rename_no_replace", "cf_copy_attributes", "cf_set_access_list", "cf_lock", "cf_test_lock",
  ]

  /// The lines of a source that make such a call, or that take the system's calls without being asked to.
  ///
  /// A call without anything before its name is a type's own where the source has a function of that name.
  private func mutating(_ source: String) -> [String] {
    let own = Set(source.matches(of: /\bfunc (\w+)/).map { String($0.1) })
    return source.split(separator: "\n").map(String.init).filter { line in
      guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return false }
      if line.contains("O_CREAT") || line.contains("O_TRUNC") { return true }
      if line.contains("SystemFileCalls()"), !line.contains("any FileCalls = SystemFileCalls()") { return true }
      return line.matches(of: /(Glibc\.|\.)?(\w+)\(/).contains { match in
        let name = String(match.2)
        return Self.calls.contains(name) && (match.1 == "Glibc." || (match.1 == nil && !own.contains(name)))
      }
    }
  }

  @Test("A line that changes a file is told from one that asks for it")
  func rule() {
    for line in [
      "    unlink(path)", "print(unlink(path))", "if rename(path, kept) != 0 {", "_ = Glibc.write(file, bytes, 1)",
      "try? cf_lock(file)",
      "let file = open(path, O_WRONLY | O_CREAT)", "let calls = SystemFileCalls()",
      "func write(_ text: String) { Glibc.write(1, text, 1) }",
    ] { #expect(mutating(line) == [line]) }
    for line in [
      "try calls.unlink(in: folder, name: name)", "// unlink(path)", "func write(_ a: Int) { write(a) }", "unlinked(x)",
      "init(calls: any FileCalls = SystemFileCalls()) {", "func rename(_ name: String) {",
    ] { #expect(mutating(line).isEmpty, "\(line)") }
  }

  @Test("Storage changes files through FileCalls alone: tests can fail each of these calls")
  func onlyThroughTheSeam() throws {
    let folder = packageFolder + "/Sources/SheetStorage"
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
    let files = names.filter { $0.hasSuffix(".swift") }
    #expect(files.contains("Folder/SystemFileCalls.swift"))
    for file in files where file != "Folder/SystemFileCalls.swift" {
      let lines = mutating(try String(contentsOfFile: folder + "/" + file, encoding: .utf8))
      #expect(lines.isEmpty, "\(file)")
    }
  }
}
