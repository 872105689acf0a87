import Domain
import Fixtures
import Foundation
import Testing

@testable import Bangfu

/// The range of a forecast holds the truth as often as it says.
@Suite struct ForecastTests {
  /// A programme made by chance: weekdays, bursts of livestreams, and weeks that are more or less like those before.
  private struct Made {
    var random: SplitMix64

    mutating func uniform() -> Double { Double(random.next() >> 11) / Double(1 << 53) }

    mutating func normal() -> Double {
      (-2 * log(max(1e-12, uniform()))).squareRoot() * cos(2 * .pi * uniform())
    }

    mutating func days(_ count: Int) -> [Double] {
      let (level, noise, likeness) = (
        10_000 * (0.2 + uniform()), 0.1 + 0.4 * uniform(), 0.5 * uniform()
      )
      let burst = uniform() < 0.5 ? 0.05 : 0
      var state = normal() * noise
      return (0..<count).map { day in
        if day % 7 == 0 {
          state = likeness * state + (1 - likeness * likeness).squareRoot() * normal() * noise
        }
        let weekday = [1.0, 0.9, 0.9, 1, 1.1, 1.3, 1.2][day % 7]
        let live = uniform() < burst ? level * 4 * uniform() : 0
        return max(0, level * weekday * (1 + state + 0.2 * normal())) + live
      }
    }
  }

  @Test(arguments: [(1, 30), (2, 90), (3, 180)])
  func `of 200 programmes the range of 80 percent holds 75 to 85 percent`(
    _ seed: UInt64, _ ahead: Int
  ) {
    var made = Made(random: SplitMix64(seed: seed))
    var held = 0
    let rounds = 1_000
    for _ in 0..<rounds {
      let weeks = 12 + Int(made.uniform() * 14)
      let days = made.days(weeks * 7 + ahead)
      let past = Array(days.prefix(weeks * 7))
      guard
        let forecast = Forecast(
          of: past, seasons: past.map { _ in 1 }, ahead: Array(repeating: 1, count: ahead))
      else { continue }
      let truth = days.suffix(ahead).reduce(0, +)
      if (forecast.low...forecast.high).contains(truth) { held += 1 }
    }
    let share = Double(held) / Double(rounds)
    #expect((0.75...0.85).contains(share), "seed \(seed), \(ahead) days: \(share)")
  }

  @Test func `less than eight weeks say nothing, and what always was the same is sure`() {
    func forecast(_ days: [Double], ahead: Int = 28) -> Forecast? {
      Forecast(of: days, seasons: days.map { _ in 1 }, ahead: Array(repeating: 1, count: ahead))
    }
    #expect(forecast(Array(repeating: 100, count: 55)) == nil)
    #expect(forecast(Array(repeating: 100, count: 70), ahead: 0) == nil)
    let sure = forecast(Array(repeating: 100, count: 70))
    #expect(sure == forecast(Array(repeating: 100, count: 200)))
    #expect(
      sure.map { [$0.low, $0.expected, $0.high].map { ($0 * 100).rounded() / 100 } } == [
        2_800, 2_800, 2_800,
      ])
  }

  @Test func `what sells in autumn is expected in autumn`() {
    let days = Array(repeating: 50.0, count: 70)
    let autumn = Forecast(
      of: days, seasons: days.map { _ in 0.5 }, ahead: Array(repeating: 2, count: 30))
    #expect(autumn.map { ($0.expected).rounded() } == 6_000)
  }
}
