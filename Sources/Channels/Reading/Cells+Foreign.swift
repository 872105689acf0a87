internal import Domain
internal import Tabular

/// Rows that are no data: totals, explanations under the header, signatures.
extension Cells {
  /// What a row is that is neither an order nor an after-sale case; nil for one that should be.
  func foreign(_ row: borrowing Row) -> FileReader.Content? {
    let isCase = profile.kind == .afterSales
    let number = cell(isCase ? .number : .order, row)
    guard CellText.isEmpty(number) || Self.totals(number) != nil else { return nil }
    let amount = CellText.money(cell(isCase ? .backAmount : .payable, row))
    for index in 0..<row.count {
      let text = row.trimmed(index)
      if CellText.isEmpty(text) { continue }
      if let isPart = Self.totals(text) { return .total(amount, isPart: isPart) }
      // A sheet may have the word beside a merged cell: the second one that is filled.
      guard profile.isSheet, index < 4 else { break }
    }
    let filled = (0..<row.count).filter { !CellText.isEmpty(row.trimmed($0)) }.count
    let others: [Profile.Field] = isCase ? [.order, .line] : [.line, .paid]
    let hasNone = others.allSatisfy { CellText.isEmpty(cell($0, row)) }
    // A row of a sheet is told by its quantity too: an amount that cannot be read is a fault, not a remark.
    let hasAmount =
      amount != nil || CellText.money(cell(.signedAmount, row)) != nil
      || profile.isSheet && CellText.measure(cell(.quantity, row)) != nil
    return filled == 0 || hasNone && !hasAmount ? .remark : nil
  }

  /// Whether a word begins or ends a row of totals: true for those of a part, nil for none.
  private static func totals(_ text: String) -> Bool? {
    // Most texts are numbers, whose bytes tell that no such word is in them.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let word = text.drop { $0 == "#" || $0 == "＃" }
    func has(_ total: String) -> Bool {
      word.hasPrefix(total) || word.hasSuffix(total) || word.hasSuffix(total + "：")
        || word.hasSuffix(total + ":")
    }
    if has("小计") { return true }
    return ["合计", "总计"].contains(where: has)
      || ["汇总", "全部"].contains(where: { word.hasPrefix($0) }) ? false : nil
  }
}
