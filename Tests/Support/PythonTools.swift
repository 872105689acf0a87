import Glibc

/// Programs of other people in Python, which `scripts/install-deps --tests` puts into `.build/python`.
public enum PythonTools {
  /// The folder of the programs.
  public static let folder = Repository.path + "/.build/python/bin"

  /// Whether a program is there.
  public static func have(_ program: String) -> Bool {
    access(folder + "/" + program, X_OK) == 0
  }
}
