internal import Glibc
internal import System

/// An installed PostgreSQL server.
struct Installation {
  /// The folder of its programs.
  let folder: String
  /// Its major version.
  let version: Int

  /// The oldest major version that Bangfu runs on.
  static let oldestVersion = 15

  /// Finds the installation of the data's version or, without data, the newest.
  static func matching(dataFolder: String) throws(ClusterError) -> Installation {
    let installed = try all().filter { $0.version >= oldestVersion }
    guard let newest = installed.max(by: { $0.version < $1.version }) else {
      throw .serverNotInstalled
    }
    let text = Path.tail(of: dataFolder + "/PG_VERSION", limit: 16)
    guard let version = Int(text.prefix { $0.isNumber }) else { return newest }
    if let match = installed.first(where: { $0.version == version }) { return match }
    throw .versionMismatch(data: version, installed: newest.version, folder: dataFolder)
  }

  static func all() throws(ClusterError) -> [Installation] {
    var installed: [Installation] = []
    for folder in candidates()
    where access(folder + "/postgres", X_OK) == 0 && access(folder + "/initdb", X_OK) == 0 {
      let answer = try translating(Program([folder + "/postgres", "--version"]).run())
      let number = answer.output.drop { !$0.isNumber }.prefix { $0.isNumber }
      if let version = Int(number) {
        installed.append(Installation(folder: folder, version: version))
      }
    }
    return installed
  }

  /// The folders where Debian, Red Hat, Homebrew and `pg_config` put the programs.
  private static func candidates() -> [String] {
    var folders =
      getenv("PATH").map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
    if let run = try? Program(["pg_config", "--bindir"]).run(), run.status == 0 {
      folders.append(String(run.output.prefix { $0 != "\n" }))
    }
    folders += Path.names(in: "/usr/lib/postgresql").map { "/usr/lib/postgresql/\($0)/bin" }
    folders += Path.names(in: "/usr").filter { $0.hasPrefix("pgsql-") }.map { "/usr/\($0)/bin" }
    folders += Path.names(in: "/opt/homebrew/opt").filter { $0.hasPrefix("postgresql") }
      .map { "/opt/homebrew/opt/\($0)/bin" }
    return folders
  }
}
