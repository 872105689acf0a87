import Domain
import System
import Testing

@testable import Channels

/// The digests by which a claim, or an after-sale case, is known to have changed.
///
/// They are kept with each snapshot: what they are made of never changes for what older files say.
@Suite struct ClaimDigesterTests {
  private func digest(_ claim: Claim) -> String {
    var bytes: [UInt8] = []
    ClaimDigester().write(claim, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func digest(_ afterSale: AfterSale) -> String {
    var bytes: [UInt8] = []
    ClaimDigester().write(afterSale, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first 128 bits of the SHA-256 of texts that a unit separator parts.
  private func expected(_ fields: String...) -> String {
    String(sha256Hex(fields.joined(separator: "\u{1F}")).prefix(32))
  }

  private func money(_ text: String) throws -> Money { try #require(Money(text)) }

  private func claim() throws -> Claim {
    var claim = Claim(orderNumber: "1001", lineNumber: "1001-1")
    claim.listing = "BC01"
    claim.quantity = Quantity(whole: 2)
    claim.goods = try money("100.00")
    claim.freight = try money("10.00")
    claim.paidAt = "2026-10-05 10:00:00"
    claim.orderStatus = "完成"
    claim.afterSaleStatus = "处理中"
    return claim
  }

  @Test func `a claim's digest is of its order, line, goods, money, time and words`() throws {
    #expect(
      digest(try claim())
        == expected(
          "1001", "1001-1", "BC01", "2.000", "100.00", "10.00", "2026-10-05 10:00:00", "完成", "处理中"))
  }

  @Test func `what few profiles have is added behind, and what is not said is blank`() throws {
    var claim = try claim()
    claim.quantity = nil
    claim.paidAt = nil
    #expect(
      digest(claim) == expected("1001", "1001-1", "BC01", "", "100.00", "10.00", "", "完成", "处理中"))
    claim.cash = try money("88.00")
    claim.refunded = try money("12.00")
    claim.isSigned = true
    #expect(
      digest(claim)
        == expected(
          "1001", "1001-1", "BC01", "", "100.00", "10.00", "", "完成", "处理中", "cash88.00",
          "refunded12.00signed", ""))
  }

  @Test func `an estimated share goes by its order's total, which the catalogue does not change`()
    throws
  {
    var (one, other) = (try claim(), try claim())
    one.estimatedFrom = try money("300.00")
    other.estimatedFrom = try money("300.00")
    other.goods = try money("90.00")
    #expect(digest(one) == digest(other))
    #expect(digest(one) != digest(try claim()))
  }

  @Test func `names, specs and how far a claim is are not in it`() throws {
    var other = try claim()
    other.itemName = "白茶"
    other.itemSpec = "大"
    other.rank = 4
    other.newestAt = "2026-10-06 10:00:00"
    other.isExact = false
    other.refund = .full
    #expect(digest(other) == digest(try claim()))
  }

  @Test func `text that moves from one field to the next is another digest`() throws {
    var other = try claim()
    other.orderStatus = "完成处理中"
    other.afterSaleStatus = ""
    #expect(digest(other) != digest(try claim()))
  }

  @Test func `a case's digest is of its numbers, amounts, time and word`() throws {
    var found = AfterSale(number: "A1", orderNumber: "1001")
    #expect(digest(found) == expected("A1", "1001", "", "", "", "0.00", "0.00", "0.00", "", ""))
    found.lineNumber = "1001-1"
    found.item = "99"
    found.cash = try money("50.00")
    found.freight = try money("5.00")
    found.coupon = try money("1.00")
    found.backAt = "2026-10-07 10:00:00"
    found.status = "退款成功"
    let all = digest(found)
    #expect(all.count == 32)
    for change in [
      { $0.lineNumber = nil }, { $0.item = nil }, { $0.cash = .zero }, { $0.freight = .zero },
      { $0.coupon = .zero }, { $0.backAt = nil }, { $0.status = "" }, { $0.number = "A2" },
      { $0.orderNumber = "1002" },
    ] as [(inout AfterSale) -> Void] {
      var other = found
      change(&other)
      #expect(digest(other) != all)
    }
  }

  @Test func `a file's digest is of its claims' digests, in their order`() throws {
    let digester = ClaimDigester()
    var second = try claim()
    second.lineNumber = "1001-2"
    func file(_ claims: [Claim]) -> String {
      let hasher = SHA256Hasher()
      for claim in claims { digester.add(claim, to: hasher) }
      return hasher.finalize()
    }
    let first = try claim()
    #expect(file([first, second]) == file([first, second]))
    #expect(file([first, second]) != file([second, first]) && file([first]) != file([]))
    let bytes = try #require(Self.bytes(digest(first)))
    #expect(file([first]) == sha256Hex(bytes))
  }

  private static func bytes(_ digits: String) -> [UInt8]? {
    let letters = Array(digits)
    let bytes = stride(from: 0, to: letters.count, by: 2).compactMap {
      UInt8(String(letters[$0...($0 + 1)]), radix: 16)
    }
    return bytes.count * 2 == letters.count ? bytes : nil
  }
}
