import Domain

/// Why a row was rejected, for people.
func rejectSentence(_ reason: String, column: String, value: String) -> String {
  Sentences.sentence(for: Problem(reason, ["column": column, "value": value]))
}
