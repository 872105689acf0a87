import ArgumentParser
import Domain
import Tabular

/// A limit of what a file may ask for, as `--limit ratio=1000`.
struct LimitOption: ExpressibleByArgument {
  /// The limit's name, and how it is set.
  private static let limits: [(String, @Sendable (inout TableFile.Limits, Int) -> Void)] = [
    ("field-bytes", { $0.text.fieldBytes = $1 }), ("row-bytes", { $0.text.rowBytes = $1 }),
    ("columns", { $0.text.columns = $1 }), ("unpacked-bytes", { $0.unpackedBytes = $1 }),
    ("ratio", { $0.ratio = $1 }), ("members", { $0.members = $1 }), ("tables", { $0.tables = $1 }),
    ("shared-bytes", { $0.sharedBytes = $1 }), ("xls-bytes", { $0.oldWorkbookBytes = $1 }),
    ("xls-seconds", { $0.oldWorkbookSeconds = $1 }),
  ]
  static let names = limits.map(\.0)

  private let place: Int
  private let value: Int

  /// Reads `NAME=NUMBER`, the number maybe with K, M or G for its powers of 1,024.
  init?(argument: String) {
    let parts = argument.typed.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let place = Self.names.firstIndex(of: String(parts[0])) else {
      return nil
    }
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = parts[1].last.flatMap { shifts[Character($0.uppercased())] }
    guard let number = Int(shift == nil ? parts[1] : parts[1].dropLast()), number > 0,
      number < 1 << (40 - (shift ?? 0))
    else { return nil }
    self.place = place
    value = number << (shift ?? 0)
  }

  func set(_ limits: inout TableFile.Limits) { Self.limits[place].1(&limits, value) }
}
