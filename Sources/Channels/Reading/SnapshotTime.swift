/// Reads when a platform wrote a file from the file's name.
public enum SnapshotTime {
  /// Returns the seconds since 1970 that a name such as `1791430000_9f3a.csv` begins with.
  ///
  /// 抖店 names its exports so. Nil where the name does not begin with ten digits and a mark.
  public static func seconds(inName name: String) -> Int? {
    let digits = name.utf8.prefix { (48...57).contains($0) }
    guard digits.count == 10, let seconds = Int(String(name.prefix(10))), seconds > 1_200_000_000,
      let mark = name.dropFirst(10).first, "_-.".contains(mark)
    else { return nil }
    return seconds
  }
}
