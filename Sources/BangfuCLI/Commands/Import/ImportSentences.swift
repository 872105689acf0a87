import Bangfu
import Domain
import Tabular

/// Why a row was rejected, for people.
func rejectSentence(_ reason: String, column: String, value: String) -> String {
  Sentences.sentence(for: Problem(reason, ["column": column, "value": value]))
}

/// Why a part of a file was passed over, for people.
func passedOverSentence(_ part: PassedOver) -> String {
  switch part.reason {
  case let problem as Problem: problem.description
  case let error as TabularError: error.problem.description
  case let other: "\(other)"
  }
}
