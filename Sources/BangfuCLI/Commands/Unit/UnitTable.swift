import Bangfu

extension Table {
  /// Units to print.
  init(_ units: [Unit]) {
    self.init(
      [.code, .english, .whole],
      rows: units.map { [Cell($0.code), Cell($0.english), Cell($0.isWhole)] })
  }
}
