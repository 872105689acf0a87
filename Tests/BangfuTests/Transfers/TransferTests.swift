import Bangfu
import Domain
import Postgres
import Testing

/// Goods on their way from one location to another.
@Suite struct TransferTests {
  private enum Act: CaseIterable {
    case receiveOne, receiveRest, loseOne, loseRest, receiveTooMany
  }

  @Test func `every state of a transfer has a way out, and none has two`() throws {
    let shop = try Shop()
    let connection = try shop.sql()
    try connection.execute(
      "INSERT INTO location (code, name, kind) VALUES ('wh', '聊城仓', 'warehouse')")
    var line = Receipt.Line(code: "BC01", quantity: Quantity(whole: 100_000))
    line.cost = Money("0.70")
    _ = try shop.programme.stock.receive(Receipt(lines: [line]))
    /// What is in the shop, on its way, in the other location, and lost.
    func standing(_ transfer: Int64) throws -> [Int] {
      let it = try connection.execute(
        """
        SELECT coalesce((SELECT sum(o.quantity) FROM transfer_open o WHERE o.transfer_id = \(transfer)), 0)::integer,
          coalesce(sum(e.quantity) FILTER (WHERE NOT e.lost), 0)::integer,
          coalesce(sum(e.quantity) FILTER (WHERE e.lost), 0)::integer,
          (SELECT coalesce(sum(m.quantity), 0)::integer FROM stock_move m
           WHERE m.kind = 'arrive' AND m.posting_id IN (SELECT posting_id FROM transfer_end WHERE transfer_id = \(transfer)))
        FROM transfer_end e WHERE e.transfer_id = \(transfer)
        """
      ).single().decode((Int, Int, Int, Int).self)
      return [it.0, it.1, it.2, it.3]
    }
    let sent = 6
    var ended = 0
    try ActSequence<Act, Int64>(
      length: 6,
      begin: {
        try shop.programme.transfers.send(
          try StockItems(["BC01:\(sent)"]), from: nil, to: "wh", reason: nil)
      },
      act: { transfer, act in
        var left = Quantity.zero
        let code = refusal {
          switch act {
          case .receiveOne: left = try shop.end(transfer, "BC01:1")
          case .loseOne: left = try shop.end(transfer, "BC01:1", isLost: true)
          case .receiveRest: left = try shop.end(transfer)
          case .loseRest: left = try shop.end(transfer, isLost: true)
          case .receiveTooMany: left = try shop.end(transfer, "BC01:\(sent + 1)")
          }
        }
        return code.map { .refused($0) } ?? (left == .zero ? .ends : .goesOn)
      },
      standing: { "\(try standing($0))" },
      visit: { walked, transfer in
        // The model: what each act that was done takes of what is on its way.
        var (open, arrived, lost) = (sent, 0, 0)
        for step in walked where step.act != .receiveTooMany {
          let moved = step.act == .receiveOne || step.act == .loseOne ? min(1, open) : open
          open -= moved
          if step.act == .receiveOne || step.act == .receiveRest {
            arrived += moved
          } else {
            lost += moved
          }
        }
        let found = try standing(transfer)
        #expect(found == [open, arrived, lost, arrived], "\(walked.map(\.act))")
        let last = walked[walked.count - 1]
        if last.act == .receiveTooMany { #expect(last.result == .refused("transfer_over")) }
        if last.act != .receiveTooMany {
          #expect(last.result == (open == 0 ? .ends : .goesOn), "\(walked.map(\.act))")
        }
        if open == 0 { ended += 1 }
      }
    ).walk()
    // Two ends after each sequence of up to five single pieces; the sixth piece ends 64 of them.
    #expect(ended == 2 * 63 + 2 * 32)
    #expect(try shop.violations() == [])
  }
}

extension Shop {
  /// Ends so much of a transfer; all that is on its way, where nothing is named.
  fileprivate func end(_ transfer: Int64, _ items: String..., isLost: Bool = false) throws
    -> Quantity
  {
    try isLost
      ? programme.transfers.lose(StockItems(items), of: transfer, reason: "x")
      : programme.transfers.receive(StockItems(items), of: transfer)
  }
}
