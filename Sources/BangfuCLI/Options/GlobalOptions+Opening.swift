import Bangfu

extension GlobalOptions {
  /// Opens the programme.
  func open(operator asked: String? = nil, as known: Login? = nil) throws -> Programme {
    try Programme(
      at: Session.database(), named: programme,
      operatorName: Session.operatorName(asked, login: `as`),
      as: known ?? login)
  }

  /// Opens the programme for a report, and says where nobody stands behind its figures but one.
  func openForReports() throws -> Programme {
    let programme = try open()
    if let protection = try programme.protection(), let words = protection.warning {
      printToStandardError(words)
    }
    return programme
  }

  /// Who comes in; a password that nothing gives is asked for on the terminal.
  private var login: Login {
    Login(`as`) { try? Secret.ask(say("\($0) 的口令：", "Password of \($0): ")) }
  }

  /// Opens the programme for commands that read channel files: with the user's own profiles.
  func openForFiles() throws -> Programme {
    let programme = try open()
    programme.profiles = try Session.profiles()
    return programme
  }

  /// The programme's backups, whether it is there or not.
  func backups() throws -> Backups { try Backups(at: Session.database(), named: programme) }
}
