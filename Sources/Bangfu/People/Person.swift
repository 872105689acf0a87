/// Somebody who works in the programme by a login of the server's own.
public struct Person: Equatable, Sendable {
  /// What a person may do.
  public enum Role: String, CaseIterable, Sendable {
    /// Sells, refunds within limits, receives, counts.
    case clerk
    /// All of that, imports, suppliers, settlements, the month.
    case accountant
    /// Rules, targets, publishing, approvals; posts nothing.
    case official
    /// Reads reports.
    case reader
  }

  /// The login, a word of the server.
  public let login: String
  /// What people call them.
  public let name: String
  /// The role: one of `Role`, or `owner`.
  public let role: String
  /// Whether they cannot connect any more.
  public let isRetired: Bool
  /// When they were added; nil for the owner.
  public let addedAt: String?
}
