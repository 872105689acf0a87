/// One row of a file, lent to the caller for the length of a closure.
///
/// Fields are counted from 0; a field beyond `count` is a programming error, like an index
/// beyond an array's end. Text is UTF-8 and verbatim: marks and white space are kept.
public struct Row: ~Copyable {
  /// The number of fields.
  public let count: Int
  /// The physical line, from 1, where the row begins.
  public let line: Int
  /// The number of the row, from 1, among the rows that are not blank.
  public let number: Int
  /// How many cells with text lie beyond the table's width, and are none of these fields.
  public let beyond: Int
  /// True for a row that its sheet hides, as filters do.
  public let isHidden: Bool

  let delimiter: UInt8
  private let base: UnsafePointer<UInt8>
  private let fields: UnsafePointer<Field>

  init(
    base: UnsafePointer<UInt8>, fields: UnsafePointer<Field>, count: Int, line: Int, number: Int,
    delimiter: UInt8, beyond: Int = 0, isHidden: Bool = false
  ) {
    self.base = base
    self.fields = fields
    self.count = count
    self.line = line
    self.number = number
    self.delimiter = delimiter
    self.beyond = beyond
    self.isHidden = isHidden
  }

  /// Returns the text of a field.
  public subscript(_ index: Int) -> String {
    String(decoding: bytes(index), as: UTF8.self)
  }

  /// The texts of all fields.
  public var strings: [String] {
    (0..<count).map { String(decoding: bytes($0), as: UTF8.self) }
  }

  /// Whether a field holds no byte at all.
  public func isEmpty(_ index: Int) -> Bool {
    field(index).count == 0
  }

  /// Whether a field is exactly a text, without making a string.
  public func equals(_ index: Int, _ text: StaticString) -> Bool {
    let bytes = bytes(index)
    return text.withUTF8Buffer { Self.areEqual($0, bytes) }
  }

  /// Whether a field is exactly these UTF-8 bytes.
  public func equals(_ index: Int, _ text: [UInt8]) -> Bool {
    let bytes = bytes(index)
    return text.withUnsafeBufferPointer { Self.areEqual($0, bytes) }
  }

  /// Lends the UTF-8 bytes of a field, without a copy.
  public func withBytes<Result>(
    _ index: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(bytes(index).span)
  }

  @inline(__always)
  func field(_ index: Int) -> Field {
    precondition(index >= 0 && index < count, "a field beyond the row's end")
    return fields[index]
  }

  @inline(__always)
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let field = field(index)
    return UnsafeBufferPointer(start: base + Int(field.start), count: field.count)
  }

  private static func areEqual(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    one.count == other.count && one.elementsEqual(other)
  }
}
