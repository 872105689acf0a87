public import Domain

/// A month that was restated.
public struct Restatement: Equatable, Sendable {
  /// The act's number.
  public let number: Int64
  /// How many lines are counted otherwise.
  public let lines: Int
  /// The months that have a new version of their figure.
  public let published: [Month]
}
