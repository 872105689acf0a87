/// Finds the tables of a page that hold rows, and no other table that does.
final class PageSurvey: PageHandler {
  private struct Open {
    let number: Int
    var rows = 0
    var hasInner = false
  }

  /// The numbers of the tables, counted from 0 in the order in which they begin.
  private(set) var found: [Int] = []
  /// Whether a table with rows is open where the page ends.
  private(set) var isCut = false
  private var open: [Open] = []
  private var count = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
  }

  override func start(_ name: XMLName, _ attributes: PageAttributes) throws {
    if name == "table" {
      open.append(Open(number: count))
      count += 1
    } else if (name == "td" || name == "th") && !open.isEmpty {
      open[open.count - 1].rows += 1
    }
  }

  override func end(_ name: XMLName) throws {
    guard name == "table", let table = open.popLast() else { return }
    if isAtEnd && table.rows > 0 && !table.hasInner { isCut = true }
    let holdsRows = table.rows > 0 || table.hasInner
    if table.rows > 0 && !table.hasInner { found.append(table.number) }
    if holdsRows && !open.isEmpty { open[open.count - 1].hasInner = true }
    guard found.count <= limit else { throw TabularError.tooManyTables(limit: limit) }
  }

  /// The tables found, also those that the page does not close.
  func finish() -> [Int] {
    while let table = open.popLast() {
      if table.rows > 0 && !table.hasInner { isCut = true }
      if table.rows > 0 && !table.hasInner { found.append(table.number) }
      if (table.rows > 0 || table.hasInner) && !open.isEmpty {
        open[open.count - 1].hasInner = true
      }
    }
    return found.sorted()
  }
}
