internal import CZlib

/// Returns bytes compressed as one whole gzip member, without a name or a time.
///
/// Equal bytes give equal members. Members may be joined end to end. The level goes from 1, the
/// fastest, to 9, the smallest.
public func gzip(_ bytes: [UInt8], level: Int = 1) -> [UInt8] {
  let stream = ZStream()
  let status = deflateInit2_(
    stream.pointer, Int32(min(max(level, 1), 9)), Z_DEFLATED, ZStream.windowBits, 8,
    Z_DEFAULT_STRATEGY, ZLIB_VERSION, ZStream.size)
  precondition(status == Z_OK, "zlib has no memory for a compressor")
  defer { deflateEnd(stream.pointer) }
  let bound = Int(deflateBound(stream.pointer, UInt(bytes.count)))
  return bytes.withUnsafeBufferPointer { input in
    [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      stream.setInput(input)
      stream.setOutput(output)
      let status = deflate(stream.pointer, Z_FINISH)
      precondition(status == Z_STREAM_END, "zlib broke its own bound")
      count = output.count - stream.outputLeft
    }
  }
}

/// Returns the bytes of one or more gzip members that lie end to end.
///
/// - Throws: `TabularError.damagedGzip`, or `.gzipTooLong` when the bytes are more than the limit.
public func gunzip(_ bytes: [UInt8], limit: Int) throws(TabularError) -> [UInt8] {
  let stream = ZStream()
  guard inflateInit2_(stream.pointer, ZStream.windowBits, ZLIB_VERSION, ZStream.size) == Z_OK
  else { preconditionFailure("zlib has no memory for a decompressor") }
  defer { inflateEnd(stream.pointer) }
  let result: Result<[UInt8], TabularError> = bytes.withUnsafeBufferPointer { input in
    stream.setInput(input)
    return inflateAll(stream, limit: limit)
  }
  return try result.get()
}

private func inflateAll(_ stream: ZStream, limit: Int) -> Result<[UInt8], TabularError> {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64 << 10) { buffer in
    var output: [UInt8] = []
    while true {
      stream.setOutput(buffer)
      let status = inflate(stream.pointer, Z_NO_FLUSH)
      let written = buffer[..<(buffer.count - stream.outputLeft)]
      guard output.count + written.count <= limit else {
        return .failure(.gzipTooLong(limit: limit))
      }
      output.append(contentsOf: written)
      switch status {
      case Z_OK: continue
      case Z_STREAM_END where stream.inputLeft == 0: return .success(output)
      case Z_STREAM_END: inflateReset(stream.pointer)
      default: return .failure(.damagedGzip)
      }
    }
  }
}
