internal import Channels
internal import Dispatch
internal import Synchronization
internal import Tabular
internal import System

/// The redacted copy of a file: what is kept of its rows as CSV, in chunks of gzip.
///
/// Chunks are compressed on another core while the next rows are read.
final class RedactedCopy {
  /// A compressed chunk.
  struct Chunk: Sendable {
    let firstRow: Int
    let rows: Int
    let content: [UInt8]
  }

  private var redaction: Redaction
  private let hasher = SHA256Hasher()
  private var buffer: [UInt8] = []
  private var firstRow = 1
  private var rows = 0
  private var count = 0
  private let queue = DispatchQueue(label: "redacted-copy")
  private let room = DispatchSemaphore(value: 3)
  private let done = Done()

  private final class Done: Sendable {
    let chunks = Mutex<[Int: Chunk]>([:])
  }

  init(_ redaction: Redaction) { self.redaction = redaction }

  /// Adds a row, and whether it was read as an order line or a case.
  func add(_ row: borrowing Row, isRead: Bool) {
    redaction.append(row, isRead: isRead, to: &buffer)
    rows += 1
    if buffer.count >= 4 << 20 { flush() }
  }

  private func flush() {
    guard rows > 0 else { return }
    hasher.update(buffer)
    let (number, first, rows, text) = (count, firstRow, rows, buffer)
    room.wait()
    queue.async { [room, done] in
      let chunk = Chunk(firstRow: first, rows: rows, content: gzip(text))
      done.chunks.withLock { $0[number] = chunk }
      room.signal()
    }
    count += 1
    firstRow += self.rows
    self.rows = 0
    buffer = []
    buffer.reserveCapacity(5 << 20)
  }

  /// Ends the copy; returns its SHA-256 and its chunks in order.
  func finish() -> (sha256: String, chunks: [Chunk]) {
    flush()
    queue.sync {}
    let chunks = done.chunks.withLock { chunks in (0..<count).compactMap { chunks[$0] } }
    return (hasher.finalize(), chunks)
  }
}
