import Foundation
import TestSupport

/// A real file system that a test can mount on an image of its own; it goes away with the last reference.
final class MountedFileSystem {
  /// The kinds that books may lie on.
  enum Kind: String, CaseIterable, Sendable {
    /// The one that temporary files are on.
    case own
    case xfs, btrfs
    case ntfs3g = "ntfs-3g"
    case exfat = "exfat-fuse"
    case bindfs, sshfs

    /// The commands that make and mount it: `image`, `under` and `mount` are names in the folder where they run.
    fileprivate var commands: String {
      switch self {
      case .own: "true"
      case .xfs: "truncate -s 310M image && mkfs.xfs -q image && mount -o loop image mount"
      case .btrfs: "truncate -s 128M image && mkfs.btrfs -q image && mount -o loop image mount"
      case .ntfs3g: "truncate -s 32M image && mkfs.ntfs -F -q image && ntfs-3g image mount"
      case .exfat:
        "truncate -s 32M image && mkfs.exfat image && losetup -f --show image > device && mount.exfat-fuse $(cat device) mount"
      case .bindfs: Kind.under + "bindfs under mount"
      case .sshfs:
        Kind.under
          + "mkfifo pipe && for server in /usr/lib/openssh/sftp-server /usr/lib/ssh/sftp-server; do test -x $server && break; done"
          + " && test -x $server && { $server < pipe | sshfs -f -o passive,allow_other :$PWD/under mount > pipe & }"
          + " && for i in 1 2 3 4 5 6 7 8 9; do mountpoint -q mount && break; sleep 0.2; done"
      }
    }

    private static let under = "truncate -s 24M image && mkfs.ext4 -q image && mount -o loop image under && "
  }

  let kind: Kind
  private let folder: TemporaryFolder

  /// Where the file system is.
  var path: String { folder.path + "/mount" }

  /// Mounts one; nil where this machine cannot, which is printed.
  init?(_ kind: Kind) throws {
    self.kind = kind
    folder = try TemporaryFolder()
    for name in ["mount", "under"] { mkdir(folder.path + "/" + name, 0o755) }
    let isMounted = kind == .own ? "" : " && mountpoint -q mount"
    let run = try Child.run(["sh", "-c", "cd \(folder.path) && \(kind.commands)\(isMounted)"])
    guard run.status == 0 else {
      print("NOT COVERED: \(kind.rawValue) cannot be mounted here: \(run.errors.prefix(200))")
      return nil
    }
  }

  deinit {
    guard kind != .own else { return }
    let commands =
      "cd \(folder.path) && umount mount; umount under 2>/dev/null; test -f device && losetup -d $(cat device)"
    _ = try? Child.run(["sh", "-c", commands])
  }

  /// Fills the disk, down to the last bytes; what takes the fill away again.
  func fill() -> () -> Void {
    let path = path + "/filler"
    let file = open(path, O_WRONLY | O_CREAT, 0o600)
    for size in [1 << 20, 1 << 12, 1] {
      let bytes = [UInt8](repeating: 1, count: size)
      while write(file, bytes, size) == size, kind != .own {}
      fsync(file)
    }
    close(file)
    return { unlink(path) }
  }
}
