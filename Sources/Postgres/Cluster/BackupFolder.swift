internal import Glibc
internal import System

/// The folder in which backups are kept that are made before upgrades.
public enum BackupFolder {
  /// Makes the folder, for nobody else to enter.
  ///
  /// - Throws: `ClusterError.system`.
  public static func make(_ path: String) throws(ClusterError) {
    try translating(Path.makeFolder(path, mode: 0o700))
  }

  /// Removes the oldest files whose names begin so, but for the newest few; their names end with their time.
  public static func keep(_ count: Int, in folder: String, named prefix: String) {
    func time(_ name: String) -> Substring { name.suffix("20260101T000000.dump".count) }
    let names = Path.names(in: folder).filter { $0.hasPrefix(prefix) && $0.hasSuffix(".dump") }
      .sorted { time($0) < time($1) }
    for name in names.dropLast(count) { unlink(folder + "/" + name) }
  }
}
