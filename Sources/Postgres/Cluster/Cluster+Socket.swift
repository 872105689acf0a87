internal import Glibc

extension Cluster {
  /// Whether the socket's folder is there, and is nobody's but the server's and ours.
  ///
  /// Anybody may put a folder of this name under `/tmp`, and a server of their own into it.
  func isSocketFolderThere() throws(ClusterError) -> Bool {
    var entry = stat()
    if lstat(socketFolder, &entry) != 0 { return false }
    let isFolder = entry.st_mode & S_IFMT == S_IFDIR && entry.st_mode & 0o777 == 0o700
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
    if user.isOther && lchown(socketFolder, user.number, user.group) != 0 {
      throw .system(call: "chown", path: socketFolder, code: errno)
    }
  }
}
