/// Finds a cell's own text within what surrounds it in exports.
enum TextMarks {
  /// The bytes without white space and zero-width characters at both ends, and then without one
  /// text-forcing mark: a leading `'` or backtick, or the wrapper `="…"`.
  static func trim(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let base = bytes.baseAddress else { return bytes }
    var (start, end) = (0, bytes.count)
    while start < end {
      let width = leadingWidth(base + start, end - start)
      if width == 0 { break }
      start += width
    }
    while end > start {
      let width = trailingWidth(base + end, end - start)
      if width == 0 { break }
      end -= width
    }
    unmark(base, &start, &end)
    return UnsafeBufferPointer(start: base + start, count: end - start)
  }

  private static func unmark(
    _ base: UnsafePointer<UInt8>, _ start: inout Int, _ end: inout Int
  ) {
    guard start < end else { return }
    let first = base[start]
    if first == UInt8(ascii: "'") || first == UInt8(ascii: "`") {
      start += 1
    } else if first == UInt8(ascii: "="), end - start >= 3,
      base[start + 1] == UInt8(ascii: "\""), base[end - 1] == UInt8(ascii: "\"")
    {
      start += 2
      end -= 1
    }
  }

  @inline(__always)
  private static func leadingWidth(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let first = base[0]
    if first <= 0x20 { return 1 }
    if first == 0xC2 { return count >= 2 && isBlank(first, base[1]) ? 2 : 0 }
    guard first == 0xE2 || first == 0xE3 || first == 0xEF, count >= 3 else { return 0 }
    return isBlank(first, base[1], base[2]) ? 3 : 0
  }

  /// `end` points behind the last byte.
  @inline(__always)
  private static func trailingWidth(_ end: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let last = end[-1]
    if last <= 0x20 { return 1 }
    guard last >= 0x80 && last < 0xC0 else { return 0 }
    if count >= 2 && isBlank(end[-2], last) { return 2 }
    return count >= 3 && isBlank(end[-3], end[-2], last) ? 3 : 0
  }

  /// U+0085 and U+00A0.
  private static func isBlank(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xC2 && (second == 0x85 || second == 0xA0)
  }

  /// U+2000–200F, 2028–202F, 205F–2064, 3000 and FEFF: spaces, joiners, direction marks.
  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE2, 0x80): third <= 0x8F || (0xA8...0xAF).contains(third)
    case (0xE2, 0x81): (0x9F...0xA4).contains(third)
    case (0xE3, 0x80): third == 0x80
    case (0xEF, 0xBB): third == 0xBF
    default: false
    }
  }
}
