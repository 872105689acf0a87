/// The host (达人) that an order was sold by, as a file names them.
public struct OrderHost: Hashable, Sendable {
  /// The number on the platform; empty where the file has none.
  public let number: String
  /// What the platform calls the host; empty where the file does not say.
  public let name: String

  /// Names a host; nil where neither says anything.
  public init?(number: String, name: String) {
    guard !number.isEmpty || !name.isEmpty else { return nil }
    self.number = number
    self.name = name
  }
}
