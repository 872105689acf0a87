internal import Channels
internal import Domain

/// Claims on their way into `import_stage`, in COPY's text format.
struct ClaimStage {
  /// The statement that takes them.
  static let statement = "COPY import_stage FROM STDIN"

  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private let batch: String
  private let digester = ClaimDigester()
  private var lines = Set<Int>()
  /// The ordinal of the first claim of each order, by the hash of its number.
  private var orders: [Int: Int] = [:]

  init(batch: Int64) {
    self.batch = String(batch)
    bytes.reserveCapacity(1 << 18)
  }

  /// Forgets the bytes that were sent.
  mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }

  /// Adds the claim of a row.
  mutating func add(_ claim: Claim, row: Int) {
    count += 1
    var hasher = Hasher()
    hasher.combine(claim.orderNumber)
    let order = hasher.finalize()
    hasher = Hasher()
    hasher.combine(order)
    hasher.combine(claim.lineNumber)
    let isRepeated = !lines.insert(hasher.finalize()).inserted
    let first = orders[order] ?? count
    if first == count { orders[order] = count }
    add(batch)
    add(String(count))
    add(String(first))
    add(String(row))
    add(isRepeated ? "t" : "f")
    add(text: claim.orderNumber)
    add(text: claim.lineNumber)
    add(text: claim.listing)
    add(text: claim.itemName)
    add(text: claim.itemSpec)
    if let quantity = claim.quantity { add(quantity) } else { add("\\N") }
    add(claim.goods)
    add(claim.freight)
    add(claim.paidAt ?? "\\N")
    add(claim.newestAt)
    add(claim.refund.rawValue)
    add(String(claim.rank))
    add(claim.isExact ? "t" : "f")
    add(text: claim.orderStatus)
    add(text: claim.afterSaleStatus)
    digester.write(claim, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ cell: String) {
    bytes.append(contentsOf: cell.utf8)
    bytes.append(UInt8(ascii: "\t"))
  }

  private mutating func add(_ number: some FixedPoint) {
    number.write(to: &bytes)
    bytes.append(UInt8(ascii: "\t"))
  }

  private mutating func add(text cell: String) {
    guard cell.utf8.contains(where: Self.isEscaped) else { return add(cell) }
    for byte in cell.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): bytes.append(contentsOf: [byte, byte])
      case UInt8(ascii: "\n"): bytes.append(contentsOf: Array("\\n".utf8))
      case UInt8(ascii: "\r"): bytes.append(contentsOf: Array("\\r".utf8))
      case UInt8(ascii: "\t"): bytes.append(contentsOf: Array("\\t".utf8))
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\t"))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte < 0x20
  }
}
