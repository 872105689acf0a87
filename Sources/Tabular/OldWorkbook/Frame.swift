/// The pieces that the process that reads a `.xls` sends: a letter, a length, and so many bytes.
enum Frame {
  /// A sheet: a byte of marks (1 hidden, 2 without cells), and its name.
  static let sheet = UInt8(ascii: "S")
  /// A row: its line, and the length and the bytes of each cell.
  static let row = UInt8(ascii: "R")
  /// A row that the sheet hides, likewise.
  static let hiddenRow = UInt8(ascii: "H")
  /// Why the workbook is not read: a byte, and the number of a code page.
  static let fault = UInt8(ascii: "F")
  /// All was sent.
  static let end = UInt8(ascii: "Z")

  /// A letter and a length of four bytes.
  static let headLength = 5
  /// Longer than a row may be: 256 cells of 32,767 characters.
  static let longest = 64 << 20

  /// Why a workbook is not read.
  enum Fault: Error, Equatable {
    case damaged, locked, tooLarge
    /// A text that is none in the code page that the workbook names, or a page nobody knows.
    case codePage(Int)

    var bytes: [UInt8] {
      switch self {
      case .damaged: [1]
      case .locked: [2]
      case .tooLarge: [3]
      case .codePage(let number): [4, UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
      }
    }

    init(_ bytes: ArraySlice<UInt8>) {
      switch Array(bytes) {
      case [2]: self = .locked
      case [3]: self = .tooLarge
      case let page where page.count == 3 && page[0] == 4:
        self = .codePage(Int(page[1]) | Int(page[2]) << 8)
      default: self = .damaged
      }
    }
  }

  /// Appends a number of four bytes.
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    let number = UInt32(truncatingIfNeeded: number)
    for shift in [0, 8, 16, 24] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Reads a number of four bytes, or nil where they are not there.
  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
