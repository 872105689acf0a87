/// The texts that the cells of a workbook share, end to end in one piece of memory.
final class SharedStrings: XMLHandler {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 1 << 16
  /// Where each text ends.
  private var ends: [UInt32] = []
  private var isInText = false
  private var isPhonetic = false
  private let limit: Int

  init(limit: Int) {
    self.limit = min(limit, 1 << 31)
    bytes = .allocate(capacity: capacity)
  }

  deinit {
    bytes.deallocate()
  }

  /// The text of a number, or nil where there is none.
  @inline(__always)
  subscript(index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard index >= 0 && index < ends.count else { return nil }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name.isLetter("t") {
      isInText = !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    }
  }

  override func end(_ name: XMLName) throws {
    if name.isLetter("t") {
      isInText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      try close()
    }
  }

  override func text(_ text: UnsafePointer<UInt8>, _ length: Int) throws {
    guard isInText else { return }
    if count + length > capacity { try reserve(length) }
    (bytes + count).update(from: text, count: length)
    count += length
  }

  private func close() throws {
    let start = Int(ends.last ?? 0)
    let text = UnsafeMutableBufferPointer(start: bytes + start, count: count - start)
    count = start + EscapedText.restore(text)
    ends.append(UInt32(count))
    try check(0)
  }

  private func reserve(_ length: Int) throws {
    try check(length)
    capacity = max(count + length, capacity + capacity / 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }

  private func check(_ length: Int) throws {
    guard count + length + 4 * ends.count <= limit else {
      throw TabularError.sharedTextTooLong(limit: limit)
    }
  }
}
