internal import CLibPQ

/// What writes into a running `COPY … FROM STDIN`, lent to a closure.
///
/// Blocks may end anywhere, inside a row too; 64 KB to 1 MB a block is fastest.
public struct CopyWriter: ~Copyable {
  let handle: OpaquePointer

  /// Sends a block.
  ///
  /// - Throws: `PostgresError` when the session is lost. That the server refuses a row shows only
  ///   at the end of the COPY.
  public func write(_ block: [UInt8]) throws(PostgresError) { try write(block.span) }

  /// Sends a block that is a part of an array.
  public func write(_ block: ArraySlice<UInt8>) throws(PostgresError) { try write(block.span) }

  /// Sends a block that lies anywhere.
  public func write(_ block: Span<UInt8>) throws(PostgresError) {
    let sent = block.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        PQputCopyData(handle, characters.baseAddress, Int32(characters.count))
      }
    }
    if sent != 1 { throw PostgresError(nil, of: handle) }
  }
}
