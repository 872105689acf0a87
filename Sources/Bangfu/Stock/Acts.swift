public import Domain
internal import Postgres

/// What an undo did.
public struct ActUndo: Equatable, Sendable {
  /// The undo's own number.
  public let number: Int64
  /// The command of what it undid, such as `stock receive`.
  public let act: String
  /// The supplier it concerns, if any, and what is owed to them now, in yuan.
  public let supplier: String?, owed: Money?
}

/// Acts on stock and on suppliers' accounts; one that is undone stays a fact, and all is as if it had not been.
public struct Acts {
  let session: Session

  /// What an act moved, a row a move; of one that moved nothing, a row without a product.
  ///
  /// - Throws: `Problem` `act_unknown`.
  public func show(_ number: Int64) throws -> Listed {
    let command = try session.execute("SELECT command FROM posting WHERE posting_id = \(number)")
    guard let act = try command.first?.decode(String.self) else {
      throw Problem("act_unknown", ["number": String(number)])
    }
    // Who may not see suppliers' accounts is shown what moved all the same.
    let amount =
      act.hasPrefix("supplier")
      ? """
      coalesce((SELECT y.amount FROM supplier_payment y WHERE y.posting_id = p.posting_id),
        (SELECT a.amount FROM supplier_adjustment a WHERE a.posting_id = p.posting_id))::text
      """ : "NULL::text"
    let query = Query(
      unsafeSQL: """
        SELECT p.posting_id AS number, to_char(p.recorded_at, 'YYYY-MM-DD HH24:MI') AS at, p.command,
          coalesce(v.kind, '') AS kind, coalesce(l.code, '') AS location, coalesce(q.sku, '') AS sku,
          coalesce(q.name, '') AS name, coalesce(trim_scale(v.quantity)::text, '') AS quantity,
          coalesce(q.unit, '') AS unit, coalesce(o.code, '') AS lot, coalesce(v.value::text, '') AS cost,
          \(amount) AS amount, p.operator, p.recorded_by::text AS recorded_by, coalesce(p.reason, '') AS reason
        FROM posting p
        LEFT JOIN stock_move v ON v.posting_id = p.posting_id
        LEFT JOIN location l ON l.location_id = v.location_id
        LEFT JOIN product q ON q.product_id = v.product_id
        LEFT JOIN lot o ON o.lot_id = v.lot_id
        WHERE p.posting_id = $1::bigint
        ORDER BY v.move_no
        """, values: [String(number)])
    return Listed(try session.execute(query)[...])
  }

  /// Undoes a receipt, waste, return, transfer, arrival, count, assembly, write-off, payment, adjustment or buy-back.
  ///
  /// - Throws: `Problem` `act_unknown`, `act_is_order`, `undone_already`, `undo_gone` where the goods are
  ///   not there any more, `undo_stands` where something else names it, `reason_blank`.
  public func undo(_ number: Int64, reason: String, command: String) throws -> ActUndo {
    let (posting, act, supplier, owed) = try session.transaction {
      try session.execute(
        """
        SELECT posting, act, supplier, owed
        FROM undo_act(\(number), \(reason), now(), \(session.operatorName), \(command))
        """
      ).single().decode((Int64, String, String?, Money?).self)
    }
    return ActUndo(number: posting, act: act, supplier: supplier, owed: owed)
  }
}
