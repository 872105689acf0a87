internal import Glibc
internal import System

/// The user as whom the server runs: ourselves or, since PostgreSQL refuses root, `postgres`.
struct ServerUser {
  let name: String
  let number: uid_t
  let group: gid_t
  /// Whether a program has to be started as somebody else than ourselves.
  let isOther: Bool

  init() throws(ClusterError) {
    isOther = geteuid() == 0
    guard isOther else {
      name = ""
      number = geteuid()
      group = getegid()
      return
    }
    name = "postgres"
    guard let entry = getpwnam(name) else { throw .systemUserMissing(name) }
    number = entry.pointee.pw_uid
    group = entry.pointee.pw_gid
  }

  /// The words that go before a command to run it as this user.
  var prefix: [String] {
    isOther ? ["setpriv", "--reuid=\(number)", "--regid=\(group)", "--init-groups", "--"] : []
  }

  /// Finds out whether the data, where there are any, are this user's.
  ///
  /// The server would refuse to start; worse, root would first have stopped somebody's server.
  func checkOwnership(of dataFolder: String) throws(ClusterError) {
    var entry = stat()
    if stat(dataFolder, &entry) == 0 && entry.st_uid != number {
      throw .dataFolderNotOurs(dataFolder)
    }
  }

  /// Finds out whether the user can enter `home`, with whatever rules the system has.
  func checkEntry(to home: String) throws(ClusterError) {
    guard isOther else { return }
    func canEnter(_ folder: String) throws(ClusterError) -> Bool {
      try translating(Program(prefix + ["test", "-x", folder]).run()).status == 0
    }
    if try canEnter(home) { return }
    for folder in ServerUser.ancestry(of: home) where try !canEnter(folder) {
      throw .homeNotEnterable(folder: folder, user: name)
    }
  }

  /// The path and all its parents, outermost first.
  private static func ancestry(of path: String) -> [String] {
    var paths = ["/"]
    for part in path.split(separator: "/") {
      paths.append((paths.last == "/" ? "" : paths.last ?? "") + "/" + part)
    }
    return paths
  }
}
