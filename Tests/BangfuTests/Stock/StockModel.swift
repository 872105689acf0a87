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
      takeOut(
        quantity,
        of: lots.filter { $0.quantity > 0 && (day == nil || $0.expires ?? .max >= day ?? 0) })
    }

    /// Takes out what a sale that has happened finds, what has expired last of all; at most what is there.
    mutating func takeWhatIsThere(_ quantity: Int, on day: Int) -> (parts: [Lot], value: Int) {
      let there = lots.filter { $0.quantity > 0 }
      let good = there.filter { $0.expires ?? .max >= day }
      let expired = there.filter { $0.expires ?? .max < day }
      return takeOut(min(quantity, self.quantity), of: good + expired) ?? ([], 0)
    }

    /// What was counted of a lot differs by so many pieces from the book; false where too little is left for that.
    mutating func adjust(_ number: Int, by difference: Int) -> Bool {
      guard let place = lots.firstIndex(where: { $0.number == number }),
        lots[place].quantity + difference >= 0
      else { return false }
      if quantity + difference == 0 {
        value = 0
      } else if quantity > 0 {
        value += (difference < 0 ? -1 : 1) * rounded(value * abs(difference), quantity)
      }
      lots[place].quantity += difference
      return true
    }

    private mutating func takeOut(_ quantity: Int, of usable: [Lot]) -> (parts: [Lot], value: Int)?
    {
      guard quantity > 0, usable.reduce(0, { $0 + $1.quantity }) >= quantity else { return nil }
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

  /// A sale that has happened: what left for it, then or when it was covered, and what is still missing.
  struct Sale {
    let place: String
    let sku: String
    var parts: [Lot] = []
    var value = 0
    var missing = 0
  }

  var shelves: [String: Shelf] = [:]
  /// The sales that have happened, by the number of their import.
  var sales: [Int64: Sale] = [:]

  /// Covers what sales miss of a product at a place, the oldest first, with what is there, expired or not.
  mutating func settle(_ place: String, _ sku: String) {
    for number in sales.keys.sorted() {
      guard var sale = sales[number], sale.place == place, sale.sku == sku, sale.missing > 0,
        let out = self[place, sku].take(min(sale.missing, self[place, sku].quantity), on: nil)
      else { continue }
      sale.missing -= out.parts.reduce(0) { $0 + $1.quantity }
      sale.parts += out.parts
      sale.value += out.value
      sales[number] = sale
    }
  }

  /// The shelf of a product at a place.
  subscript(place: String, sku: String) -> Shelf {
    get { shelves[place + " " + sku] ?? Shelf() }
    set { shelves[place + " " + sku] = newValue }
  }

  /// All of it as text: place, sku, quantity in pieces, cost in fen, and what each lot holds; and what sales miss.
  var standing: [String] {
    let missing = Dictionary(grouping: sales.values.filter { $0.missing > 0 }) {
      "short \($0.place) \($0.sku)"
    }.map { "\($0.key) \($0.value.reduce(0) { $0 + $1.missing })" }
    return (held + missing).sorted()
  }

  private var held: [String] {
    shelves.filter { $0.value.quantity > 0 }.map { key, shelf in
      let lots = shelf.lots.filter { $0.quantity > 0 && $0.number > 0 }
        .sorted { $0.number < $1.number }.map { "\($0.number):\($0.quantity)" }
      return ([key, "\(shelf.quantity)", "\(shelf.value)"] + lots).joined(separator: " ")
    }
  }
}

/// A quotient of numbers above zero, rounded half up.
func rounded(_ number: Int, _ divisor: Int) -> Int { (number * 2 + divisor) / (divisor * 2) }
