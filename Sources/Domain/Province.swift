/// The provinces of China, as GB/T 2260 numbers them; the table `province` of the database has the same names.
public enum Province {
  /// What a cell says that is neither blank nor a province: a place abroad, or one that names no province.
  public static let other = ""

  /// The short name of the province that a cell names or begins with: 山东 of `山东省`, `山东 聊城市 东昌府区` and `371502`.
  ///
  /// Returns nil where the cell says nothing (blank, masked, enciphered, a number of something else), and `other` where
  /// it says something else. A road or a prefecture that is named after a province (`北京路`, `海南藏族自治州`) is none.
  public static func named(in cell: String) -> String? {
    var text = Substring(cell).drop(while: isGap)
    if text.hasPrefix("中国") { text = text.dropFirst(2).drop(while: isGap) }
    if let first = text.utf8.first, (0x30...0x39).contains(first) { return numbered(text) }
    if let name = names[text.prefix(2)] ?? names[text.prefix(3)] {
      let rest = text.dropFirst(name.count)
      if !likeNamed.contains(where: rest.hasPrefix) { return name }
    }
    let isSaid = text.contains(where: \.isLetter) && !text.contains(where: { "*#$＊".contains($0) })
    return isSaid ? other : nil
  }

  /// Whether a cell is the name of a province and nothing else, short or whole.
  public static func isName(_ cell: String) -> Bool {
    guard let name = names[cell.prefix(2)] ?? names[cell.prefix(3)], cell.hasPrefix(name) else {
      return false
    }
    return endings.contains(String(cell.dropFirst(name.count)))
  }

  /// The short names, by the first two digits of their codes.
  public static let all: [(code: Int, name: String)] = [
    (11, "北京"), (12, "天津"), (13, "河北"), (14, "山西"), (15, "内蒙古"), (21, "辽宁"), (22, "吉林"),
    (23, "黑龙江"), (31, "上海"), (32, "江苏"), (33, "浙江"), (34, "安徽"), (35, "福建"), (36, "江西"),
    (37, "山东"), (41, "河南"), (42, "湖北"), (43, "湖南"), (44, "广东"), (45, "广西"), (46, "海南"),
    (50, "重庆"), (51, "四川"), (52, "贵州"), (53, "云南"), (54, "西藏"), (61, "陕西"), (62, "甘肃"),
    (63, "青海"), (64, "宁夏"), (65, "新疆"), (71, "台湾"), (81, "香港"), (82, "澳门"),
  ]

  private static let names = Dictionary(
    uniqueKeysWithValues: all.map { (Substring($0.name), $0.name) })

  /// What whole names have behind the short ones.
  private static let endings: Set<String> = [
    "", "省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区",
  ]

  /// What stands behind the name in names of other places.
  private static let likeNamed = [
    "路", "街", "道", "大道", "大街", "东路", "西路", "南路", "北路", "中路", "藏族", "蒙古族", "区", "县", "州", "乡", "镇",
    "村",
  ]

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || ",，、-/·".contains(character)
  }

  /// The province of a code of two or six digits.
  private static func numbered(_ text: Substring) -> String? {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard digits.count == text.count, [2, 6].contains(digits.count),
      let code = Int(digits.prefix(2))
    else { return nil }
    return all.first { $0.code == code }?.name
  }
}
