public import Domain

/// What of a month's figure is explained: all of it, or what one channel, product, day, document or line adds to it.
public enum FigurePlace: Equatable, Sendable {
  /// The month by channel.
  case month
  /// A channel of it by product.
  case channel(String)
  /// A product of a channel by day; nil is what no product is known of.
  case product(channel: String, sku: String?)
  /// A day of a product and channel by document.
  case day(channel: String, sku: String?, BusinessDay)
  /// The lines of a document.
  case document(Int64)
}

/// What a month's figure, or a part of it, is made of.
public struct FigureExplanation: Equatable, Sendable {
  /// The month, and the published version of it; nil where none was published.
  public let month: Month, version: Int?
  /// What it is made of, and their sum.
  public let parts: TotalledReport
}

/// A line of a month's figure, and what stands behind it.
public struct ExplainedLine: Equatable, Sendable {
  /// Its facts: one row.
  public let facts: Listed
  /// The published version that it is explained in; nil where none was published.
  public let version: Int?
  /// The import and the row that it was posted from; nil of what somebody entered.
  public let file: Int64?, row: Int?
}
