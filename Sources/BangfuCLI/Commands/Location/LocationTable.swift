import Bangfu

extension Table {
  /// Locations to print.
  init(_ locations: [Location]) {
    self.init(
      [.code, .name, .kind, .isDefault, .active],
      rows: locations.map {
        [Cell($0.code), Cell($0.name), Cell($0.kind), Cell($0.isDefault), Cell($0.isActive)]
      })
  }
}
