import FaultyDisk
import Foundation
import TestSupport
import Testing

/// The disk with faults itself, as programs see it.
@Suite("The disk with faults", .serialized, .enabled(if: FaultyDisk.isWanted))
struct DiskCallTests {
  private func run(
    _ disk: FaultyDisk, machine: Int = 0, _ script: String
  ) throws -> (status: Int32, output: String, errors: String) {
    try Child.run(disk.through + ["sh", "-c", "cd \(disk.path(machine: machine)) && { \(script)\n }"])
  }

  @Test("It is a disk like any other: files, folders, names, links, sizes, modes")
  func ordinary() throws {
    let disk = try FaultyDisk()
    let script = """
      mkdir -p a/b && printf 'one two' > a/b/f && printf ' three' >> a/b/f && ln a/b/f a/g && chmod 640 a/g
      mv a/g h && cp h i && truncate -s 3 i && rm a/b/f && rmdir a/b && cat h i && ls -A . a && stat -c '%a %s %h' h i
      head -c 3000000 /dev/zero | tr '\\0' x > big && wc -c < big && for n in $(seq 300); do : > a/$n; done && ls a | wc -l
      """
    let ended = try run(disk, script)
    #expect(ended.errors == "" && ended.status == 0)
    #expect(ended.output == "one two threeone.:\na\nh\ni\n\na:\n640 13 1\n640 3 1\n3000000\n300\n")
    #expect(disk.tree.text("h") == "one two three" && disk.tree["big"]?.count == 3_000_000)
  }

  @Test("Nobody else sees it, and nothing is left of it")
  func apart() throws {
    func mounts() throws -> String { try String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) }
    var disk: FaultyDisk? = try FaultyDisk()
    let path = try #require(disk?.path())
    #expect(try !mounts().contains(path))
    #expect(FileManager.default.fileExists(atPath: path))
    disk = nil
    #expect(try !mounts().contains(path) && !FileManager.default.fileExists(atPath: path))
  }

  @Test("What was not synced is gone after a power cut, and the program that wrote it never gets an answer")
  func powerCut() throws {
    let disk = try FaultyDisk()
    #expect(try run(disk, "printf 1 > a; sync a; sync .; printf 2 > b; sync b; printf 3 > c; sync .").status == 0)
    let synced = try #require(disk.record.remains(at: disk.record.changes.count).first?.tree)
    #expect(synced.files == ["a": [0x31], "b": [0x32], "c": []])
    disk.faults.cutAfter = disk.record.changes.count
    let output = try TemporaryFolder()
    let process = try Child.start(
      disk.through + ["sh", "-c", "printf x > \(disk.path())/d; echo done"],
      ["/dev/null", output.path + "/output", "/dev/null"])
    #expect(Waiting.until { disk.isOff })
    kill(process, SIGKILL)
    disk.restart(synced)
    #expect(Child.wait(for: process) == 128 + SIGKILL)
    #expect(try output.text("output") == "" && run(disk, "cat a b c; ls").output == "12a\nb\nc\n")
  }

  @Test(
    "A call that is to fail fails, with the error that was chosen", arguments: [ENOSPC, EIO, EDQUOT, ESTALE, EROFS])
  func failing(code: Int32) throws {
    let disk = try FaultyDisk()
    disk.faults.failing = [.write: code]
    #expect(try run(disk, "echo 1 | cat > a").errors.contains(String(cString: strerror(code))))
    disk.faults = DiskFaults()
    #expect(try run(disk, "echo 1 > a; cat a").output == "1\n")
    let calls = disk.calls.count
    #expect(calls > 3)
    disk.faults.failingOnce = (calls, code)
    #expect(try run(disk, "echo 1 > a; cat a").status != 0 || disk.calls.count != calls)
  }

  @Test("A call that is to take long takes long, and keeps no other waiting")
  func slow() throws {
    let disk = try FaultyDisk()
    disk.faults.delays = [.sync: 1]
    let started = Date()
    let ended = try run(disk, "echo 1 > a; (sync a; echo synced) & cat a; wait")
    #expect(ended.output == "1\nsynced\n" && Date().timeIntervalSince(started) >= 1)
  }

  @Test("A share exchanges no names and has neither locks nor access lists; a disk of one's own has no access lists")
  func able() throws {
    let own = try FaultyDisk(try Sample.tree())
    #expect(try Sample.probe(own, "able") == "locks yes, exchange yes, access lists \(EOPNOTSUPP), sync yes\n")
    let share = try FaultyDisk(try Sample.tree(), traits: .share(memory: 0))
    let said = try Sample.probe(share, "able")
    #expect(said == "locks \(ENOLCK), exchange \(EINVAL), access lists \(EOPNOTSUPP), sync yes\n")
  }

  @Test("On a share, a file that goes while it is open has another name until it is closed")
  func silly() throws {
    let disk = try FaultyDisk(traits: .share(memory: 0))
    let ended = try run(disk, "exec 3> a; rm a; ls -A | cut -c 1-4; echo text >&3; cat .nfs*; exec 3>&-; ls -A")
    #expect(ended.errors == "" && ended.output == ".nfs\ntext\n")
  }

  @Test("On a share, another machine's changes are seen late, and what it removed is stale")
  func late() throws {
    let disk = try FaultyDisk(traits: .share(memory: 600), machines: 2)
    #expect(try run(disk, "echo first > a; cat a").output == "first\n")
    #expect(try run(disk, machine: 1, "cat a; echo second > n; mv n a; cat a").output == "first\nsecond\n")
    #expect(try run(disk, "stat -c %s a; cat a").output == "6\nsecond\n")
    let removed = try run(disk, "exec 3< a; rm \(disk.path(machine: 1))/a; cat <&3")
    #expect(removed.errors.contains(String(cString: strerror(ESTALE))))
  }
}
