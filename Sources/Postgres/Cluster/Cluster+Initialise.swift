internal import Glibc
internal import System

extension Cluster {
  /// Makes the data folder, which gets its name only when all is in it.
  func initialise(with installation: Installation, as user: ServerUser) throws(ClusterError) {
    let unfinished = dataFolder + ".new"
    Path.remove(unfinished)
    try translating(Path.makeFolder(unfinished, mode: 0o700))
    if user.isOther && lchown(unfinished, user.number, user.group) != 0 {
      throw .system(call: "chown", path: unfinished, code: errno)
    }
    try initdb(unfinished, installation, user)
    try append(ServerSettings.text, to: unfinished + "/postgresql.conf")
    if rename(unfinished, dataFolder) != 0 {
      throw .system(call: "rename", path: dataFolder, code: errno)
    }
  }

  private func initdb(
    _ folder: String, _ installation: Installation, _ user: ServerUser
  ) throws(ClusterError) {
    var last = ""
    // A system without C.UTF-8 sorts the same with C; the encoding is UTF-8 all the same.
    for locale in ["C.UTF-8", "C"] {
      let command = [
        installation.folder + "/initdb", "-D", folder, "--encoding=UTF8", "--locale=\(locale)",
        "--data-checksums", "--auth-local=trust", "--auth-host=reject", "-U", "bangfu",
      ]
      let speed = settings["fsync"] == "off" ? ["--no-sync"] : []
      let (status, output) = try translating(Program(user.prefix + command + speed).run())
      if status == 0 { return }
      last = output
      if !output.contains("locale") { break }
    }
    if !Path.exists(log) {
      let file = open(log, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file < 0 { throw .system(call: "open", path: log, code: errno) }
      close(file)
    }
    try append(last + "\n", to: log)
    throw .serverFailed(program: "initdb", log: log)
  }

  private func append(_ text: String, to path: String) throws(ClusterError) {
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw .system(call: "open", path: path, code: errno) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
      throw .system(call: "write", path: path, code: errno)
    }
  }
}
