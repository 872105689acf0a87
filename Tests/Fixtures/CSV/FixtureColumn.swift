/// How the cell of one column is written.
struct DouyinColumn {
  typealias Write = @Sendable (DouyinRow, inout CSVBytes) -> Void

  let name: String
  let write: Write

  private init(_ name: String, _ write: @escaping Write) {
    self.name = name
    self.write = write
  }

  static func text(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> String) -> Self {
    Self(name) { $1.text(value($0)) }
  }

  static func plain(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> String) -> Self {
    Self(name) { $1.plain(value($0)) }
  }

  /// An amount of fen; in half of the rows, thousands carry a comma.
  static func amount(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> Int) -> Self {
    Self(name) { $1.amount(value($0), grouped: $0.often(2, shift: 9)) }
  }

  /// A text that ends in what a discount is worth, such as `平台券-3.00`.
  static func discount(
    _ name: String, called title: String, _ value: @escaping @Sendable (DouyinRow) -> Int
  ) -> Self {
    Self(name) { row, cells in
      let fen = value(row)
      cells.text(fen == 0 ? "-" : "\(title)-\(yuan(fen))")
    }
  }

  /// An instant; where there is none, `-` or nothing.
  static func time(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> Int?) -> Self {
    Self(name) { row, cells in
      if let second = value(row) {
        cells.time(second, of: row.month)
      } else if row.often(2, shift: 17) {
        cells.text("-")
      } else {
        cells.plain("")
      }
    }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> Int) -> Self {
    Self(name) { $1.number(value($0)) }
  }

  /// A long number as a text.
  static func id(_ name: String, _ value: @escaping @Sendable (DouyinRow) -> Int) -> Self {
    Self(name) { $1.text(value($0)) }
  }

  /// A column that this shop has nothing to say in.
  static func empty(_ name: String) -> Self { Self(name) { $1.plain("-") } }

  /// The columns of a variant, in the order of its header.
  static func all(of variant: DouyinVariant) -> [Self] {
    let groups = [
      orderColumns, itemColumns, amountColumns, receiverColumns, timeColumns, trafficColumns,
    ]
    let known = Dictionary(groups.joined().map { ($0.name, $0) }) { $1 }
    return variant.header.map { known[$0] ?? .empty($0) }
  }
}
