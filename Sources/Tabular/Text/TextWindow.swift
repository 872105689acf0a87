internal import System

/// A moving window over the text of a file, as UTF-8.
///
/// After `end` come eight line feeds, so that a search for the end of a field always stops and may
/// read whole words.
final class TextWindow {
  static let padding = 8

  private(set) var base: UnsafeMutablePointer<UInt8>
  /// Where the text not yet used begins.
  var start = 0
  private(set) var end = 0
  /// True once the last byte of the file is in the window.
  private(set) var isAtEnd = false

  private let file: InputFile
  private let content: Range<Int>
  private let stamp: InputFile.Stamp
  private let blockSize: Int
  private var pace = PaceMeter()
  private let decoder: GB18030Decoder?
  private let raw: UnsafeMutableBufferPointer<UInt8>
  private var rawCount = 0
  private var offset: Int
  private var capacity: Int

  init(_ text: TextFile) throws(TabularError) {
    file = try translating(InputFile(path: text.path))
    guard try translating(file.stamp()) == text.stamp else { throw .changed }
    try translating(file.seek(to: text.content.lowerBound))
    content = text.content
    stamp = text.stamp
    offset = content.lowerBound
    // A smaller block than the survey's keeps the text in the processor's cache.
    blockSize = min(text.blockSize, 256 << 10)
    decoder = text.encoding == .gb18030 ? try GB18030Decoder() : nil
    raw = .allocate(capacity: decoder == nil ? 0 : blockSize + 4)
    capacity = 2 * (blockSize + 4) + GB18030Decoder.slack + Self.padding
    base = .allocate(capacity: capacity)
  }

  deinit {
    base.deallocate()
    raw.deallocate()
  }

  /// Drops the text before `start` and adds the next block.
  func refill() throws(TabularError) {
    moveToFront()
    let left = content.upperBound - offset - rawCount
    let wanted = min(blockSize, left)
    try pace.passed(wanted)
    reserve((decoder == nil ? wanted : 2 * (rawCount + wanted)) + GB18030Decoder.slack)
    if let decoder {
      try read(wanted, into: UnsafeMutableBufferPointer(rebasing: raw[rawCount...]))
      try decode(with: decoder, rawCount + wanted, isLast: wanted == left)
    } else {
      try read(wanted, into: UnsafeMutableBufferPointer(start: base + end, count: wanted))
      end += wanted
      offset += wanted
    }
    (base + end).update(repeating: 0x0A, count: Self.padding)
    isAtEnd = wanted == left
    if isAtEnd {
      guard try translating(file.stamp()) == stamp else { throw .changed }
    }
  }

  private func moveToFront() {
    guard start > 0 else { return }
    base.update(from: base + start, count: end - start)
    end -= start
    start = 0
  }

  private func reserve(_ count: Int) {
    let needed = end + count + Self.padding
    guard needed > capacity else { return }
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: end)
    base.deallocate()
    base = larger
  }

  private func read(
    _ count: Int, into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(TabularError) {
    let target = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: count)
    guard try translating(file.read(into: target)) == count else { throw .changed }
  }

  private func decode(
    with decoder: GB18030Decoder, _ count: Int, isLast: Bool
  ) throws(TabularError) {
    let block = UnsafeBufferPointer(rebasing: raw[..<count])
    let (consumed, written) = try decoder.decode(
      block, isLast: isLast, offset: offset, into: base + end)
    end += written
    offset += consumed
    rawCount = count - consumed
    raw.baseAddress?.update(from: block.baseAddress.unsafelyUnwrapped + consumed, count: rawCount)
  }
}
