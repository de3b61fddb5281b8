// Holds the thread that answers the kernel.

import CFuse
import Foundation
import Synchronization

/// The disk, for the thread that answers and for the test that looks on.
final class SharedDisk: Sendable {
  let state: Mutex<DiskState>

  init(_ state: DiskState) { self.state = Mutex(state) }
}

/// Answers the calls on a disk, from one machine or several, in a thread with mounts of its own.
final class FuseServer: Sendable {
  /// An open /dev/fuse; it is closed when the last answer has gone.
  private final class Device: Sendable {
    let descriptor = open("/dev/fuse", O_RDWR | O_CLOEXEC)

    deinit { if descriptor >= 0 { close(descriptor) } }
  }

  private let disk: SharedDisk
  private let places: [String]
  /// A byte in it ends the thread.
  private let stopping = Pipe()
  /// The calls that a power cut left without an answer.
  private let held = Mutex<[(request: FuseRequest, device: Device)]>([])
  private let isReady = DispatchSemaphore(value: 0)
  private let isGone = DispatchSemaphore(value: 0)
  /// Where the kernel has the mounts of the thread, or why it has none.
  private let mounts = Mutex<Result<String, FaultyDisk.Unusable>>(.success(""))

  init(_ disk: SharedDisk, _ places: [String]) {
    self.disk = disk
    self.places = places
  }

  /// Mounts the disk in every place and begins to answer.
  ///
  /// - Returns: the file by which another program gets at the mounts.
  func start() throws -> String {
    Thread.detachNewThread { [self] in
      var devices: [Device] = []
      let outcome = Result<String, FaultyDisk.Unusable> { () throws(FaultyDisk.Unusable) in
        devices = try mount()
        return "/proc/\(getpid())/task/\(cfuse_thread())/ns/mnt"
      }
      mounts.withLock { $0 = outcome }
      isReady.signal()
      if case .success = outcome { serve(devices) }
      isGone.signal()
    }
    isReady.wait()
    return try mounts.withLock { $0 }.get()
  }

  /// Ends every call that waits, takes the mounts away and waits until the thread is gone.
  func stop() {
    try? stopping.fileHandleForWriting.write(contentsOf: Data([0]))
    isGone.wait()
  }

  /// Gives the disk its power again; the calls that have waited since it was cut fail.
  func restart(_ tree: DiskTree) {
    let waiting = disk.state.withLock { state in
      state.restart(tree)
      return held.withLock { held in
        defer { held = [] }
        return held
      }
    }
    for (request, device) in waiting { FuseReply.failed(EIO).send(device.descriptor, to: request) }
  }

  private func mount() throws(FaultyDisk.Unusable) -> [Device] {
    func check(_ code: Int32, _ what: String) throws(FaultyDisk.Unusable) {
      if code != 0 { throw FaultyDisk.Unusable("\(what): \(String(cString: strerror(code)))") }
    }
    try check(cfuse_own_mounts(), "mounts of one's own")
    var devices: [Device] = []
    for place in places {
      let device = Device()
      try check(device.descriptor < 0 ? errno : 0, "/dev/fuse")
      try check(cfuse_mount(device.descriptor, place), "mounting a file system in user space")
      devices.append(device)
    }
    return devices
  }

  private func serve(_ devices: [Device]) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: FuseRequest.largestWrite + 65_536, alignment: 8)
    defer { buffer.deallocate() }
    var waiting = (devices.map(\.descriptor) + [stopping.fileHandleForReading.fileDescriptor]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    while waiting[devices.count].revents == 0 {
      guard poll(&waiting, nfds_t(waiting.count), -1) > 0 else { continue }
      for (machine, device) in devices.enumerated() where waiting[machine].revents & Int16(POLLIN) != 0 {
        let count = read(device.descriptor, buffer.baseAddress, buffer.count)
        guard count > 0 else { continue }
        answer(FuseRequest(UnsafeRawBufferPointer(rebasing: buffer[..<count])), machine, device)
      }
    }
    for place in places { cfuse_unmount(place) }
  }

  /// Answers at once, or in a thread that waits as long as the disk is said to take.
  private func answer(_ request: FuseRequest, _ machine: Int, _ device: Device) {
    let delay = request.call.flatMap { call in disk.state.withLock { $0.faults.delays[call] } } ?? 0
    guard delay > 0 else { return finish(request, machine, device) }
    Thread.detachNewThread { [self] in
      usleep(useconds_t(delay * 1_000_000))
      finish(request, machine, device)
    }
  }

  private func finish(_ request: FuseRequest, _ machine: Int, _ device: Device) {
    let reply = disk.state.withLock { state in
      let reply = state.answer(request, machine)
      if case .never = reply { held.withLock { $0.append((request, device)) } }
      return reply
    }
    reply.send(device.descriptor, to: request)
  }
}
