/// Looks through a file, block by block, for bytes that are no text and for the first position that
/// is not strict UTF-8.
struct TextScanner {
  /// The offset of the first control character that no text holds.
  private(set) var firstControl: Int?
  /// The offset of the first sequence that is not UTF-8.
  private(set) var firstNonUTF8: Int?
  /// True once a byte other than white space was seen.
  private(set) var hasText = false

  private var offset = 0
  /// The state inside a sequence that may cross the edge of a block.
  private var missing = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  private var sequenceStart = 0

  /// Scans the next block; nothing is done once a control character was found.
  ///
  /// A byte order mark of `markLength` bytes at its start is no text.
  mutating func scan(_ block: UnsafeBufferPointer<UInt8>, ignoring markLength: Int) {
    guard let base = block.baseAddress, firstControl == nil else { return }
    if !hasText { hasText = block.dropFirst(markLength).contains { $0 > 0x20 } }
    var position = 0
    if firstNonUTF8 == nil { position = scanUTF8(base, block.count) }
    if firstNonUTF8 != nil && firstControl == nil {
      scanControls(base, from: position, block.count)
    }
    offset += block.count
  }

  /// Ends the scan: a sequence that the end of the file cuts is not UTF-8.
  mutating func finish() {
    if missing > 0 && firstNonUTF8 == nil { firstNonUTF8 = sequenceStart }
  }

  /// TAB, LF, FF and CR are text.
  @inline(__always)
  private static func isTextControl(_ byte: UInt8) -> Bool {
    byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  /// Returns the position where it stopped: the end, or the first fault.
  private mutating func scanUTF8(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var position = 0
    while position < count {
      if missing > 0 {
        guard continueSequence(base[position]) else { return position }
        position += 1
        continue
      }
      if position + 8 <= count {
        let word = ByteWord(at: base + position)
        let matches = word.controls | word.high
        if matches == 0 {
          position += 8
          continue
        }
        position += ByteWord.first(matches)
      }
      let byte = base[position]
      if byte < 0x20 && !Self.isTextControl(byte) {
        firstControl = offset + position
        return position
      }
      if byte < 0x80 {
        position += 1
        continue
      }
      let run = Self.commonRun(base + position, count - position)
      position += run
      if run == 0 {
        guard beginSequence(byte, at: offset + position) else { return position }
        position += 1
      }
    }
    return position
  }

  /// The bytes of whole three-byte sequences, which nearly all Chinese text is made of.
  @inline(__always)
  private static func commonRun(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    var position = 0
    while position + 3 <= count, base[position] &- 0xE1 <= 0x0B,
      base[position + 1] & 0xC0 == 0x80, base[position + 2] & 0xC0 == 0x80
    {
      position += 3
    }
    return position
  }

  private mutating func beginSequence(_ byte: UInt8, at start: Int) -> Bool {
    (lower, upper) = (0x80, 0xBF)
    switch byte {
    case 0xC2...0xDF: missing = 1
    case 0xE0: (missing, lower) = (2, 0xA0)
    case 0xED: (missing, upper) = (2, 0x9F)
    case 0xE1...0xEF: missing = 2
    case 0xF0: (missing, lower) = (3, 0x90)
    case 0xF1...0xF3: missing = 3
    case 0xF4: (missing, upper) = (3, 0x8F)
    default:
      firstNonUTF8 = start
      return false
    }
    sequenceStart = start
    return true
  }

  private mutating func continueSequence(_ byte: UInt8) -> Bool {
    guard byte >= lower && byte <= upper else {
      firstNonUTF8 = sequenceStart
      return false
    }
    missing -= 1
    (lower, upper) = (0x80, 0xBF)
    return true
  }

  private mutating func scanControls(
    _ base: UnsafePointer<UInt8>, from start: Int, _ count: Int
  ) {
    var position = start
    while position < count {
      if position + 8 <= count {
        let matches = ByteWord(at: base + position).controls
        if matches == 0 {
          position += 8
          continue
        }
        position += ByteWord.first(matches)
      }
      let byte = base[position]
      if byte < 0x20 && !Self.isTextControl(byte) {
        firstControl = offset + position
        return
      }
      position += 1
    }
  }
}
