import Testing

@testable import Tabular

@Suite struct GB18030Tests {
  @Test func `characters of one, two and four bytes cross every edge of a block`() throws {
    let text = "订单编号,ä😀𠮷,¤€,é\n\"甲\"\"乙\",丙丁戊己庚,x,ㅏ\n"
    let bytes = try gb18030(text)
    for size in 1...20 {
      #expect(try open(bytes, blockSize: size).encoding == .gb18030)
      #expect(
        try rows(bytes, blockSize: size)
          == [["订单编号", "ä😀𠮷", "¤€", "é"], ["甲\"乙", "丙丁戊己庚", "x", "ㅏ"]], "block of \(size)")
    }
  }

  @Test func `every character of the basic plane comes back`() throws {
    var random = SplitMix(seed: 2)
    let scalars = (0..<4000).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0xA0...0xFFFD, using: &random))
    }.filter { !(0xE000...0xF8FF).contains($0.value) }
    let all = (0x4E00...0x9FA5).compactMap { Unicode.Scalar($0) }
    for part in [scalars, all] {
      let encodable = part.filter { (try? gb18030(String($0))) != nil }
      #expect(encodable.count > 2000)
      let text = String(String.UnicodeScalarView(encodable))
      #expect(try rows(gb18030("订" + text), blockSize: 1001) == [["订" + text]])
    }
  }

  @Test(
    arguments: [
      [0x80], [0xFF], [0xB6], [0xB6, 0x20], [0xB6, 0x7F], [0xB6, 0xFF], [0x81, 0x30],
      [0x81, 0x30, 0x81], [0x81, 0x30, 0x20, 0x30], [0x81, 0x30, 0x81, 0x41],
      [0xFE, 0x39, 0xFE, 0x39], [0xB6, 0x0A, 0x61],
    ] as [[UInt8]])
  func `what is no character is refused at its offset`(sequence: [UInt8]) throws {
    // The text before it is 10 bytes long and no UTF-8.
    let bytes = try gb18030("订,12345") + [0x0A, 0x61] + sequence
    for size in 1...20 {
      #expect(throws: TabularError.undecodable(byteOffset: 10), "block of \(size)") {
        try rows(bytes, blockSize: size)
      }
    }
  }

  @Test func `Latin-1 is not taken for Chinese when it cannot be`() throws {
    // "café," and "Zürich": the accents stand before ASCII that completes no character.
    let bytes: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x2C, 0x5A, 0xFC, 0x72]
    let file = try open(bytes)
    #expect(file.firstNonUTF8 == 3)
    #expect(throws: TabularError.undecodable(byteOffset: 3)) { try rows(bytes) }
  }
}
