internal import System

/// Why the private cluster is not there to be used.
public enum ClusterError: Error, Equatable, Sendable {
  /// There is no cluster in this folder.
  case absent(String)
  /// No PostgreSQL server of the major version 15 or newer is installed.
  case serverNotInstalled
  /// Run as root, the server needs a system user of this name, and there is none.
  case systemUserMissing(String)
  /// The server's user cannot enter `folder`, which is the home or one of its parents.
  case homeNotEnterable(folder: String, user: String)
  /// The data folder belongs to another user, such as one whose cluster root has come upon.
  case dataFolderNotOurs(String)
  /// The system has no name for the user of this number, which is how the server knows its owner.
  case ownerHasNoName(Int)
  /// The system has no group of this name, or the owner is not in it.
  case groupUnknown(String)
  /// The socket's folder is a link, or belongs to somebody else, or is open to others.
  case socketFolderNotPrivate(String)
  /// The data folder belongs to a major version that is not installed; `installed` is the newest.
  case versionMismatch(data: Int, installed: Int, folder: String)
  /// A server holds the cluster of `home` that cannot be reached from here; it knows its data as `folder`.
  case runsElsewhere(home: String, folder: String)
  /// The home lies on a file system of this type, which other machines may share.
  case folderIsShared(String, type: String)
  /// A program of PostgreSQL's is not installed.
  case programMissing(String)
  /// A client program is older than the server, each a version such as 15.18.
  case clientOlder(program: String, version: String, server: String)
  /// There is a file of this name, which is not to be replaced.
  case fileExists(String)
  /// The name of a file is a link, or of no plain file.
  case noPlainFile(String, isLink: Bool)
  /// A program of PostgreSQL's failed; `output` is the end of what it wrote.
  case programFailed(program: String, output: String)
  /// A program that makes or runs the server failed; what it has to say is in `log`.
  case serverFailed(program: String, log: String)
  /// The file is not what PostgreSQL's `pg_dump` writes.
  case notADump(String)
  /// The session of a program of PostgreSQL's was lost.
  case connectionLost
  /// The server did not answer within so many seconds; its log is in `log`.
  case startTimedOut(seconds: Int, log: String)
  /// The server with this process number did not end within so many seconds.
  case stopTimedOut(seconds: Int, process: Int)
  /// The operating system refused `call` on `path` with the error number `code`.
  case system(call: String, path: String, code: Int32)
}

/// Runs `body`; what the system refused leaves as a `ClusterError`.
func translating<T: ~Copyable>(
  _ body: @autoclosure () throws(FileError) -> T
) throws(ClusterError) -> T {
  do throws(FileError) { return try body() } catch { throw ClusterError(error) }
}

extension ClusterError {
  /// Why a file, a folder, a lock or a program was refused.
  init(_ error: FileError) {
    self =
      switch error {
      case .exists(let path): .fileExists(path)
      case .isLink(let path): .noPlainFile(path, isLink: true)
      case .isNoFile(let path): .noPlainFile(path, isLink: false)
      case .system(let call, let path, let code): .system(call: call, path: path, code: code)
      }
  }
}
