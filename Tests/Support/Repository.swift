/// The files of the project that tests read.
public enum Repository {
  /// The path of the project's folder.
  public static let path = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
}
