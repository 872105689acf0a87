import Bangfu

extension Table {
  /// Buyers to print.
  init(_ buyers: [Buyer]) {
    self.init(
      [
        .code, .name, .kind, .province, .creditCode, .contact, .terms, .owed, .active,
      ],
      rows: buyers.map {
        [
          Cell($0.code), Cell($0.name), Cell($0.kind), Cell($0.province), Cell($0.creditCode),
          Cell($0.contact), Cell(String($0.terms)), Cell($0.owed), Cell($0.isActive),
        ]
      })
  }
}
