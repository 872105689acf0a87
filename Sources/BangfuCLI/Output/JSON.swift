/// A JSON value whose objects keep the order of their keys.
indirect enum JSON: Sendable {
  case string(String)
  case int(Int64)
  case bool(Bool)
  case null
  case array([JSON])
  case object([(String, JSON)])

  /// The value on one line, as a line of JSON lines is.
  var compact: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// The value over several lines: what has nothing nested and fits stays on one.
  var pretty: String {
    var text = ""
    write(to: &text, indentation: 0, isOutermost: true)
    return text
  }

  /// A string, or null where there is none.
  static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  private func write(to text: inout String) {
    switch self {
    case .string(let string): JSON.quote(string, to: &text)
    case .int(let number): text += String(number)
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, (key, value)) in members.enumerated() {
        if index > 0 { text += ", " }
        JSON.quote(key, to: &text)
        text += ": "
        value.write(to: &text)
      }
      text += "}"
    }
  }

  private func write(to text: inout String, indentation: Int, isOutermost: Bool = false) {
    guard isNested || isOutermost && isFilledObject || isLong(after: indentation) else {
      return write(to: &text)
    }
    let inner = String(repeating: " ", count: indentation + 2)
    let (open, close, parts) = parts
    text += open + "\n"
    for (index, (key, value)) in parts.enumerated() {
      if index > 0 { text += ",\n" }
      text += inner
      if let key {
        JSON.quote(key, to: &text)
        text += ": "
      }
      value.write(to: &text, indentation: indentation + 2)
    }
    text += "\n" + inner.dropLast(2) + close
  }

  private var parts: (open: String, close: String, [(String?, JSON)]) {
    switch self {
    case .array(let values): ("[", "]", values.map { (nil, $0) })
    case .object(let members): ("{", "}", members.map { ($0, $1) })
    default: ("", "", [])
    }
  }

  private var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  private var isFilledObject: Bool {
    if case .object(let members) = self { return !members.isEmpty }
    return false
  }

  private var isNested: Bool { parts.2.contains { $0.1.isContainer } }

  private func isLong(after indentation: Int) -> Bool {
    isContainer && !parts.2.isEmpty && indentation + compact.columns > 100
  }
}
