import Bangfu
import Domain
import FoundationEssentials
import Glibc
import Tabular

/// The environment a command runs in.
enum Session {
  static let environment = ProcessInfo.processInfo.environment

  /// Where the database is, by `BANGFU_DATABASE` or `BANGFU_HOME`.
  static func place() throws -> Place {
    var environment = environment
    if environment["PWD"] == nil { environment["PWD"] = FileManager.default.currentDirectoryPath }
    return try Place(environment: environment, isRoot: geteuid() == 0)
  }

  /// The folder of the user's own profiles: `BANGFU_PROFILES`, else `profiles` in the data folder.
  static func profileFolder() throws -> String {
    if let folder = environment["BANGFU_PROFILES"], !folder.isEmpty { return folder }
    return try Place.home(environment: environment, isRoot: geteuid() == 0) + "/profiles"
  }

  /// The folder of the backups made before upgrades: `backups` in the data folder.
  static func backupFolder() throws -> String {
    let home = try Place.home(environment: environment, isRoot: geteuid() == 0)
    let start = FileManager.default.currentDirectoryPath
    return (home.hasPrefix("/") ? home : start + "/" + home) + "/backups"
  }

  /// The names and texts of the user's own profiles, by name.
  static func ownProfiles() throws -> [(name: String, text: String)] {
    let folder = try profileFolder()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".toml") }.sorted().compactMap { name in
      readSmallFile(folder + "/" + name).map { (name, $0) }
    }
  }

  /// Who acts: `--operator`, else `BANGFU_OPERATOR`, else the system's user.
  static func operatorName(_ asked: String? = nil) -> String {
    let names = [
      asked, environment["BANGFU_OPERATOR"], environment["USER"], environment["LOGNAME"],
    ]
    return names.compactMap { $0 }.first { !$0.isEmpty } ?? "uid \(geteuid())"
  }
}

extension GlobalOptions {
  /// Opens the programme.
  func open(operator asked: String? = nil) throws -> Programme {
    try Programme(
      at: Session.place(), named: programme, operatorName: Session.operatorName(asked))
  }

  /// Opens the programme for commands that read channel files: with the user's own profiles.
  func openForFiles() throws -> Programme {
    let programme = try open()
    programme.ownProfiles = try Session.ownProfiles()
    return programme
  }
}
