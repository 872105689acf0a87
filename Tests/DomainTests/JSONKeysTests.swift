import Domain
import Testing

@Suite struct JSONKeysTests {
  @Test(arguments: [
    (#"{"a": 1, "b": 2}"#, nil), (#"{"a": 1, "a": 2}"#, "a"),
    (#"{"line": 1, "li\u006ee": 2}"#, "line"),
    (#"{"a": {"b": 1, "b": 2}}"#, "b"), (#"{"a": [{"b": 1}, {"b": 2}]}"#, nil),
    (#"{"a": [{"b": 1, "c": {"x": 1}, "b": 2}]}"#, "b"), (#"{"a": "a", "b": "a"}"#, nil),
    (#"{"a": ["a", "a"], "b": {"a": 1}}"#, nil), (#"{"a": "\"a\": 1, \"a\"", "b": 1}"#, nil),
    (#"{"a\"b": 1, "a\"b": 2}"#, "a\"b"), (#"["a", "a"]"#, nil), (#"{"茶": 1, "\u8336": 2}"#, "茶"),
    (#"{"😀": 1, "\ud83d\ude00": 2}"#, "😀"), ("", nil), ("{\"a", nil), ("}}]]{{", nil),
    (#"{"a\"#, nil),
    (#"{"\u12"#, nil), (#"{"a": 1}{"a": 1}"#, nil),
  ])
  func `a key that stands twice in one object is found, however it is written`(
    _ text: String, _ key: String?
  ) {
    #expect(JSONKeys.repeated(in: text) == key)
  }
}
