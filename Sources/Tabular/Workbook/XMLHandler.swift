internal import CXML2

/// What the parts of a workbook are read by: it receives elements and text.
class XMLHandler {
  /// Why reading stopped.
  var failure: (any Error)?
  /// True when no more is wanted.
  var isDone = false

  /// An element begins.
  ///
  /// Prefixes are left out, so that workbooks of every writer read alike.
  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {}

  /// An element ends.
  func end(_ name: XMLName) throws {}

  /// Text, which may come in pieces.
  func text(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws {}
}

/// The local name of an element.
struct XMLName {
  let bytes: UnsafePointer<UInt8>

  /// True when the name is one character.
  @inline(__always)
  func isLetter(_ letter: StaticString) -> Bool {
    bytes[0] == letter.utf8Start[0] && bytes[1] == 0
  }

  @inline(__always)
  static func == (name: XMLName, text: StaticString) -> Bool {
    var position = 0
    while position < text.utf8CodeUnitCount {
      guard name.bytes[position] == text.utf8Start[position] else { return false }
      position += 1
    }
    return name.bytes[position] == 0
  }
}

/// The attributes of an element, as libxml2 hands them over: five pointers each.
struct XMLAttributes {
  let count: Int
  let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// The bytes of the attribute whose local name is this.
  @inline(__always)
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let pointers else { return nil }
    for index in 0..<count {
      guard let local = pointers[5 * index], XMLName(bytes: local) == name else { continue }
      return value(index)
    }
    return nil
  }

  /// The text of the attribute whose local name is this.
  func text(_ name: StaticString) -> String? {
    bytes(name).map(Self.text)
  }

  /// The text of an attribute in a namespace whose name ends so.
  ///
  /// `r:id` is distinguished from `id` by it, whatever the prefix.
  func text(_ name: StaticString, inNamespaceEnding ending: String) -> String? {
    guard let pointers else { return nil }
    for index in 0..<count {
      guard let local = pointers[5 * index], XMLName(bytes: local) == name,
        let space = pointers[5 * index + 2], String(cString: space).hasSuffix(ending)
      else { continue }
      return value(index).map(Self.text)
    }
    return nil
  }

  /// libxml2 leaves an ampersand written so, for those that would look for entities again.
  private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("&#38;") ? text.replacing("&#38;", with: "&") : text
  }

  /// Whether an attribute that is true or false is true.
  func flag(_ name: StaticString) -> Bool {
    ["1", "true", "on"].contains(text(name))
  }

  @inline(__always)
  func letter(_ index: Int) -> UInt8 {
    guard let local = pointers?[5 * index], local[1] == 0 else { return 0 }
    return local[0]
  }

  @inline(__always)
  func value(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let start = pointers?[5 * index + 3], let end = pointers?[5 * index + 4] else {
      return nil
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }
}
