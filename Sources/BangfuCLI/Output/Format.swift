import ArgumentParser

/// How rows are printed.
enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// Aligned columns, for people.
  case table
  /// RFC 4180 with a header of English keys.
  case csv
  /// An array of objects.
  case json
}
