/// Days of the week, Monday first.
public struct Weekdays: Equatable, Sendable {
  /// Their numbers in order: 1 is Monday.
  public let numbers: [Int]

  /// The codes, Monday first.
  public static let codes = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Reads days as people type them: `mon,wed`, `1,3`, `一三五`, `周一、周五`; nil for any other form.
  public init?(typed text: String) {
    var rest = Substring(text.halfWidth.lowercased())
    var days: Set<Int> = []
    let han: [Character: Int] = ["一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "日": 7, "天": 7]
    while let first = rest.first {
      if let code = Self.codes.firstIndex(where: { rest.hasPrefix($0) }) {
        days.insert(code + 1)
        rest = rest.dropFirst(3)
        continue
      }
      if let day = han[first] ?? first.wholeNumberValue {
        guard (1...7).contains(day) else { return nil }
        days.insert(day)
      } else if !",，、 周".contains(first) {
        return nil
      }
      rest = rest.dropFirst()
    }
    guard !days.isEmpty else { return nil }
    numbers = days.sorted()
  }
}
