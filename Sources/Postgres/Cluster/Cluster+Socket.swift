internal import Glibc
internal import System

extension Cluster {
  /// The file that names the group of the system to which the socket's folder is open.
  private var groupFile: String { home + "/socket.group" }

  /// The group to which the socket's folder is open; nil where it is the owner's alone.
  public var sharedGroup: String? {
    let name = Path.tail(of: groupFile, limit: 256).prefix { $0 != "\n" }
    return name.isEmpty ? nil : String(name)
  }

  /// Opens the socket's folder to a group of the system, or to nobody else (nil).
  ///
  /// - Throws: `ClusterError.groupUnknown` where there is no such group, or the owner is not in it.
  public func share(with group: String?) throws {
    let user = try ServerUser()
    if let group {
      guard getgrnam(group) != nil else { throw ClusterError.groupUnknown(group) }
    }
    let old = sharedGroup
    try write(group)
    do {
      try makeSocketFolder(for: user)
    } catch {
      try write(old)
      throw error
    }
  }

  private func write(_ group: String?) throws(ClusterError) {
    Path.remove(groupFile)
    guard let group else { return }
    let file = open(groupFile, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw .system(call: "open", path: groupFile, code: errno) }
    defer { close(file) }
    let bytes = Array((group + "\n").utf8)
    if Glibc.write(file, bytes, bytes.count) != bytes.count {
      throw .system(call: "write", path: groupFile, code: errno)
    }
  }

  /// Whether the socket's folder is there, and is nobody's but the server's and ours, or the group's that it is open to.
  ///
  /// Anybody may put a folder of this name under `/tmp`, and a server of their own into it.
  func isSocketFolderThere() throws(ClusterError) -> Bool {
    var entry = stat()
    if lstat(socketFolder, &entry) != 0 { return false }
    let isFolder = entry.st_mode & S_IFMT == S_IFDIR && entry.st_mode & 0o767 == 0o700
    if isFolder && entry.st_uid == geteuid() { return true }
    if isFolder, try entry.st_uid == ServerUser().number { return true }
    throw .socketFolderNotPrivate(socketFolder)
  }

  /// Makes the socket's folder, also again after a reboot has emptied `/tmp`.
  func makeSocketFolder(for user: ServerUser) throws(ClusterError) {
    if try !isSocketFolderThere() {
      if mkdir(socketFolder, 0o700) != 0 {
        throw .system(call: "mkdir", path: socketFolder, code: errno)
      }
    }
    let owner = user.isOther ? user.number : geteuid()
    var group = user.isOther ? user.group : getegid()
    if let name = sharedGroup {
      guard let entry = getgrnam(name) else { throw .groupUnknown(name) }
      group = entry.pointee.gr_gid
    }
    // A group may go through, and not look around; before it is another's, the folder is closed.
    if chmod(socketFolder, 0o700) != 0 || lchown(socketFolder, owner, group) != 0 {
      if errno == EPERM, let name = sharedGroup { throw .groupUnknown(name) }
      throw .system(call: "chown", path: socketFolder, code: errno)
    }
    if sharedGroup != nil, chmod(socketFolder, 0o710) != 0 {
      throw .system(call: "chmod", path: socketFolder, code: errno)
    }
  }
}
