internal import System

/// What one pass over all bytes of a file finds.
struct FileSurvey {
  /// Enough for the first lines of the widest export known.
  private static let headLength = 64 << 10

  let head: [UInt8]
  let sha256: String
  let encoding: TextEncoding
  let firstNonUTF8: Int?
  let content: Range<Int>
  let stamp: InputFile.Stamp

  /// Looks through a file that is text, or the one other kind that is allowed.
  init(path: String, blockSize: Int, allowing kind: FileKind? = nil) throws(TabularError) {
    let file = try translating(InputFile(path: path))
    stamp = try translating(file.stamp())
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(
      capacity: max(blockSize, Self.headLength))
    defer { buffer.deallocate() }

    let headCount = try translating(
      file.read(
        into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: Self.headLength)))
    head = Array(buffer[..<headCount])
    guard headCount > 0 else { throw .empty }
    if let other = FileKind(head: head), other != kind { throw .notRead(other) }
    let mark = ByteOrderMark(head: head)
    if case .utf16 = mark { throw .utf16 }

    var pass = Pass(size: stamp.size, markLength: mark.length)
    // The head goes through in blocks too, so that a test's small blocks have their edges.
    for start in stride(from: 0, to: headCount, by: blockSize) {
      let end = min(start + blockSize, headCount)
      try pass.take(UnsafeBufferPointer(rebasing: buffer[start..<end]))
    }
    while true {
      let count = try translating(
        file.read(
          into: UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: blockSize)))
      if count == 0 { break }
      try pass.take(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    pass.scanner.finish()
    guard try translating(file.stamp()) == stamp, pass.count == stamp.size else { throw .changed }
    guard pass.scanner.hasText else { throw .empty }

    sha256 = pass.hasher.finalize()
    content = mark.length..<(pass.scanner.firstControl ?? pass.count)
    (encoding, firstNonUTF8) = try Self.encoding(mark, pass.scanner.firstNonUTF8)
  }

  private static func encoding(
    _ mark: ByteOrderMark, _ fault: Int?
  ) throws(TabularError) -> (TextEncoding, Int?) {
    switch (mark, fault) {
    case (.utf8, nil): (.utf8BOM, nil)
    case (.utf8, let fault?): throw .undecodable(byteOffset: fault)
    case (.gb18030, _): (.gb18030, nil)
    case (_, nil): (.utf8, nil)
    case (_, let fault?): (.gb18030, fault)
    }
  }
}

extension FileSurvey {
  /// The digest and the scan of the bytes that have gone by.
  private struct Pass {
    let hasher = SHA256Hasher()
    var scanner = TextScanner()
    var count = 0
    let size: Int
    /// Bytes of the byte order mark that the test for blank files is yet to pass over.
    var markLength: Int

    init(size: Int, markLength: Int) {
      self.size = size
      self.markLength = markLength
    }

    mutating func take(_ block: UnsafeBufferPointer<UInt8>) throws(TabularError) {
      hasher.update(raw: UnsafeRawBufferPointer(block))
      scanner.scan(block, ignoring: min(markLength, block.count))
      markLength -= min(markLength, block.count)
      count += block.count
      guard let control = scanner.firstControl else { return }
      // DOS programs end a text with 0x1A.
      let isEndMark = control == size - 1 && block.last == 0x1A
      guard isEndMark else { throw .binary(byteOffset: control) }
    }
  }
}
