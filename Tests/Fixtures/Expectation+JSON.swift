extension AfterSaleExpectation {
  /// All of it as JSON, in the way of `Expectation`.
  public var json: String {
    """
    {"rows": \(rows), "cash": "\(yuan(cash))", "orders":
    \(orders.json)}

    """
  }

  /// What went back of what buyers paid, in yuan.
  public var cashText: String { yuan(cash) }
}

extension Expectation {
  /// All of it as JSON; amounts are texts in yuan, such as `"12.30"`.
  public var json: String {
    """
    {
      "rows": \(rows), "orders": \(orders), "unpaid": \(unpaid), "pending_rows": \(pendingRows),
      "gross": "\(yuan(gross))", "refunds": "\(yuan(refunds))", "net": "\(yuan(gross - refunds))",
      "pending": "\(yuan(pending))", "excluded": "\(yuan(excluded))",
      "counted": "\(yuan(counted))",
      "first_day": \(quoted(firstDay)), "last_day": \(quoted(lastDay)),
      "by_sku": [
    \(list(bySKU, "sku"))
      ],
      "by_day": [
    \(list(byDay, "day"))
      ]
    }

    """
  }

  /// What was sold, in yuan.
  public var grossText: String { yuan(gross) }
  /// What went back, in yuan.
  public var refundsText: String { yuan(refunds) }

  private func quoted(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }

  private func list(_ sums: [String: Sums], _ key: String) -> String {
    sums.sorted { $0.key < $1.key }.map { name, sums in
      "    {\"\(key)\": \"\(name)\", \"gross\": \"\(yuan(sums.gross))\", "
        + "\"refunds\": \"\(yuan(sums.refunds))\", \"quantity\": \(sums.quantity)}"
    }.joined(separator: ",\n")
  }
}
