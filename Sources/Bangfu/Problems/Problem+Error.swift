public import Domain
internal import Postgres
internal import System
internal import Tabular

extension Problem {
  /// The problem that an error of the modules below is; nil for one that only a mistake in the program can cause.
  public init?(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let error as PostgresError: self = error.problem
    case let error as ClusterError: self = error.problem
    case let error as FileError: self = error.problem
    case let error as ReadError: self = TabularError(error).problem
    case let error as TabularError: self = error.problem
    default: return nil
    }
  }
}

/// Runs `body`; what it throws leaves as a `Problem`, so that nobody above needs to know the modules below.
func translating<Result>(_ body: () throws -> Result) throws -> Result {
  do {
    return try body()
  } catch {
    guard let problem = Problem(error) else { throw error }
    throw problem
  }
}
