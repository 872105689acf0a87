/// Picks the rows of one table out of a page.
final class PageTable: PageHandler {
  private let wanted: Int
  private let cells: PageCells
  private var count = 0
  /// The numbers of the tables that are open.
  private var open: [Int] = []
  private var isInRow = false
  private var isInCell = false

  init(_ number: Int, _ cells: PageCells) {
    wanted = number
    self.cells = cells
  }

  private var isHere: Bool { open.last == wanted }

  override func start(_ name: XMLName, _ attributes: PageAttributes) throws {
    if name == "table" {
      open.append(count)
      count += 1
    } else if !isHere {
      return
    } else if name == "tr" {
      try endRow()
      isInRow = true
      cells.beginRow(isHidden: attributes.isHidden)
    } else if name == "td" || name == "th" {
      if !isInRow {
        isInRow = true
        cells.beginRow()
      }
      try endCell()
      isInCell = true
      try cells.begin(
        columns: attributes.number("colspan", atMost: 1 << 14),
        rows: attributes.number("rowspan", atMost: 1 << 16), number: attributes.number)
    } else if isInCell && (name == "br" || name == "p" || name == "div" || name == "li") {
      try cells.breakLine()
    }
  }

  override func end(_ name: XMLName) throws {
    if name == "table" {
      if isHere {
        try endRow()
        isDone = true
      }
      open.removeLast(open.isEmpty ? 0 : 1)
    } else if isHere && (name == "td" || name == "th") {
      try endCell()
    } else if isHere && name == "tr" {
      try endRow()
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    if isInCell && isHere { try cells.append(bytes) }
  }

  /// Hands out the last row of a table that the page does not close.
  func finish() throws {
    if !isDone { try endRow() }
  }

  private func endCell() throws {
    if isInCell { try cells.end() }
    isInCell = false
  }

  private func endRow() throws {
    try endCell()
    guard isInRow, !isDone else { return }
    isInRow = false
    if try !cells.endRow() { isDone = true }
  }
}
