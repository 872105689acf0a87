extension JSON {
  /// Appends a string in quotes: UTF-8 as it is, but for what JSON or a terminal takes amiss, or nobody sees.
  static func quote(_ string: String, to text: inout String) {
    text += "\""
    string.eachScalar { scalar, isHidden in
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where isHidden:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
