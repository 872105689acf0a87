internal import Channels
internal import Domain

/// The hosts that the orders of a table name, in parts by the month that the orders were paid in.
struct OrderHosts {
  /// Some orders, and of each the number and the name of its host: a line each.
  struct Part {
    /// `YYYY-MM`; empty where the file does not say when they were paid.
    let month: String
    fileprivate(set) var orders: [UInt8] = [], numbers: [UInt8] = [], names: [UInt8] = []
    fileprivate var count = 0

    fileprivate mutating func add(_ order: String, _ host: OrderHost) {
      if count > 0 {
        orders.append(OrderHosts.feed)
        numbers.append(OrderHosts.feed)
        names.append(OrderHosts.feed)
      }
      orders.append(contentsOf: order.utf8)
      numbers.append(contentsOf: host.number.utf8)
      names.append(contentsOf: host.name.utf8)
      count += 1
    }
  }

  private static let feed = UInt8(ascii: "\n")
  /// As many orders are in one part, so that none of them is long.
  private static let most = 5000

  /// All of them, in the order of the table.
  private(set) var parts: [Part] = []
  /// By month the part that is not full.
  private var open: [String: Int] = [:]
  private var last: (host: OrderHost, order: String)?

  /// Adds the order of a claim, where it names a host.
  mutating func add(_ claim: Claim) {
    guard let host = claim.host else { return }
    if let last, last.order == claim.orderNumber, last.host == host { return }
    last = (host, claim.orderNumber)
    for text in [claim.orderNumber, host.number, host.name] where text.utf8.contains(Self.feed) {
      return
    }
    let paid = claim.evidence == nil ? claim.paidAt : nil
    let month = String((paid ?? "").prefix(7))
    var index = open[month] ?? parts.count
    if index < parts.count, parts[index].count == Self.most { index = parts.count }
    if index == parts.count {
      parts.append(Part(month: month))
      open[month] = index
    }
    parts[index].add(claim.orderNumber, host)
  }
}
