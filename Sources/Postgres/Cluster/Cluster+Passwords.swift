internal import Glibc
internal import System

extension Cluster {
  /// The map of the system's users who come in as the owner.
  private static let map = "bangfu"

  /// Lets only the owner's own account of the system, and root, come in as the owner.
  ///
  /// Everybody else comes in by a password, and into `database` alone. Returns whether anything was changed; the server
  /// has to read it again then.
  ///
  /// - Throws: `ClusterError.ownerHasNoName` where the system has no name for the user that runs this, which peer
  ///   authentication needs.
  public func demandPasswords(for database: String) throws -> Bool {
    let server = try ServerUser()
    var owners: Set = ["root"]
    for number in [geteuid(), server.number] {
      guard let entry = getpwuid(number) else { throw ClusterError.ownerHasNoName(Int(number)) }
      owners.insert(String(cString: entry.pointee.pw_name))
    }
    let rules = """
      # TYPE  DATABASE  USER  METHOD
      local   all  bangfu  peer map=\(Self.map)
      local   \(database)  all  scram-sha-256

      """
    let names = owners.sorted().map { "\(Self.map) \"\($0)\" bangfu\n" }.joined()
    let hasRules = try replace(dataFolder + "/pg_hba.conf", with: rules, of: server)
    let hasNames = try replace(
      dataFolder + "/pg_ident.conf", with: "# MAP  SYSTEM-USER  LOGIN\n" + names, of: server)
    return hasRules || hasNames
  }

  /// Gives a file of the server's another text, at once; returns false where it has that text already.
  private func replace(
    _ path: String, with text: String, of user: ServerUser
  ) throws(ClusterError) -> Bool {
    if Path.tail(of: path, limit: 1 << 16) == text { return false }
    let new = path + ".new"
    Path.remove(new)
    let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(call: "open", path: new, code: errno) }
    defer { close(file) }
    let bytes = Array(text.utf8)
    guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0,
      !user.isOther || fchown(file, user.number, user.group) == 0, rename(new, path) == 0
    else { throw .system(call: "write", path: new, code: errno) }
    return true
  }
}
