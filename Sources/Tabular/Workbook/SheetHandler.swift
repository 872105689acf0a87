/// Reads the cells of one sheet.
final class SheetHandler: XMLHandler {
  private let rows: SheetRows
  private let buffer: RowBuffer
  private let values: CellValues
  private var isInRow = false
  private var isInCell = false
  private var isInText = false
  private var isPhonetic = false
  private var line = 0
  private var column = -1
  private var start = 0
  private var kind = CellValues.Kind.number
  private var shape = SerialDate.Shape.none

  init(_ rows: SheetRows, _ values: CellValues) {
    self.rows = rows
    self.values = values
    buffer = rows.buffer
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if isInRow && name.isLetter("c") {
      try beginCell(attributes)
    } else if isInCell && (name.isLetter("v") || name.isLetter("t")) {
      isInText = !isPhonetic
    } else if name == "row" {
      beginRow(attributes)
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  override func end(_ name: XMLName) throws {
    if name.isLetter("v") || name.isLetter("t") {
      isInText = false
    } else if isInCell && name.isLetter("c") {
      isInCell = false
      try values.finish(buffer, from: start, kind, shape)
      try buffer.close(column, from: start)
    } else if name == "row" {
      isInRow = false
      if try !rows.end() { isDone = true }
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "sheetData" {
      // Nothing after it is wanted; merged ranges, filters and drawings can be long.
      isDone = true
    }
  }

  override func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws {
    if isInText { try buffer.append(bytes, count) }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    line = attributes.bytes("r").flatMap { CellReference.number($0) } ?? line + 1
    column = -1
    isInRow = true
    rows.begin(line: line, isHidden: attributes.flag("hidden"))
  }

  private func beginCell(_ attributes: XMLAttributes) throws {
    column += 1
    (kind, shape) = (.number, values.shape(ofStyle: 0))
    for index in 0..<attributes.count {
      guard let value = attributes.value(index) else { continue }
      switch attributes.letter(index) {
      case UInt8(ascii: "r"): column = CellReference.column(value) ?? column
      case UInt8(ascii: "t"): kind = CellValues.Kind(value)
      case UInt8(ascii: "s"): shape = values.shape(ofStyle: CellReference.number(value) ?? 0)
      default: continue
      }
    }
    isInCell = true
    start = buffer.count
  }
}
