internal import CXML2

/// What receives the elements of a web page.
class PageHandler {
  /// Deeper pages are hostile: libxml2 looks through all open elements at every end tag.
  static let deepest = 256

  /// Why reading stopped.
  var failure: (any Error)?
  /// True when no more is wanted.
  var isDone = false
  /// True once the page is at its end: what closes from now on is not closed by the page.
  fileprivate(set) var isAtEnd = false
  /// Whether the page says that it ends here.
  fileprivate(set) var saysItEnds = false
  fileprivate var depth = 0
  fileprivate var context: htmlParserCtxtPtr?

  /// An element begins; the name is in lower case.
  func start(_ name: XMLName, _ attributes: PageAttributes) throws {}

  /// An element ends, perhaps only because its parent does.
  func end(_ name: XMLName) throws {}

  /// Looks at the last bytes of a piece of the page, whether they close the page.
  fileprivate func seeEnd(_ piece: UnsafeBufferPointer<UInt8>) {
    let last = piece.suffix(64).filter { $0 > 0x20 }.map { $0 | 0x20 }
    if last.isEmpty { return }
    saysItEnds = ["</html>", "</body>"].contains { last.suffix(7) == $0.utf8.map { $0 | 0x20 } }
  }

  /// Text, which may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}

/// The attributes of an element of a page: pairs of pointers, and a null pointer.
struct PageAttributes {
  fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// A whole number from 1 up, such as that of `colspan`.
  func number(_ name: StaticString, atMost limit: Int) -> Int {
    guard var pair = pointers else { return 1 }
    while let key = pair[0] {
      if XMLName(bytes: key) == name, let value = pair[1] {
        let number = Int(String(cString: value).filter { !$0.isWhitespace }) ?? 1
        return min(max(number, 1), limit)
      }
      pair += 2
    }
    return 1
  }

  /// Whether there are more than programs write.
  fileprivate var isOverLimit: Bool {
    guard let pointers else { return false }
    var count = 0
    while pointers[2 * count] != nil, count <= TagLimits.attributes { count += 1 }
    return count > TagLimits.attributes
  }

  /// Whether the style hides the element.
  var isHidden: Bool {
    guard var pair = pointers else { return false }
    while let key = pair[0] {
      if XMLName(bytes: key) == "style", let value = pair[1] {
        let style = String(cString: value).filter { !$0.isWhitespace }.lowercased()
        return style.contains("display:none")
      }
      pair += 2
    }
    return false
  }

  /// What a cell says that it holds, as spreadsheets write it: a number, by `x:num` or by a format
  /// that is not `@`, and perhaps its value.
  var number: PageCells.Number? {
    guard var pair = pointers else { return nil }
    var number: PageCells.Number?
    while let key = pair[0] {
      let value = pair[1].map { String(cString: $0) } ?? ""
      if XMLName(bytes: key) == "x:num" {
        number = PageCells.Number(value: value)
      } else if XMLName(bytes: key) == "x:str" {
        return nil
      } else if XMLName(bytes: key) == "style", let format = Self.format(value) {
        guard format != "@" && format != "\\@" else { return nil }
        if number == nil { number = PageCells.Number(value: "") }
      }
      pair += 2
    }
    return number
  }

  /// The number format in a style: `mso-number-format:'0.00'`, `vnd.ms-excel.numberformat:@`.
  private static func format(_ style: String) -> String? {
    for rule in style.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1)
      let name = parts.first?.filter { !$0.isWhitespace }.lowercased()
      guard parts.count == 2, name == "mso-number-format" || name == "vnd.ms-excel.numberformat"
      else { continue }
      return parts[1].filter { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
    }
    return nil
  }
}

/// Reads a web page by libxml2, which mends what browsers do.
enum PageParser {
  /// Reads the page from its start, until the handler has what it wants.
  static func read(_ page: TextFile, _ handler: PageHandler) throws {
    LibXML.start()
    let window = try TextWindow(page)
    var callbacks = Self.callbacks
    let user = Unmanaged.passUnretained(handler).toOpaque()
    // The window hands out UTF-8, whatever the page says of itself.
    guard
      let context = htmlCreatePushParserCtxt(
        &callbacks, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw TabularError.noTable }
    defer { htmlFreeParserCtxt(context) }
    handler.context = context
    htmlCtxtUseOptions(
      context, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue))
    repeat {
      window.start = window.end
      try window.refill()
      handler.seeEnd(UnsafeBufferPointer(start: window.base, count: window.end))
      let text = UnsafeRawPointer(window.base).assumingMemoryBound(to: CChar.self)
      try feed(context, text, window.end, handler)
    } while !window.isAtEnd && handler.failure == nil && !handler.isDone
    handler.isAtEnd = true
    if handler.failure == nil && !handler.isDone { htmlParseChunk(context, nil, 0, 1) }
    withExtendedLifetime(handler) {}
    if let failure = handler.failure { throw failure }
  }

  /// Feeds small pieces, for libxml2 may look through what it was given at every tag.
  private static func feed(
    _ context: htmlParserCtxtPtr, _ text: UnsafePointer<CChar>, _ count: Int,
    _ handler: PageHandler
  ) throws(TabularError) {
    var position = 0
    while position < count && handler.failure == nil && !handler.isDone {
      let length = min(count - position, TagLimits.piece)
      htmlParseChunk(context, text + position, Int32(length), 0)
      position += length
      // Until a comment or a tag ends, libxml2 keeps all of it.
      guard let input = context.pointee.input?.pointee, let start = input.cur else { continue }
      let waiting = input.end - start
      guard waiting > TagLimits.bytes else { continue }
      let isTag = start[0] == UInt8(ascii: "<") && ![0x21, 0x3F].contains(start[1])
      if isTag { throw .tagTooLong }
      if waiting > TagLimits.pending { throw .fieldTooLong(line: Int(input.line)) }
    }
  }

  private static var callbacks: htmlSAXHandler {
    var callbacks = htmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.startElement = { user, name, attributes in
      PageParser.with(user) { handler in
        handler.depth += 1
        guard handler.depth <= PageHandler.deepest else { throw TabularError.tooDeep }
        guard let name else { return }
        if PageAttributes(pointers: attributes).isOverLimit { throw TabularError.tagTooLong }
        try handler.start(XMLName(bytes: name), PageAttributes(pointers: attributes))
      }
    }
    callbacks.endElement = { user, name in
      PageParser.with(user) { handler in
        handler.depth -= 1
        if let name { try handler.end(XMLName(bytes: name)) }
      }
    }
    callbacks.characters = { user, bytes, count in
      PageParser.with(user) { handler in
        try handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.serror = { _, _ in }
    return callbacks
  }

  /// Runs a callback; no error may pass through C, so it is kept, and the parser stops.
  private static func with(
    _ user: UnsafeMutableRawPointer?, _ body: (PageHandler) throws -> Void
  ) {
    guard let user else { return }
    Unmanaged<PageHandler>.fromOpaque(user)._withUnsafeGuaranteedRef { handler in
      guard handler.failure == nil && !handler.isDone else { return }
      do { try body(handler) } catch { handler.failure = error }
      if handler.failure != nil || handler.isDone, let context = handler.context {
        xmlStopParser(context)
      }
    }
  }
}
