import Bangfu
import Domain
import Testing

/// Targets are history: what one was, who changed it and why, stays.
@Suite struct TargetTests {
  let shop: Shop
  init() throws { shop = try Shop() }

  private func set(_ amount: String, _ reason: String? = nil, to last: String = "2026-12-31") throws
  {
    try shop.programme.targets.set(
      try #require(Money(amount)), from: try #require(BusinessDay("2026-01-01")),
      to: try #require(BusinessDay(last)), reason: reason)
  }

  @Test func `a target that stands is not changed without a reason, and the old one stays`() throws
  {
    try set("138000000.00")
    #expect(refusal { try set("1.00") } == "target_reason_needed")
    #expect(refusal { try set("1.00", "  ") } == "target_reason_needed")
    try set("138000000.00")
    #expect(try shop.programme.targets.list().rows.map { $0[2] } == ["138000000.00"])
    try set("140000000.00", "raised by the county")
    #expect(try shop.programme.targets.list().rows.map { $0[2] } == ["140000000.00"])
    let history = try shop.programme.targets.history().rows
    #expect(
      history.map { [$0[2], $0[5], $0[7]] } == [
        ["140000000.00", "raised by the county", "stands"], ["138000000.00", "", "replaced"],
      ])
    #expect(history.allSatisfy { $0[4] == "test" })
  }

  @Test func `a target that was a mistake is taken away, and its period is free again`() throws {
    try set("5.00", to: "2026-06-30")
    #expect(refusal { try set("5.00") } == "target_periods_apart")
    try shop.programme.targets.remove(
      from: try #require(BusinessDay("2026-01-01")), to: try #require(BusinessDay("2026-06-30")),
      reason: "wrong period")
    try set("138000000.00")
    #expect(try shop.programme.targets.list().rows.count == 1)
    #expect(
      try shop.programme.targets.history().rows.map { $0[7] }.sorted() == ["removed", "stands"])
    #expect(
      refusal {
        try shop.programme.targets.remove(
          from: try #require(BusinessDay("2026-01-01")),
          to: try #require(BusinessDay("2026-06-30")),
          reason: "again")
      } == "target_unknown")
    let report = try shop.programme.reports.monthly(#require(Month("2026-10")))
    #expect(report.target?.amount == Money("138000000.00"))
  }
}
