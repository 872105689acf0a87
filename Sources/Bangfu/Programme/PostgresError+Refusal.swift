public import Domain
public import Postgres

extension PostgresError {
  /// What the database refuses by rules of its own, with its facts; nil for any other error.
  public var refusal: Problem? {
    sqlState == "BF001" ? Problem(message, Facts.read(detail ?? "")) : nil
  }
}
