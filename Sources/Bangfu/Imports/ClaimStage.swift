internal import Channels
internal import Domain

/// Claims on their way into `import_stage`, in COPY's text format.
struct ClaimStage {
  /// The statement that takes them.
  static let statement = "COPY import_stage FROM STDIN"

  private(set) var bytes: [UInt8] = []
  private(set) var count = 0
  private var seen = Set<Int>()
  private let batch: String

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
    hasher.combine(claim.lineNumber)
    let isRepeated = !seen.insert(hasher.finalize()).inserted
    append(batch, String(count), String(row), isRepeated ? "t" : "f")
    append(text: claim.orderNumber, claim.lineNumber, claim.listing, claim.itemName, claim.itemSpec)
    append(
      claim.quantity?.description ?? "\\N", claim.goods.description, claim.freight.description,
      claim.paidAt ?? "\\N", claim.newestAt, claim.refund.rawValue, String(claim.rank),
      claim.isExact ? "t" : "f")
    append(text: claim.orderStatus, claim.afterSaleStatus)
    bytes.append(contentsOf: claim.digest.utf8)
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func append(_ cells: String...) {
    for cell in cells {
      bytes.append(contentsOf: cell.utf8)
      bytes.append(UInt8(ascii: "\t"))
    }
  }

  private mutating func append(text cells: String...) {
    for cell in cells {
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
  }
}
