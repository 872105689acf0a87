import Postgres
import Testing

/// Real programs that sell while another closes the month: each sale is in it or in the next, and none is lost.
@Suite struct MonthProcessTests {
  private let shop: CounterShop
  init() throws { shop = try CounterShop() }

  /// The months of a year that is long over, one after the other.
  private static let months = (1...12).map { $0 < 10 ? "0\($0)" : "\($0)" }

  @Test(.timeLimit(.minutes(5)))
  func `a sale at the moment of the close is in the month or in the next one, a year long`() throws
  {
    let orders = Self.months.flatMap { month in
      (1...6).map { day in
        #"{"line":["HS01:1"],"tender":["cash:100"],"at":"2025-\#(month)-0\#(day)T10:00:00"}"# + "\n"
      }
    }
    try shop.write(orders.joined(), to: "orders")
    let received = try shop.shell("\(shop.program) stock receive HS01 1000")
    #expect(received.status == 0, "\(received.words)")
    for month in Self.months {
      let run = try shop.shell(
        """
        bangfu() { \(shop.program) "$@"; }
        sell() { grep '"2025-\(month)' orders | sed -n "$1" | bangfu order enter - --format json; }
        sell 1,2p >sold.\(month).0 2>said.0
        sell 3,4p >sold.\(month).1 2>said.1 & sell 5,6p >sold.\(month).2 2>said.2 &
        bangfu month close 2025-\(month) --yes --format json >closed.\(month) 2>said.3; status=$?
        wait; cat said.? >&2; exit $status
        """)
      #expect(run.status == 0, "\(run.words)")
    }
    let found = try shop.value(
      """
      SELECT concat_ws(' ', count(*), count(*) FILTER (WHERE month_of(d.day) = d.book_month),
        (SELECT sum(c.documents) FROM month_close c), (SELECT count(*) FROM month_close),
        (SELECT count(*) FROM document d JOIN month_close c ON c.month = d.book_month))
      FROM document d WHERE d.day BETWEEN '2025-01-01' AND '2025-12-31'
      """
    ).split(separator: " ").compactMap { Int($0) }
    let (sold, own, atClose, closes, booked) = (found[0], found[1], found[2], found[3], found[4])
    #expect(sold == 72 && closes == 12)
    #expect(atClose == booked, "a closed month holds what it held when it was closed")
    #expect(own >= 24 && own <= 72)
    let check = try shop.shell("\(shop.program) check --format csv")
    #expect(!check.slips.contains("months_stay_closed,1"), "\(check.slips)")
  }
}
