import Glibc

/// Sends pieces to standard output.
final class FrameWriter {
  private var buffer: [UInt8] = []

  /// Sends a piece.
  func send(_ kind: UInt8, _ bytes: [UInt8]) {
    buffer.append(kind)
    Frame.append(bytes.count, to: &buffer)
    buffer += bytes
    if buffer.count >= 1 << 16 { flush() }
  }

  /// Sends the last piece.
  func finish(_ fault: Frame.Fault?) {
    if let fault {
      send(Frame.fault, fault.bytes)
    } else {
      send(Frame.end, [])
    }
    flush()
  }

  private func flush() {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // Nobody listens any more.
      if count < 0 { exit(1) }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
