extension String {
  /// What people type or copy where a number, or an item with numbers in it, is asked for, as programs write it.
  ///
  /// Full-width characters become plain, thousands separators that stand where they belong go, so do a ¥ before and a 元
  /// behind a number alone: `HS01：1,000＠6.50` is `HS01:1000@6.50`. All else stays, to be refused by name.
  public var typed: String {
    var plain = halfWidth.replacing("−", with: "-").replacing("￥", with: "¥")
    let bare = plain.filter { !$0.isWhitespace }
    if bare.hasPrefix("¥") || bare.hasSuffix("元") {
      let number = bare.drop { $0 == "¥" }
      let amount = number.hasSuffix("元") ? number.dropLast() : number
      if amount.allSatisfy({ $0.isNumber || ",.-".contains($0) }) { plain = String(amount) }
    }
    var text = ""
    var run = ""
    for character in plain + "\u{0}" {
      if character.isASCII, character.isNumber || character == "," || character == "." {
        run.append(character)
      } else {
        text += String.ungrouped(run)
        run = ""
        text.append(character)
      }
    }
    return String(text.dropLast())
  }

  /// The number without its thousands separators, where they are: `1,234,567.89`.
  private static func ungrouped(_ run: String) -> String {
    let parts = run.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.contains(","), parts.count == 1 || !parts[1].contains(",")
    else { return run }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      return run
    }
    return groups.joined() + run.dropFirst(whole.count)
  }
}
