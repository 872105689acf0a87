public import Domain

/// Days that a list is of, both ends included; an end that is not given is open.
public struct DayRange: Equatable, Sendable {
  let from: BusinessDay?
  let to: BusinessDay?

  /// Every day there is.
  public static let all = DayRange(from: nil, to: nil)

  /// Makes a range.
  public init(from: BusinessDay?, to: BusinessDay?) {
    self.from = from
    self.to = to
  }

  /// Whether both ends are open.
  public var isAll: Bool { from == nil && to == nil }
  /// The first day, as PostgreSQL reads it.
  var first: String { from?.description ?? "-infinity" }
  /// The last day, as PostgreSQL reads it.
  var last: String { to?.description ?? "infinity" }
}
