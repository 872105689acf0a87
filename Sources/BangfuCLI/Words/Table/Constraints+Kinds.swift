extension Sentences {
  /// What must be there once.
  static func once(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)[“{value}”]已经有了，请换一个",
        en: "[line {line}: ]the \(en)[ \"{value}\"] is taken already")
    )
  }

  /// What must be a word without spaces.
  static func plain(
    _ constraint: String, _ zh: String, _ en: String, _ length: Int
  ) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)不能为空，不能有空格或看不见的字符，最多 \(length) 个字",
        en:
          "[line {line}: ]the \(en) must be a word of at most \(length) characters, without spaces and without "
          + "characters that nobody sees")
    )
  }

  /// What must not be longer than can be shown.
  static func short(
    _ constraint: String, _ zh: String, _ en: String, _ length: Int
  ) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)太长：最多 \(length) 个字",
        en: "[line {line}: ]the \(en) is too long: at most \(length) characters")
    )
  }

  /// What must not be empty.
  static func given(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)不能为空", en: "[line {line}: ]the \(en) must not be empty")
    )
  }

  /// What must be one of a few words.
  static func known(
    _ constraint: String, _ zh: String, _ en: String, _ words: String
  ) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]没有这种\(zh)；可用 \(words)",
        en: "[line {line}: ]no such \(en); it is one of \(words)")
    )
  }

  /// What must be registered before it is named.
  static func missing(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)[“{value}”]不存在",
        en: "[line {line}: ]the \(en)[ \"{value}\"] does not exist")
    )
  }

  /// What must be 0 or more.
  static func notNegative(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)不能小于 0", en: "[line {line}: ]the \(en) must not be below 0")
    )
  }

  /// What must be more than 0.
  static func positive(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)必须大于 0", en: "[line {line}: ]the \(en) must be above 0")
    )
  }

  /// What must be a finite number.
  static func aNumber(_ constraint: String, _ zh: String, _ en: String) -> (String, Sentence) {
    (
      constraint,
      Sentence(
        .data, zh: "[第 {line} 行：]\(zh)必须是数字", en: "[line {line}: ]the \(en) must be a number")
    )
  }
}
