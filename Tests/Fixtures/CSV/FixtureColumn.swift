/// How the cell of one column is written.
struct FixtureColumn<Row: FixtureRow>: Sendable {
  typealias Write = @Sendable (Row, inout CSVBytes) -> Void

  let name: String
  let write: Write

  private init(_ name: String, _ write: @escaping Write) {
    self.name = name
    self.write = write
  }

  static func text(_ name: String, _ value: @escaping @Sendable (Row) -> String) -> Self {
    Self(name) { $1.text(value($0)) }
  }

  /// A text, or where there is none, what the platform writes for nothing.
  static func words(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
    Self(name) { row, cells in
      if let text = value(row) { cells.text(text) } else { cells.blank(row.noise >> 33) }
    }
  }

  static func plain(_ name: String, _ value: @escaping @Sendable (Row) -> String) -> Self {
    Self(name) { $1.plain(value($0)) }
  }

  /// An amount of fen; in half of the rows, thousands carry a comma.
  static func amount(_ name: String, _ value: @escaping @Sendable (Row) -> Int) -> Self {
    Self(name) { $1.amount(value($0), grouped: $0.often(2, shift: 9)) }
  }

  /// An amount of fen, or where there is none, what the platform writes for nothing.
  static func some(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
    Self(name) { row, cells in
      if let fen = value(row) { cells.amount(fen) } else { cells.blank(row.noise >> 31) }
    }
  }

  /// A text that ends in what a discount is worth, such as `平台券-3.00`.
  static func discount(
    _ name: String, called title: String, _ value: @escaping @Sendable (Row) -> Int
  ) -> Self {
    Self(name) { row, cells in
      let fen = value(row)
      cells.text(fen == 0 ? "-" : "\(title)-\(yuan(fen))")
    }
  }

  /// An instant; where there is none, `-` or nothing.
  static func time(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
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

  /// An instant, or where there is none, what the platform writes for nothing.
  static func moment(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
    Self(name) { row, cells in
      if let second = value(row) {
        cells.time(second, of: row.month)
      } else {
        cells.blank(row.noise >> 35)
      }
    }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Row) -> Int) -> Self {
    Self(name) { $1.number(value($0)) }
  }

  /// A long number as a text.
  static func id(_ name: String, _ value: @escaping @Sendable (Row) -> Int) -> Self {
    Self(name) { $1.text(value($0)) }
  }

  /// A column that this shop has nothing to say in.
  static func empty(_ name: String) -> Self { Self(name) { $1.blank($0.noise >> 37) } }

  /// The columns of a header, in its order; those that nothing is known of are empty.
  static func all(of header: [String], _ groups: [Self]...) -> [Self] {
    let known = Dictionary(groups.joined().map { ($0.name, $0) }) { $1 }
    return header.map { known[$0] ?? .empty($0) }
  }
}
