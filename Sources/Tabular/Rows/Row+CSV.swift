extension Row {
  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")
  private static let lf = UInt8(ascii: "\n")

  /// Appends the row as a line of UTF-8 CSV: commas, quotes where needed, a line feed.
  ///
  /// The line never reads as a blank one, so a copy of a file has its rows under the same numbers.
  ///
  /// - Parameters:
  ///   - output: The bytes to append to.
  ///   - mask: True for each column to leave blank. Columns beyond the mask are left blank
  ///     too, for a row that is too long may hold anything there; nil keeps all.
  public func appendCSV(to output: inout [UInt8], blanking mask: [Bool]? = nil) {
    var index = 0
    while index < count {
      if index > 0 { output.append(Self.comma) }
      if isMasked(index, mask) {
        index += 1
      } else if field(index).isPlain && delimiter == Self.comma {
        let last = lastPlain(from: index, mask)
        output.append(contentsOf: bytes(index, through: last))
        index = last + 1
      } else {
        appendField(bytes(index), to: &output)
        index += 1
      }
    }
    if count == 1 { guardBlank(&output, mask) }
    output.append(Self.lf)
  }

  private func isMasked(_ index: Int, _ mask: [Bool]?) -> Bool {
    guard let mask else { return false }
    return index >= mask.count || mask[index]
  }

  /// The last of the plain fields that follow each other, commas between them.
  private func lastPlain(from index: Int, _ mask: [Bool]?) -> Int {
    var last = index
    while last + 1 < count, field(last + 1).isPlain, !isMasked(last + 1, mask) { last += 1 }
    return last
  }

  private func bytes(_ first: Int, through last: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: bytes(first).baseAddress, count: Int(field(last).end - field(first).start))
  }

  private func appendField(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard Self.needsQuotes(bytes) else {
      output.append(contentsOf: bytes)
      return
    }
    output.append(Self.quote)
    var rest = bytes[...]
    while let position = rest.firstIndex(of: Self.quote) {
      output.append(contentsOf: rest[...position])
      output.append(Self.quote)
      rest = rest[(position + 1)...]
    }
    output.append(contentsOf: rest)
    output.append(Self.quote)
  }

  /// The field lies in a window, where a search in whole words always meets a line end.
  private static func needsQuotes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var position = 0
    while position < bytes.count {
      let word = ByteWord(at: base + position)
      let matches =
        word.equal(ByteWord.repeating(comma)) | word.equal(ByteWord.repeating(quote))
        | word.equal(ByteWord.repeating(lf)) | word.equal(ByteWord.repeating(0x0D))
      if matches != 0 { return position + ByteWord.first(matches) < bytes.count }
      position += 8
    }
    return false
  }

  /// The only field of a row is quoted when it is white, or the line would be passed over.
  private func guardBlank(_ output: inout [UInt8], _ mask: [Bool]?) {
    let field = isMasked(0, mask) ? UnsafeBufferPointer(start: nil, count: 0) : bytes(0)
    guard field.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return }
    output.removeLast(field.count)
    output.append(Self.quote)
    output.append(contentsOf: field)
    output.append(Self.quote)
  }
}
