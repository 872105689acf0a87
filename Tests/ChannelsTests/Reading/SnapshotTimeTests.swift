import Channels
import Testing

@Suite struct SnapshotTimeTests {
  @Test(
    arguments: [
      ("1791430000_9f3a.csv", 1_791_430_000), ("1791430000.csv", 1_791_430_000),
      ("1791430000-a.xlsx", 1_791_430_000), ("17914300001_a.csv", nil), ("179143000_a.csv", nil),
      ("1791430000a.csv", nil), ("orders.csv", nil), ("1100000000_a.csv", nil), ("1791430000", nil),
      ("", nil), ("１７９１４３００００_a.csv", nil),
    ] as [(String, Int?)])
  func `the name of a file tells when the platform wrote it`(_ name: String, _ seconds: Int?) {
    #expect(SnapshotTime.seconds(inName: name) == seconds)
  }
}
