internal import Domain
internal import Postgres

/// Who works in the programme: logins of PostgreSQL's own, each with one role.
public struct People {
  let session: Session

  /// Adds a person, and makes the login where it is missing.
  ///
  /// Without a password the login must be there, or comes in by another way than a password.
  ///
  /// - Throws: `Problem` `login_malformed`, `person_exists`, `login_has_rights`, `role_unknown`, `login_missing`,
  ///   `person_needs_administrator`.
  public func add(
    _ login: String, name: String, role: Person.Role, password: String?, command: String
  ) throws {
    let verifier = try hashed(password, of: login)
    if session.database.isPrivate {
      try translating { try session.database.privateServer.demandPasswords() }
    }
    try session.transaction {
      try session.execute(
        """
        SELECT add_person(\(login), \(name), \(role.rawValue), \(verifier), \(session.operatorName), \(command))
        """)
    }
  }

  /// Gives a person another name or role.
  ///
  /// - Throws: `Problem` `person_unknown`, `person_retired`, `login_is_owner`, `person_elsewhere`, `reason_blank`,
  ///   `person_needs_administrator`.
  public func change(
    _ login: String, name: String?, role: Person.Role?, reason: String?, command: String
  ) throws {
    try session.transaction {
      try session.execute(
        """
        SELECT change_person(\(login), \(name), \(role?.rawValue), \(reason), \(session.operatorName), \(command))
        """)
    }
  }

  /// Retires a person, who cannot connect any more, or lets them work again; their facts stay.
  ///
  /// - Throws: `Problem` `person_unknown`, `login_is_owner`, `person_retired`, `person_works`, `reason_blank`.
  public func retire(_ login: String, isBack: Bool, reason: String, command: String) throws {
    try session.transaction {
      try session.execute(
        "SELECT retire_person(\(login), \(isBack), \(reason), \(session.operatorName), \(command))")
    }
  }

  /// Sets a person's password anew; that it was set is a fact, the password is kept by the server alone.
  ///
  /// - Throws: `Problem` `person_unknown`, `person_retired`, `login_is_owner`, `password_of_another`, `person_elsewhere`,
  ///   `password_needs_administrator`.
  public func setPassword(
    of login: String, to password: String, reason: String?, command: String
  ) throws {
    let verifier = try hashed(password, of: login)
    try session.transaction {
      try session.execute(
        "SELECT set_password(\(login), \(verifier), \(reason), \(session.operatorName), \(command))"
      )
    }
  }

  /// Lists the owner and the persons.
  public func list() throws -> [Person] {
    try session.execute(
      """
      SELECT n.nspowner::regrole::text, n.nspowner::regrole::text, 'owner', false, NULL
      FROM pg_namespace n
      WHERE n.nspname = \(session.name)
      UNION ALL
      (SELECT p.login, p.name, p.role, p.retired, (
          SELECT to_char(min(c.changed_at), 'YYYY-MM-DD HH24:MI') FROM person_change c WHERE c.login = p.login)
      FROM person p ORDER BY p.login)
      """
    ).map { row in
      let (login, name, role, isRetired, addedAt) = try row.decode(
        (String, String, String, Bool, String?).self)
      return Person(login: login, name: name, role: role, isRetired: isRetired, addedAt: addedAt)
    }
  }

  /// The persons whose logins have no password, such as those of a programme that was restored on another server.
  ///
  /// Of a server whose passwords the owner may not look at, nobody is.
  public func withoutPassword() throws -> [String] {
    let mayLook = try session.execute(
      "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
    ).single().decode(Bool.self)
    guard mayLook else { return [] }
    return try session.execute(
      """
      SELECT p.login FROM person p JOIN pg_authid a ON a.rolname = p.login
      WHERE NOT p.retired AND a.rolpassword IS NULL ORDER BY p.login
      """
    ).map { try $0.decode(String.self) }
  }

  /// Whether an administrator of the server has to make the roles before persons can be added.
  public func administratorIsNeeded() throws -> Bool {
    try !session.execute("SELECT has_roles() OR may_make_roles()").single().decode(Bool.self)
  }

  /// Lists what was done to persons, newest first.
  public func history() throws -> Listed {
    try session.list(
      """
      SELECT to_char(changed_at, 'YYYY-MM-DD HH24:MI') AS at, login, act AS change, name, role, coalesce(reason, '') AS reason,
        changed_by::text AS changed_by, operator
      FROM person_change
      ORDER BY change_no DESC
      """)
  }

  private func hashed(_ password: String?, of login: String) throws -> String? {
    guard let password else { return nil }
    return try translating { try session.connection.hashed(password: password, of: login) }
  }
}
