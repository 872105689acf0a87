public import Domain
internal import Tabular

extension Claim {
  /// The first 128 bits, in hexadecimal, of the SHA-256 of what is recorded of the line.
  ///
  /// Of an estimated share the order's total is what is recorded: the share follows the catalogue,
  /// and a new price must not make an old file look changed.
  public var digest: String {
    let fields = [
      orderNumber, lineNumber, listing, quantity?.description ?? "",
      (estimatedFrom ?? goods).description, freight.description, paidAt ?? "", orderStatus,
      afterSaleStatus,
    ]
    return String(sha256Hex(fields.joined(separator: "\u{1F}")).prefix(32))
  }
}
