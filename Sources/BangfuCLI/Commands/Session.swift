import Bangfu
import Domain
import FoundationEssentials
import Glibc

/// The environment a command runs in.
enum Session {
  static let environment = ProcessInfo.processInfo.environment

  /// Where the database is, by `BANGFU_DATABASE` or `BANGFU_HOME`.
  static func place() throws -> Place {
    var environment = environment
    if environment["PWD"] == nil { environment["PWD"] = FileManager.default.currentDirectoryPath }
    return try Place(environment: environment, isRoot: geteuid() == 0)
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
}
