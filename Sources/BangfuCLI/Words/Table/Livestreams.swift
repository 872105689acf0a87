extension Sentences {
  /// Livestream sessions.
  static let livestreams: [(String, Sentence)] = [
    (
      "session_unknown",
      Sentence(
        .data, zh: "没有场次 {number}：见 bangfu session list 和 bangfu session show",
        en: "there is no session {number}: see bangfu session list, and bangfu session show")
    ),
    (
      "session_overlaps",
      Sentence(
        .data,
        zh: "{host} 在 {from} 至 {to} 已有场次 {number}；时间要错开，或先改那一场：bangfu session change {number}",
        en:
          "{host} is in session {number} from {from} to {to}; choose another time, or bangfu session change {number} first"
      )
    ),
    (
      "session_times",
      Sentence(
        .data, zh: "场次的结束 {to} 要晚于开始 {from}",
        en: "a session ends after it begins: not from {from} to {to}")
    ),
    (
      "session_as_it_was",
      Sentence(
        .data, zh: "场次 {number} 本来就是这样，没有要改的",
        en: "session {number} is like that already; there is nothing to change")
    ),
  ]
}
