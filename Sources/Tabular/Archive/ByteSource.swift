import Synchronization
internal import System

/// The bytes of one file: it lies on disk, or is unpacked onto it when it is needed.
final class ByteSource: Sendable {
  /// Where the bytes come from.
  enum Origin: Sendable {
    case file(path: String, InputFile.Stamp)
    case gzip(ByteSource)
    case member(ByteSource, index: UInt64)
  }

  /// A file that may be opened by its path while this value lives.
  struct Opened {
    let path: String
    fileprivate let spool: TemporaryFile?
  }

  /// What was unpacked last: of all members of an archive, one is on disk at a time.
  private final class Shelf: Sendable {
    let last = Mutex<(index: UInt64, spool: TemporaryFile)?>(nil)
  }

  let origin: Origin
  let options: TableFile.Options
  private let shelf = Shelf()

  init(_ origin: Origin, options: TableFile.Options) {
    self.origin = origin
    self.options = options
  }

  /// Unpacks the bytes, unless they are there already.
  func open() throws -> Opened {
    switch origin {
    case .file(let path, let stamp):
      guard try translating(InputFile(path: path).stamp()) == stamp else {
        throw TabularError.changed
      }
      return Opened(path: path, spool: nil)
    case .gzip(let source):
      return try source.unpacked(0) { path, spool in
        try GzipFile.unpack(path, into: spool, limits: options.limits)
      }
    case .member(let source, let index):
      return try source.unpacked(index) { path, spool in
        try Archive(path: path, options: options).read(index) { block in
          try translating(spool.write(block))
          return true
        }
      }
    }
  }

  private func unpacked(
    _ index: UInt64, _ unpack: (String, TemporaryFile) throws -> Void
  ) throws -> Opened {
    if let last = shelf.last.withLock({ $0 }), last.index == index {
      return Opened(path: last.spool.path, spool: last.spool)
    }
    shelf.last.withLock { $0 = nil }
    let packed = try open()
    let spool = try translating(TemporaryFile())
    try withExtendedLifetime(packed) { try unpack(packed.path, spool) }
    shelf.last.withLock { $0 = (index, spool) }
    return Opened(path: spool.path, spool: spool)
  }
}
