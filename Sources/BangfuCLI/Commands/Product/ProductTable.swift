import Bangfu

extension Table {
  /// Products to print.
  init(_ products: [Product]) {
    self.init(
      [
        .sku, .name, .unit, .price, .category, .supplier, .origin, .initials, .barcode, .lots,
        .shelfDays, .active, .units,
      ],
      rows: products.map {
        [
          Cell($0.sku), Cell($0.name), Cell($0.unit), Cell($0.price), Cell($0.category),
          Cell($0.supplier), Cell($0.origin), Cell($0.initials),
          Cell($0.barcodes.joined(separator: " ")), $0.hasLots ? Cell(true) : .empty,
          Cell($0.shelfDays), Cell($0.isActive), Cell($0.units),
        ]
      })
  }

  /// Units of products to print.
  init(_ units: [ProductUnit]) {
    self.init(
      [.sku, .name, .unit, .holds, .base, .kind],
      rows: units.map {
        [
          Cell($0.sku), Cell($0.name), Cell($0.unit), Cell($0.holds), Cell($0.base),
          Cell($0.isOwn ? "own" : "built_in"),
        ]
      })
  }
}
