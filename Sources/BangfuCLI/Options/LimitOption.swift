import ArgumentParser
import Bangfu
import Domain

/// A limit of what a file may ask for, as `--limit ratio=1000`.
struct LimitOption: ExpressibleByArgument {
  let name: String
  let value: Int

  /// Reads `NAME=NUMBER`, the number maybe with K, M or G for its powers of 1,024.
  init?(argument: String) {
    let parts = argument.typed.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, ImportRequest.limitNames.contains(String(parts[0])) else {
      return nil
    }
    let shifts: [Character: Int] = ["K": 10, "M": 20, "G": 30]
    let shift = parts[1].last.flatMap { shifts[Character($0.uppercased())] }
    guard let number = Int(shift == nil ? parts[1] : parts[1].dropLast()), number > 0,
      number < 1 << (40 - (shift ?? 0))
    else { return nil }
    name = String(parts[0])
    value = number << (shift ?? 0)
  }
}
