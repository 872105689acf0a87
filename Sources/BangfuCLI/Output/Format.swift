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

/// What a file of `--output` is, by the end of its name.
enum FileFormat: String, Sendable {
  case csv, json, html, xlsx

  /// The format of a name's ending; nil where it is none that is known.
  init?(ending: String) {
    switch ending {
    case "htm": self = .html
    default: self.init(rawValue: ending)
    }
  }

  /// Whether it is looked at, and not read by a program.
  var isForPeople: Bool { self == .html || self == .xlsx }
}
