internal import CXML2

/// Reads XML as it comes, by libxml2's SAX2 interface, with libxml2's own limits kept on.
///
/// A document type is refused, so there are no entities but the five of XML itself, and nothing is
/// ever loaded from elsewhere.
final class XMLParser {
  private let handler: XMLHandler
  private let part: String
  private let state: ParserState
  private let context: xmlParserCtxtPtr
  private var pace = PaceMeter()

  /// Makes a parser of a part, whose name is for errors.
  init(part: String, _ handler: XMLHandler) throws(TabularError) {
    LibXML.start()
    self.part = part
    self.handler = handler
    state = ParserState(handler)
    var callbacks = Self.callbacks
    let user = Unmanaged.passUnretained(state).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil) else {
      throw .damagedWorkbook(part: part)
    }
    self.context = context
    state.context = context
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
  }

  deinit {
    xmlFreeParserCtxt(context)
  }

  /// Reads more bytes; returns whether more are wanted.
  func feed(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(TagLimits.piece))
      guard try feed(piece, isLast: false) else { return false }
      try checkPending()
      try pace.passed(piece.count)
      rest = rest.dropFirst(piece.count)
    }
    return true
  }

  /// Refuses a tag that does not end, before libxml2 has all of it.
  private func checkPending() throws(TabularError) {
    guard let input = context.pointee.input?.pointee, let start = input.cur else { return }
    let count = input.end - start
    guard count > TagLimits.bytes else { return }
    let isTag = start[0] == UInt8(ascii: "<") && ![0x21, 0x3F].contains(start[1])
    if isTag || count > TagLimits.pending { throw .tagTooLong }
  }

  /// Ends the document.
  func finish() throws {
    if handler.isDone { return }
    _ = try feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws -> Bool {
    let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    _ = withExtendedLifetime(state) {
      xmlParseChunk(context, text, Int32(bytes.count), isLast ? 1 : 0)
    }
    if let failure = handler.failure { throw failure }
    if handler.isDone { return false }
    if state.hasDocumentType { throw TabularError.documentType(part: part) }
    if state.isMalformed { throw TabularError.damagedWorkbook(part: part) }
    return true
  }

  private static var callbacks: xmlSAXHandler {
    var callbacks = xmlSAXHandler()
    callbacks.initialized = UInt32(XML_SAX2_MAGIC)
    callbacks.startElementNs = { user, name, _, _, spaces, _, count, _, attributes in
      ParserState.with(user) { state in
        state.depth += 1
        if spaces > 0 { state.open(spaces: Int(spaces)) }
        if Int(count) > TagLimits.attributes || state.spaces > TagLimits.attributes {
          throw TabularError.tagTooLong
        }
        guard let name, state.depth <= ParserState.deepest else {
          state.isMalformed = true
          return state.stop()
        }
        try state.handler.start(
          XMLName(bytes: name), XMLAttributes(count: Int(count), pointers: attributes))
      }
    }
    callbacks.endElementNs = { user, name, _, _ in
      ParserState.with(user) { state in
        state.closeSpaces()
        state.depth -= 1
        guard let name else { return }
        try state.handler.end(XMLName(bytes: name))
      }
    }
    callbacks.characters = { user, bytes, count in
      ParserState.with(user) { state in
        guard let bytes else { return }
        try state.handler.text(bytes, Int(count))
      }
    }
    callbacks.ignorableWhitespace = callbacks.characters
    callbacks.cdataBlock = callbacks.characters
    callbacks.internalSubset = { user, _, _, _ in
      ParserState.with(user) { state in
        state.hasDocumentType = true
        state.stop()
      }
    }
    callbacks.serror = { user, error in
      guard let error, error.pointee.level == XML_ERR_FATAL else { return }
      ParserState.with(user) { $0.isMalformed = true }
    }
    return callbacks
  }
}

/// What the callbacks of a parser share.
private final class ParserState {
  /// Fed piece by piece, libxml2 remembers open elements without end.
  static let deepest = 256

  unowned(unsafe) let handler: XMLHandler
  var context: xmlParserCtxtPtr?
  var isMalformed = false
  var depth = 0
  var hasDocumentType = false
  /// How many namespaces are open, and the depths and numbers of those that opened them.
  private(set) var spaces = 0
  private var opened: [(depth: Int, count: Int)] = []

  func open(spaces count: Int) {
    spaces += count
    opened.append((depth, count))
  }

  /// Closes the namespaces of the element that ends.
  @inline(__always)
  func closeSpaces() {
    guard let last = opened.last, last.depth == depth else { return }
    spaces -= last.count
    opened.removeLast()
  }

  init(_ handler: XMLHandler) {
    self.handler = handler
  }

  func stop() {
    if let context { xmlStopParser(context) }
  }

  /// Runs a callback; no error may pass through C, so it is kept, and the parser stops.
  @inline(__always)
  static func with(_ user: UnsafeMutableRawPointer?, _ body: (ParserState) throws -> Void) {
    guard let user else { return }
    Unmanaged<ParserState>.fromOpaque(user)._withUnsafeGuaranteedRef { state in
      do {
        try body(state)
        if state.handler.isDone { state.stop() }
      } catch {
        if state.handler.failure == nil { state.handler.failure = error }
        state.stop()
      }
    }
  }
}

/// libxml2 itself.
enum LibXML {
  private static let isStarted: Bool = {
    xmlInitParser()
    return true
  }()

  /// Starts the library, once, before it is used by several threads.
  static func start() { _ = isStarted }
}
