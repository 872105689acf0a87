import Bangfu

extension Table {
  /// Buyers to print.
  init(_ buyers: [Buyer]) {
    self.init(
      [.code, .name, .kind, .province, .owed, .active],
      rows: buyers.map {
        [
          Cell($0.code), Cell($0.name), Cell($0.kind), Cell($0.province), Cell($0.owed),
          Cell($0.isActive),
        ]
      })
  }
}
