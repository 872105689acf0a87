/// Where the text of a field lies in the window, in bytes.
struct Field {
  /// Offsets from the start of the window.
  var start: UInt32
  var end: UInt32
  var marks: Marks

  struct Marks: OptionSet {
    let rawValue: UInt8
    /// The field stood between quotes.
    static let quoted = Marks(rawValue: 1)
    /// The field holds a quote character, paired or stray.
    static let holdsQuote = Marks(rawValue: 2)
    /// Paired quotes, or text after the closing quote, are still to be taken out.
    static let raw = Marks(rawValue: 4)
  }

  var count: Int { Int(end - start) }

  /// True when the field may be copied as it is between two commas.
  @inline(__always)
  var isPlain: Bool { marks.isEmpty }
}
