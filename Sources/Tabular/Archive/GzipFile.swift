internal import CZlib
internal import System

/// A gzip stream in a file, one member or several.
enum GzipFile {
  private static let blockSize = 128 << 10

  /// Unpacks a file into a temporary one.
  static func unpack(
    _ path: String, into spool: TemporaryFile, limits: TableFile.Limits
  ) throws(TabularError) {
    let file = try translating(InputFile(path: path))
    var meter = UnpackMeter(packed: try translating(file.stamp()).size, limits: limits)
    let stream = ZStream()
    guard inflateInit2_(stream.pointer, ZStream.windowBits, ZLIB_VERSION, ZStream.size) == Z_OK
    else { preconditionFailure("zlib has no memory for a decompressor") }
    defer { inflateEnd(stream.pointer) }
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * blockSize)
    defer { memory.deallocate() }
    let input = UnsafeMutableBufferPointer(rebasing: memory[..<blockSize])
    let output = UnsafeMutableBufferPointer(rebasing: memory[blockSize...])
    var (isWhole, isFull) = (false, false)
    while true {
      // A full output may be waiting for room, with no input left.
      if stream.inputLeft == 0 && !isFull {
        let count = try translating(file.read(into: UnsafeMutableRawBufferPointer(input)))
        if count == 0 { break }
        stream.setInput(UnsafeBufferPointer(rebasing: input[..<count]))
      }
      if isWhole { inflateReset(stream.pointer) }
      stream.setOutput(output)
      let status = inflate(stream.pointer, Z_NO_FLUSH)
      guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else { throw .damagedGzip }
      isWhole = status == Z_STREAM_END
      isFull = stream.outputLeft == 0 && !isWhole
      let written = output.count - stream.outputLeft
      try meter.take(written)
      try translating(
        spool.write(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(output)[..<written])))
    }
    guard isWhole else { throw .damagedGzip }
  }
}
