public import Domain
public import System

/// Computes the digest that differs where two claims of one line differ.
public final class ClaimDigester {
  private let hasher = SHA256Hasher()
  private var fields: [UInt8] = []

  /// Makes a digester, for any number of claims.
  public init() {}

  /// Appends the first 128 bits, in hexadecimal, of the SHA-256 of what is recorded of the line.
  ///
  /// Of an estimated share the order's total is what is recorded: the share follows the catalogue,
  /// and a new price must not make an old file look changed.
  public func write(_ claim: Claim, to bytes: inout [UInt8]) {
    gather(claim)
    hasher.finalize(digits: 2 * Self.size, to: &bytes)
  }

  /// Appends the digest of an after-sale case, likewise.
  public func write(_ afterSale: AfterSale, to bytes: inout [UInt8]) {
    gather(afterSale)
    hasher.finalize(digits: 2 * Self.size, to: &bytes)
  }

  /// Returns the digest of a word of which nothing else is kept, as many digits as that of a claim.
  public func digest(of word: String) -> String {
    var digits: [UInt8] = []
    hasher.update(word)
    hasher.finalize(digits: 2 * Self.size, to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  /// Appends the digest of a settlement line, likewise.
  public func write(_ line: Settlement, to bytes: inout [UInt8]) {
    gather(line)
    hasher.finalize(digits: 2 * Self.size, to: &bytes)
  }

  /// Adds the digest of a settlement line to that of a file.
  public func add(_ line: Settlement, to file: SHA256Hasher) {
    gather(line)
    hasher.finalize(bytes: Self.size, into: file)
  }

  /// Adds the digest of a claim to that of a file.
  public func add(_ claim: Claim, to file: SHA256Hasher) {
    gather(claim)
    hasher.finalize(bytes: Self.size, into: file)
  }

  /// Adds the digest of an after-sale case to that of a file.
  public func add(_ afterSale: AfterSale, to file: SHA256Hasher) {
    gather(afterSale)
    hasher.finalize(bytes: Self.size, into: file)
  }

  /// Of how many bytes a digest is.
  private static let size = 16

  private func gather(_ claim: Claim) {
    fields.removeAll(keepingCapacity: true)
    add(claim.orderNumber)
    add(claim.lineNumber)
    add(claim.listing)
    claim.quantity?.write(to: &fields)
    fields.append(Self.separator)
    (claim.estimatedFrom ?? claim.goods).write(to: &fields)
    fields.append(Self.separator)
    claim.freight.write(to: &fields)
    fields.append(Self.separator)
    add(claim.paidAt ?? "")
    add(claim.orderStatus)
    fields.append(contentsOf: claim.afterSaleStatus.utf8)
    // What few profiles have; so that the others' digests stay as they were.
    add("cash", claim.cash)
    add("refunded", claim.refunded)
    if let province = claim.province {
      fields.append(Self.separator)
      fields.append(contentsOf: "province".utf8)
      fields.append(contentsOf: province.utf8)
    }
    if claim.isSigned { add("signed") }
    hasher.update(fields)
  }

  private func gather(_ afterSale: AfterSale) {
    fields.removeAll(keepingCapacity: true)
    add(afterSale.number)
    add(afterSale.orderNumber)
    add(afterSale.lineNumber ?? "")
    add(afterSale.item ?? "")
    for amount in [afterSale.cash, afterSale.freight, afterSale.coupon] { add("", amount) }
    add(afterSale.backAt ?? "")
    add(afterSale.status)
    hasher.update(fields)
  }

  private func gather(_ line: Settlement) {
    fields.removeAll(keepingCapacity: true)
    for text in [
      line.number, line.orderNumber, line.ledger.rawValue, line.entry, line.host, line.settledAt,
    ] {
      add(text)
    }
    for part in line.parts { add(part) }
    add(line.neutral)
    hasher.update(fields)
  }

  private func add(_ amount: Money) {
    amount.write(to: &fields)
    fields.append(Self.separator)
  }

  private func add(_ name: String, _ amount: Money?) {
    guard let amount else { return }
    fields.append(Self.separator)
    fields.append(contentsOf: name.utf8)
    amount.write(to: &fields)
  }

  private static let separator: UInt8 = 0x1F

  private func add(_ text: String) {
    fields.append(contentsOf: text.utf8)
    fields.append(Self.separator)
  }
}
