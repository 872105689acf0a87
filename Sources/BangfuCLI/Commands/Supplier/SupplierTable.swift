import Bangfu

extension Table {
  /// Suppliers to print.
  init(_ suppliers: [Supplier]) {
    self.init(
      [.code, .name, .kind, .households, .township, .products, .active],
      rows: suppliers.map {
        [
          Cell($0.code), Cell($0.name), Cell($0.kind), Cell($0.households), Cell($0.township),
          Cell($0.products), Cell($0.isActive),
        ]
      })
  }
}
