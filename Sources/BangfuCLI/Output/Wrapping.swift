extension String {
  /// Returns the text in lines of at most so many columns, all but the first indented.
  ///
  /// A line ends at a space, or beside a wide character unless punctuation forbids it.
  func wrapped(to width: Int, indentation: Int) -> String {
    let indent = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var line = ""
    for word in unbreakableWords {
      let bare = word.last == " " ? word.dropLast() : word[...]
      if line.columns + bare.columns > width, line.columns > indentation {
        lines.append(line.withoutTrailingSpaces)
        line = indent
      }
      line += word
    }
    return (lines + [line.withoutTrailingSpaces]).joined(separator: "\n")
  }

  private var withoutTrailingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }

  /// The pieces between which a line may end: words with their spaces, and single wide characters.
  private var unbreakableWords: [String] {
    var words: [String] = []
    var previous: Character?
    for character in self {
      if let previous, !Self.mayBreak(previous, character), !words.isEmpty {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      previous = character
    }
    return words
  }

  private static func mayBreak(_ left: Character, _ right: Character) -> Bool {
    if right == " " { return false }
    if left == " " { return true }
    if "，。、；：？！）》”’".contains(right) || "（《“‘".contains(left) { return false }
    return left.columns == 2 || right.columns == 2
  }
}
