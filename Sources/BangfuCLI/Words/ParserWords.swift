import ArgumentParser

/// What the parser prints, in a language, wrapped by columns.
struct ParserWords {
  /// The text.
  let text: String

  /// Where abstracts begin, right of the labels.
  private static let abstractColumn = 26

  /// Renders an error of the parser's: help, the version, or a usage error.
  init(_ root: any ParsableCommand.Type, _ error: any Error, _ language: Language) {
    // Unwrapped, because the library counts characters where a terminal counts columns.
    let full = root.fullMessage(for: error, columns: 1 << 20)
    let message = root.message(for: error)
    if full.hasPrefix("OVERVIEW: ") || full.hasPrefix("USAGE: ") {
      text = ParserWords.screen(full, language)
    } else if full.hasPrefix(root._errorPrefix + message) {
      let hints = String(full.dropFirst(root._errorPrefix.count + message.count))
      let said = language == .zh ? ParserPatterns.messages.translation(of: message) : message
      text =
        "bangfu: " + said + ParserWords.example(of: message, language)
        + ParserWords.screen(hints, language)
    } else {
      text = full
    }
  }

  /// How a value is written that could not be read, where it is a day, a month or a time; else nothing.
  private static func example(of message: String, _ language: Language) -> String {
    guard let range = message.firstRange(of: " is invalid for '"), message.hasSuffix(">'") else {
      return ""
    }
    let name = message[range.upperBound...].split(separator: "<").last.map { $0.dropLast(2) } ?? ""
    let example: (zh: String, en: String)? =
      switch name {
      case "at", "as-of":
        (
          "，时间写成 2026-11-27T10:00 或 2026/11/27 10:00，只写 10:00 是今天",
          ": a time is written as 2026-11-27T10:00 or 2026/11/27 10:00; 10:00 alone is today's"
        )
      case "day", "from", "to", "produced", "expires", "until", "today":
        ("，日期写成 2026-11-27 或 2026/11/27", ": a day is written as 2026-11-27 or 2026/11/27")
      case "month": ("，月份写成 2026-11", ": a month is written as 2026-11")
      default: nil
      }
    return example.map { language == .zh ? $0.zh : $0.en } ?? ""
  }

  /// Translates and wraps a help screen, or the hints below a message, line by line.
  private static func screen(_ text: String, _ language: Language) -> String {
    var isBelowUsage = false
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let whole = language == .zh ? ParserPatterns.lines.translation(of: String(line)) : line + ""
      let (label, abstract) = isBelowUsage && whole == line ? parts(of: line) : ("", "")
      if line.hasPrefix("USAGE: ") || line.hasPrefix("Usage: ") {
        isBelowUsage = true
        lines.append(usage(whole))
      } else if abstract.isEmpty {
        let indentation = line.prefix { $0 == " " }.count
        lines.append(whole.wrapped(to: 80, indentation: indentation))
      } else {
        lines.append(element(label, abstract, language))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Wraps a synopsis, but not inside brackets.
  private static func usage(_ line: String) -> String {
    var depth = 0
    let glued = line.map { character -> Character in
      depth += character == "[" ? 1 : character == "]" ? -1 : 0
      return character == " " && depth > 0 ? "\u{A0}" : character
    }
    return String(glued).wrapped(to: 80, indentation: 7).replacing("\u{A0}", with: " ")
  }

  private static func element(_ label: String, _ abstract: String, _ language: Language) -> String {
    guard language == .zh else {
      return (label + abstract).wrapped(to: 80, indentation: abstractColumn)
    }
    let words = ParserPatterns.abstracts.translation(of: abstract).replacing(" （", with: "（")
    return (padded(label.replacing(" (default)", with: "（默认）")) + words)
      .wrapped(to: 80, indentation: abstractColumn)
  }

  /// Splits a line of a section where its abstract begins.
  private static func parts(of line: Substring) -> (label: String, abstract: String) {
    let label = line.prefix(abstractColumn)
    let indentation = label.prefix { $0 == " " }.count
    guard label.count == abstractColumn, label.last == " ",
      [2, abstractColumn].contains(indentation)
    else { return ("", "") }
    return (String(label), String(line.dropFirst(abstractColumn)))
  }

  private static func padded(_ label: String) -> String {
    let bare = label.reversed().drop { $0 == " " }.reversed()
    let words = String(bare)
    return words + String(repeating: " ", count: max(abstractColumn - words.columns, 1))
  }
}
