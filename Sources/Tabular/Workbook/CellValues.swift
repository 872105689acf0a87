/// Turns what a cell holds into its text.
struct CellValues {
  /// How the content of a cell is to be read.
  enum Kind {
    case number, shared, text, flag, date

    /// Takes the type of a cell: `s`, `str`, `inlineStr`, `b`, `e`, `d` or `n`.
    @inline(__always)
    init(_ name: UnsafeBufferPointer<UInt8>) {
      switch (name.count, name.first) {
      case (1, UInt8(ascii: "s")): self = .shared
      case (1, UInt8(ascii: "n")): self = .number
      case (1, UInt8(ascii: "b")): self = .flag
      case (1, UInt8(ascii: "d")): self = .date
      default: self = .text
      }
    }
  }

  let shared: SharedStrings
  let shapes: [SerialDate.Shape]
  let is1904: Bool
  let part: String

  @inline(__always)
  func shape(ofStyle style: Int) -> SerialDate.Shape {
    style < shapes.count ? shapes[style] : .none
  }

  /// Puts the text of a cell in the place of its content.
  @inline(__always)
  func finish(
    _ buffer: RowBuffer, from start: Int, _ kind: Kind, _ shape: SerialDate.Shape
  ) throws(TabularError) {
    guard buffer.count > start else { return }
    switch kind {
    case .shared: try finishShared(buffer, from: start)
    case .number: try finishNumber(buffer, from: start, shape)
    case .text: buffer.cut(to: start + EscapedText.restore(buffer.text(from: start)))
    case .flag:
      let isTrue = buffer.text(from: start).first == UInt8(ascii: "1")
      try replace(buffer, from: start, isTrue ? "TRUE".utf8 : "FALSE".utf8)
    case .date: finishDate(buffer.text(from: start))
    }
  }

  private func finishShared(_ buffer: RowBuffer, from start: Int) throws(TabularError) {
    let digits = UnsafeBufferPointer(buffer.text(from: start))
    guard let index = CellReference.number(digits), let text = shared[index] else {
      throw .damagedWorkbook(part: part)
    }
    buffer.cut(to: start)
    if let bytes = text.baseAddress { try buffer.append(bytes, text.count) }
  }

  private func finishNumber(
    _ buffer: RowBuffer, from start: Int, _ shape: SerialDate.Shape
  ) throws(TabularError) {
    let literal = buffer.text(from: start)
    if shape != .none, let serial = Double(String(decoding: literal, as: UTF8.self)),
      let date = SerialDate(serial, is1904: is1904)
    {
      try replace(buffer, from: start, date.text(shape))
    } else if let typed = NumberText.shown(UnsafeBufferPointer(literal)) {
      try replace(buffer, from: start, typed)
    }
  }

  /// `2026-09-10T08:00:00` becomes `2026-09-10 08:00:00`.
  private func finishDate(_ text: UnsafeMutableBufferPointer<UInt8>) {
    if text.count >= 19 && text[10] == UInt8(ascii: "T") { text[10] = UInt8(ascii: " ") }
  }

  private func replace(
    _ buffer: RowBuffer, from start: Int, _ text: some Sequence<UInt8>
  ) throws(TabularError) {
    buffer.cut(to: start)
    try buffer.append(text)
  }
}
