internal import Glibc
internal import System

/// The process of a cluster's server.
struct ServerProcess {
  let number: Int

  /// Finds the process that `postmaster.pid` names, if it is a server of this very data folder.
  ///
  /// The file outlives a server that was killed, and its number may long be somebody else's.
  init?(of cluster: Cluster) {
    let text = Path.tail(of: cluster.dataFolder + "/postmaster.pid", limit: 4_096)
    guard let number = Int(text.prefix { $0.isNumber }), number > 1 else { return nil }
    self.number = number
    guard serves(cluster.dataFolder) else { return nil }
  }

  init(number: Int) { self.number = number }

  /// Whether the process runs a server of the folder.
  ///
  /// Its command line is open to everyone; where it works is not, in a container.
  func serves(_ folder: String) -> Bool {
    let line = Path.tail(of: "/proc/\(number)/cmdline", limit: 1 << 20)
    return line.split(separator: "\0").contains { $0 == folder }
  }

  /// Asks the server to end its sessions and itself.
  func interrupt() { kill(pid_t(number), SIGINT) }

  /// Waits until the process serves the folder no more; returns whether it came to that.
  func waitForEnd(of folder: String, seconds: Int) -> Bool {
    let deadline = Moment.now + seconds * 1_000
    while Moment.now < deadline {
      waitpid(pid_t(number), nil, WNOHANG)  // it may be a child of ours
      if !serves(folder) { return true }
      Moment.sleep(10)
    }
    return false
  }
}
