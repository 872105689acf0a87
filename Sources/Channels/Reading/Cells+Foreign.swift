internal import Domain
internal import Tabular

/// Rows that are no data: totals, explanations under the header, signatures.
extension Cells {
  /// What a row is that is neither an order nor an after-sale case; nil for one that should be.
  func foreign(_ row: borrowing Row) -> FileReader.Content? {
    profile.isSheet ? foreignInSheet(row) : foreignInExport(row)
  }

  private func foreignInExport(_ row: borrowing Row) -> FileReader.Content? {
    let isCase = profile.kind == .afterSales
    let key: Profile.Field = isCase ? .number : .order
    // A row of totals has no number, whatever is carried down to it.
    let number = layout.columns[key.rawValue] < 0 ? cell(key, row) : own(key, row)
    guard CellText.isEmpty(number) || Self.total(number) != nil else { return nil }
    let amount = CellText.money(cell(isCase ? .backAmount : .payable, row))
    let filled = (0..<row.count).filter { !CellText.isEmpty(row.trimmed($0)) }
    if let first = filled.first, let isPart = Self.total(row.trimmed(first)) {
      return .total(amount, isPart: isPart)
    }
    let others: [Profile.Field] = isCase ? [.order, .line] : [.line, .paid]
    let hasNone = others.allSatisfy { CellText.isEmpty(cell($0, row)) }
    return filled.isEmpty || hasNone && amount == nil ? .remark : nil
  }

  /// A row of a sheet with a product is data, or a fault: what cannot be read is no remark.
  private func foreignInSheet(_ row: borrowing Row) -> FileReader.Content? {
    let name = layout.columns[Profile.Field.name.rawValue]
    var filled: [(column: Int, text: String)] = []
    for column in 0..<row.count {
      let text = row.trimmed(column)
      if !CellText.isEmpty(text) { filled.append((column, text)) }
    }
    let hasName = filled.contains { $0.column == name && Self.total($0.text, isWhole: true) == nil }
    if !hasName {
      let amount = CellText.money(cell(.payable, row))
      for (index, cell) in filled.prefix(4).enumerated() {
        // The word may stand beside a merged cell; but a shop's name may hold it too.
        if let isPart = Self.total(cell.text, isWhole: index > 0) {
          return .total(amount, isPart: isPart)
        }
      }
    }
    let amounts: [Profile.Field] = [.quantity, .payable, .signedAmount]
    // Signatures (供应商签字：…) stand anywhere; what cannot be read as an amount is else a fault.
    if hasName {
      let isTold = amounts.map { cell($0, row) }.contains {
        !CellText.isEmpty($0) && !$0.contains("：") && !$0.contains(":")
      }
      return isTold ? nil : .remark
    }
    let hasAmount = amounts.contains { CellText.money(cell($0, row)) != nil }
    return filled.count > 2 && hasAmount ? nil : .remark
  }

  /// Whether a word begins or ends a row of totals, or is one: true for those of a part, nil for none.
  static func total(_ text: String, isWhole: Bool = false) -> Bool? {
    // Most texts are numbers, whose bytes show that no such word is in them.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let word = String(text.drop { $0 == "#" || $0 == "＃" }.filter { !" ：:　".contains($0) })
    func has(_ total: String) -> Bool {
      isWhole ? word == total : word.hasPrefix(total) || word.hasSuffix(total)
    }
    if has("小计") || word == "本页小计" { return true }
    return ["合计", "总计"].contains(where: has)
      || ["汇总", "全部"].contains(where: { word == $0 || !isWhole && word.hasPrefix($0 + "：") })
      ? false : nil
  }
}
