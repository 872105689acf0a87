internal import Channels
internal import Domain

/// The hosts that the orders of a table name, each with its orders by the month that they were paid in.
struct OrderHosts {
  /// Some orders of a host.
  struct Part {
    let host: OrderHost
    /// `YYYY-MM`; empty where the file does not say when they were paid.
    let month: String
    /// Their numbers, with a line feed between them.
    fileprivate(set) var orders: [UInt8] = []
    fileprivate var count = 0
  }

  private struct Key: Hashable {
    let host: OrderHost
    let month: String
  }

  /// As many orders are in one part, so that none of them is long.
  private static let most = 5000

  /// All of them, in the order of the table.
  private(set) var parts: [Part] = []
  private var open: [Key: Int] = [:]
  private var last: (host: OrderHost, order: String)?

  /// Adds the order of a claim, where it names a host.
  mutating func add(_ claim: Claim) {
    guard let host = claim.host, !claim.orderNumber.utf8.contains(UInt8(ascii: "\n")) else {
      return
    }
    if let last, last.order == claim.orderNumber, last.host == host { return }
    last = (host, claim.orderNumber)
    let paid = claim.evidence == nil ? claim.paidAt : nil
    let key = Key(host: host, month: String((paid ?? "").prefix(7)))
    var index = open[key] ?? parts.count
    if index < parts.count, parts[index].count == Self.most { index = parts.count }
    if index == parts.count {
      parts.append(Part(host: host, month: key.month))
      open[key] = index
    } else {
      parts[index].orders.append(UInt8(ascii: "\n"))
    }
    parts[index].orders.append(contentsOf: claim.orderNumber.utf8)
    parts[index].count += 1
  }
}
