import Bangfu
import Domain
import FoundationEssentials
import Glibc
import System

/// The environment a command runs in.
enum Session {
  static let environment = ProcessInfo.processInfo.environment

  /// Where the database is, by `BANGFU_DATABASE` or `BANGFU_HOME`.
  static func database() throws -> Database {
    var environment = environment
    if environment["PWD"] == nil { environment["PWD"] = FileManager.default.currentDirectoryPath }
    return try Database(environment: environment, isRoot: geteuid() == 0)
  }

  /// The folder of the user's own profiles: `BANGFU_PROFILES`, else `profiles` in the data folder.
  static func profileFolder() throws -> String {
    if let folder = environment["BANGFU_PROFILES"], !folder.isEmpty { return folder }
    return try Database.home(environment: environment, isRoot: geteuid() == 0) + "/profiles"
  }

  /// The folder of the backups made before upgrades: `backups` in the data folder.
  static func backupFolder() throws -> String {
    let home = try Database.home(environment: environment, isRoot: geteuid() == 0)
    let start = FileManager.default.currentDirectoryPath
    return (home.hasPrefix("/") ? home : start + "/" + home) + "/backups"
  }

  /// The formats of channel files, the user's own included; without the folder there are none of those.
  ///
  /// - Throws: `Problem` `profile_folder_unreadable` where `BANGFU_PROFILES` names no folder, unless it is `toBeMade`.
  static func profiles(toBeMade: Bool = false) throws -> Profiles {
    let folder = try profileFolder()
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      let isSaid = environment["BANGFU_PROFILES"]?.isEmpty == false
      let isThere = FileManager.default.fileExists(atPath: folder)
      if isSaid, isThere || !toBeMade {
        throw Problem("profile_folder_unreadable", ["folder": folder])
      }
      return Profiles()
    }
    var found = Profiles()
    for name in names.sorted() where name.hasSuffix(".toml") {
      do {
        found.own.append((name, try readText(folder + "/" + name, limit: 1 << 20)))
      } catch {
        let why = Problem(error)?.description ?? "\(error)"
        found.unread.append(
          (name, Problem("profile_file_unreadable", ["profile": name, "why": why])))
      }
    }
    return found
  }

  /// Who acts: `--operator`, else `BANGFU_OPERATOR`, else the login of `--as`, else the system's user.
  static func operatorName(_ asked: String? = nil, login: String? = nil) -> String {
    let names = [
      asked, environment["BANGFU_OPERATOR"], login, environment["USER"], environment["LOGNAME"],
    ]
    return names.compactMap { $0 }.first { !$0.isEmpty } ?? "uid \(geteuid())"
  }
}
