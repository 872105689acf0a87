import Testing

@testable import Tabular

/// The rules of the reader again, byte by byte and slow.
private struct Reference {
  struct Record: Equatable {
    var line: Int
    var fields: [String]
  }

  private(set) var records: [Record] = []
  private(set) var unclosedLine: Int?

  init(_ text: [UInt8]) {
    var (place, line) = (0, 1)
    func byte(_ index: Int) -> Character? {
      index < text.count ? Character(Unicode.Scalar(text[index])) : nil
    }
    func isEnd(_ byte: Character?) -> Bool {
      byte == nil || ",\n\r".unicodeScalars.contains { Character($0) == byte }
    }
    while place < text.count {
      var record = Record(line: line, fields: [])
      let start = place
      var isQuoted = false
      while true {
        var field: [UInt8] = []
        if byte(place) == "\"" {
          (isQuoted, place) = (true, place + 1)
          let fieldLine = line
          while true {
            guard let next = byte(place) else {
              unclosedLine = fieldLine
              return
            }
            if next == "\"" {
              if byte(place + 1) != "\"" { break }
              place += 1
            }
            if next == "\r" || next == "\n" && text[place - 1] != 0x0D { line += 1 }
            field.append(text[place])
            place += 1
          }
          place += 1
          let white = place
          while byte(place) == " " || byte(place) == "\t" { place += 1 }
          if !isEnd(byte(place)) { place = white }
        }
        while !isEnd(byte(place)) {
          field.append(text[place])
          place += 1
        }
        record.fields.append(String(decoding: field, as: UTF8.self))
        if byte(place) != "," { break }
        place += 1
      }
      let isBlank = !isQuoted && text[start..<place].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if byte(place) == "\r" && byte(place + 1) == "\n" { place += 1 }
      place += 1
      line += 1
      if !isBlank { records.append(record) }
    }
  }
}

@Suite struct ReferenceTests {
  @Test func `random text reads as by the slow reference, in blocks of any size`() throws {
    var random = SplitMix(seed: 5)
    let pieces = ["\"", "\"", ",", ",", "\n", "\r", "\r\n", "\t", " ", "a", "订", "0123456789"]
    // Lines of commas at the start make the comma the delimiter.
    let head = String(repeating: "x,y,z,x,y,z\n", count: 3)
    for _ in 0..<700 {
      let text = Array(
        (head
          + (0..<Int.random(in: 1...40, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? ""
          }.joined()).utf8)
      let expected = Reference(text)
      let scratch = try Scratch(text)
      for size in [Int.random(in: 1...30, using: &random), 1000] {
        let file = try TextFile.open(scratch.path, blockSize: size)
        guard file.delimiter == UInt8(ascii: ",") else { continue }
        var records: [Reference.Record] = []
        var failure: TabularError?
        do {
          try file.forEachRow { records.append(.init(line: $0.line, fields: $0.strings)) }
        } catch let error as TabularError {
          failure = error
        }
        #expect(
          records == expected.records, "\(String(decoding: text, as: UTF8.self).debugDescription)")
        #expect(failure == expected.unclosedLine.map { .unclosedQuote(line: $0) })
      }
    }
  }
}
