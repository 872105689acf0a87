internal import Domain

/// Runs an act on items, of which some were read from a file: what is refused of one of those names its line there.
///
/// The database says which item it is, as the fact `item`, counted from 1.
///
/// - Parameters:
///   - lines: the line of the file that each item stands in; nil for one that was typed.
///   - act: asks the database.
/// - Returns: what the act returns.
/// - Throws: `Problem` for an item of a file; else what the act throws.
func naming<Result>(_ lines: [Int?], _ act: () throws -> Result) throws -> Result {
  do {
    return try act()
  } catch var problem as Problem {
    guard let item = problem.facts["item"].flatMap(Int.init), lines.indices.contains(item - 1),
      let line = lines[item - 1]
    else { throw problem }
    problem.facts["line"] = String(line)
    throw problem
  }
}
