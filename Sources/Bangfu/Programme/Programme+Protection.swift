internal import Postgres

extension Programme {
  /// How far the rights of persons protect what the programme keeps.
  public enum Protection: String, Sendable {
    /// Each comes in by a login of their own.
    case byLogin = "by_login"
    /// All share one account of the system, so that rights cannot protect: the private server is the owner's alone.
    case oneAccount = "one_account"
    /// The programme has said that it has one person alone: nothing needs a second.
    case onePerson = "one_person"
  }

  /// How far rights protect; nil in a programme without persons, whose owner works alone.
  public func protection() throws -> Protection? {
    let (persons, isOnePerson) = try session.execute(
      "SELECT (SELECT count(*) FROM person WHERE NOT retired), is_one_person()"
    ).single().decode((Int, Bool).self)
    return protection(persons: persons, isOnePerson: isOnePerson)
  }

  /// The same, where it is known how many persons there are.
  func protection(persons: Int, isOnePerson: Bool) -> Protection? {
    if isOnePerson { return .onePerson }
    if persons == 0 { return nil }
    return session.database.isPrivate && session.database.sharedGroup == nil
      ? .oneAccount : .byLogin
  }
}
