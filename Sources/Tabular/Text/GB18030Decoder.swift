import Glibc

/// Decodes GB18030 strictly: what the C library's converter refuses is an error.
///
/// One- and two-byte characters go through a table that was filled by iconv, several times
/// faster than iconv itself; the rare four-byte ones are handed to iconv one by one.
final class GB18030Decoder {
  /// Bytes that may be written past the end of the decoded text.
  static let slack = 16

  private let converter: iconv_t
  private let table: [UInt32]

  init() throws(TabularError) {
    guard let converter = Self.open(), !Self.table.isEmpty else {
      throw .converterMissing(.gb18030)
    }
    self.converter = converter
    table = Self.table
  }

  deinit {
    iconv_close(converter)
  }

  /// Decodes a block into `output`, which holds at least twice its bytes and `slack` more.
  ///
  /// Unless the block is the last, up to three bytes of a character that its end cuts are left
  /// unconsumed. Offsets of errors count from `offset`.
  func decode(
    _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, offset: Int,
    into output: UnsafeMutablePointer<UInt8>
  ) throws(TabularError) -> (consumed: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    let count = input.count
    var position = 0
    var target = output
    while position < count {
      if position + 8 <= count {
        // Eight bytes are copied whatever they are; only the leading ASCII of them is kept.
        let high = ByteWord(at: base + position).high
        UnsafeMutableRawPointer(target).copyMemory(from: base + position, byteCount: 8)
        let ascii = high == 0 ? 8 : ByteWord.first(high)
        position += ascii
        target += ascii
        if high == 0 { continue }
      } else if base[position] < 0x80 {
        target.pointee = base[position]
        position += 1
        target += 1
        continue
      }
      position += decodePairs(base + position, count - position, &target)
      guard position < count, base[position] >= 0x80 else { continue }
      let used = try decodeRare(
        base + position, count - position, isLast: isLast, offset: offset + position, &target)
      if used == 0 { break }
      position += used
    }
    return (position, target - output)
  }

  /// Decodes two-byte characters until another kind of character comes.
  @inline(__always)
  private func decodePairs(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ target: inout UnsafeMutablePointer<UInt8>
  ) -> Int {
    var position = 0
    table.withUnsafeBufferPointer { table in
      while position + 2 <= count {
        let index = Self.index(base[position], base[position + 1])
        guard index >= 0 else { return }
        let bytes = table[index]
        guard bytes != 0 else { return }
        UnsafeMutableRawPointer(target).storeBytes(of: bytes.littleEndian, as: UInt32.self)
        // The ones that UTF-8 begins a sequence with count its bytes.
        target += (~UInt8(truncatingIfNeeded: bytes)).leadingZeroBitCount
        position += 2
      }
    }
    return position
  }

  /// Decodes a four-byte character; returns 0 when the end of the block cuts it.
  private func decodeRare(
    _ base: UnsafePointer<UInt8>, _ count: Int, isLast: Bool, offset: Int,
    _ target: inout UnsafeMutablePointer<UInt8>
  ) throws(TabularError) -> Int {
    let mayBeCut = !isLast && base[0] != 0x80 && base[0] != 0xFF
    if count == 1 && mayBeCut { return 0 }
    guard count >= 2, (0x30...0x39).contains(base[1]) else {
      throw .undecodable(byteOffset: offset)
    }
    if count < 4 && mayBeCut { return 0 }
    guard count >= 4, let written = Self.convert(converter, base, 4, target) else {
      throw .undecodable(byteOffset: offset)
    }
    target += written
    return 4
  }
}

extension GB18030Decoder {
  /// UTF-8 bytes, the first lowest, by two-byte code; 0 where there is no character.
  private static let table = makeTable()

  private static let trailCount = 0xFF - 0x40

  /// The position of a two-byte code in the table, or -1.
  @inline(__always)
  private static func index(_ lead: UInt8, _ trail: UInt8) -> Int {
    guard lead &- 0x81 < 0x7E, trail &- 0x40 < 0xBF else { return -1 }
    return Int(lead &- 0x81) &* trailCount &+ Int(trail &- 0x40)
  }

  private static func open() -> iconv_t? {
    let converter = iconv_open("UTF-8", "GB18030")
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  private static func makeTable() -> [UInt32] {
    guard let converter = open() else { return [] }
    defer { iconv_close(converter) }
    var table = [UInt32](repeating: 0, count: 0x7E * trailCount)
    for lead in UInt8(0x81)...0xFE {
      for trail in UInt8(0x40)...0xFE {
        var (code, bytes) = ((lead, trail), [UInt8](repeating: 0, count: 8))
        let written = withUnsafeBytes(of: &code) { code in
          convert(converter, code.baseAddress?.assumingMemoryBound(to: UInt8.self), 2, &bytes)
        }
        guard let written, written <= 4 else { continue }
        table[index(lead, trail)] = (0..<written).reduce(0) {
          $0 | UInt32(bytes[$1]) << UInt32(8 * $1)
        }
      }
    }
    return table
  }

  /// Converts one character; returns the number of bytes written, or nil when there is none.
  private static func convert(
    _ converter: iconv_t, _ bytes: UnsafePointer<UInt8>?, _ count: Int,
    _ target: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    var input = UnsafeMutableRawPointer(mutating: bytes)?.assumingMemoryBound(to: CChar.self)
    var inputLeft = count
    return target.withMemoryRebound(to: CChar.self, capacity: 8) { target in
      var output: UnsafeMutablePointer<CChar>? = target
      var outputLeft = 8
      let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      guard status == 0, inputLeft == 0 else {
        iconv(converter, nil, nil, nil, nil)
        return nil
      }
      return 8 - outputLeft
    }
  }
}
