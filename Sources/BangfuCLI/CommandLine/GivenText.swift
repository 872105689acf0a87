import Bangfu
import Domain
import System

/// The text of a file that somebody has named, of so many bytes at most.
///
/// - Throws: `Problem` that names the file, where it cannot be read.
func givenText(_ path: String, limit: Int) throws -> String {
  do {
    return try readText(path, limit: limit)
  } catch {
    guard var problem = Problem(error) else { throw error }
    problem.facts["file"] = path
    throw problem
  }
}
