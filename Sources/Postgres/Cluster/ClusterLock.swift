internal import Glibc

/// What keeps two processes from making or starting one cluster at once.
struct ClusterLock {
  private let file: Int32

  /// Waits until nobody else holds the lock.
  init(_ path: String) throws(ClusterError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
    while flock(file, LOCK_EX) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(file)
      throw .system(call: "flock", path: path, code: code)
    }
  }

  func release() { close(file) }
}
