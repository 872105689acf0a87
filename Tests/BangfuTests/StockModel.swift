import Domain

/// A plain model of stock in memory: what the database must hold after the same acts.
struct StockModel {
  /// A lot of a product at a place; one lot of number 0 where a product is not kept by lot.
  struct Lot: Equatable {
    let number: Int
    /// The last day, counted from a first one; nil for none.
    let expires: Int?
    var quantity: Int
  }

  /// What a place holds of a product: its lots in the order they are issued, and their cost in fen.
  struct Shelf: Equatable {
    var lots: [Lot] = []
    var value = 0
    var quantity: Int { lots.reduce(0) { $0 + $1.quantity } }

    /// The lots in which stock leaves: first expired first, those without a last day after them.
    mutating func sort() {
      lots.sort { ($0.expires ?? .max, $0.number) < ($1.expires ?? .max, $1.number) }
    }

    mutating func add(_ number: Int, expires: Int?, _ quantity: Int, value: Int) {
      if let place = lots.firstIndex(where: { $0.number == number }) {
        lots[place].quantity += quantity
      } else {
        lots.append(Lot(number: number, expires: expires, quantity: quantity))
      }
      self.value += value
      sort()
    }

    /// Takes stock out at the moving average; nil where there is too little that may leave.
    mutating func take(_ quantity: Int, on day: Int?) -> (parts: [Lot], value: Int)? {
      let usable = lots.filter { $0.quantity > 0 && (day == nil || $0.expires ?? .max >= day ?? 0) }
      guard usable.reduce(0, { $0 + $1.quantity }) >= quantity else { return nil }
      let cost = quantity == self.quantity ? value : rounded(value * quantity, self.quantity)
      var left = quantity
      var parts: [Lot] = []
      for lot in usable where left > 0 {
        let part = min(left, lot.quantity)
        parts.append(Lot(number: lot.number, expires: lot.expires, quantity: part))
        left -= part
      }
      for part in parts {
        if let place = lots.firstIndex(where: { $0.number == part.number }) {
          lots[place].quantity -= part.quantity
        }
      }
      value -= cost
      return (parts, cost)
    }
  }

  var shelves: [String: Shelf] = [:]

  /// The shelf of a product at a place.
  subscript(place: String, sku: String) -> Shelf {
    get { shelves[place + " " + sku] ?? Shelf() }
    set { shelves[place + " " + sku] = newValue }
  }

  /// All of it as text: place, sku, quantity in pieces, cost in fen, and what each lot holds.
  var standing: [String] {
    shelves.filter { $0.value.quantity > 0 }.map { key, shelf in
      let lots = shelf.lots.filter { $0.quantity > 0 && $0.number > 0 }
        .sorted { $0.number < $1.number }.map { "\($0.number):\($0.quantity)" }
      return ([key, "\(shelf.quantity)", "\(shelf.value)"] + lots).joined(separator: " ")
    }.sorted()
  }
}

/// A quotient of numbers above zero, rounded half up.
func rounded(_ number: Int, _ divisor: Int) -> Int { (number * 2 + divisor) / (divisor * 2) }
