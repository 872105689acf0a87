import Bangfu
import Domain

extension Listed {
  /// The rows, where there are any.
  ///
  /// - Throws: `Problem` of the code where there are none.
  func known(_ problem: String, _ code: String) throws(Problem) -> Listed {
    if rows.isEmpty { throw Problem(problem, ["code": code]) }
    return self
  }
}
