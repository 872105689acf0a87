/// How a unit buys on the 832 platform (采购类型): what of it counts as its reserved share, and the rest.
public enum PurchaseType: String, Sendable {
  case canteen, union, both, personal, other
  /// The file does not say.
  case unknown

  /// Reads the word of a file: 食堂, 工会, 食堂+工会, 个人; any other is `other`, none `unknown`.
  public init(named text: String) {
    let word = text.halfWidth.filter { !$0.isWhitespace }
    let parts = (word.contains("食堂"), word.contains("工会"))
    self =
      switch parts {
      case (true, true): .both
      case (true, false): .canteen
      case (false, true): .union
      case (false, false): word.isEmpty ? .unknown : word.contains("个人") ? .personal : .other
      }
  }
}
