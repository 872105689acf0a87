internal import Glibc
internal import System

/// The lock that a server of the cluster holds as long as one of its processes lives, wherever it runs.
///
/// It is a lock of the kernel (`flock`) on a file beside the data, taken before the server is started and left open in its
/// hands: it goes with the last of its processes, and holds between containers that share the folder, which see neither
/// each other's processes nor sockets. The file says which `postmaster.pid` belongs to it.
struct ServerLock {
  private let lock: FileLock

  /// The open file, which the server is left.
  var file: Int32 { lock.file }

  /// Takes the lock; nil where a server holds it.
  init?(of cluster: Cluster) throws(ClusterError) {
    guard let lock = try translating(FileLock(cluster.home + "/server.lock", waiting: false)) else {
      return nil
    }
    self.lock = lock
  }

  /// Takes the lock, waiting so long for the last sessions of a server that was killed; nil where it is held still.
  static func wait(for cluster: Cluster, milliseconds: Int) throws(ClusterError) -> ServerLock? {
    let deadline = Moment.now + milliseconds
    while true {
      if let lock = try ServerLock(of: cluster) { return lock }
      if Moment.now >= deadline { return nil }
      Moment.sleep(50)
    }
  }

  /// Whether a server holds the lock, here or elsewhere.
  static func isHeld(of cluster: Cluster) throws(ClusterError) -> Bool {
    guard Path.exists(cluster.home + "/server.lock") else { return false }
    guard let lock = try ServerLock(of: cluster) else { return true }
    lock.release()
    return false
  }

  /// Notes the server that has been started under the lock, by its process, folder and start.
  func note(_ pidFile: String) {
    let bytes = Array(ServerLock.identity(pidFile).utf8)
    ftruncate(file, 0)
    pwrite(file, bytes, bytes.count, 0)
    fsync(file)
  }

  /// Whether a `postmaster.pid` is of the server that held this lock last, which has ended, since the lock is ours now.
  func isOfTheLast(_ pidFile: String) -> Bool {
    let identity = ServerLock.identity(pidFile)
    lseek(file, 0, SEEK_SET)
    return !identity.isEmpty && FileBytes.text(of: file, limit: 4_096) == identity
  }

  /// The first three lines of a `postmaster.pid`: process, folder and start.
  private static func identity(_ pidFile: String) -> String {
    let lines = Path.tail(of: pidFile, limit: 4_096).split(separator: "\n")
    return lines.count < 3 ? "" : lines.prefix(3).joined(separator: "\n")
  }

  func release() { lock.release() }
}
