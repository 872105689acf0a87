import Tabular
import Testing

@Suite struct UnseenTests {
  private static let all = [0...0x3400, 0x9FFF...0x20000, 0xE0000...0xE2000 as ClosedRange<UInt32>]
    .joined().compactMap(Unicode.Scalar.init)

  @Test func `the list has all that Unicode says nobody sees, and nothing that has a shape`() {
    func isTold(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: scalar.properties.isDefaultIgnorableCodePoint || scalar == "\u{2800}"
      }
    }
    let missing = Self.all.filter { isTold($0) && !$0.isUnseen }
    // What Unicode has not given out in the blocks of marks and tags counts as well.
    let others = Self.all.filter {
      $0.isUnseen && !isTold($0) && $0.properties.generalCategory != .unassigned
    }
    #expect(Array(missing) == [])
    #expect(Array(others) == [])
  }

  @Test(arguments: [
    ("BC01", false), ("彭水白茶", false), ("BC01\u{200B}", true), ("\u{202E}10CB", true),
    ("a\tb", true),
    ("", false), ("😀", false), ("ﾠ", true),
  ])
  func `a text knows whether it holds one`(_ text: String, _ holds: Bool) {
    #expect(text.holdsUnseen == holds)
  }

  @Test func `names of columns are compared without them`() {
    let text = String(String.UnicodeScalarView(Self.all.filter(\.isUnseen)))
    #expect(canonicalHeader("订" + text + "单") == "订单")
  }
}
