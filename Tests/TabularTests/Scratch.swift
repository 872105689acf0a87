import Glibc

@testable import Tabular

/// A file that a test writes, removed when the value ends.
struct Scratch: ~Copyable {
  let path: String

  init(_ bytes: [UInt8]) throws {
    path = try Self.write(bytes)
  }

  deinit {
    unlink(path)
  }

  private static func write(_ bytes: [UInt8]) throws -> String {
    var template = Array("/tmp/tabular-test-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw TabularError.system(errno: errno) }
    defer { close(descriptor) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw TabularError.system(errno: errno) }
    return path
  }
}

/// Opens a file of these bytes, with blocks of seven bytes unless told otherwise.
func open(_ bytes: [UInt8], blockSize: Int = 7) throws -> TextFile {
  let scratch = try Scratch(bytes)
  return try TextFile.open(scratch.path, blockSize: blockSize)
}

/// The fields of all rows of a file of these bytes.
func rows(
  _ bytes: [UInt8], blockSize: Int = 7, limits: TextFile.Limits = .init()
) throws -> [[String]] {
  let scratch = try Scratch(bytes)
  var rows: [[String]] = []
  try TextFile.open(scratch.path, blockSize: blockSize).forEachRow(limits: limits) {
    rows.append($0.strings)
  }
  return rows
}

func rows(_ text: String, blockSize: Int = 7) throws -> [[String]] {
  try rows(Array(text.utf8), blockSize: blockSize)
}

/// Hands the first row of a text to a closure.
func withRow(_ text: String, _ body: (borrowing Row) throws -> Void) throws {
  let scratch = try Scratch(Array(text.utf8))
  var isFirst = true
  try TextFile.open(scratch.path).forEachRow { row in
    if isFirst { try body(row) }
    isFirst = false
  }
}

/// Encodes a text in GB18030 by the C library.
func gb18030(_ text: String) throws -> [UInt8] {
  let converter = iconv_open("GB18030", "UTF-8")
  defer { iconv_close(converter) }
  var input = text.utf8.map { CChar(bitPattern: $0) }
  var output = [CChar](repeating: 0, count: 4 * input.count + 4)
  let count = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      var (from, fromLeft) = (input.baseAddress, input.count)
      var (to, toLeft) = (output.baseAddress, output.count)
      let status = iconv(converter, &from, &fromLeft, &to, &toLeft)
      return status == -1 ? -1 : output.count - toLeft
    }
  }
  guard count >= 0 else { throw TabularError.undecodable(byteOffset: 0) }
  return output[..<count].map { UInt8(bitPattern: $0) }
}

/// Random numbers that are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Appends a text to a file.
func append(_ text: String, to path: String) throws {
  let descriptor = Glibc.open(path, O_WRONLY | O_APPEND)
  guard descriptor >= 0 else { throw TabularError.system(errno: errno) }
  defer { close(descriptor) }
  guard write(descriptor, text, text.utf8.count) == text.utf8.count else {
    throw TabularError.system(errno: errno)
  }
}
