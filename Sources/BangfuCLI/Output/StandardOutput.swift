import Glibc
import Synchronization

/// Standard output, buffered: one system call for 64 KB.
enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])

  /// Appends text to the output, with pictures for what a terminal would act on or nobody would see.
  static func write(_ text: String) { writeRaw(text.visibleLines) }

  /// Appends text to the output as it is.
  static func writeRaw(_ text: String) {
    let isFull = buffer.withLock { waiting in
      waiting.append(contentsOf: text.utf8)
      return waiting.count >= 1 << 16
    }
    if isFull { flush() }
  }

  /// Sends what waits, as after each line for a program that reads along.
  ///
  /// Ends the program quietly when nobody reads any more, as after `| head`; with words where the
  /// output cannot be written.
  static func flush() {
    let waiting = buffer.withLock { waiting in
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
    guard let code = send(waiting, to: 1) else { return }
    if code == EPIPE { exit(Exit.done.rawValue) }
    let sentence = Sentences.table["output_lost"]?.words(["errno": String(code)], in: .current)
    _ = send(Array("bangfu: \(sentence ?? "")\n".utf8), to: 2)
    exit(Exit.no.rawValue)
  }

  /// Writes all bytes, and returns the number of the error that stopped it.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var sent = 0
    while sent < bytes.count {
      let rest = sent == 0 ? bytes : Array(bytes[sent...])
      // The one pointer of this module: `write` reads `rest.count` bytes of an array that lives.
      let count = unsafe Glibc.write(descriptor, rest, rest.count)
      if count >= 0 {
        sent += count
      } else if errno == EAGAIN {
        usleep(1000)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
